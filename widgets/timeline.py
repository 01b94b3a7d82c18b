"""The pane of what happened with a person: by year, the newest first, the notes wrapped below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from widgets.line import CUT, Line, Piece, paint
from widgets.line_list import LineList
from widgets.safe_text import guard_lines
from widgets.wrapping import wrap

LEAD = 3
"""Cells of cursor and mark."""

NOTE_LINES, NOTE_LINES_ALONE = 2, 6
"""Lines of a note at most, beside other panes and alone; Enter shows all of it."""

WRAPPED_AT_MOST = 400
"""Notes that are wrapped; older ones stand on one line, so that a long past opens as fast."""

HANG_FROM = 40
"""Cells from which notes hang under what happened; where there are fewer they begin at the day."""


class YearHead(NamedTuple):
    """A year over what it held."""

    text: str
    right: str = ""
    """What the arrows mean."""


class Happening(NamedTuple):
    """One thing that happened, phrased."""

    key: str
    day: str
    """Empty below another of the same day."""
    what: tuple[Piece, ...]
    note: str = ""
    right: str = ""
    """An arrow that says who began."""


class TimelineRow(NamedTuple):
    """One line; those of a note, and the years, cannot be stood on."""

    key: str | None
    line: Line


class Timeline(LineList[TimelineRow]):
    """What happened, with a cursor that goes from one thing to the next."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._items: Sequence[YearHead | Happening] = ()
        self._empty: tuple[str, ...] = ()
        self._alone = False
        self._laid_out_for: tuple[int, bool] = (-1, False)
        self._years: list[YearHead] = []
        """The year of each line, where the first thing is one."""

    @property
    def lines_above(self) -> int:
        """The year of the topmost line stands above it, however far one has gone."""
        return 1 if self._years else 0

    def show(
        self,
        items: Sequence[YearHead | Happening],
        empty: tuple[str, ...],
        *,
        alone: bool = False,
    ) -> None:
        """Show other things, or sentences where there are none.

        Args:
            items: the newest first, each year before what it held.
            empty: what to do where nothing happened yet.
            alone: whether the pane has all the room, so that notes may be longer.
        """
        if empty != self._empty or not items:
            self.refresh()
        self._items, self._empty, self._alone = items, empty, alone
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out_for = self.inner_width, self._alone
        before = self._head
        headed = bool(self._items) and isinstance(self._items[0], YearHead)
        rows: list[TimelineRow] = []
        years: list[YearHead] = []
        for year, row in self._lines():
            # The first year stands above the lines.
            if year is not None and headed and (years or row.key is not None):
                years.append(year)
            if not headed or years:
                rows.append(row)
        self._years = years
        self.set_rows(tuple(rows))
        if self._head != before:
            self.refresh_inner(0)

    @property
    def _head(self) -> YearHead | None:
        """The year of the topmost line."""
        return self._years[self._top] if self._top < len(self._years) else None

    def _lines(self) -> Iterator[tuple[YearHead | None, TimelineRow]]:
        """Each line with the year to which it belongs."""
        width = max(0, self.inner_width - LEAD)
        things = [each for each in self._items if isinstance(each, Happening)]
        days = max((cell_len(each.day) for each in things), default=0)
        hang = days + 2 if width >= HANG_FROM else 2
        most = NOTE_LINES_ALONE if self._alone else NOTE_LINES
        wrapped, year = WRAPPED_AT_MOST, None
        for each in self._items:
            if isinstance(each, YearHead):
                year = each
                yield year, TimelineRow(None, self._year_line(each))
                continue
            day = " " * (days - cell_len(each.day)) + each.day
            right = (Piece(f"{self._arrows(each.right)} "),) if each.right else ()
            told = Line((Piece(f"{day}  ", "dim"), *each.what), right)
            yield year, TimelineRow(each.key, told)
            if each.note:
                room = max(8, width - hang - 1)
                for text in _note(each.note, room, most if wrapped > 0 else 1):
                    noted = Line((Piece(" " * hang), Piece(text, "dim")))
                    yield year, TimelineRow(None, noted)
                wrapped -= 1

    def _year_line(self, year: YearHead) -> Line:
        right = (Piece(f"{self._arrows(year.right)} ", "dim"),) if year.right else ()
        return Line((Piece(year.text, "strong"),), right)

    def _arrows(self, text: str) -> str:
        """Arrows as they are; in ASCII with a shaft, so that none looks like the cursor."""
        if not self.glyphs:
            return text
        return text.replace("→", "->").replace("←", "<-")

    def key_of(self, row: TimelineRow) -> str | None:
        """The record's id."""
        return row.key

    def line_of(self, row: TimelineRow, width: int) -> Line:
        """As it was laid out."""
        return row.line

    def reach(self, width: int, row: TimelineRow) -> int:
        """The cursor colours day and kind; what follows is left alone."""
        told = sum(cell_len(piece.text) for piece in row.line.left[:2])
        return min(width, LEAD + told)

    def _keep_in_view(self) -> None:
        """The cursor's own note stays in view with it, as far as the pane is high."""
        super()._keep_in_view()
        last = self._at
        while last + 1 < len(self._keys) and self._keys[last + 1] is None:
            if not self._is_note(last + 1):
                break
            last += 1
        hidden = last - (self._top + self.list_height - 1)
        if hidden > 0:
            self._top = max(0, min(self._top + hidden, self._at))
        if self._top and self._top < self._at and self._is_year(self._top):
            # It stands above already.
            self._top += 1

    def _is_year(self, index: int) -> bool:
        return self._keys[index] is None and not self._is_note(index)

    def _is_note(self, index: int) -> bool:
        return self._rows[index].line.left[0].text.isspace()

    def on_resize(self) -> None:
        """Wrap the notes anew where the width has changed."""
        if self._laid_out_for != (self.inner_width, self._alone):
            self._lay_out()
        super().on_resize()

    def _year_above(self) -> Line:
        """The year of the topmost line, and what the arrows mean."""
        head, first = self._head or self._years[0], self._years[0]
        line = self._year_line(head._replace(right=first.right))
        return line._replace(left=(Piece(" " * LEAD), *line.left))

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A line, or what to do where there is none."""
        if self._rows and self._years and not y:
            return paint(self._year_above(), width, self.style_of, self.glyphs)
        if self._rows:
            return super().segments_at(y - self.lines_above, width)
        return self.said_at(y, width, *self._empty)


def _note(text: str, width: int, most: int) -> list[str]:
    """The first lines of a note, with a sign where more follows."""
    held = text[: width * (most + 1) * 2]
    lines: list[str] = []
    for each in guard_lines(held):
        if each.strip():
            lines += [each] if most == 1 else wrap(each, width)
        if len(lines) > most:
            break
    more = len(lines) > most or len(held) < len(text)
    lines = lines[:most]
    if more and lines and most > 1:
        lines[-1] = f"{lines[-1]} {CUT}" if cell_len(lines[-1]) + 2 <= width else _ended(lines[-1])
    return lines


def _ended(line: str) -> str:
    """A full line that ends in the sign that it goes on."""
    return line.rsplit(" ", 1)[0] + f" {CUT}" if " " in line else line[:-2] + CUT
