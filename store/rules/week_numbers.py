"""Weeks one after the other, and the number that each has in its year."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from store.rules.budget import WEEK, Week

MIDDLE = timedelta(days=3)
"""From the first day of a week to the one that says to which year it belongs."""


class WeekNumber(msgspec.Struct, frozen=True):
    """A week as calendars print it."""

    year: int
    number: int

    def __str__(self) -> str:
        """As ISO 8601 writes it: `2026-W47`."""
        return f"{self.year:04}-W{self.number:02}"


def number_of(start: date) -> WeekNumber:
    """The number of a week, by the day in its middle: that of ISO 8601 where it starts on Monday.

    A week from Sunday or Saturday has the number of the Monday within it, so that neighbours in
    different countries speak of the same one.

    Args:
        start: its first day.
    """
    middle = min(start, date.max - MIDDLE) + MIDDLE
    found = middle.isocalendar()
    return WeekNumber(found.year, found.week)


def weeks_until(last: Week, count: int) -> tuple[Week, ...]:
    """So many weeks, the oldest first; fewer at the beginning of the calendar."""
    starts = (last.start.toordinal() - WEEK * back for back in reversed(range(1, count)))
    before = (date.fromordinal(start) for start in starts if start > 0)
    return (*(Week(start, start + timedelta(days=WEEK - 1)) for start in before), last)
