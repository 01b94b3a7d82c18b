"""Where each person's cell stands in the heat: lanes laid out in rows of cells, and the way around.

Two layouts: in one, a lane is one row, and past its width a cell stands for several people, the
coldest shown; in the other everybody has a cell, and a lane takes as many rows as it needs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from rich.cells import cell_len

from store.records.kinds import Band


class Lane(msgspec.Struct, frozen=True):
    """The people of one lane, warmest first."""

    label: str
    counts: tuple[tuple[Band, int], ...]
    """How many people of each band, in the order of the cells."""
    keys: tuple[str, ...] = ()
    """Their ids in the same order; empty as long as nobody walks among them."""
    beside: str = ""
    """Where everybody has a cell: label and count, before the cells."""
    above: str = ""
    """The same in words, where it has a line of its own: "15 · 14 people"."""

    @property
    def size(self) -> int:
        """How many people."""
        return sum(count for _, count in self.counts)


class CellRow(NamedTuple):
    """One line of the grid."""

    lane: int
    start: int
    """The place in the lane of the first person in this row."""
    cells: int
    """0 for a line without any: a heading, or a gap."""
    heading: bool = False


GAP = CellRow(-1, 0, 0)


class Spot(NamedTuple):
    """A cell."""

    row: int
    column: int


LABEL_CELLS = 7
"""Before a lane of one row."""

MARGIN = 1
"""Blank cells before the cells, where the cursor's bracket finds room."""

BEHIND = 2
"""Blank cells behind them: for the other bracket, and the sign that there is more below."""

TAIL_CELLS = 6
"""Kept behind such a lane, as for " ×1234"."""

BESIDE_FROM = 60
"""Cells of a line from which the labels stand beside the lanes, and not above them."""


class Grid:
    """The rows of some lanes at a width."""

    def __init__(self, lanes: tuple[Lane, ...], width: int, height: int, *, whole: bool) -> None:
        """Lay out.

        Args:
            lanes: what there is.
            width: cells of a line, its margins among them.
            height: lines; where they suffice, a whole heat has gaps between its lanes.
            whole: whether everybody has a cell.
        """
        self.lanes = lanes
        self.whole = whole
        self.beside = not whole or width >= BESIDE_FROM
        self.lead = self._lead() if self.beside else MARGIN + 1
        """Cells before the first cell of a row."""
        self.room = max(1, width - self.lead - BEHIND)
        self._scales = [1 if whole else self._scale(lane) for lane in lanes]
        """People of a cell in each lane."""
        self.rows: list[CellRow] = []
        self._first: list[int] = []
        for index in range(len(lanes)):
            self._lay(index)
        if whole and len(self.rows) + len(lanes) - 1 <= height:
            self._space_out()
        self._bands: dict[int, list[Band]] = {}
        self._spots: dict[str, tuple[int, int]] | None = None

    def _scale(self, lane: Lane) -> int:
        if lane.size <= self.room:
            return 1
        return math.ceil(lane.size / max(1, self.room - TAIL_CELLS))

    def tail(self, row: CellRow) -> str:
        """What stands behind a lane in which a cell is of several people: how many."""
        scale = self._scales[row.lane]
        return "" if scale == 1 else f" ×{scale}"

    def _lead(self) -> int:
        if not self.whole:
            return LABEL_CELLS
        return max((cell_len(self.label(lane)) for lane in self.lanes), default=0) + 2 + MARGIN

    def label(self, lane: Lane) -> str:
        """What stands before a lane, or above it."""
        if not self.whole:
            return lane.label
        return lane.beside if self.beside else lane.above

    def _lay(self, index: int) -> None:
        cells = math.ceil(self.lanes[index].size / self._scales[index])
        if not self.beside:
            self.rows.append(CellRow(index, 0, 0, heading=True))
        self._first.append(len(self.rows))
        for start in range(0, max(1, cells), self.room):
            self.rows.append(CellRow(index, start, min(self.room, cells - start)))

    def _space_out(self) -> None:
        rows, self.rows = self.rows, []
        for row in rows:
            opens = row.heading if not self.beside else row.start == 0
            if opens and self.rows:
                self.rows.append(GAP)
            if row.start == 0 and not row.heading:
                self._first[row.lane] = len(self.rows)
            self.rows.append(row)

    # Cells and people -------------------------------------------------------------------------

    def bands(self, row: CellRow) -> Iterator[Band]:
        """What each cell of a row shows: of several people the coldest."""
        # Laid out to be counted, a grid may never be drawn.
        if row.lane not in self._bands:
            self._bands[row.lane] = _bands_of(self.lanes[row.lane])
        bands, each = self._bands[row.lane], self._scales[row.lane]
        for cell in range(row.start, row.start + row.cells):
            yield bands[min((cell + 1) * each, len(bands)) - 1]

    def keys(self, row: CellRow, column: int) -> tuple[str, ...]:
        """The people of a cell, the coldest last."""
        each = self._scales[row.lane]
        start = (row.start + column) * each
        return self.lanes[row.lane].keys[start : start + each]

    def spot(self, key: str | None) -> Spot | None:
        """Where somebody's cell is; None where they have none here."""
        if key is None:
            return None
        if self._spots is None:
            self._spots = {
                each: (index, place)
                for index, lane in enumerate(self.lanes)
                for place, each in enumerate(lane.keys)
            }
        found = self._spots.get(key)
        if found is None:
            return None
        lane, place = found
        rows, column = divmod(place // self._scales[lane], self.room)
        return Spot(self._first[lane] + rows, column)

    def key_at(self, spot: Spot) -> str | None:
        """Whom a cell names: the coldest of its people."""
        keys = self.keys(self.rows[spot.row], spot.column)
        return keys[-1] if keys else None

    # Ways -------------------------------------------------------------------------------------

    def end(self, last: bool) -> Spot | None:
        """The first cell, or the last."""
        indexes = range(len(self.rows))
        for index in reversed(indexes) if last else indexes:
            cells = self.rows[index].cells
            if cells:
                return Spot(index, cells - 1 if last else 0)
        return None

    def beside_of(self, spot: Spot, by: int) -> Spot:
        """The next cell, or the one before; from the end of a row on to the next one."""
        column = spot.column + by
        if 0 <= column < self.rows[spot.row].cells:
            return Spot(spot.row, column)
        row = self._row_from(spot.row, 1 if by > 0 else -1)
        if row is None:
            return spot
        return Spot(row, 0 if by > 0 else self.rows[row].cells - 1)

    def below(self, spot: Spot, by: int, column: int) -> Spot:
        """So many rows below, as near to a column as the row goes; stops at the ends."""
        row, step = spot.row, 1 if by > 0 else -1
        for _ in range(abs(by)):
            following = self._row_from(row, step)
            if following is None:
                break
            row = following
        return Spot(row, min(column, self.rows[row].cells - 1))

    def _row_from(self, row: int, step: int) -> int | None:
        row += step
        while 0 <= row < len(self.rows):
            if self.rows[row].cells:
                return row
            row += step
        return None

    def lane_of(self, key: str) -> Lane | None:
        """The lane in which somebody's cell is."""
        spot = self.spot(key)
        return None if spot is None else self.lanes[self.rows[spot.row].lane]


def _bands_of(lane: Lane) -> list[Band]:
    return [band for band, count in lane.counts for _ in range(count)]
