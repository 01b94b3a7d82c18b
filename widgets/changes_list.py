"""The pane of past changes: one line each, newest first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from widgets.line import Line, Piece, pad_to
from widgets.line_list import LineList
from widgets.tone import Tone

COLUMNS_FROM = 56
"""Inner cells from which time, session and deed have columns of their own."""

LONG_TIME_FROM = 94
"""Inner cells from which the day is told in full."""

MOST_WHEN = 28
"""Cells of this column at most."""

LEAST_WHERE = 22
"""Cells that a session may take, or a quarter of the width."""

LEAST_ABOUT = 24
"""Cells that a long deed leaves to whom it is about."""


class ChangeCells(msgspec.Struct, frozen=True, kw_only=True):
    """One change, phrased."""

    key: str
    when: str
    brief: str
    """When, in fewer cells."""
    where: str
    """From which session."""
    aside: str
    """The same in one word, where it was not this one."""
    what: str
    about: str
    mark: str
    """That it was taken back; empty where it stands."""


class ChangesList(LineList[ChangeCells]):
    """Changes with a cursor."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._empty = ""
        self._widths = dict.fromkeys(("when", "brief", "where", "what", "about"), 0)

    def show(self, rows: Sequence[ChangeCells], empty: str) -> None:
        """Show other rows, or a sentence where there are none."""
        widths = {
            name: max((cell_len(getattr(row, name)) for row in rows), default=0)
            for name in self._widths
        }
        if empty != self._empty or widths != self._widths:
            self.refresh()
        self._empty, self._widths = empty, widths
        self.set_rows(rows)

    def key_of(self, row: ChangeCells) -> str | None:
        """The revision."""
        return row.key

    def line_of(self, row: ChangeCells, width: int) -> Line:
        """When, from where, what, about whom; at the right whether it was taken back."""
        cells, right = self._widths, row.mark
        tone: Tone = "dim" if row.mark else "text"
        when = row.when, min(cells["when"], MOST_WHEN)
        if width < LONG_TIME_FROM:
            when = row.brief, cells["brief"]
        pieces = [Piece(pad_to(*when) + "  ", "dim")]
        if width >= COLUMNS_FROM:
            where = min(cells["where"], max(LEAST_WHERE, width // 4))
            room = width - when[1] - where - 2 * len(("when", "where", "what"))
            pieces.append(Piece(pad_to(row.where, where) + "  ", "dim"))
            pieces.append(Piece(pad_to(row.what, self._what(room)) + "  ", tone))
            pieces.append(Piece(row.about, "dim" if row.mark else "strong"))
        else:
            right = row.mark or row.aside
            text = f"{row.what}, {row.about}" if row.about else row.what
            pieces.append(Piece(text, tone))
        return Line(tuple(pieces), (Piece(f"{right} ", "dim"),) if right else ())

    def _what(self, room: int) -> int:
        """Cells of the deed, of those left to it and to whom it is about."""
        about = min(self._widths["about"], LEAST_ABOUT)
        return max(0, min(self._widths["what"], room - about))

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row, or a sentence where there is none."""
        if self._rows:
            return super().segments_at(y, width)
        return self.said_at(y, width, self._empty)
