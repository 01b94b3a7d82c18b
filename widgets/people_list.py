"""The pane of people: thousands of rows, each phrased when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from store.records.people_columns import Column
from store.views.people import PeopleRows, PersonRow
from widgets.column_layout import APART, SPECS, TEXTS_FROM, Layout, fitted, layout_of, widened
from widgets.found_values import FoundValue, values_fitted
from widgets.line import Line, Piece, paint
from widgets.line_list import LineList

HEADED_FROM = 8
"""Inner lines from which there is room for a line of titles."""

LEAD = 3
"""Cells of cursor and mark."""

BESIDE = " · "
"""Between a name and what is said of it."""

NAME_BESIDE = 8
"""Cells that a name keeps; where there are fewer nothing is said beside it."""


class PersonCells(msgspec.Struct, frozen=True, kw_only=True):
    """One row, phrased."""

    name: tuple[Piece, ...]
    state: str = ""
    """Said beside the name, which gives way to it."""
    found: tuple[FoundValue, ...] = ()
    """What stands in the column of what matched."""
    cells: Mapping[Column, tuple[Piece, ...]] = {}


class Titles(msgspec.Struct, frozen=True, kw_only=True):
    """The columns that are wished for, and what stands over each."""

    name: str = ""
    columns: Mapping[Column, str] = {}
    """In their order."""


class PeopleList(LineList[PersonRow]):
    """People with a cursor; marks survive what is found or narrowed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._phrase: Callable[[PersonRow], PersonCells] = _unphrased
        self._empty: tuple[str, ...] = ()
        self._titles = Titles()
        self._layout: tuple[int, Layout] | None = None

    def show(
        self,
        rows: PeopleRows,
        phrase: Callable[[PersonRow], PersonCells],
        empty: tuple[str, ...],
    ) -> None:
        """Show other rows, or sentences where there are none."""
        # The sentences name what was typed, and change with every key; rows alone are compared.
        if bool(rows) != bool(self._rows) or (not rows and empty != self._empty):
            self.refresh()
        self._phrase, self._empty = phrase, empty
        self.set_rows(rows)

    def show_columns(self, titles: Titles) -> None:
        """Show other columns."""
        if titles != self._titles:
            self._titles, self._layout = titles, None
            self.refresh()

    def key_of(self, row: PersonRow) -> str | None:
        """The person's id."""
        return row.person

    def keys_of(self, rows: Sequence[PersonRow]) -> list[str | None]:
        """The ids, without making the rows."""
        return list(rows.ids) if isinstance(rows, PeopleRows) else super().keys_of(rows)

    def marks_kept(self, keys: Sequence[str | None]) -> set[str]:
        """All: somebody may be marked and not be shown."""
        return self._marks

    def keep_marks(self, known: Callable[[str], bool]) -> None:
        """Let go of the marks of people who are gone."""
        self._marks = {key for key in self._marks if known(key)}

    def mark_all(self) -> None:
        """Mark all that is shown, or none of it where all is marked."""
        keys = {key for key in self._keys if key is not None}
        self._marks = self._marks - keys if keys <= self._marks else self._marks | keys
        self.refresh()

    @property
    def lines_above(self) -> int:
        """One for the titles, where there are rows below it and room for both."""
        roomy = self.inner_height >= HEADED_FROM and self.inner_width - LEAD >= TEXTS_FROM
        return int(roomy and bool(self._titles.name) and bool(self._rows))

    @property
    def room(self) -> int:
        """Cells of a row behind cursor and mark; 0 where the pane is not shown."""
        return max(0, self.inner_width - LEAD - 1) if self.display else 0

    def _laid(self, width: int) -> Layout:
        if self._layout is None or self._layout[0] != width:
            # A blank cell before the frame.
            self._layout = width, layout_of(tuple(self._titles.columns), width - 1)
        return self._layout[1]

    def reach(self, width: int, row: PersonRow) -> int:
        """The cursor colours the row as far as its name."""
        return min(width, LEAD + self._laid(width - LEAD).name)

    def line_of(self, row: PersonRow, width: int) -> Line:
        """The name, and what stands in each column."""
        cells = self._phrase(row)
        layout = self._laid(width)
        if not cells.state:
            return _line(layout, cells, fitted(cells.name, layout.name))
        state = Piece(f"{BESIDE}{cells.state}", "dim")
        used = sum(cell_len(piece.text) for piece in (*cells.name, state))
        layout = widened(layout, used)
        room = min(layout.name, used) - cell_len(state.text)
        if room < NAME_BESIDE:
            return _line(layout, cells, fitted(cells.name, layout.name))
        name = fitted(cells.name, room)
        end = Piece(name[-1].text.rstrip(), name[-1].tone)
        return _line(layout, cells, fitted((*name[:-1], end, state), layout.name))

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """The titles, a row, or what to do where there is none."""
        if self._rows:
            if y < self.lines_above:
                return self._title_row(width)
            return super().segments_at(y - self.lines_above, width)
        return self.said_at(y, width, *self._empty)

    def _title_row(self, width: int) -> list[Segment]:
        titles = {column: (Piece(text, "dim"),) for column, text in self._titles.columns.items()}
        layout, name = self._laid(width - LEAD), (Piece(self._titles.name, "dim"),)
        body = _line(layout, PersonCells(name=name, cells=titles), fitted(name, layout.name))
        line = Line((Piece(" " * LEAD), *body.left))
        return paint(line, width, self.style_of, self.glyphs)


def _line(layout: Layout, cells: PersonCells, name: tuple[Piece, ...]) -> Line:
    pieces = [*name]
    for column, room in layout.places:
        told = cells.cells.get(column, ())
        if column == "matched" and cells.found:
            told = values_fitted(cells.found, room)
        pieces.append(Piece(" " * APART))
        pieces += fitted(told, room, right=SPECS[column].right)
    return Line(tuple(pieces))


def _unphrased(row: PersonRow) -> PersonCells:
    return PersonCells(name=(Piece(row.name),))
