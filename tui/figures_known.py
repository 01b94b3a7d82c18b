"""The figures of weeks, worked out when they are first shown and kept while nothing moves them."""

from __future__ import annotations

from datetime import date
from operator import is_not

from store.rules.budget import week_of
from store.views.time_figures import TimeFigures, time_figures
from tui.writer import Fresh

KEPT = 12
"""Weeks; gone to and fro by key."""

WITHOUT_MINUTES = frozenset({"slots"})
"""Tables in which no minutes are noted, nor anything that says whose minutes matter."""


class FiguresKnown:
    """Keeps the last weeks: to book a slot, or to go back a week, looks at no contact again."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._made_of: tuple[object, ...] = ()
        self._weeks: dict[date, TimeFigures] = {}

    def of(self, fresh: Fresh, day: date) -> TimeFigures:
        """The figures of the week that holds a day."""
        made_of = _made_of(fresh)
        if not self._made_of or any(map(is_not, made_of, self._made_of)):
            self._made_of, self._weeks = made_of, {}
        start = week_of(day, fresh.ties.settings.week_starts).start
        found = self._weeks.get(start)
        if found is None:
            found = time_figures(fresh.snapshot, fresh.ties, day)
            if len(self._weeks) >= KEPT:
                self._weeks.clear()
            self._weeks[start] = found
        return found


def _made_of(fresh: Fresh) -> tuple[object, ...]:
    """What the figures of every week are made of; a change makes another object of it."""
    tables = fresh.snapshot.tables
    noted = (tables[name] for name in tables if name not in WITHOUT_MINUTES)
    return (fresh.ties.settings, fresh.ties.scene, *noted)
