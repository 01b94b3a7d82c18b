"""The heat for people who read lines: the lanes, then everybody."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from store.records.kinds import LAYERS, Band
from store.rules.bands import ORDER
from store.views.code_words import band_word
from store.views.heat import HeatRow
from store.words.durations import silence_short
from store.words.glyphs import Glyphs, shown
from store.words.numbers import number
from store.words.width import fit, width
from store.words.words import Words
from tui.cli.paragraphs import hung

NAME, LAYER, BAND = 24, 4, 18
"""Cells of the columns."""

SIGNS: dict[Band, str] = {
    "hot": "█",
    "warm": "▆",
    "cooling": "▄",
    "cold": "▂",
    "frozen": "·",
    "dormant": "▒",
    "new": "+",
}
BANDS: tuple[Band, ...] = (*ORDER, "dormant", "new")

Lane = tuple[str, list[Band]]
"""A label, and the bands of its people from lively to silent."""


def heat(
    rows: Sequence[HeatRow], words: Words, columns: int, glyphs: Glyphs = "blocks"
) -> tuple[str, ...]:
    """The lanes with their words, then everybody on a line, those slipping most first."""
    lanes = [lane for lane in _lanes(rows, words) if lane[1]]
    lead = max((width(label) for label, _ in lanes), default=0) + 4
    lines = [line for lane in lanes for line in _lane(lane, lead, words, columns)]
    return (
        *(shown(line, glyphs) for line in lines),
        *([""] if lines else []),
        *(_person(row, words) for row in rows),
    )


def _lanes(rows: Sequence[HeatRow], words: Words) -> Iterator[Lane]:
    """By layer, then those without one, then those that sleep or were not yet talked to."""
    for layer in (*LAYERS, None):
        label = str(layer) if layer else words.say("pane.heat.no_layer")
        yield _labelled(
            label, [r.band for r in rows if r.layer == layer and r.band in ORDER], words
        )
    for band in ("dormant", "new"):
        label = words.say("pane.heat.not_yet") if band == "new" else band_word(band, words)
        yield _labelled(label, [row.band for row in rows if row.band == band], words)


def _labelled(label: str, bands: list[Band], words: Words) -> Lane:
    return f"{label} · {number(len(bands), words.language)}", sorted(bands, key=BANDS.index)


def _lane(lane: Lane, lead: int, words: Words, columns: int) -> Iterator[str]:
    """Cells, past the width one for several with the coldest shown; below them how many."""
    label, bands = lane
    each = max(1, math.ceil(len(bands) / max(1, columns - lead)))
    cells = (bands[min(i + each, len(bands)) - 1] for i in range(0, len(bands), each))
    yield f"  {fit(label, lead - 2)}{''.join(SIGNS[band] for band in cells)}"
    counts = Counter(bands)
    if len(counts) > 1 or bands[0] in ORDER:
        told = " · ".join(
            f"{band_word(band, words)} {number(counts[band], words.language)}"
            for band in BANDS
            if counts[band]
        )
        yield from hung(" " * lead, told, columns)


def _person(row: HeatRow, words: Words) -> str:
    layer, band = str(row.layer or ""), band_word(row.band, words)
    silent = "" if row.silent_days is None else silence_short(row.silent_days, words)
    return (
        f"{fit(row.name, NAME)} {fit(layer, LAYER, 'right')}  {fit(band, BAND)} {silent}".rstrip()
    )
