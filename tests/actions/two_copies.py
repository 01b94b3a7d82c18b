"""Two copies of one network that part, for tests of joining them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from store.actions.commit import Entry
from store.actions.joining import Copy
from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.ids import PersonId
from store.records.kinds import TableName
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY, Snapshot
from store.records.tables import TABLE_OF

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 11, 20)

ADA, BO, CLEO = PersonId("ADA"), PersonId("BO"), PersonId("CLEO")


def at(hours: float) -> datetime:
    """A moment, in hours after the copies parted."""
    return NOON + timedelta(hours=hours)


def network(*records: Record) -> Snapshot:
    """A snapshot of some records."""
    return EMPTY.apply(ChangeSet(tuple(map(make, records))))


def copy_of(*records: Record) -> Copy:
    """A copy without a history."""
    return Copy(network(*records))


def commit(copy: Copy, hours: float, *changes: Change, action: str = "edit") -> Copy:
    """The copy after a commit."""
    change_set = ChangeSet(changes)
    snapshot = copy.snapshot.apply(change_set)
    entry = Entry(
        revision=snapshot.revision,
        at=at(hours),
        session="test",
        action=action,
        change_set=change_set,
    )
    return Copy(snapshot, (*copy.history, entry))


def undone(copy: Copy, hours: float) -> Copy:
    """The copy after its last commit was taken back."""
    last = copy.history[-1]
    back = last.change_set.inverse()
    snapshot = copy.snapshot.apply(back)
    entry = Entry(
        revision=snapshot.revision,
        at=at(hours),
        session="test",
        action=last.action,
        how="undo",
        of=last.revision,
        change_set=back,
    )
    return Copy(snapshot, (*copy.history, entry))


def edited(copy: Copy, hours: float, record: Record, **fields: object) -> Copy:
    """The copy after some fields of a record, found by its id, were set."""
    held = copy.snapshot.tables[TABLE_OF[type(record)]][record.id]
    return commit(copy, hours, alter(held, **fields))


def added(copy: Copy, hours: float, *records: Record) -> Copy:
    """The copy after records were made."""
    return commit(copy, hours, *map(make, records), action="add")


def deleted(copy: Copy, hours: float, *records: Record) -> Copy:
    """The copy after records were removed, in one commit."""
    held = (copy.snapshot.tables[TABLE_OF[type(each)]][each.id] for each in records)
    return commit(copy, hours, *map(remove, held), action="delete")


def held(copy: Copy, table: TableName, id: str) -> dict[str, object]:
    """What is set of a record."""
    record = copy.snapshot.tables[table][id]
    plain: dict[str, object] = msgspec.to_builtins(record)
    return plain


def person(id: PersonId, **fields: object) -> Person:
    """A person with a name."""
    return msgspec.structs.replace(Person(id=id, name=id.title()), **fields)
