"""A pane of rows in groups, each under a heading; marks are taken by the group."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from widgets.line import Line, Piece, pad_to
from widgets.line_list import LineList

NAME_SHARE = 0.55
"""Of the width, for the names at most, where something stands beside them."""


class GroupedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line, phrased; a heading or a gap has no id."""

    id: str | None = None
    text: str = ""
    beside: str = ""
    """In a column of its own, dim."""
    right: str = ""


class GroupedList(LineList[GroupedRow]):
    """Rows with a cursor that passes over the headings."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._empty = ""
        self._name_cells = 0

    def show(self, rows: Sequence[GroupedRow], empty: str) -> None:
        """Show other rows, or a sentence where there are none."""
        cells = max((cell_len(row.text) for row in rows if row.id is not None), default=0)
        if empty != self._empty or cells != self._name_cells or not rows:
            self.refresh()
        self._empty, self._name_cells = empty, cells
        self.set_rows(rows)

    def key_of(self, row: GroupedRow) -> str | None:
        """The row's id."""
        return row.id

    @property
    def group(self) -> list[str]:
        """The ids between the heading above the cursor and the one below it."""
        if self.key is None:
            return []
        first = last = self._at
        while first > 0 and self._keys[first - 1] is not None:
            first -= 1
        while last + 1 < len(self._keys) and self._keys[last + 1] is not None:
            last += 1
        return [key for key in self._keys[first : last + 1] if key is not None]

    def mark_group(self) -> None:
        """Mark all of the group under the cursor, or none of it where all are marked."""
        keys = set(self.group)
        self._marks = self._marks - keys if keys <= self._marks else self._marks | keys
        self.refresh()

    def line_of(self, row: GroupedRow, width: int) -> Line:
        """The text, what stands beside it, and what is held to the right."""
        if row.id is None:
            return Line((Piece(row.text, "dim"),))
        right = (Piece(f"{row.right} ", "dim"),) if row.right else ()
        if not row.beside:
            return Line((Piece(row.text),), right)
        cells = min(self._name_cells, int(width * NAME_SHARE))
        return Line((Piece(pad_to(row.text, cells)), Piece(f"  {row.beside}", "dim")), right)

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row, or a sentence where there is none."""
        if self._rows:
            return super().segments_at(y, width)
        return self.said_at(y, width, self._empty)
