"""The signs of the heat: a cell for each band, a marked one, and the legend."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from store.records.kinds import Band
from widgets import band_glyph
from widgets.line import Line, Piece

GLYPHS: dict[Band, str] = {**band_glyph.GLYPHS, "dormant": "▒"}
"""A tie that sleeps is blank beside a name; as a cell it must be seen."""

MARK = "●"
"""A cell that is marked."""


def cell_piece(band: Band) -> Piece:
    """One cell."""
    return Piece(GLYPHS[band], band_glyph.TONES[band])


def legend_lines(legend: tuple[tuple[Band, str], ...], cells: int) -> list[Line]:
    """Every band with its word, on as many lines as they need."""
    lines: list[list[Piece]] = []
    used = 0
    for band, word in legend:
        wide = cell_len(word) + 1
        if not lines or used + 1 + wide > cells:
            lines.append([])
            used = -1
        lines[-1] += [Piece(" "), cell_piece(band), Piece(word, "dim")]
        used += 1 + wide
    return [Line(tuple(pieces)) for pieces in lines]


def bracketed(
    segments: list[Segment], at: int, opening: Segment, closing: Segment
) -> list[Segment]:
    """The segments with a bracket before and behind a cell, each in the place of one sign."""
    total = sum(segment.cell_length for segment in segments)
    if not 0 < at < total - 1:
        return segments
    cuts = [at - 1, at, at + 1, at + 2, total]
    before, _, cell, _, after = Segment.divide(segments, cuts)
    return [*before, opening, *cell, closing, *after]
