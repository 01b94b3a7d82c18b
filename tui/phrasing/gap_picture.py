"""The gaps of one tie: a bar for each, the newest right, and the usual gap as a line."""

from __future__ import annotations

from typing import NamedTuple

from store.views.code_words import rhythm_word
from store.views.tie_gaps import TieGaps
from store.words.words import Words
from tui.phrasing.spans import Drawn, Span, flowed, joined

EIGHTHS = " ▁▂▃▄▅▆▇█"
FULL = len(EIGHTHS) - 1
OPEN = "░"
"""The silence that lasts: it has no end yet."""
LINE = "─"
CUT = "▲"
"""On a bar that goes on above the picture."""

ROWS = 4
BAR = 2
"""Cells of a bar."""

LEAST_COLUMN = 4
"""Cells of a bar with its number and what is between it and the next one."""

TALLEST = 3.0
"""Usual gaps that the picture is high at most: one long silence does not flatten the others."""


class Bar(NamedTuple):
    """One gap, in days."""

    days: int
    open: bool = False


def gap_lines(gaps: TieGaps, words: Words, cells: int) -> tuple[Drawn, ...]:
    """The picture, and below each bar its days; nothing where no gap has ended yet.

    Args:
        gaps: what is drawn; the oldest are left out where room is short.
        words: the language.
        cells: of a line.
    """
    if not gaps.gaps:
        return ()
    bars = [Bar(days) for days in gaps.gaps]
    if gaps.silent:
        bars.append(Bar(gaps.silent, open=True))
    column = max(LEAST_COLUMN, *(len(str(bar.days)) + 1 for bar in bars))
    bars = bars[-max(1, cells // column) :]
    top = _top(bars, gaps.usual)
    line = None if gaps.usual is None else min(ROWS - 1, int(gaps.usual / top * ROWS))
    rows = [_row(bars, top, column, row, line == row) for row in reversed(range(ROWS))]
    numbers = joined(Span(str(bar.days).ljust(column), "dim") for bar in bars)
    return (*rows, numbers, *flowed(_legend(gaps, words), cells))


def _top(bars: list[Bar], usual: float | None) -> float:
    """The days at the upper edge."""
    most = float(max(1, *(bar.days for bar in bars)))
    if usual is None:
        return most
    return min(max(most, usual), TALLEST * usual)


def _row(bars: list[Bar], top: float, column: int, row: int, crossed: bool) -> Drawn:
    """One row, counted from below; the usual gap crosses it where no bar stands."""
    free = Span(LINE if crossed else " ", "dim")
    spans: list[Span] = []
    for bar in bars:
        spans.append(_cell(bar, top, row) or Span(free.text * BAR, free.tone))
        spans.append(Span(free.text * (column - BAR), free.tone))
    return joined(spans)


def _cell(bar: Bar, top: float, row: int) -> Span | None:
    if bar.days > top and row == ROWS - 1:
        return Span(CUT * BAR, "dim" if bar.open else "text")
    level = max(1, round(min(1.0, bar.days / top) * ROWS * FULL))
    filled = max(0, min(FULL, level - row * FULL))
    if not filled:
        return None
    return Span(OPEN * BAR, "dim") if bar.open else Span(EIGHTHS[filled] * BAR)


def _legend(gaps: TieGaps, words: Words) -> list[Drawn]:
    items: list[Drawn] = []
    if gaps.usual is not None:
        said = rhythm_word(gaps.usual, len(gaps.gaps) + 1, words)
        items.append((Span(f"{LINE}{LINE} {said}", "dim"),))
    if gaps.silent:
        items.append((Span(f"{OPEN} {words.say('tie.gaps.silence')}", "dim"),))
    return items
