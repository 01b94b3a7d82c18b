"""Whom a record of any table names, and the same record without some of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import msgspec

from store.records.circle import Circle
from store.records.event import Event
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.record import Record
from store.records.snapshot import people_of
from store.records.time_entry import Slot, TimeEntry


def named_in(record: Record) -> tuple[PersonId, ...]:
    """Everybody whom a record names; a person's own card and the user's name nobody."""
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

    Events, circles and time stand without people; an introduction needs both.
    """
    named = named_in(record)
    if gone.isdisjoint(named):
        return record
    if isinstance(record, Event):
        return msgspec.structs.replace(
            record, people=_left(record.people, gone), wanted=_left(record.wanted, gone)
        )
    if isinstance(record, Circle):
        return msgspec.structs.replace(record, people=_left(record.people, gone))
    if isinstance(record, TimeEntry | Slot):
        return msgspec.structs.replace(record, person=None)
    if isinstance(record, Interaction) and not set(named) <= gone:
        return msgspec.structs.replace(record, people=_left(record.people, gone))
    return None


def _left(people: tuple[PersonId, ...], gone: AbstractSet[PersonId]) -> tuple[PersonId, ...]:
    return tuple(each for each in people if each not in gone)
