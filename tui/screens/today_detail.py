"""The detail on Today: whom it tells about, and when it follows the cursor."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.views.today import TodayRow
from tui.screens.side_panes import SidePanes
from tui.screens.today_targets import form_of
from widgets.prose import Prose

if TYPE_CHECKING:
    from tui.screens.today import Today

SECONDS = 0.08
"""The detail follows the cursor once it rests that long: a held key repaints two lines only."""


class TodayDetail:
    """Draws who is under the cursor of the list or of the heat, or somebody gone to."""

    seconds = SECONDS

    def __init__(self, screen: Today, sides: SidePanes) -> None:
        """Bind the screen and what draws for it."""
        self._screen = screen
        self._sides = sides
        self._timer: asyncio.TimerHandle | None = None
        self.arithmetic = False
        """Whether the figures are told instead of what helps to begin."""

    def draw(self) -> None:
        """Tell of them now."""
        self._timer = None
        screen = self._screen
        if screen.fresh is None:
            return
        person, row = self._about()
        if person is None and screen.absence is not None and screen.asking_absence:
            self._sides.absence(screen.absence)
        else:
            form = form_of(
                screen.app.size,
                arithmetic=self.arithmetic,
                alone=screen.zoomed and isinstance(screen.focused, Prose),
                whole=screen.heat.whole,
                inside=None if screen.visited else screen.session.why(row),
            )
            self._sides.detail(screen.fresh, person, row, form)
        screen.show_footer()

    def _about(self) -> tuple[PersonId | None, TodayRow | None]:
        """The person, and the row under the list's cursor."""
        screen = self._screen
        if screen.heat.chosen:
            return screen.visited or screen.heat.person, None
        row = screen.row
        return screen.visited or (PersonId(row.person) if row else None), row

    def soon(self) -> None:
        """Tell of them once the cursor rests."""
        if self._timer is not None:
            self._timer.cancel()
        # The loop's own timer: Textual's would be a task for each key.
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self.seconds, self._screen.call_next, self.draw)
