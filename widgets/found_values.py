"""What was found of somebody, in one cell: values that share its width, cut around the letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from widgets.line import CUT, Piece, cut_to
from widgets.tone import Tone

DOT = "·"

LEAST, MOST_OF_LETTERS = 7, 16
"""Cells of a value below which it gives way to those before it; more where more letters match."""

BEFORE = 12
"""Characters shown before the letters that match at most, where a value goes on behind them."""

Span = tuple[int, int]


class FoundValue(NamedTuple):
    """One value."""

    text: str
    spans: tuple[Span, ...] = ()
    """Characters of the text that match."""
    label: str = ""
    """What it is, where it does not say that by itself."""

    @property
    def lead(self) -> int:
        """Cells of the label and the blank behind it."""
        return cell_len(self.label) + 1 if self.label else 0

    @property
    def cells(self) -> int:
        """Of all of it."""
        return self.lead + cell_len(self.text)

    @property
    def least(self) -> int:
        """Cells below which it says nothing."""
        letters = cell_len(self.text[slice(*min(self.spans))]) + 2 * len(CUT) if self.spans else 0
        return min(self.cells, self.lead + max(LEAST, min(MOST_OF_LETTERS, letters)))


def values_fitted(values: Sequence[FoundValue], cells: int) -> tuple[Piece, ...]:
    """Values side by side in so many cells at most; those that have no room go from the end.

    What all have need of is given first, and the rest to those that are cut.
    """
    kept, room = list(values), cells - _apart(values)
    while len(kept) > 1 and sum(each.least for each in kept) > room:
        kept.pop()
        room = cells - _apart(kept) - len(DOT + CUT)
    gone = len(kept) < len(values)
    rooms = _rooms(kept, room)
    out: list[Piece] = []
    for value, room in zip(kept, rooms, strict=True):
        if out:
            out.append(Piece(DOT, "dim"))
        if value.label:
            out.append(Piece(f"{value.label} ", "dim"))
        out += cut_around(value.text, value.spans, room - value.lead)
    return (*out, Piece(DOT + CUT, "dim")) if gone else tuple(out)


def _apart(values: Sequence[FoundValue]) -> int:
    return len(DOT) * (len(values) - 1)


def _rooms(values: Sequence[FoundValue], cells: int) -> list[int]:
    """Cells of each, the same to all who can use them."""
    rooms = [each.least for each in values]
    left = cells - sum(rooms)
    if left < 0:
        return [max(1, room + left) if len(rooms) == 1 else room for room in rooms]
    growing = [place for place, each in enumerate(values) if each.cells > rooms[place]]
    while left > 0 and growing:
        given = max(1, left // len(growing))
        for place in growing:
            more = min(given, values[place].cells - rooms[place], left)
            rooms[place] += more
            left -= more
        growing = [place for place in growing if values[place].cells > rooms[place]]
    return rooms


def cut_around(text: str, spans: Iterable[Span], cells: int) -> tuple[Piece, ...]:
    """A text in so many cells at most, begun shortly before the letters that match if need be."""
    some = sorted(spans)
    cells = max(1, cells)
    if cell_len(text) <= cells:
        return marked(text, some, "dim")
    at = _begin(text, some, cells) if some else 0
    if at:
        text = CUT + text[at:]
        some = [(start - at + len(CUT), end - at + len(CUT)) for start, end in some]
    shown = cut_to(text, cells)
    whole = len(shown) if shown == text else len(shown) - len(CUT)
    return marked(shown, [(start, min(end, whole)) for start, end in some], "dim")


def _begin(text: str, spans: Sequence[Span], cells: int) -> int:
    """The character at which to begin, so that all that matches is seen, or the first of it."""
    first, end = spans[0]
    for last in (max(end for _, end in spans), end):
        ended = 0 if last == len(text) else len(CUT)
        if cell_len(text[:last]) + ended <= cells:
            return 0
        words = (at for at in range(1, first) if text[at - 1].isspace())
        for at in (*words, first):
            near = at >= first - BEFORE or len(CUT) + cell_len(text[at:]) <= cells
            if near and len(CUT) + cell_len(text[at:last]) + ended <= cells:
                return at
    return first


def marked(text: str, spans: Iterable[Span], tone: Tone = "text") -> tuple[Piece, ...]:
    """The pieces of a text, those within the spans marked.

    Args:
        text: as written.
        spans: in any order, overlapping or not; what lies outside the text is left out.
        tone: of the rest.
    """
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(at, start), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], tone))
        pieces.append(Piece(text[start:end], "match"))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], tone))
    return tuple(pieces)
