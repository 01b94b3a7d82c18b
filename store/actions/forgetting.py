"""Forgetting somebody: what tells of them, and any document or text without it.

What is as much somebody else's stays with them: their own name, an address or a number that stands
on their card as well, a note that was written about both. `mentioned` lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from store.actions.delete import removal
from store.actions.redaction import MARK, Redaction
from store.actions.secret import Secret, SecretKind, card_secrets, digits_of, text_secrets
from store.actions.without_person import LONG_ID, strings_in, without
from store.records.change import Change, ChangeSet
from store.records.document import from_document, to_document
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.identity import link_key, text_key
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import TABLES
from store.records.me import Me
from store.records.person import Person
from store.records.record import Document, Json, Record
from store.records.snapshot import Snapshot
from store.records.tables import RECORD_TYPES
from store.records.time_entry import Slot, TimeEntry
from store.words.fold import fold

_KEYS: dict[SecretKind, Callable[[str], str]] = {
    "email": text_key,
    "phone": digits_of,
    "link": link_key,
}
"""What may stand on two cards, and how it is compared."""


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """All by which somebody can be found."""

    person: PersonId
    merged: frozenset[PersonId] = frozenset()
    """Ids of cards that were made one with theirs, and stand in the history and in backups."""
    records: frozenset[str]
    """Ids of what goes with them: interactions, follow-ups, exchanges, introductions, slots."""
    names: tuple[str, ...]
    """Name and nicknames, those of one word as well."""
    secrets: tuple[Secret, ...]
    redaction: Redaction

    def touches(self, json: str) -> bool:
        """Whether JSON, a whole file of it or a piece, may hold anything of them.

        Quick, and never wrongly no.
        """
        return any(f'"{id}"' in json for id in self.ids) or self.redaction.touches(json)

    @property
    def ids(self) -> frozenset[PersonId]:
        """All ids that are theirs."""
        return self.merged | {self.person}


def traces_of(
    snapshot: Snapshot,
    person: Person,
    earlier: Sequence[Person] = (),
    merged: frozenset[PersonId] = frozenset(),
) -> Traces:
    """What tells of a person.

    Args:
        snapshot: the data, the person among them.
        person: who.
        earlier: their card as it was before, as a history tells: other names and addresses.
        merged: ids of cards that were made one with theirs.
    """
    gone = {change.id for change in removal(snapshot, person).changes if change.after is None}
    cards = (person, *earlier)
    found = [secret for card in cards for secret in card_secrets(card)]
    found += text_secrets(_texts(snapshot, cards, gone))
    secrets = tuple(_unshared(snapshot, dict.fromkeys(found), gone))
    names = dict.fromkeys(name for card in cards for name in (card.name, *card.nicknames) if name)
    return Traces(
        person=PersonId(person.id),
        merged=merged,
        records=frozenset(gone - {person.id}),
        names=tuple(names),
        secrets=secrets,
        redaction=Redaction(secrets, person.id if len(person.id) >= LONG_ID else ""),
    )


def _texts(snapshot: Snapshot, cards: Iterable[Person], gone: set[str]) -> Iterator[str]:
    for card in cards:
        yield from _notes(card)
    for id in gone:
        for table in (
            snapshot.interactions,
            snapshot.follow_ups,
            snapshot.exchanges,
            snapshot.slots,
        ):
            record = table.get(id)  # type: ignore[call-overload]
            if record is not None:
                yield from _notes(record)
    for entry in snapshot.time_entries.plain().values():
        # The time stays, what was noted of it goes.
        if entry.person in gone:
            yield from _notes(entry)


def _notes(record: Record) -> tuple[str, ...]:
    """What was written about whoever a record is about."""
    if isinstance(record, Person):
        return (record.notes, record.private_notes)
    if isinstance(record, Interaction | Exchange | Slot | TimeEntry):
        return (record.note,)
    return (record.why,) if isinstance(record, FollowUp) else ()


def _unshared(snapshot: Snapshot, found: Iterable[Secret], gone: set[str]) -> Iterator[Secret]:
    """The secrets that do not stand whole in somebody else's records too."""
    others = _held_by_others(snapshot, gone)
    for secret in found:
        key = _KEYS.get(secret.kind, str.strip)
        if secret.kind not in others or key(secret.text) not in others[secret.kind]:
            yield secret


def _held_by_others(snapshot: Snapshot, gone: set[str]) -> dict[SecretKind, set[str]]:
    held: dict[SecretKind, set[str]] = {"email": set(), "phone": set(), "link": set()}
    texts: set[str] = set()
    cards: list[Person | Me] = [snapshot.me]
    cards += [card for id, card in snapshot.people.plain().items() if id not in gone]
    for card in cards:
        held["email"].update(map(text_key, card.emails))
        held["phone"].update(map(digits_of, card.phones))
        held["link"].update(map(link_key, card.links))
    for table in (
        snapshot.people,
        snapshot.interactions,
        snapshot.follow_ups,
        snapshot.exchanges,
        snapshot.slots,
        snapshot.time_entries,
    ):
        for record in table.plain().values():
            theirs = isinstance(record, TimeEntry) and record.person in gone
            if record.id not in gone and not theirs:
                texts.update(text.strip() for text in _notes(record) if text)
    return {**held, "text": texts}


def redacted(table: str, document: Document, traces: Traces) -> Document | None:
    """A document without the person; the very same where it holds nothing of them.

    Args:
        table: its table; that of another program too.
        document: as in the data file, of today, of a backup or of the history.
        traces: what tells of the person.

    Returns:
        None where it is the person's card, or about them alone.
    """
    named = _named_in(table, document)
    others = named - traces.ids
    about = named != others
    if table == "time_entries":
        document = _time_without(document, traces)
    if named and table == "people":
        return None if about else _rest(table, document, traces)
    if about and (not others or table == "introductions"):
        return None
    if document.get("id") in traces.records and named and not others:
        return None
    return _rest(table, document, traces)


def _time_without(document: Document, traces: Traces) -> Document:
    """Time without the note that was about the person, and without a slot that goes with them."""
    gone = set()
    if document.get("person") in traces.ids:
        gone.add("note")
    if document.get("slot") in traces.records:
        gone.add("slot")
    if gone.isdisjoint(document):
        return document
    return {key: value for key, value in document.items() if key not in gone}


def _rest(table: str, document: Document, traces: Traces) -> Document:
    holds = traces.redaction.may_hold(strings_in(document))
    named = traces.ids.intersection(strings_in(document))
    if not holds and not named:
        return document
    for id in sorted(named) or (traces.person,):
        document = without(table, document, id, traces.redaction)
    return document


def _named_in(table: str, document: Document) -> set[object]:
    """Whom a document is about: nobody but them would miss it."""
    if table == "people":
        return {document.get("id")}
    if table == "interactions":
        people = document.get("people")
        return {each for each in _listed(people) if isinstance(each, str)}
    if table in ("follow_ups", "exchanges"):
        return {document.get("person")}
    if table == "slots":
        person = document.get("person")
        return set() if person is None else {person}
    return {document.get("a"), document.get("b")} if table == "introductions" else set()


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def redacted_text(text: str, traces: Traces) -> str:
    """A text without the person: a draft, or whom an entry of the history is about.

    A name of one word goes where it stands alone or in a list; in a sentence it may be a word.
    """
    names = {fold(name) for name in traces.names}
    items = text.split(", ")
    if any(fold(item) in names for item in items):
        text = ", ".join(MARK if fold(item) in names else item for item in items)
    return traces.redaction.text(text)


def forget_change_set(
    snapshot: Snapshot, person: Person, traces: Traces | None = None
) -> ChangeSet:
    """The change set that takes the data to what they are without a person.

    Args:
        snapshot: the data.
        person: who.
        traces: what tells of them, where that is known already.
    """
    held = traces or traces_of(snapshot, person)
    return ChangeSet(tuple(_changes(snapshot, held)))


def _changes(snapshot: Snapshot, traces: Traces) -> Iterator[Change]:
    for table in TABLES:
        for id, record in snapshot.tables[table].plain().items():
            if not traces.touches(msgspec.json.encode(record).decode()):
                continue
            before = to_document(record)
            after = redacted(table, before, traces)
            if after is None:
                yield Change(table, id, record, None)
            elif after is not before:
                changed = from_document(RECORD_TYPES[table], after)
                if changed != record:
                    yield Change(table, id, record, changed)
