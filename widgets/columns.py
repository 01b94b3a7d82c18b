"""Keys and what they do, in two columns where they fit."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from widgets.line import BLANK, Line, Piece, cut_to, pad_to
from widgets.sheet import Sheet

KEY_CELLS = 13
TWO_FROM = 76
"""Inner cells from which there are two columns."""


class Entry(NamedTuple):
    """Keys and a text; without keys it is a heading."""

    keys: str
    text: str
    short: str = ""
    """Instead of the text, where that does not fit."""


class Columns(Sheet, can_focus=False):
    """Entries run down the first column, then the second, then on the next page."""

    def __init__(self) -> None:
        """Make an empty pane."""
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._page = 0

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries."""
        self._entries = entries
        self._page = 0
        self.refresh()

    @property
    def _count(self) -> int:
        many = len(self._entries) > self.inner_height
        return 2 if many and self.inner_width >= TWO_FROM else 1

    def turn(self, by: int) -> None:
        """Turn the page."""
        height = max(1, self.inner_height) * self._count
        pages = max(1, -(-len(self._entries) // height))
        self._page = max(0, min(pages - 1, self._page + by))
        self.refresh()

    def line_at(self, y: int) -> Line:
        """One line of all columns."""
        count, height = self._count, self.inner_height
        width = (self.inner_width - 1) // count
        used = len(self._entries) - self._page * height * count
        rows = max(1, min(height, -(-used // count)))
        if y >= rows:
            return BLANK
        pieces: list[Piece] = []
        for column in range(count):
            index = self._page * height * count + column * rows + y
            pieces += self._cell(index, width)
        return Line(tuple(pieces))

    def _cell(self, index: int, width: int) -> list[Piece]:
        if index >= len(self._entries):
            return [Piece(" " * width)]
        entry = self._entries[index]
        if not entry.keys:
            return [Piece(pad_to(f" {entry.text}", width), "dim")]
        keys = pad_to(f"  {cut_to(entry.keys, KEY_CELLS - 3)}", KEY_CELLS)
        fits = cell_len(entry.text) < width - KEY_CELLS or not entry.short
        text = entry.text if fits else entry.short
        return [Piece(keys, "accent"), Piece(pad_to(text, width - KEY_CELLS))]
