"""A change set made on one snapshot, as it applies to a newer one: field by field."""

from __future__ import annotations

import msgspec

from store.records.change import Change, ChangeSet
from store.records.me import Me
from store.records.record import Record
from store.records.snapshot import Snapshot


class ConflictError(ValueError):
    """A record was changed, made or removed since, so that a change no longer fits."""

    def __init__(self, change: Change, field: str) -> None:
        """Say which change, and which field of it; an empty one for the record as a whole."""
        super().__init__(f"{change.table} {change.id} {field}".rstrip())
        self.change = change
        self.field = field


def rebase(change_set: ChangeSet, snapshot: Snapshot, *, strict: bool = False) -> ChangeSet:
    """The same change on today's records; fields that it does not touch keep their newer value.

    Args:
        change_set: made on an older snapshot.
        snapshot: what it shall apply to.
        strict: refuse where a field that it touches has another value than it says; otherwise the
            later change stands.

    Raises:
        ConflictError: where strict forbids it, or a record to be changed is gone.
    """
    rebased = (_rebased(change, snapshot, strict=strict) for change in change_set.changes)
    return ChangeSet(tuple(change for change in rebased if change.before != change.after))


def _rebased(change: Change, snapshot: Snapshot, *, strict: bool) -> Change:
    current = snapshot.tables[change.table].get(change.id)
    if current == change.before:
        return change
    if change.before is None and isinstance(current, Me) and isinstance(change.after, Me):
        # There is one card of the user's own: made by two sessions, it was empty before both.
        merged = _merged(change, Me(), change.after, current, strict=strict)
        return Change(change.table, change.id, current, merged)
    if change.before is None or change.after is None:
        return _whole(change, current, strict=strict)
    if current is None:
        raise ConflictError(change, "")
    merged = _merged(change, change.before, change.after, current, strict=strict)
    return Change(change.table, change.id, current, merged)


def _whole(change: Change, current: Record | None, *, strict: bool) -> Change:
    """A record made or removed by both sides, or changed by one and removed by the other."""
    if strict:
        raise ConflictError(change, "")
    return Change(change.table, change.id, current, change.after)


def _merged(
    change: Change, before: Record, after: Record, current: Record, *, strict: bool
) -> Record:
    fields: dict[str, object] = {}
    for name in current.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if strict and getattr(current, name) != old:
            raise ConflictError(change, name)
        fields[name] = new
    return msgspec.structs.replace(current, **fields)
