"""The pane of the week's budget: a meter a kind, the whole week below, each with its word."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len

from widgets.bar import bar
from widgets.line import BLANK, Line, Piece, pad_to
from widgets.sheet import Sheet
from widgets.tone import Tone
from widgets.week import BEYOND

APART = 3
"""Cells at least between what the mark means and what can be done."""

LEAST_BAR = 8
"""Cells of a bar below which words give way to it."""


class BudgetRow(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes of one kind, or of the whole week, phrased."""

    label: str
    spent: int
    target: int
    """0 where none is set; then no bar is drawn."""
    pace: int | None = None
    text: str
    """"0:30 of 0:40"."""
    word: str = ""
    """Where it stands: "over"."""
    over: bool = False
    resting: bool = False
    """An empty bar is drawn though nothing is meant: in a week of pause."""


class BudgetShown(msgspec.Struct, frozen=True, kw_only=True):
    """All of the pane."""

    kinds: tuple[BudgetRow, ...] = ()
    whole: BudgetRow | None = None
    below: str = ""
    """What the mark in the bars means."""
    needed: bool = False
    """Whether that stays where room is short."""
    hint: str = ""
    """What can be done, at the right of it."""


class BudgetMeters(Sheet):
    """Where room is short the empty lines go first, then what is below, then kinds."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._shown = BudgetShown()

    def show(self, shown: BudgetShown) -> None:
        """Show other figures; repaints what changed."""
        before, self._shown = self._lines(self._shown), shown
        for y, (old, new) in enumerate(zip(before, self._lines(shown), strict=True)):
            if old != new:
                self.refresh_inner(y)

    def line_at(self, y: int) -> Line:
        """A line of the pane."""
        lines = self._lines(self._shown)
        return lines[y] if y < len(lines) else BLANK

    def _lines(self, shown: BudgetShown) -> list[Line]:
        height = max(0, self.inner_height)
        width = max(0, self.inner_width - 2)
        rows = [*shown.kinds, *([shown.whole] if shown.whole is not None else [])]
        drawn = meter_lines(rows, width)
        kinds, whole = drawn[: len(shown.kinds)], drawn[len(shown.kinds) :]
        below = [_below(shown, width)] if shown.below or shown.hint else []
        spare = height - len(drawn) - len(below)
        if spare < 0 and not shown.needed:
            below, spare = [], height - len(drawn)
        kinds = kinds[: max(0, height - len(whole) - len(below))]
        gaps = [[BLANK]] * min(2, max(0, spare))
        first, second = ([*gaps, [], []])[:2]
        lines = [*kinds, *first, *whole, *second, *below]
        return (lines + [BLANK] * height)[:height]


def meter_lines(rows: list[BudgetRow], width: int) -> list[Line]:
    """Meters under each other, their columns aligned; the bars take what is left.

    Args:
        rows: of all of them.
        width: without the blank cell on either side.
    """
    label = max((cell_len(row.label) for row in rows), default=0) + 1
    text = max((cell_len(row.text) for row in rows), default=0)
    word = max((cell_len(row.word) for row in rows), default=0)
    tail = text + 2 + (word + 2 if word else 0)
    if word and width - label - tail < LEAST_BAR:
        word, tail = 0, text + 2
    return [_meter(row, width - label - tail, label, text, word) for row in rows]


def _meter(row: BudgetRow, room: int, label: int, text: int, word: int) -> Line:
    tone: Tone = "attention" if row.over else "done"
    drawn = row.target or row.resting
    bars = bar(room, row.spent, row.target, row.pace, tone=tone) if drawn else []
    if row.over and bars:
        bars[0] = Piece(f"{bars[0].text[:-1]}{BEYOND}", tone)
    used = sum(cell_len(piece.text) for piece in bars)
    said = [Piece(f"{' ' * max(0, room - used)}  {row.text:>{text}}", "dim")]
    if word:
        beside: Tone = "attention" if row.over else "dim"
        said.append(Piece(f"  {' ' * (word - cell_len(row.word))}{row.word}", beside))
    return Line((Piece(" "), Piece(pad_to(row.label, label)), *bars, *said))


def _below(shown: BudgetShown, width: int) -> Line:
    """What the mark means; beside it what can be done, where both have room, apart."""
    fits = cell_len(shown.below) + APART + cell_len(shown.hint) <= width or not shown.below
    right = (Piece(f"{shown.hint} ", "dim"),) if shown.hint and fits else ()
    return Line((Piece(" "), Piece(shown.below, "dim")), right)
