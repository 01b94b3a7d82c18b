"""How long something has run: a few cells that are repainted alone, once a second."""

from __future__ import annotations

from textual.reactive import var
from textual.strip import Strip

from widgets.line import Line, Piece, paint
from widgets.sheet import Sheet


class TimerCell(Sheet, can_focus=False):
    """A text laid over a line of the pane that it stands in.

    Textual repaints a widget from its left edge on, whatever part of it is meant; so the figures
    of a timer are a widget of their own.
    """

    text: var[str] = var("")

    def lie_at(self, x: int, y: int, width: int) -> None:
        """Lie over some cells of the pane; nowhere where they are none.

        Args:
            x: cells from the left edge of the pane.
            y: lines from its upper edge.
            width: in cells.
        """
        self.display = width > 0
        if width > 0:
            self.styles.width = width
            self.styles.offset = (x, y)

    def render_line(self, y: int) -> Strip:
        """The text."""
        width = self.size.width
        return Strip(
            paint(Line((Piece(self.text, "accent"),)), width, self.style_of, self.glyphs), width
        )

    def watch_text(self) -> None:
        """Repaint."""
        self.refresh()
