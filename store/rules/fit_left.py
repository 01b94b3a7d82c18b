"""Which rows of a choice still fit, as the minutes go by."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.rules.budget import rounded_up
from store.rules.due import Due
from store.rules.fit import needed


def outside(
    rows: Sequence[Due],
    left: int,
    out: Collection[str] = (),
    held: Collection[str] = (),
) -> frozenset[str]:
    """The ids of those that do not fit.

    A row that fitted goes out once it takes longer than what is left by itself, so that a minute
    gone by does not turn a whole choice over. One that is out, such as a promise that found no
    room, comes in once there is room for it beside all that are in.

    Args:
        rows: those not done yet, in their order.
        left: minutes; both they and what a row takes are rounded up to five.
        out: ids of those that did not fit when this was asked before.
        held: ids of those to be left where they are, such as one that is being seen to.
    """
    room = rounded_up(max(0, left))
    kept = [row for row in rows if row.id not in out and (row.id in held or needed(row) <= room)]
    gone = {row.id for row in rows} - {row.id for row in kept}
    spare = left - sum(needed(row) for row in kept)
    for row in rows:
        if row.id in out and row.id not in held and needed(row) <= spare:
            gone.discard(row.id)
            spare -= needed(row)
    return frozenset(gone)
