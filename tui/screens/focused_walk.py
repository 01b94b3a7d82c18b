"""The keys of rows where a list and texts stand side by side: they go to what has the focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.screen import Screen

from tui.screens.list_walk import Walked, list_walk
from tui.screens.scroll_walk import TO_THE_END
from widgets.prose import Prose


class FocusedWalk:
    """Walks in the text with the focus, else in a list."""

    def __init__(self, screen: Screen[None], rows: Callable[[], Walked | None]) -> None:
        """Bind the screen; `rows` gives the list, or None where there is nothing to walk in."""
        self._screen = screen
        self._rows = rows

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        return list_walk(self)

    @property
    def _text(self) -> Prose | None:
        here = self._screen.focused
        return here if isinstance(here, Prose) else None

    def move(self, by: int) -> None:
        """So many lines or rows down, or up."""
        if self._text is not None:
            self._text.scroll_text(by)
        elif (rows := self._rows()) is not None:
            rows.move(by)

    def page(self, direction: int) -> None:
        """Half a page down, or up."""
        if self._text is not None:
            self._text.scroll_text(direction * max(1, self._text.inner_height // 2))
        elif (rows := self._rows()) is not None:
            rows.page(direction)

    def to_end(self, last: bool) -> None:
        """To the end, or the beginning."""
        if self._text is not None:
            self._text.scroll_text(TO_THE_END if last else -TO_THE_END)
        elif (rows := self._rows()) is not None:
            rows.to_end(last)
