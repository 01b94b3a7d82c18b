"""One line of what a list is narrowed by."""

from __future__ import annotations

from textual.reactive import var
from textual.strip import Strip

from widgets.line import Line, Piece, paint
from widgets.sheet import Sheet


class Chips(Sheet, can_focus=False):
    """Each chip is a kind and a value; a hint at the right."""

    chips: var[tuple[tuple[str, str], ...]] = var[tuple[tuple[str, str], ...]](())
    hint: var[str] = var("")

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        left = tuple(
            piece
            for kind, value in self.chips
            for piece in (Piece(f" {kind} ", "dim"), Piece(value, "strong"), Piece(" × ", "dim"))
        )
        line = Line(left, (Piece(f"{self.hint} ", "dim"),) if self.hint else ())
        return Strip(paint(line, width, self.style_of, self.glyphs), width)

    def watch_chips(self) -> None:
        """Repaint."""
        self.refresh()

    def watch_hint(self) -> None:
        """Repaint."""
        self.refresh()
