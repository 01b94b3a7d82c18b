"""The bar on top: numbered screens, a timer that runs, and the day."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.reactive import var
from textual.strip import Strip

from widgets.line import Line, Piece, paint, shown
from widgets.sheet import Sheet
from widgets.timer_cell import TimerCell
from widgets.tone import Tone

RUNS = "▶"
"""Stands before what runs."""

GAP = Piece(" ")


class Tab(msgspec.Struct, frozen=True):
    """A screen that can be gone to."""

    number: int
    label: str


class _Told(NamedTuple):
    """Something on the right, and how early it gives up its room."""

    text: str
    tone: Tone
    keeps: int


def _in_a_row(told: list[_Told]) -> list[Piece]:
    right = [part for each in told for part in (Piece(f"{each.text} ", each.tone), GAP)]
    return right[:-1]


class Header(Sheet, can_focus=False):
    """One line; the present screen stands between half blocks."""

    tabs: var[tuple[Tab, ...]] = var[tuple[Tab, ...]](())
    here: var[int] = var(1)
    news: var[str] = var("")
    """That another session has changed something; until the next key."""
    states: var[tuple[str, ...]] = var[tuple[str, ...]](())
    """What is out of the ordinary on this day, a trip, the longest first; given up where none has
    room."""
    timer: var[str] = var("")
    """How long something has run; a cell of its own, which alone is repainted."""
    timed: var[tuple[str, ...]] = var[tuple[str, ...]](())
    """What runs, the longest first; the first that has room stands before how long."""
    day: var[str] = var("")
    mark: var[str] = var("")
    """Such as "demo"."""

    def _line(self, width: int) -> Line:
        left = self._tabs(named=True)
        if self._cells([*left, *self._right(0)]) >= width:
            # What is told on the right is never cut; the present screen is not either.
            left = self._tabs(named=False)
        return Line(tuple(left), tuple(self._right(width - self._cells(left))))

    def _tabs(self, *, named: bool) -> list[Piece]:
        """The screens: the present one between half blocks, the others perhaps by number alone."""
        left: list[Piece] = [Piece(" ")]
        for tab in self.tabs:
            text = f"{tab.number} {tab.label}"
            if tab.number == self.here:
                left += [Piece("▐", "accent"), Piece(text, "strong"), Piece("▌", "accent")]
            else:
                left.append(Piece(f" {text} " if named else f" {tab.number} ", "dim"))
        return left

    def _right(self, room: int) -> list[Piece]:
        """What is told on the right, as far as there is room; the last of it in any case."""
        first = self.states[0] if self.states else ""
        for named in self.timed if self.timer else ():
            right = _in_a_row(self._told(f"{RUNS} {named}", first))
            if self._cells(right) < room:
                return right
        for state in self.states:
            right = _in_a_row(self._told(RUNS, state))
            if self._cells(right) < room:
                return right
        told = self._told(RUNS, "")
        while True:
            right = _in_a_row(told)
            least = min((each.keeps for each in told), default=0)
            rest = [each for each in told if each.keeps > least]
            if not rest or self._cells(right) < room:
                return right
            told = rest

    def _told(self, runs: str, state: str) -> list[_Told]:
        """What there is to tell.

        Args:
            runs: what stands before how long something has run.
            state: of the day.
        """
        told = [
            _Told(self.news, "attention", 2),
            _Told(self.mark, "attention", 2),
            _Told(state, "dim", 1),
            _Told(f"{runs} {' ' * len(self.timer)}" if self.timer else "", "accent", 4),
            _Told(self.day, "dim", 3),
        ]
        return [each for each in told if each.text]

    def _cells(self, pieces: list[Piece]) -> int:
        return sum(cell_len(shown(piece.text, self.glyphs)) for piece in pieces)

    def compose(self) -> ComposeResult:
        """The figures of the timer lie over the bar."""
        yield TimerCell()

    def _lay_cell(self) -> None:
        """Lay the figures behind their sign, wherever that stands now."""
        if not self.children:
            return
        right = self._line(self.size.width).right
        place = next(
            (i for i, piece in enumerate(right) if piece.text.startswith(RUNS)), len(right)
        )
        runs = right[place].text.rstrip() if place < len(right) else RUNS
        behind = self._cells(list(right[place:])) - self._cells([Piece(f"{runs} ")])
        self.query_one(TimerCell).lie_at(self.size.width - behind, 0, len(self.timer))

    def on_mount(self) -> None:
        """What was told before there was a cell."""
        self.query_one(TimerCell).text = self.timer
        self._lay_cell()

    def on_resize(self) -> None:
        """The right end is elsewhere."""
        self._lay_cell()

    def render_line(self, y: int) -> Strip:
        """The bar."""
        width = self.size.width
        return Strip(paint(self._line(width), width, self.style_of, self.glyphs), width)

    def _redraw(self) -> None:
        self.refresh()
        self._lay_cell()

    def watch_tabs(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_here(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_news(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_states(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_timer(self, before: str, timer: str) -> None:
        """Repaint the figures alone, unless they take another room."""
        if len(before) != len(timer):
            self._redraw()
        if self.children:
            self.query_one(TimerCell).text = timer

    def watch_timed(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_day(self) -> None:
        """Repaint."""
        self._redraw()

    def watch_mark(self) -> None:
        """Repaint."""
        self._redraw()
