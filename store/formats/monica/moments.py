"""What Monica notes with a day: talks, promises, presents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from store.formats.incoming import IncomingInteraction, IncomingRecord, Whom
from store.formats.monica.account import Account, Contact, Detail, Values, day_in
from store.formats.monica.cards import details, name_of, source_of
from store.formats.spoken_kind import kind_told
from store.records.clean import clean_line, clean_text
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Direction, Kind

_DIGITS = 16
_NOBODY = PersonId("")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_MOST_STEPS = 5000
"""Turns of a reminder that are counted, from its first day on."""


def interactions_of(account: Account, known: dict[str, Contact]) -> Iterator[IncomingInteraction]:
    """Calls, conversations and activities, each with its contacts.

    Args:
        account: the account.
        known: the contacts that become people, by key.
    """
    for contact in known.values():
        for detail in contact.details:
            talk = _talk(contact, detail)
            if talk is not None:
                yield _incoming(talk, [contact])
    for activity in account.activities:
        taking = [known[key] for key in dict.fromkeys(activity.contacts) if key in known]
        on = day_in(activity.values.get("happened_at", ""))
        if taking and on is not None:
            values = activity.values
            note = _joined(values, "summary", "description")
            source = _key("activity", on, note, *(each.key for each in taking))
            said = f"{values.get('type_name', '')} {values.get('summary', '')}"
            talk = Interaction(
                id="", people=(), kind=kind_told(said), on=on, note=note, source=source
            )
            yield _incoming(talk, taking)


def records_of(contact: Contact, today: date | None) -> Iterator[IncomingRecord]:
    """Reminders, tasks and presents of a contact.

    Args:
        contact: one that becomes a person.
        today: what is past by then is closed; None closes nothing.
    """
    for values in details(contact, "reminder"):
        if values.get("frequency_type") != "year":
            yield from _reminder(contact, values, today)
    for values in details(contact, "task"):
        yield from _task(contact, values, today)
    for values in details(contact, "gift"):
        yield from _gift(contact, values)


def _talk(contact: Contact, detail: Detail) -> Interaction | None:
    values = detail.values
    if detail.kind == "call":
        on = day_in(values.get("called_at", ""))
        by: By = "them" if values.get("contact_called") == "1" else "me"
        return _made("call", on, by, clean_text(values.get("content", "")), contact)
    if detail.kind == "conversation":
        messages = sorted(detail.messages, key=_written)
        first = messages[0] if messages else {}
        on = day_in(values.get("happened_at", "") or first.get("written_at", ""))
        mine = first.get("written_by_me", "1") == "1"
        said = (clean_text(each.get("content", "")) for each in messages)
        note = "\n".join(filter(None, said))
        return _made("message", on, "me" if mine else "them", note, contact)
    return None


def _written(values: Values) -> str:
    return values.get("written_at", "")


def _made(kind: Kind, on: date | None, by: By, note: str, contact: Contact) -> Interaction | None:
    if on is None:
        return None
    source = _key(kind, on, note, contact.key)
    return Interaction(id="", people=(), kind=kind, on=on, by=by, note=note, source=source)


def _incoming(talk: Interaction, contacts: list[Contact]) -> IncomingInteraction:
    first, *others = (_whom(each) for each in contacts)
    return IncomingInteraction(
        with_source=first.source, with_name=first.name, interaction=talk, also=tuple(others)
    )


def _whom(contact: Contact) -> Whom:
    return Whom(source=source_of(contact.key), name=name_of(contact))


def _reminder(contact: Contact, values: Values, today: date | None) -> Iterator[IncomingRecord]:
    first = day_in(values.get("initial_date", ""))
    if first is None or values.get("inactive") == "1":
        return
    on = _next(first, values, today)
    over = today is not None and on < today
    why = _joined(values, "title", "description")
    yield _promise(
        _key("reminder", first, why, contact.key), contact, on, why, on if over else None
    )


def _next(first: date, values: Values, today: date | None) -> date:
    """The next day of a reminder that comes again; its own day where it comes once."""
    kind, number = values.get("frequency_type", ""), values.get("frequency_number", "1")
    every = int(number) if number.isascii() and number.isdecimal() and int(number) else 1
    on = first
    if today is None or every > _MOST_STEPS:
        return on
    if kind in _DAYS and on < today:
        step = _DAYS[kind] * every
        return on + timedelta(days=-(-(today - on).days // step) * step)
    turns = 0
    while kind in _MONTHS and on < today and turns < _MOST_STEPS:
        turns += 1
        months = first.month - 1 + _MONTHS[kind] * every * turns
        year, month = first.year + months // 12, months % 12 + 1
        if year > today.year + 1:
            break
        on = _within(year, month, first.day)
    return on


def _within(year: int, month: int, day: int) -> date:
    """The day of a month, or its last one."""
    for least in range(day, 27, -1):
        try:
            return date(year, month, least)
        except ValueError:
            continue
    return date(year, month, min(day, 27))


def _task(contact: Contact, values: Values, today: date | None) -> Iterator[IncomingRecord]:
    made = day_in(values.get("created_at", ""))
    done = day_in(values.get("completed_at", "")) or made
    closed = done if values.get("completed") == "1" else None
    on = closed or today or made
    why = _joined(values, "title", "description")
    if on is not None and why:
        yield _promise(_key("task", made, why, contact.key), contact, on, why, closed)


def _promise(key: str, contact: Contact, on: date, why: str, closed: date | None) -> IncomingRecord:
    record = FollowUp(id="", person=_NOBODY, on=on, why=why, closed=closed)
    return IncomingRecord(key=key, record=record, whom=(_whom(contact),))


def _gift(contact: Contact, values: Values) -> Iterator[IncomingRecord]:
    """A present: an idea waits to be given, one offered was given, one received came from them."""
    status = values.get("status", "")
    on = day_in(values.get("date", "")) or day_in(values.get("created_at", ""))
    note = _joined(values, "name", "comment", "url")
    if on is None or not note:
        return
    direction: Direction = "received" if status == "received" else "given"
    record = Exchange(
        id="",
        person=_NOBODY,
        direction=direction,
        kind="service",
        on=on,
        note=note,
        closed=None if status == "idea" else on,
    )
    yield IncomingRecord(
        key=_key("gift", None, note, contact.key), record=record, whom=(_whom(contact),)
    )


def _joined(values: Values, *names: str) -> str:
    texts = (clean_line(values.get(name, "")) for name in names)
    return ". ".join(dict.fromkeys(filter(None, texts)))


def _key(kind: str, on: date | None, *said: str) -> str:
    """Stable over both exports, which give their records other names or none."""
    digest = hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    return f"monica:{kind}:{on.isoformat() if on else ''}:{digest[:_DIGITS]}"
