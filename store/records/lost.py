"""Records that name what is not there, and what would set them right."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from store.records.change import Change, ChangeSet
from store.records.kinds import TableName
from store.records.me import Me
from store.records.naming import named_in, without_people
from store.records.record import Record
from store.records.snapshot import Snapshot

LINKS: tuple[tuple[TableName, str, TableName], ...] = (
    ("events", "circle", "circles"),
    ("follow_ups", "event", "events"),
    ("follow_ups", "exchange", "exchanges"),
    ("time_entries", "slot", "slots"),
)
"""Table, field, and the table of what the field names."""


def without_lost(snapshot: Snapshot) -> ChangeSet:
    """The change after which no record names a person, an event, a slot and the like in vain.

    The names go, the records stay; a record about missing people alone goes with them. It is empty
    where all is well, and holds one change a record otherwise.
    """
    after = {
        (table, id): left
        for table, records in snapshot.tables.items()
        for id, record in records.items()
        if (left := _naming_known_people(record, snapshot)) is not record
    }
    for table, field, target in LINKS:
        for id, record in snapshot.tables[table].items():
            left = after.get((table, id), record)
            link = None if left is None else getattr(left, field)
            if left is None or link is None:
                continue
            gone = (target, link) in after and after[target, link] is None
            if gone or link not in snapshot.tables[target]:
                after[table, id] = msgspec.structs.replace(left, **{field: None})
    return ChangeSet(tuple(_changes(after, snapshot)))


def _changes(
    after: dict[tuple[TableName, str], Record | None], snapshot: Snapshot
) -> Iterator[Change]:
    for (table, id), left in after.items():
        yield Change(table, id, snapshot.tables[table][id], left)


def _naming_known_people(record: Record, snapshot: Snapshot) -> Record | None:
    """The record itself where it names nobody in vain; None where it would be about nobody."""
    people = snapshot.people
    if isinstance(record, Me):
        asked = tuple(each for each in record.sorting.asked if each in people)
        if asked == record.sorting.asked:
            return record
        sorting = msgspec.structs.replace(record.sorting, asked=asked)
        return msgspec.structs.replace(record, sorting=sorting)
    missing = frozenset(each for each in named_in(record) if each not in people)
    return without_people(record, missing) if missing else record
