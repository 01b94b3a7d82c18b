"""The pane of what files bring: thousands of rows under a line of groups, phrased when seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from widgets.line import Line, Piece, pad_to, paint
from widgets.line_list import LineList
from widgets.tone import Tone

NAME_SHARE = 0.42
"""Of the width, for the names at most."""

NAME_CELLS = 30
"""Cells of the names at most, where there is room for more."""


class ImportCells(msgspec.Struct, frozen=True, kw_only=True):
    """One row, phrased."""

    sign: str
    """One cell: what becomes of it."""
    name: str
    told: str = ""
    word: str = ""
    """What becomes of it, to the right, where it is not what one would expect."""
    tone: Tone = "text"


class GroupTab(msgspec.Struct, frozen=True, kw_only=True):
    """One of the groups, as the line above the rows names it."""

    label: str
    count: str
    holds: bool = True
    """Whether there is anything in it."""
    here: bool = False


class ImportList(LineList[str]):
    """The rows are ids alone; what stands there is asked for line by line."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._phrase: Callable[[str], ImportCells] = _unphrased
        self._tabs: tuple[GroupTab, ...] = ()
        self._empty: tuple[str, ...] = ()

    def show(
        self,
        rows: Sequence[str],
        phrase: Callable[[str], ImportCells],
        tabs: tuple[GroupTab, ...],
        empty: tuple[str, ...],
    ) -> None:
        """Show other rows, or sentences where there are none."""
        self._phrase, self._tabs, self._empty = phrase, tabs, empty
        self.set_rows(rows)
        self.refresh()

    def retell(self) -> None:
        """The row under the cursor has become another."""
        self.refresh_inner(self._at - self._top + self.lines_above)

    def key_of(self, row: str) -> str | None:
        """The row itself."""
        return row

    def keys_of(self, rows: Sequence[str]) -> list[str | None]:
        """The rows themselves."""
        return list(rows)

    @property
    def lines_above(self) -> int:
        """The line of groups."""
        return 1

    def line_of(self, row: str, width: int) -> Line:
        """Sign, name, what is told of them, what becomes of them."""
        cells = self._phrase(row)
        name = min(NAME_CELLS, int(width * NAME_SHARE))
        left = (
            Piece(f"{cells.sign} ", "accent" if cells.tone == "text" else cells.tone),
            Piece(pad_to(cells.name, name), cells.tone),
            Piece(f"  {cells.told}" if cells.told else "", "dim"),
        )
        return Line(left, (Piece(f"{cells.word} ", cells.tone),) if cells.word else ())

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """The groups, a row, or a sentence where there is none."""
        if y == 0:
            return paint(_tab_line(self._tabs, width), width, self.style_of, self.glyphs)
        if self._rows:
            return super().segments_at(y - 1, width)
        return self.said_at(y - 1, width, *self._empty)


def _tab_line(tabs: Sequence[GroupTab], width: int) -> Line:
    """All groups with their counts; where room is short those that hold nothing go first."""
    held = [tab for tab in tabs if tab.here or tab.holds]
    ways = (_tab_pieces(tabs), _tab_pieces(held), _tab_pieces(held, named=False))
    fitting = (pieces for pieces in ways if sum(cell_len(each.text) for each in pieces) <= width)
    return Line(next(fitting, ways[-1]))


def _tab_pieces(tabs: Sequence[GroupTab], *, named: bool = True) -> tuple[Piece, ...]:
    out: list[Piece] = [Piece(" ")]
    for tab in tabs:
        if tab.here:
            out.append(Piece(f"▐{tab.label} {tab.count}▌", "strong"))
        else:
            text = f"{tab.label} {tab.count}" if named else tab.count
            out.append(Piece(f" {text} ", "dim"))
    return tuple(out)


def _unphrased(row: str) -> ImportCells:
    return ImportCells(sign=" ", name=row)
