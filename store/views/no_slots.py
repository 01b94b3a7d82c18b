"""Why no slot is proposed in some days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from store.records.person import Pause
from store.rules.budget import Week
from store.rules.pauses import covers

WhyNone = Literal["pause", "no_time", "nobody"]
"""A pause; no free time by hours and calendars; nobody who is due, or no minutes left for it."""


def why_none(
    week: Week,
    days: Week,
    today: date,
    pauses: Sequence[Pause],
    rest: frozenset[int],
    *,
    free: bool,
) -> WhyNone:
    """The first reason there is.

    Args:
        week: the one shown.
        days: those whose slots are shown with it; see `store.views.slots.days_shown`.
        today: the day; those before it have no free time.
        pauses: of the user.
        rest: days of the week that are off.
        free: whether any time is free in these days.
    """
    working = list(_working(week, today, rest)) or list(_working(days, today, rest))
    if working and all(covers(pauses, day) for day in working):
        return "pause"
    return "nobody" if free else "no_time"


def _working(days: Week, today: date, rest: frozenset[int]) -> Iterator[date]:
    first = max(days.start, today)
    for ahead in range((days.until - first).days + 1):
        day = first + timedelta(days=ahead)
        if day.weekday() not in rest:
            yield day
