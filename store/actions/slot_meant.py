"""From a slot as typed, its id, whom it is with, or its day and hour, to the slot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from store.actions.resolve import is_id, person_named
from store.actions.slot_when import Meant, read_when, slots_then
from store.records.ids import PersonId, SlotId
from store.records.kinds import BudgetKind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.slots import contact_of, minute_of
from store.views.slot_words import pieces_message
from store.words.day_messages import on_day
from store.words.durations import DAY
from store.words.kinds import time_message
from store.words.message import Message, Refusal, UnknownProblem, UsageProblem

LONGEST = DAY
"""Minutes of one slot at most."""

MOST = 50
"""Pieces of one slot at most."""

SHORTEST_ID = 4
"""Signs from which the beginning of an id stands for a slot."""

SHOWN = 8
"""Candidates named in an answer about several slots."""


def slot_meant(snapshot: Snapshot, text: str, today: date, meant: Meant) -> Slot:
    """The slot of an id or its beginning, the one with a person, or the one of a day and hour.

    With a person those are meant of which something can be said, or else those still to come, as
    `meant` says; two of them are told apart by whoever typed the name.

    Raises:
        UnknownProblem: where there is no such slot and nobody of that name, or several slots.
        Refusal: where none is booked with the person.
    """
    found = snapshot.slots.get(SlotId(text))
    if found is not None:
        return found
    if not text or (is_id(text) and PersonId(text) not in snapshot.people):
        raise _unknown(text)
    try:
        person = person_named(snapshot, text)
    except UnknownProblem as problem:
        begun = _begun(snapshot, text)
        if begun:
            return _only(snapshot, begun, text, today)
        when = read_when(text, today)
        if when is not None:
            then = slots_then(snapshot.slots.plain().values(), when, today, meant)
            return _only(snapshot, then, text, today)
        if any(map(str.isdecimal, text)) and problem.message.id == "problem.nobody_named":
            raise _unknown(text) from problem
        raise
    return _with(snapshot, person, text, today, meant)


def _begun(snapshot: Snapshot, text: str) -> tuple[Slot, ...]:
    """The slots whose id begins like that."""
    wanted = text.strip().upper()
    if len(wanted) < SHORTEST_ID:
        return ()
    slots = snapshot.slots.plain().values()
    return tuple(sorted((each for each in slots if each.id.startswith(wanted)), key=slot_order))


def _unknown(text: str) -> UnknownProblem:
    return UnknownProblem("unknown_slot", "problem.unknown_slot", id=text)


def _only(snapshot: Snapshot, slots: Sequence[Slot], text: str, today: date) -> Slot:
    if not slots:
        raise _unknown(text)
    if len(slots) > 1:
        told = tuple(_candidate(snapshot, each, today) for each in slots[:SHOWN])
        raise UnknownProblem("ambiguous_slot", "problem.which_slot", slot=text, candidates=told)
    return slots[0]


def _candidate(snapshot: Snapshot, slot: Slot, today: date) -> Message:
    what = slot_message(slot, slot_name(snapshot, slot))
    values: dict[str, object] = {"what": what, "when": when_message(slot, today), "id": slot.id}
    return Message("slot.candidate", values)


def _with(snapshot: Snapshot, person: Person, text: str, today: date, meant: Meant) -> Slot:
    with_them = sorted(
        (
            each
            for each in snapshot.slots.plain().values()
            if each.person == person.id and each.state == "planned"
        ),
        key=slot_order,
    )
    if not with_them:
        raise Refusal("no_slot", "problem.no_slot_with", name=person.name)
    if meant == "come":
        # Where none has come, the next is refused with its day.
        fitting = [each for each in with_them if each.on <= today] or with_them[:1]
    else:
        fitting = [each for each in with_them if each.on >= today] or with_them
    return _only(snapshot, fitting, text, today)


def slot_order(slot: Slot) -> tuple[date, str, str]:
    """By day, time and id; total."""
    return slot.on, slot.at, slot.id


def has_come(slot: Slot, today: date) -> None:
    """Let nothing be said yet of a slot that is to come.

    Raises:
        Refusal: where its day is after today.
    """
    if slot.on > today:
        raise Refusal("not_yet", "problem.slot_to_come", day=on_day(slot.on, today))


def has_begun(slot: Slot, now: datetime) -> None:
    """Let nobody say of a slot that its hour went by without it before that hour.

    Args:
        slot: of today or before; what was said of it before can be said otherwise.
        now: on the user's clock.

    Raises:
        Refusal: where it begins later today.
    """
    start, today = minute_of(slot.at), now.date()
    if slot.state != "planned" or slot.on != today or start is None:
        return
    if start > now.hour * 60 + now.minute:
        raise Refusal("not_yet", "problem.slot_to_come", day=when_message(slot, today))


def checked_length(minutes: int) -> int:
    """Minutes set aside, if they can be.

    Raises:
        UsageProblem: below 1 or above a day.
    """
    if not 1 <= minutes <= LONGEST:
        raise UsageProblem("bad_minutes", "problem.bad_slot_minutes", most=LONGEST)
    return minutes


def still_to_come(on: date, today: date) -> date:
    """A day for which something can be booked.

    Raises:
        Refusal: where it has gone by.
    """
    if on < today:
        raise Refusal("day_gone", "problem.slot_day_gone", day=on)
    return on


def slot_name(snapshot: Snapshot, slot: Slot) -> str:
    """Whom it is with; empty for nobody in particular, or for somebody who is gone."""
    person = None if slot.person is None else snapshot.people.get(slot.person)
    return "" if person is None else person.name


def slot_message(slot: Slot, name: str) -> Message:
    """What a slot is for: "call with Björn Ek", "3 messages", "preparing"."""
    if name:
        return Message("slot.with", {"kind": _one(slot.kind), "name": name})
    return pieces_message(slot.kind, slot.count)


def _one(kind: BudgetKind) -> Message:
    """One piece of a kind: "message" for what counts as writing."""
    return time_message(kind, contact_of(kind))


def when_message(slot: Slot, today: date) -> Message:
    """Its day and time: "on Tue 24 Nov at 9:00", "tomorrow"."""
    day = on_day(slot.on, today)
    return Message("slot.at", {"day": day, "at": slot.at}) if slot.at else day
