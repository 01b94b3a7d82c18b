"""The whole of the data at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

import msgspec

from store.records.card_links import named_on
from store.records.change import Change, ChangeSet
from store.records.circle import Circle
from store.records.event import Event
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.forgotten import Forgotten
from store.records.ids import (
    CircleId,
    EventId,
    ExchangeId,
    FollowUpId,
    InteractionId,
    IntroductionId,
    PersonId,
    SlotId,
    TemplateId,
    TimeEntryId,
)
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TABLES, TableName
from store.records.me import ME, Me
from store.records.name_index import NameIndex
from store.records.person import Person
from store.records.record import Record
from store.records.table import Table
from store.records.time_entry import Slot, Template, TimeEntry

Index = Table[PersonId, tuple[str, ...]]
"""Per person, the ids of the records that name them, in the order in which they came."""

INDEXED: tuple[TableName, ...] = ("interactions", "follow_ups", "exchanges", "people")


class StaleChangeError(ValueError):
    """A change whose record is not as it says it was."""


def people_of(record: Record) -> tuple[PersonId, ...]:
    """Whom a record of an indexed table is about."""
    if isinstance(record, Interaction):
        return record.people
    if isinstance(record, FollowUp | Exchange):
        return (record.person,)
    return ()


def _indexed(record: Record) -> tuple[PersonId, ...]:
    return named_on(record) if isinstance(record, Person) else people_of(record)


class Snapshot(msgspec.Struct, frozen=True, eq=False):
    """Immutable; `apply` gives the next one and shares what did not change."""

    tables: Mapping[TableName, Table[str, Record]]
    indexes: Mapping[TableName, Index]
    revision: int = 0
    """Grows by one with every commit."""
    forgotten: Forgotten = Forgotten()
    """Who is not to come back."""
    names: NameIndex = NameIndex({})
    """People by folded name."""

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same records; the revision does not matter."""
        if not isinstance(other, Snapshot):
            return NotImplemented
        return all(dict(self.tables[name]) == dict(other.tables[name]) for name in TABLES)

    __hash__ = None  # type: ignore[assignment]

    @property
    def people(self) -> Table[PersonId, Person]:
        """All people."""
        return cast("Table[PersonId, Person]", self.tables["people"])

    @property
    def interactions(self) -> Table[InteractionId, Interaction]:
        """All interactions."""
        return cast("Table[InteractionId, Interaction]", self.tables["interactions"])

    @property
    def follow_ups(self) -> Table[FollowUpId, FollowUp]:
        """All follow-ups, open and closed."""
        return cast("Table[FollowUpId, FollowUp]", self.tables["follow_ups"])

    @property
    def exchanges(self) -> Table[ExchangeId, Exchange]:
        """All help given, received and asked for."""
        return cast("Table[ExchangeId, Exchange]", self.tables["exchanges"])

    @property
    def introductions(self) -> Table[IntroductionId, Introduction]:
        """All introductions."""
        return cast("Table[IntroductionId, Introduction]", self.tables["introductions"])

    @property
    def events(self) -> Table[EventId, Event]:
        """All events."""
        return cast("Table[EventId, Event]", self.tables["events"])

    @property
    def circles(self) -> Table[CircleId, Circle]:
        """All circles."""
        return cast("Table[CircleId, Circle]", self.tables["circles"])

    @property
    def time_entries(self) -> Table[TimeEntryId, TimeEntry]:
        """All time without an interaction."""
        return cast("Table[TimeEntryId, TimeEntry]", self.tables["time_entries"])

    @property
    def slots(self) -> Table[SlotId, Slot]:
        """All planned slots."""
        return cast("Table[SlotId, Slot]", self.tables["slots"])

    @property
    def templates(self) -> Table[TemplateId, Template]:
        """All templates."""
        return cast("Table[TemplateId, Template]", self.tables["templates"])

    @property
    def me(self) -> Me:
        """The user's card; empty until something is set."""
        return cast(Me, self.tables["me"].get(ME, _NOBODY))

    def interactions_of(self, person: PersonId) -> tuple[Interaction, ...]:
        """The interactions with a person, by day, then in the order in which they came."""
        ids = self.indexes["interactions"].get(person, ())
        table = self.interactions
        found = [table[InteractionId(each)] for each in ids]
        found.sort(key=_by_day)
        return tuple(found)

    def follow_ups_of(self, person: PersonId) -> tuple[FollowUp, ...]:
        """The follow-ups of a person, open and closed."""
        ids = self.indexes["follow_ups"].get(person, ())
        return tuple(self.follow_ups[FollowUpId(each)] for each in ids)

    def exchanges_of(self, person: PersonId) -> tuple[Exchange, ...]:
        """The exchanges with a person."""
        ids = self.indexes["exchanges"].get(person, ())
        return tuple(self.exchanges[ExchangeId(each)] for each in ids)

    def cards_naming(self, person: PersonId) -> tuple[Person, ...]:
        """The cards that name a person: as known, as who brought us together, as somebody else."""
        ids = self.indexes["people"].get(person, ())
        return tuple(self.people[PersonId(each)] for each in ids)

    def apply(self, change_set: ChangeSet) -> Snapshot:
        """The snapshot after a change set, its revision one higher.

        Raises:
            StaleChangeError: where a record is not what the change says it was.
        """
        fresh: dict[TableName, dict[str, Record | None]] = {}
        for change in change_set.changes:
            if self.tables[change.table].get(change.id) != change.before:
                raise StaleChangeError(f"{change.table} {change.id}")
            fresh.setdefault(change.table, {})[change.id] = change.after
        tables = dict(self.tables)
        for name, records in fresh.items():
            tables[name] = tables[name].with_changes(records)
        indexes = _reindexed(self.indexes, change_set.changes)
        people = cast("Table[PersonId, Person]", tables["people"])
        names = self.names.after(change_set.changes, people)
        return Snapshot(tables, indexes, self.revision + 1, self.forgotten, names)


def _by_day(interaction: Interaction) -> date:
    return interaction.on


def _reindexed(
    indexes: Mapping[TableName, Index], changes: Iterable[Change]
) -> Mapping[TableName, Index]:
    moved: dict[TableName, dict[PersonId, tuple[str, ...]]] = {}
    for change in changes:
        if change.table not in INDEXED:
            continue
        old = _indexed(change.before) if change.before else ()
        new = _indexed(change.after) if change.after else ()
        if old == new:
            continue
        entries = moved.setdefault(change.table, {})
        index = indexes[change.table]
        for person in old:
            if person not in new:
                held = entries.get(person, index.get(person, ()))
                entries[person] = tuple(each for each in held if each != change.id)
        for person in new:
            if person not in old:
                entries[person] = (*entries.get(person, index.get(person, ())), change.id)
    if not moved:
        return indexes
    return {name: indexes[name].with_changes(moved.get(name, {})) for name in INDEXED}


def snapshot_of(
    tables: Mapping[TableName, dict[str, Record]],
    revision: int = 0,
    forgotten: Forgotten = Forgotten(),  # noqa: B008 - immutable
) -> Snapshot:
    """A snapshot over records by table and id; a table not named is empty."""
    indexes: dict[TableName, Index] = {}
    for name in INDEXED:
        entries: dict[PersonId, list[str]] = {}
        for record in tables.get(name, {}).values():
            for person in _indexed(record):
                entries.setdefault(person, []).append(record.id)
        indexes[name] = Table({person: tuple(ids) for person, ids in entries.items()})
    held = {name: Table(tables.get(name)) for name in TABLES}
    names = NameIndex(cast("Table[PersonId, Person]", held["people"]))
    return Snapshot(held, indexes, revision, forgotten, names)


_NOBODY = Me()

EMPTY = snapshot_of({})
"""A network without anybody."""
