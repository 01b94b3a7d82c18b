"""The pane of ties by what they ask of a week, under what all of them ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec
from rich.segment import Segment

from store.views.capacity import TieCost
from widgets.column_layout import fitted
from widgets.line import BLANK, Line, Piece, paint
from widgets.line_list import LineList
from widgets.paragraph import Paragraph, lines_of

LEAD = 3
"""Cells of cursor and mark."""

ROWS_LEAST = 4
"""Rows that must have room; where there are fewer the text above gives way to them."""


class Column(NamedTuple):
    """A column of figures."""

    cells: int
    shown_from: int
    """Cells of a row from which it has room."""


COLUMNS: tuple[Column, ...] = (
    Column(5, 62),
    Column(12, 52),
    Column(6, 68),
    Column(7, 0),
    Column(6, 0),
    Column(6, 0),
)
"""Layer, gap promised, minutes of a contact, minutes of a week, one layer closer, one farther.

The gap has room for the longest, "23 mois fixé"; the name has a share of the room before layer and
minutes of a contact have one.
"""


class TieCells(msgspec.Struct, frozen=True, kw_only=True):
    """One row, phrased."""

    name: tuple[Piece, ...]
    figures: tuple[Piece, ...]
    """One for each of the columns."""


class CapacityList(LineList[TieCost]):
    """Each row is phrased when it is looked at: there may be thousands."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._phrase: Callable[[TieCost], TieCells] = _unphrased
        self._titles = TieCells(name=(), figures=())
        self._head: tuple[Paragraph, ...] = ()
        self._empty: tuple[str, ...] = ()

    def show(
        self,
        rows: Sequence[TieCost],
        phrase: Callable[[TieCost], TieCells],
        titles: TieCells,
        head: tuple[Paragraph, ...],
        empty: tuple[str, ...],
    ) -> None:
        """Show other rows.

        Args:
            rows: the dearest first.
            phrase: gives the cells of a row.
            titles: what stands over each column.
            head: what stands above all that.
            empty: sentences where there are no rows.
        """
        self._phrase, self._titles = phrase, titles
        self._head, self._empty = head, empty
        self.set_rows(rows)
        # A layer moves figures in rows that are else the same.
        self.refresh()

    def key_of(self, row: TieCost) -> str | None:
        """The person's id."""
        return row.person

    def reach(self, width: int, row: TieCost) -> int:
        """The cursor colours the row as far as its name."""
        return min(width, LEAD + _name_cells(width - LEAD))

    @property
    def lines_above(self) -> int:
        """The text above and the titles, where there are rows below."""
        return len(self._lines_above()) if self._rows else 0

    def _lines_above(self) -> list[Line]:
        width = max(8, self.inner_width - 2)
        head = [line for each in self._head for line in lines_of(each, width)]
        inset = [Line((Piece(" "), *line.left), line.right) for line in head]
        figures = _row(self._titles, max(0, self.inner_width - LEAD))
        titles = Line((Piece(" " * LEAD), *figures.left))
        room = self.inner_height - ROWS_LEAST
        if len(inset) + 2 <= room:
            return [*inset, BLANK, titles]
        return [*inset, titles] if len(inset) < room else [titles] if room > 0 else []

    def line_of(self, row: TieCost, width: int) -> Line:
        """The name, and what stands in each column."""
        return _row(self._phrase(row), width)

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """The text above, the titles, a row; or what to do where there is none."""
        if not self._rows:
            return self.said_at(y, width, *self._empty)
        above = self._lines_above()
        if y < len(above):
            return paint(above[y], width, self.style_of, self.glyphs)
        return super().segments_at(y - len(above), width)


def _name_cells(width: int) -> int:
    """Cells of the name: what the figures leave, and a blank before the frame."""
    return max(4, width - 1 - sum(each.cells + 1 for each in COLUMNS if width >= each.shown_from))


def _row(cells: TieCells, width: int) -> Line:
    pieces = list(fitted(cells.name, _name_cells(width)))
    for column, figure in zip(COLUMNS, cells.figures, strict=False):
        if width >= column.shown_from:
            pieces += (Piece(" "), *fitted((figure,), column.cells, right=True))
    return Line(tuple(pieces))


def _unphrased(row: TieCost) -> TieCells:
    return TieCells(name=(Piece(row.name),), figures=())
