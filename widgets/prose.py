"""A pane of paragraphs that scrolls without being entered."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events

from widgets.line import BLANK, Line, Piece
from widgets.paragraph import Paragraph, laid_out
from widgets.sheet import Sheet
from widgets.week import Meter, meter_line


class Prose(Sheet):
    """Shows paragraphs, and a meter held at the bottom where it is given."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._held: Meter | None = None
        self._lines: list[Line] = []
        self._laid_out_for: tuple[int, int] | None = None
        self._from = 0

    def show(self, paragraphs: tuple[Paragraph, ...], *, closing: Meter | None = None) -> None:
        """Show other text from its beginning; the same text keeps its place."""
        if paragraphs == self._paragraphs and closing == self._held:
            return
        scrolled = self._from
        if paragraphs != self._paragraphs:
            self._from = 0
        self._paragraphs, self._held = paragraphs, closing
        before = self._lines
        self._laid_out_for = None
        lines = self._wrapped()
        if scrolled:
            self.refresh()
            return
        for y in range(self.inner_height):
            old = before[y] if y < len(before) else BLANK
            new = lines[y] if y < len(lines) else BLANK
            if old != new or y == self.inner_height - 1:
                self.refresh_inner(y)

    def scroll_text(self, by: int) -> None:
        """Move the text by so many lines."""
        furthest = max(0, len(self._wrapped()) - self._text_height)
        start = max(0, min(furthest, self._from + by))
        if start != self._from:
            self._from = start
            self.refresh()

    @property
    def _text_height(self) -> int:
        return max(0, self.inner_height - (1 if self._held is not None else 0))

    def _wrapped(self) -> list[Line]:
        """The lines for the present size, worked out once."""
        size = max(0, self.inner_width - 2), self._text_height
        if size != self._laid_out_for:
            self._lines = laid_out(self._paragraphs, *size)
            self._laid_out_for = size
            self._from = min(self._from, max(0, len(self._lines) - size[1]))
        return self._lines

    def line_at(self, y: int) -> Line:
        """A line of the text, or the closing one."""
        if self._held is not None and y == self.inner_height - 1:
            return _inset(_meter_at(self._held, self.inner_width - 2))
        lines = self._wrapped()
        index = y + self._from
        more = y == self._text_height - 1 and index < len(lines) - 1
        found = lines[index] if index < len(lines) else BLANK
        return _inset(found, self.inner_width, more)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_text(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_text(-3)


def _meter_at(meter: Meter, width: int) -> Line:
    """The meter at the width of the pane as it is drawn, behind a label of its own length."""
    return meter_line(meter, max(0, width), len(meter.label) + 1)


def _inset(line: Line, width: int = 0, more: bool = False) -> Line:
    """The line away from the frame; where more follows a sign stands in the last cell of it."""
    left = (Piece(" "), *line.left)
    sign = Piece("▼", "dim")
    if more and not line.right:
        used = sum(cell_len(piece.text) for piece in left)
        return Line((*left, Piece(" " * max(0, width - used - 1)), sign))
    if more:
        return Line(left, (*line.right, sign))
    return Line(left, (*line.right, Piece(" ")) if line.right else ())
