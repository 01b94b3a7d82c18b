"""The pane of a table's columns: what each is called, what stands in it, what it is taken for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from widgets.line import BLANK, Line, Piece, cut_to, pad_to
from widgets.line_list import LineList
from widgets.tone import Tone

HEADER_SHARE = 0.3
"""Of the width, for the names of columns at most."""


class ColumnCells(msgspec.Struct, frozen=True, kw_only=True):
    """One column, phrased; without a key a heading."""

    key: str | None = None
    header: str = ""
    target: str = ""
    samples: str = ""
    tone: Tone = "text"


class SketchTable(LineList[ColumnCells]):
    """Columns with a cursor; headings are passed over."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._header = self._target = 0

    def show(self, rows: Sequence[ColumnCells]) -> None:
        """Show other rows."""
        columns = [row for row in rows if row.key is not None]
        self._header = max((cell_len(row.header) for row in columns), default=0)
        self._target = max((cell_len(row.target) for row in columns), default=0)
        self.set_rows(rows)
        self.refresh()

    def key_of(self, row: ColumnCells) -> str | None:
        """The column."""
        return row.key

    def line_of(self, row: ColumnCells, width: int) -> Line:
        """Its name, what it is taken for, what stands in it."""
        if row.key is None:
            return Line((Piece(row.header, "dim"),)) if row.header else BLANK
        header = min(self._header, int(width * HEADER_SHARE))
        target = min(self._target, int(width * HEADER_SHARE))
        return Line(
            (
                Piece(pad_to(row.header, header), row.tone),
                Piece("  → ", "accent" if row.tone == "text" else "dim"),
                Piece(pad_to(row.target, target), "strong" if row.tone == "text" else "dim"),
                Piece(f"  {cut_to(row.samples, max(1, width - header - target - 7))}", "dim"),
            )
        )
