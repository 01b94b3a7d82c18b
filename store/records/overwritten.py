"""Fields that two sessions have set at the same time: the later stands, the earlier is told."""

from __future__ import annotations

import msgspec

from store.records.change import ChangeSet
from store.records.kinds import TableName


class Overwritten(msgspec.Struct, frozen=True, array_like=True):
    """A field whose newer value, not seen by who wrote over it, stood for a while only.

    That value is in the change's record before.
    """

    table: TableName
    id: str
    field: str


QUIET = frozenset({"last_act", "deferrals"})
"""Fields that the program keeps by itself, and that nobody misses."""


def overwritten(wanted: ChangeSet, applied: ChangeSet) -> tuple[Overwritten, ...]:
    """What a change wrote over without having seen it.

    Args:
        wanted: the change as it was worked out.
        applied: the same as it was rebased on newer data.
    """
    if wanted is applied:
        return ()
    seen = {(each.table, each.id): each for each in wanted.changes}
    found: list[Overwritten] = []
    for each in applied.changes:
        first = seen[each.table, each.id]
        if first.before is None or each.before is None or first.after is None:
            continue
        if first.before is each.before:
            continue
        for name in each.before.__struct_fields__:
            old, newer = getattr(first.before, name), getattr(each.before, name)
            lost = newer not in (old, getattr(first.after, name))
            if lost and getattr(first.after, name) != old and name not in QUIET:
                found.append(Overwritten(each.table, each.id, name))
    return tuple(found)
