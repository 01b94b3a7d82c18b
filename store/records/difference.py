"""From one snapshot to another: the change set between them."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.change import Change, ChangeSet
from store.records.kinds import TABLES, TableName
from store.records.snapshot import Snapshot


def difference(before: Snapshot, after: Snapshot) -> ChangeSet:
    """What to apply to `before` to have the records of `after`; time grows with both."""
    return ChangeSet(tuple(change for name in TABLES for change in _of_table(name, before, after)))


def _of_table(name: TableName, before: Snapshot, after: Snapshot) -> Iterator[Change]:
    old, new = before.tables[name], after.tables[name]
    if old is new:
        return
    had, has = old.plain(), new.plain()
    for id, record in had.items():
        now = has.get(id)
        if now is not record and now != record:
            yield Change(name, id, record, now)
    for id, record in has.items():
        if id not in had:
            yield Change(name, id, None, record)
