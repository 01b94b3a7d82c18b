"""The question after days away: asked until it is answered or left, whatever is done meanwhile."""

from __future__ import annotations

import msgspec

from store.records.me import Me
from store.views.today import Absence, TodayView
from tui.writer import Fresh


class DaysAway:
    """Remembers the question: the first act of the day ends the absence that it is about."""

    def __init__(self) -> None:
        """Nothing is asked yet."""
        self._days: Absence | None = None
        self._left = False

    def asked(self, view: TodayView, fresh: Fresh) -> TodayView:
        """The view, with the question where it is still open."""
        found = view.summary.absence
        if found is not None:
            self._days = found
        days = self._days
        closed = days is None or self._left or _answered(days, fresh.snapshot.me)
        shown = None if closed else days
        if shown == found:
            return view
        summary = msgspec.structs.replace(view.summary, absence=shown)
        return msgspec.structs.replace(view, summary=summary)

    def leave(self) -> None:
        """Ask no more in this session; the clock counts those days."""
        self._left = True


def _answered(days: Absence, me: Me) -> bool:
    return any(each.start <= days.start and each.until >= days.until for each in me.pauses)
