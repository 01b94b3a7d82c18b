"""Whom a record of any table names, and the same record without some of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import msgspec

from store.records.card_links import card_without, named_on
from store.records.circle import Circle
from store.records.event import Event
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import people_of
from store.records.time_entry import Slot, TimeEntry


def named_in(record: Record) -> tuple[PersonId, ...]:
    """Everybody whom a record names: on a card who is known, never whose it is.

    The user's own card names nobody.
    """
    if isinstance(record, Person):
        return named_on(record)
    return subjects_of(record)


def subjects_of(record: Record) -> tuple[PersonId, ...]:
    """Whom a record is about; a card is about its person alone, whoever else stands on it."""
    if isinstance(record, Introduction):
        return (record.a, record.b)
    if isinstance(record, Event):
        return (*record.people, *record.wanted)
    if isinstance(record, Circle):
        return record.people
    if isinstance(record, TimeEntry | Slot):
        return () if record.person is None else (record.person,)
    return people_of(record)


def without_people(record: Record, gone: AbstractSet[PersonId]) -> Record | None:
    """The record naming none of some people; None where it would be about nobody then.

    Cards, events, circles and time stand without others, time without what was noted about them;
    an introduction needs both, and a slot whom it was booked with.
    """
    named = named_in(record)
    if gone.isdisjoint(named):
        return record
    if isinstance(record, Person):
        return card_without(record, gone)
    if isinstance(record, Event):
        return msgspec.structs.replace(
            record, people=_left(record.people, gone), wanted=_left(record.wanted, gone)
        )
    if isinstance(record, Circle):
        return msgspec.structs.replace(record, people=_left(record.people, gone))
    if isinstance(record, TimeEntry):
        return msgspec.structs.replace(record, person=None, note="")
    if isinstance(record, Interaction) and not set(named) <= gone:
        return msgspec.structs.replace(record, people=_left(record.people, gone))
    return None


def _left(people: tuple[PersonId, ...], gone: AbstractSet[PersonId]) -> tuple[PersonId, ...]:
    return tuple(each for each in people if each not in gone)
