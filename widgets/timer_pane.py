"""The pane of the timer: what runs and for how long, against what was set aside for it."""

from __future__ import annotations

from itertools import zip_longest

import msgspec
from rich.cells import cell_len
from textual.app import ComposeResult

from widgets.bar import bar
from widgets.line import BLANK, Line, Piece
from widgets.sheet import Sheet
from widgets.timer_cell import TimerCell
from widgets.tone import Tone
from widgets.wrapping import wrap

AIRY_FROM = 7
"""Lines from which blank ones part what runs from what can be done."""

SECONDS = 60
"""Of a minute."""


class TimerShown(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the pane, phrased."""

    runs: str = ""
    """What is timed and with whom; empty where nothing runs."""
    clock: str = ""
    """How long it has run."""
    seconds: int = 0
    """The same, for the bar."""
    minutes: int = 0
    """That the whole bar stands for; 0 draws none."""
    of: str = ""
    """What those are: "of 25 min slot"."""
    note: str = ""
    hints: tuple[str, ...] = ()
    """What can be done; where nothing runs, sentences."""


class TimerPane(Sheet):
    """The clock is a widget of its own; the bar moves when an eighth of a cell more is full."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._shown = TimerShown()

    def compose(self) -> ComposeResult:
        """The clock lies over the first line."""
        yield TimerCell()

    def show(self, shown: TimerShown) -> None:
        """Show something else; lines that stay are not drawn again."""
        if shown == self._shown:
            return
        before, self._shown = self._lines(), shown
        for y, (old, new) in enumerate(zip_longest(before, self._lines(), fillvalue=BLANK)):
            if old != new:
                self.refresh_inner(y)
        self._lay_clock()

    def tick(self, clock: str, seconds: int) -> None:
        """Show how long it has run by now."""
        before, lines = self._shown, self._lines()
        if not before.runs or before.clock == clock:
            return
        self._shown = msgspec.structs.replace(before, clock=clock, seconds=seconds)
        wider = cell_len(before.clock) != cell_len(clock)
        if wider:
            self._lay_clock()
        elif self.children:
            self.query_one(TimerCell).text = clock
        # Of the first line only the clock has changed, and that lies over it.
        for y, (old, new) in enumerate(zip(lines, self._lines(), strict=True)):
            if old != new and (wider or y):
                self.refresh_inner(y)

    def _lay_clock(self) -> None:
        """Lay the clock at the right end of the first line."""
        if self.children:
            cell, cells = self.query_one(TimerCell), cell_len(self._shown.clock)
            cell.text = self._shown.clock
            cell.lie_at(self.size.width - (2 if self.framed else 1) - cells, 1, cells)

    def on_mount(self) -> None:
        """Lay the clock where what runs is known already."""
        self._lay_clock()

    def on_resize(self) -> None:
        """The right end is elsewhere."""
        self._lay_clock()

    def line_at(self, y: int) -> Line:
        """A line of the pane."""
        lines = self._lines()
        return lines[y] if y < len(lines) else BLANK

    def _lines(self) -> list[Line]:
        shown, width = self._shown, max(8, self.inner_width - 2)
        hints = [line for text in shown.hints for line in wrap(text, width)]
        told = [_line(text, "dim") for text in hints]
        if not shown.runs:
            return told
        head = Line(
            (Piece(" "), Piece(shown.runs, "strong")), (Piece(f"{shown.clock} ", "accent"),)
        )
        measured = [_bar(shown, width), _line(shown.of, "dim")] if shown.minutes else []
        noted = [_line(shown.note, "text")] if shown.note else []
        gap = [BLANK] if self.inner_height >= AIRY_FROM + len(noted) else []
        return [head, *gap, *measured, *noted, *gap, *told][: max(1, self.inner_height)]


def _line(text: str, tone: Tone) -> Line:
    return Line((Piece(" "), Piece(text, tone)))


def _bar(shown: TimerShown, width: int) -> Line:
    full = shown.minutes * SECONDS
    tone: Tone = "attention" if shown.seconds > full else "done"
    return Line((Piece(" "), *bar(width, shown.seconds, full, None, tone=tone)))
