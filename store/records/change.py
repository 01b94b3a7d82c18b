"""Change sets: what one action does, in a form that can be turned round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from store.records.kinds import TableName
from store.records.record import Record
from store.records.tables import TABLE_OF

R = TypeVar("R", bound=Record)


class Change(msgspec.Struct, frozen=True):
    """One record made (before is None), changed, or removed (after is None)."""

    table: TableName
    id: str
    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)


class ChangeSet(msgspec.Struct, frozen=True):
    """Changes that are committed together or not at all; at most one a record."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.changes)

    def inverse(self) -> ChangeSet:
        """The change set that takes this one back."""
        return ChangeSet(tuple(change.inverse() for change in reversed(self.changes)))


def make(record: Record) -> Change:
    """A record that was not there."""
    return Change(TABLE_OF[type(record)], record.id, None, record)


def remove(record: Record) -> Change:
    """A record that goes."""
    return Change(TABLE_OF[type(record)], record.id, record, None)


def alter(before: R, **fields: object) -> Change:
    """A record with some of its fields set anew."""
    after = msgspec.structs.replace(before, **fields)
    return Change(TABLE_OF[type(before)], before.id, before, after)


def combine(change_sets: Iterable[ChangeSet]) -> ChangeSet:
    """Change sets made one after the other, as one; what comes to nothing is left out."""
    whole: dict[tuple[str, str], Change] = {}
    for change_set in change_sets:
        for change in change_set.changes:
            key = (change.table, change.id)
            first = whole.get(key, change)
            whole[key] = Change(change.table, change.id, first.before, change.after)
    return ChangeSet(tuple(each for each in whole.values() if each.before != each.after))
