"""The pane of the network's heat: a lane for each layer, a cell for each person."""

from __future__ import annotations

import math

import msgspec
from rich.cells import cell_len

from store.records.kinds import Band
from widgets.band_glyph import band_piece
from widgets.line import BLANK, Line, Piece
from widgets.sheet import Sheet


class Lane(msgspec.Struct, frozen=True):
    """The people of one layer, warmest first."""

    label: str
    counts: tuple[tuple[Band, int], ...]


class HeatPicture(msgspec.Struct, frozen=True, kw_only=True):
    """All that the pane shows, phrased."""

    lanes: tuple[Lane, ...]
    legend: tuple[tuple[Band, str], ...]
    notes: tuple[tuple[str, str], ...] = ()
    """Label and text of the lines below: who turns thin soon, who is back in touch."""
    empty: str = ""
    """Said instead where there is nobody."""


NOTHING = HeatPicture(lanes=(), legend=())
LABEL_CELLS = 7


def lane_pieces(lane: Lane, cells: int) -> list[Piece]:
    """A lane in so many cells; past them one cell stands for several, the coldest shown."""
    people = [band for band, count in lane.counts for _ in range(count)]
    each = max(1, math.ceil(len(people) / cells)) if cells > 0 else 1
    shown = [people[min(i + each, len(people)) - 1] for i in range(0, len(people), each)]
    pieces: list[Piece] = []
    for band in dict.fromkeys(shown):
        pieces.append(band_piece(band, shown.count(band)))
    return pieces


class Heat(Sheet):
    """Lanes, a legend, and who is about to need you."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._picture = NOTHING
        self._lines: list[Line] = []
        self._laid_out_for: tuple[int, int] | None = None

    def show(self, picture: HeatPicture) -> None:
        """Show another picture; repaints the lines that changed."""
        if picture == self._picture:
            return
        self._picture = picture
        self._laid_out_for = None
        before, lines = self._lines, self._arranged()
        for y in range(self.inner_height):
            if before[y : y + 1] != lines[y : y + 1]:
                self.refresh_inner(y)

    def _arranged(self) -> list[Line]:
        """The lines for the present size, worked out once."""
        size = self.inner_width, self.inner_height
        if size != self._laid_out_for:
            self._lines = self._laid_out()
            self._laid_out_for = size
        return self._lines

    def _laid_out(self) -> list[Line]:
        picture, width, height = self._picture, self.inner_width - 2, self.inner_height
        if not picture.lanes:
            return [Line((Piece(f" {picture.empty}", "dim"),))] if picture.empty else []
        lanes = [self._lane(lane, width) for lane in picture.lanes]
        notes = [Line((Piece(f" {label}  ", "dim"), Piece(text))) for label, text in picture.notes]
        legend = [self._legend(width)]
        for lines in (
            [*lanes, BLANK, *legend, BLANK, *notes],
            [*lanes, BLANK, *legend, *notes],
            [*lanes, *legend, *notes],
            [*lanes, *legend],
        ):
            if len(lines) <= height:
                return lines
        return [*lanes, *legend][:height]

    def _lane(self, lane: Lane, width: int) -> Line:
        label = Piece(f"{lane.label:>{LABEL_CELLS - 1}} ")
        return Line((label, *lane_pieces(lane, width - LABEL_CELLS)))

    def _legend(self, width: int) -> Line:
        pieces: list[Piece] = []
        room = width + 1
        for band, word in self._picture.legend:
            room -= cell_len(word) + 2
            if room < 0:
                break
            pieces += [Piece(" "), band_piece(band), Piece(word, "dim")]
        return Line(tuple(pieces))

    def line_at(self, y: int) -> Line:
        """A line of the picture."""
        lines = self._arranged()
        return lines[y] if y < len(lines) else BLANK
