"""Lines of a picture: pieces of text with a tone, for the screen and for plain text alike.

Nothing here or in the pictures made of it loads a screen, so that the command line draws the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from store.words.width import cut, width
from widgets.tone import Tone


class Span(NamedTuple):
    """Some text of one tone."""

    text: str
    tone: Tone = "text"


Drawn = tuple[Span, ...]
"""One line."""

APART = 2
"""Blanks between two items of a line."""


def plain(line: Drawn) -> str:
    """A line without its tones."""
    return "".join(span.text for span in line)


def joined(cells: Iterable[Span]) -> Drawn:
    """Neighbours of one tone as one span."""
    groups = groupby(cells, lambda cell: cell.tone)
    return tuple(Span("".join(cell.text for cell in group), tone) for tone, group in groups)


def flowed(items: Iterable[Drawn], cells: int) -> tuple[Drawn, ...]:
    """Items one after the other, on as many lines as they need.

    Args:
        items: each stays on one line, cut where it is wider than that.
        cells: of a line.
    """
    lines: list[list[Span]] = []
    used = 0
    for item in items:
        wide = width(plain(item))
        if lines and used + APART + wide <= cells:
            lines[-1] += [Span(" " * APART), *item]
            used += APART + wide
        else:
            lines.append([*_cut(item, cells)])
            used = min(wide, cells)
    return tuple(tuple(line) for line in lines)


def _cut(item: Drawn, cells: int) -> Drawn:
    """An item in at most so many cells; its last span gives way."""
    *spans, last = item
    room = cells - sum(width(span.text) for span in spans)
    return (*spans, Span(cut(last.text, max(1, room)), last.tone))
