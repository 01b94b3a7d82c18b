"""What everybody asks of a week, counted when it is first needed and kept up from then on."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from tui.writer import Fresh

if TYPE_CHECKING:
    from store.views.weekly_minutes import WeeklyMinutes


class WeeklyKnown:
    """Keeps the last count: a key that asks again costs what has changed since.

    The first count looks at everybody, which with ten thousand people is longer than a frame; so
    it can be begun off the event loop, by whoever knows that it will be asked for.
    """

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._last: WeeklyMinutes | None = None
        self._counting: Thread | None = None

    @property
    def known(self) -> bool:
        """Whether there is a count; another one then costs little."""
        return self._last is not None

    def begin(self, fresh: Fresh) -> None:
        """Count in a thread, unless that was done or is under way; `of` waits for it."""
        if self._last is None and self._counting is None:
            self._counting = Thread(target=self.count, args=(fresh,), daemon=True)
            self._counting.start()

    def of(self, fresh: Fresh) -> WeeklyMinutes:
        """The count for the data at hand."""
        counting, self._counting = self._counting, None
        if counting is not None:
            counting.join()
        return self.count(fresh)

    def count(self, fresh: Fresh) -> WeeklyMinutes:
        """The same, on the thread that asks; not on two at once."""
        # Few keys come here; the program starts without it.
        from store.views.weekly_minutes import WeeklyMinutes

        if self._last is None:
            self._last = WeeklyMinutes.of(fresh.snapshot, fresh.ties)
        else:
            self._last = self._last.after(fresh.snapshot, fresh.ties)
        return self._last
