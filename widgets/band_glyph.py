"""How a band is drawn: the height says how warm a tie is, the brightness that it asks for you."""

from __future__ import annotations

from store.records.kinds import Band
from widgets.line import Piece
from widgets.tone import Tone

GLYPHS: dict[Band, str] = {
    "hot": "█",
    "warm": "▆",
    "cooling": "▄",
    "cold": "▂",
    "frozen": "·",
    "dormant": " ",
    "new": "+",
}

TONES: dict[Band, Tone] = {
    "hot": "heat-0",
    "warm": "heat-1",
    "cooling": "heat-2",
    "cold": "heat-3",
    "frozen": "heat-3",
    "dormant": "dim",
    "new": "dim",
}


def band_piece(band: Band, times: int = 1) -> Piece:
    """So many cells of a band."""
    return Piece(GLYPHS[band] * times, TONES[band])
