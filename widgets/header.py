"""The bar on top: numbered screens, and the day."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from textual.reactive import var
from textual.strip import Strip

from widgets.line import Line, Piece, paint
from widgets.sheet import Sheet


class Tab(msgspec.Struct, frozen=True):
    """A screen that can be gone to."""

    number: int
    label: str


class Header(Sheet, can_focus=False):
    """One line; the present screen stands between half blocks."""

    tabs: var[tuple[Tab, ...]] = var[tuple[Tab, ...]](())
    here: var[int] = var(1)
    news: var[str] = var("")
    """That another session has changed something; until the next key."""
    state: var[str] = var("")
    """What is out of the ordinary on this day: a trip; given up where there is no room for it."""
    day: var[str] = var("")
    mark: var[str] = var("")
    """Such as "demo"."""

    def _line(self, width: int) -> Line:
        left: list[Piece] = [Piece(" ")]
        for tab in self.tabs:
            text = f"{tab.number} {tab.label}"
            if tab.number == self.here:
                left += [Piece("▐", "accent"), Piece(text, "strong"), Piece("▌", "accent")]
            else:
                left.append(Piece(f" {text} ", "dim"))
        room = width - sum(cell_len(piece.text) for piece in left)
        right = self._right(self.state)
        if _cells(right) > room:
            right = self._right("")
        if _cells(right) > room:
            right = right[-2:]
        return Line(tuple(left), tuple(right[:-1]))

    def _right(self, state: str) -> list[Piece]:
        told = ((self.news, True), (self.mark, True), (state, False), (self.day, False))
        right: list[Piece] = []
        for text, strong in told:
            if text:
                right += [Piece(f"{text} ", "attention" if strong else "dim"), Piece(" ")]
        return right

    def render_line(self, y: int) -> Strip:
        """The bar."""
        width = self.size.width
        return Strip(paint(self._line(width), width, self.style_of, self.glyphs), width)

    def watch_tabs(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_here(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_news(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_state(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_day(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_mark(self) -> None:
        """Repaint."""
        self.refresh()


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)
