"""A record that names somebody else in the place of somebody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Record
from store.records.time_entry import Slot, TimeEntry

R = TypeVar("R", bound=Record)


def renamed(record: R, names: Mapping[PersonId, PersonId]) -> R:
    """The record with some people named as others; the very same where it names none of them.

    Args:
        record: of any table.
        names: who is named no more, each with who is named instead.
    """
    if names.keys().isdisjoint(named_in(record)):
        return record
    return msgspec.structs.replace(record, **_fields(record, names))


def _fields(record: Record, names: Mapping[PersonId, PersonId]) -> dict[str, object]:
    def one(person: PersonId) -> PersonId:
        return names.get(person, person)

    def several(people: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
        own = record.id if isinstance(record, Person) else ""
        return tuple(dict.fromkeys(each for each in map(one, people) if each != own))

    if isinstance(record, Person):
        through = None if record.through is None else one(record.through)
        return {
            "through": None if through == record.id else through,
            "knows": several(record.knows),
            "distinct_from": several(record.distinct_from),
        }
    if isinstance(record, Introduction):
        return {"a": one(record.a), "b": one(record.b)}
    if isinstance(record, Event):
        return {"people": several(record.people), "wanted": several(record.wanted)}
    if isinstance(record, Interaction | Circle):
        return {"people": several(record.people)}
    if isinstance(record, FollowUp | Exchange | TimeEntry | Slot) and record.person is not None:
        return {"person": one(record.person)}
    return {}
