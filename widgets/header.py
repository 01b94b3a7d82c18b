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
        right: list[Piece] = []
        for text, strong in ((self.news, True), (self.mark, True), (self.day, False)):
            if text:
                right += [Piece(f"{text} ", "attention" if strong else "dim"), Piece(" ")]
        used = sum(cell_len(piece.text) for piece in left)
        if used + sum(cell_len(piece.text) for piece in right) > width:
            right = right[-2:]
        return Line(tuple(left), tuple(right[:-1]))

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

    def watch_day(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_mark(self) -> None:
        """Repaint."""
        self.refresh()
