"""Promises, exchanges, events and groups of an import while it is planned: each kept once.

The id is worked out from the key that another program gave, so what is there already, be it changed
or done, stays as it is. A group is also known by its name: whom it lacks is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.formats.incoming import IncomingRecord
from store.formats.people_plan import PeoplePlan
from store.records.change import Change, alter, make
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.identity import text_key
from store.records.ids import CircleId, PersonId, stable_id
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.records.tables import TABLE_OF


class RecordsPlan:
    """The records that come in."""

    def __init__(self, snapshot: Snapshot, people: PeoplePlan, today: date) -> None:
        """Begin with those that are there."""
        self._snapshot = snapshot
        self._people = people
        self._today = today
        circles = snapshot.circles.values()
        self._circles = {text_key(each.name): CircleId(each.id) for each in circles}
        self._kept: dict[str, Record] = {}
        """By id; a circle that is there as it becomes."""
        self._counted: set[str] = set()
        self.left = 0
        """How many give nothing, since nobody of them is known."""

    @property
    def count(self) -> int:
        """How many are new."""
        return len(self._counted)

    def take(self, incoming: IncomingRecord) -> None:
        """Keep a record with those of its people who are known, once."""
        id = stable_id(incoming.key)
        record = incoming.record
        if id in self._snapshot.tables[TABLE_OF[type(record)]] or id in self._kept:
            return
        found = [each for each in map(self._people.found, incoming.whom) if each is not None]
        people = tuple(dict.fromkeys(each for each in found if self._may_change(each)))
        if not people and (incoming.whom or isinstance(record, FollowUp | Exchange)):
            self.left += not found
            return
        if isinstance(record, FollowUp):
            made = record.made or self._today
            self._keep(msgspec.structs.replace(record, id=id, person=people[0], made=made))
        elif isinstance(record, Exchange):
            self._keep(msgspec.structs.replace(record, id=id, person=people[0]))
        elif isinstance(record, Event):
            self._keep(msgspec.structs.replace(record, id=id, people=people))
        else:
            self._into_circle(msgspec.structs.replace(record, id=id, people=people))

    def _may_change(self, person: PersonId) -> bool:
        return not self._people.is_left_alone(person)

    def _into_circle(self, circle: Circle) -> None:
        key = text_key(circle.name)
        id = self._circles.setdefault(key, CircleId(circle.id))
        held = self._kept.get(id) or self._snapshot.circles.get(id)
        if not isinstance(held, Circle):
            self._keep(circle)
            return
        people = tuple(dict.fromkeys((*held.people, *circle.people)))
        if people != held.people:
            self._keep(msgspec.structs.replace(held, people=people))

    def _keep(self, record: Record) -> None:
        self._kept[record.id] = record
        self._counted.add(record.id)

    def changes(self) -> Iterator[Change]:
        """What becomes of these records."""
        for id, record in self._kept.items():
            before = self._snapshot.tables[TABLE_OF[type(record)]].get(id)
            if isinstance(before, Circle) and isinstance(record, Circle):
                yield alter(before, people=record.people)
            else:
                yield make(record)
