"""The pane of twelve weeks: a column a week, and a line where the budget stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from rich.cells import cell_len

from widgets.line import BLANK, Line, Piece
from widgets.sheet import Sheet
from widgets.tone import Tone
from widgets.wrapping import wrap

HEIGHTS = " ▁▂▃▄▅▆▇█"
EDGE = "▔"
"""The upper edge of a line, which is what its label names: beside the label, and where the budget
stands. A column that is full there reaches just so high."""

AXIS = 5
"""Cells of the scale at the left, the last of them for its mark."""

NARROW, WIDE = 3, 8
"""Cells of a column at least, and at most."""

STEPS = (15, 30, 60, 120, 180, 240, 360, 480, 720, 1440)
"""Minutes that a line of the picture may stand for; beyond them, twice as many each time."""

HOUR = 60

MOST_PARTS, LEAST_PART = 8, 10
"""Into how many lines a budget of odd minutes may be parted, and minutes of one at least."""

CLOSING_FROM = 7
"""Lines from which the sentence below the picture is shown."""

LABELS = 1
"""Lines of the numbers of the weeks."""


Scale = Callable[[int, int], str]
"""How minutes are written at the left, of lines of so many minutes; empty leaves one without."""


def _plain(minutes: int, step: int) -> str:
    return str(minutes)


class WeekColumn(msgspec.Struct, frozen=True, kw_only=True):
    """One week."""

    label: str
    minutes: int
    here: bool = False
    """The week that the other panes are about."""


class WeeksShown(msgspec.Struct, frozen=True, kw_only=True):
    """All of the pane."""

    columns: tuple[WeekColumn, ...] = ()
    goal: int = 0
    """Minutes; 0 draws no line."""
    goal_word: str = ""
    closing: str = ""
    empty: tuple[str, ...] = ()
    """Sentences in place of a picture of nothing."""


class TwelveWeeks(Sheet):
    """Columns of eighths from nothing up; the scale follows the room."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._shown = WeeksShown()
        self._scale: Scale = _plain

    def show(self, shown: WeeksShown, scale: Scale) -> None:
        """Show other weeks.

        Args:
            shown: the weeks.
            scale: how minutes are written at the left.
        """
        self._scale = scale
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def line_at(self, y: int) -> Line:
        """A line of the picture, or below it."""
        shown, height, width = self._shown, self.inner_height, self.inner_width
        if not any(each.minutes for each in shown.columns):
            said = [part for text in shown.empty for part in wrap(text, max(8, width - 2))]
            return Line((Piece(" "), Piece(said[y], "dim"))) if y < len(said) else BLANK
        place = placed(shown, height, width)
        if y < place.rows:
            return self._row(place.rows - y, place.step, width)
        if y == place.rows:
            return self._labels(width)
        at, below = y - place.closing_from, place.closing
        return Line((Piece("  "), Piece(below[at], "dim"))) if 0 <= at < len(below) else BLANK

    def _row(self, level: int, step: int, width: int) -> Line:
        """The line of the picture that ends at so many steps, whose value is its label."""
        shown, cells = self._shown, column_cells(self._shown, width)
        columns, lead = drawn_columns(shown, width)
        here = goal_level(shown, step) == level
        fill = EDGE if here else " "
        said = self._scale(level * step, step)
        if cell_len(said) >= AXIS:
            # More hours than a week has are no reason to push the picture aside.
            said = ""
        mark = EDGE if said or here else " "
        pieces = [Piece(f"{said:>{AXIS - 1}}{mark}", "dim")]
        for place, each in enumerate(columns):
            glyph = HEIGHTS[eighths(each.minutes, level, step)]
            tone: Tone = "accent" if each.here else "done"
            bar = Piece(glyph, tone) if glyph != " " else Piece(fill, "dim")
            before = cells - 2 if place else lead
            pieces += [Piece(fill * before, "dim"), bar, Piece(fill, "dim")]
        beside = f" {shown.goal_word}"
        used = sum(cell_len(piece.text) for piece in pieces)
        if here and shown.goal_word and used + cell_len(beside) < width:
            pieces.append(Piece(beside, "dim"))
        return Line(tuple(pieces))

    def _labels(self, width: int) -> Line:
        cells = column_cells(self._shown, width)
        columns, lead = drawn_columns(self._shown, width)
        pieces = [Piece(" " * AXIS)]
        for place, each in enumerate(columns):
            text = f"{each.label:>{cells if place else lead + 2}}"
            pieces.append(Piece(text, "strong" if each.here else "dim"))
        return Line(tuple(pieces))


class Placed(NamedTuple):
    """Where all of the pane stands."""

    step: int
    """Minutes of a line."""
    rows: int
    """Lines of the picture; those of the labels follow."""
    closing: tuple[str, ...]
    closing_from: int
    """The first line of the closing sentence."""

    @property
    def lines(self) -> int:
        """All of them."""
        return self.closing_from + len(self.closing) if self.closing else self.rows + LABELS


def placed(shown: WeeksShown, height: int, width: int) -> Placed:
    """The picture, and the sentence below it where there is room.

    Args:
        shown: the weeks.
        height: lines inside the frame.
        width: cells inside it.
    """
    wanted = bool(shown.closing) and height >= CLOSING_FROM
    closing = tuple(wrap(shown.closing, max(8, width - 3))) if wanted else ()
    below = len(closing) + LABELS + (1 if height > CLOSING_FROM else 0)
    step, rows = scale_of(shown, max(1, height - below))
    return Placed(step, rows, closing, min(rows + LABELS + 1, max(0, height - len(closing))))


def lines_of(shown: WeeksShown, height: int, width: int) -> int:
    """How many of so many lines are drawn on, those below the last of them left out."""
    if not any(each.minutes for each in shown.columns):
        return height
    used = placed(shown, height, width)
    return max(used.lines, CLOSING_FROM) if used.closing else used.lines


def drawn_columns(shown: WeeksShown, width: int) -> tuple[tuple[WeekColumn, ...], int]:
    """The columns that fit, the latest of them, and the empty cells before the first bar."""
    cells = column_cells(shown, width)
    lead = cells - 2
    if AXIS + cells * len(shown.columns) > width:
        lead -= 1
    room = max(1, (width - AXIS + (cells - 2 - lead)) // cells)
    return shown.columns[-room:], lead


def column_cells(shown: WeeksShown, width: int) -> int:
    """Cells of a column in a width; the word of the line of the budget keeps its room."""
    count = max(1, len(shown.columns))
    room = width - AXIS - (cell_len(shown.goal_word) + 4 if shown.goal_word else 0)
    return max(NARROW, min(WIDE, room // count))


def scale_of(shown: WeeksShown, most: int) -> tuple[int, int]:
    """Minutes that a line stands for, and how many lines show the longest week and the budget.

    Where it can be, the budget ends at the edge of a line, so that its mark is at its height.
    """
    goal = shown.goal
    top = max(goal, *(each.minutes for each in shown.columns), HOUR)
    for step in _edges(goal):
        rows = -(-top // step)
        if rows <= most:
            return step, rows
    step = next((each for each in STEPS if each * most >= top), STEPS[-1])
    while step * most < top:
        step *= 2
    return step, -(-top // step)


def _edges(goal: int) -> list[int]:
    """Minutes of a line of which the budget is so many whole ones, those of whole hours first."""
    if not goal:
        return []
    usual = [each for each in STEPS if goal % each == 0]
    odd = [goal // parts for parts in range(MOST_PARTS, 0, -1) if goal % parts == 0]
    return usual + [each for each in odd if each >= LEAST_PART and each not in usual]


def goal_level(shown: WeeksShown, step: int) -> int:
    """The line at whose upper edge the budget stands; 0 where it stands at none, or is none."""
    return shown.goal // step if shown.goal and shown.goal % step == 0 else 0


def eighths(minutes: int, level: int, step: int) -> int:
    """How many eighths of a line are full; the least that there is shows."""
    over = minutes - (level - 1) * step
    if over <= 0:
        return 0
    return max(1, min(8, over * 8 // step))
