"""The hours at which somebody may be rung up, on their own clock."""

from __future__ import annotations

from datetime import datetime

EARLIEST, LATEST = 8 * 60, 21 * 60
"""Minutes of the day between which somebody's telephone may ring."""


def are_decent(begins: datetime, ends: datetime) -> bool:
    """Whether a time lies within such hours of one day.

    Args:
        begins: on the clock of whoever is rung up.
        ends: on the same clock.
    """
    first, last = (each.hour * 60 + each.minute for each in (begins, ends))
    return begins.date() == ends.date() and first >= EARLIEST and last <= LATEST
