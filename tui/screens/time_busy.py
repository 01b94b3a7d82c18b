"""The times that calendars have taken, read off the screen in a thread of their own."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from store.formats.incoming import Refused
from store.rules.budget import Week
from store.rules.busy import Busy
from tui.busy_times import BusyTimes, LongestTaken

if TYPE_CHECKING:
    from tui.screens.time_screen import TimeScreen

GROUP = "busy"


class BusyRead(Message):
    """What calendars have taken in some days, and what of them could not be read."""

    def __init__(
        self,
        times: BusyTimes,
        days: tuple[date, date],
        busy: tuple[Busy, ...],
        problems: tuple[Refused, ...],
        around: tuple[Busy, ...] = (),
    ) -> None:
        """Say what was found, and what is known of the weeks before and after."""
        super().__init__()
        self.times = times
        """Who was asked."""
        self.days = days
        self.busy = busy
        self.problems = problems
        self.around = around


class TimeBusy:
    """What is known of the calendars, for a screen."""

    def __init__(self, screen: TimeScreen) -> None:
        """Nothing is read yet."""
        self._screen = screen
        self._times = BusyTimes(())
        self._asked: tuple[date, date] | None = None
        """For which days they were asked last."""
        self._found: BusyRead | None = None

    def times(self) -> tuple[Busy, ...]:
        """What is taken, as far as it is known."""
        return () if self._found is None else self._found.busy

    def around(self) -> tuple[Busy, ...]:
        """What is taken in the weeks before and after as well, as far as it is known."""
        return () if self._found is None else self._found.around

    def longest(self, days: Week) -> LongestTaken | None:
        """What takes longest in some days, as far as it is known."""
        return self._times.longest((days.start, days.until))

    @property
    def problems(self) -> tuple[Refused, ...]:
        """What could not be read."""
        return () if self._found is None else self._found.problems

    def knows(self, days: Week) -> bool:
        """Whether the calendars were read for some days; true where there are none."""
        if not self._times.paths:
            return True
        return self._found is not None and self._found.days == (days.start, days.until)

    @property
    def others_meant(self) -> bool:
        """Whether the settings name other calendars than those that were read."""
        fresh = self._screen.fresh
        return fresh is not None and tuple(fresh.ties.settings.calendars) != self._times.paths

    def ask(self, days: Week) -> None:
        """Read what the calendars of the settings say of some days; it comes as a message."""
        fresh = self._screen.fresh
        paths = () if fresh is None else tuple(fresh.ties.settings.calendars)
        if paths != self._times.paths and fresh is not None:
            self._times, self._found = BusyTimes(paths, fresh.snapshot.me), None
        if paths:
            self._asked = (days.start, days.until)
            reading = partial(self._read, self._times, self._asked)
            self._screen.run_worker(reading, group=GROUP, thread=True, exclusive=True, name=GROUP)

    def _read(self, times: BusyTimes, days: tuple[date, date]) -> None:
        """In a thread: nothing of the screen is touched."""
        busy, problems = times.read(days)
        self._screen.post_message(BusyRead(times, days, busy, problems, times.held()))

    def take(self, found: BusyRead) -> bool:
        """Keep what was found; whether it says anything new.

        A thread cannot be stopped: what an earlier one finds may come after what a later one did.
        """
        if found.times is not self._times or found.days != self._asked:
            return False
        before, self._found = self._found, found
        if before is None or before.days != found.days:
            return True
        return (before.busy, before.problems) != (found.busy, found.problems)
