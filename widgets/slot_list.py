"""The pane of slots: those booked and those proposed, by day and time."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from widgets.line import Line, Piece, cut_to, pad_to, shown
from widgets.line_list import LineList
from widgets.tone import Tone

BRIEF_FROM = 10
"""Cells from which the reason is told beside its sign."""

REASON, LEAST_WHAT = 18, 16
"""Cells for sign and reason, and for what is done with whom before there is room for a reason."""

SIGN = 4
"""Cells for the sign alone."""

LEAD = 3
"""Cells of cursor and mark."""

MORE = "▼"
"""In the last cell of the last line, where more rows follow."""


class SlotRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pane, phrased; a note has no id."""

    id: str | None = None
    sign: str = ""
    sign_tone: Tone = "text"
    when: str = ""
    minutes: str = ""
    what: str = ""
    mark: Piece = Piece("")
    """How the tie stands, or why it waits: one cell."""
    reason: str = ""
    """Beside the mark, where there is room."""
    tone: Tone = "text"
    """Of what is gone by: dim."""


class SlotList(LineList[SlotRow]):
    """Rows with a cursor, their columns aligned."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._columns = (0, 0, 0)
        self._empty: tuple[str, ...] = ()
        self._meant = True

    @property
    def meant(self) -> bool:
        """Whether verbs are about the slot under the cursor."""
        return self._meant

    @meant.setter
    def meant(self, meant: bool) -> None:
        if meant != self._meant:
            self._meant = meant
            self.refresh()

    @property
    def points(self) -> bool:
        """Only while verbs are about it: else the list only looks on."""
        return self._meant

    def show(self, rows: tuple[SlotRow, ...], empty: tuple[str, ...]) -> None:
        """Show other rows, or sentences where there are none."""
        told = [row for row in rows if row.id is not None]
        columns = (
            max((cell_len(row.when) for row in told), default=0),
            max((cell_len(row.minutes) for row in told), default=0),
            max((cell_len(row.what) for row in told), default=0),
        )
        if columns != self._columns or empty != self._empty or not rows:
            self._columns, self._empty = columns, empty
            self.refresh()
        self.set_rows(rows)

    def key_of(self, row: SlotRow) -> str | None:
        """The slot's id."""
        return row.id

    def _what_cells(self, width: int) -> int:
        """Cells of what is done with whom: all of it, but for the reason or a sign behind it."""
        when, minutes, what = self._columns
        rest = width - 2 - when - 2 - minutes - 2
        return max(4, min(what, rest - (REASON if rest >= REASON + LEAST_WHAT else SIGN)))

    def reach(self, width: int, row: SlotRow) -> int:
        """The cursor colours the row as far as what is done with whom."""
        when, minutes, _ = self._columns
        what = self._what_cells(width - LEAD)
        return min(width, LEAD + 2 + when + 2 + minutes + 2 + what + 1)

    def line_of(self, row: SlotRow, width: int) -> Line:
        """Sign, when, how long, what with whom, and why."""
        if row.id is None:
            return Line((Piece(row.what, "dim"),))
        when, minutes, _ = self._columns
        what = self._what_cells(width)
        spent = " " * (minutes - cell_len(row.minutes)) + row.minutes
        left = (
            Piece(f"{row.sign} ", row.sign_tone),
            Piece(f"{pad_to(row.when, when)}  ", row.tone),
            Piece(f"{spent}  ", "dim"),
            Piece(f"{pad_to(row.what, what)} ", row.tone),
        )
        room = width - sum(cell_len(piece.text) for piece in left) - 1
        return Line((*left, *_why(row, room)))

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row, or what to do where there is none."""
        if self._rows:
            segments = super().segments_at(y, width)
            last = y == self.list_height - 1
            if last and self._top + self.list_height < len(self._rows):
                more = Segment(shown(MORE, self.glyphs), self.style_of("dim"))
                return [*Segment.adjust_line_length(segments, width - 1), more]
            return segments
        return self.said_at(y, width, *self._empty)


def _why(row: SlotRow, room: int) -> tuple[Piece, ...]:
    sign = (Piece(" "), row.mark) if row.mark.text and room >= 1 + cell_len(row.mark.text) else ()
    left = room - sum(cell_len(piece.text) for piece in sign) - 1
    if not row.reason or left < min(BRIEF_FROM, cell_len(row.reason)):
        return sign
    return (*sign, Piece(f" {cut_to(row.reason, left)}", "dim"))
