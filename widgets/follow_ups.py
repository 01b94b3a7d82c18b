"""The pane of today's follow-ups: groups of rows, each with its reason."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from rich.segment import Segment

from store.records.kinds import Band
from widgets.band_glyph import band_piece
from widgets.line import Line, Piece, pad_to, paint
from widgets.line_list import LineList
from widgets.tone import Tone

REST = "rest"
"""The id of the last row, which shows the others."""

NAME_SHARE = 0.42
"""Of the width, for the names at most."""


class FollowUpRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pane, phrased; a heading or a gap has no id."""

    id: str | None = None
    sign: str = ""
    sign_tone: Tone = "text"
    name: str = ""
    reason: str = ""
    due: str = ""
    due_brief: str = ""
    """The same, for where the reason needs the room."""
    band: Band | None = None
    band_word: str = ""
    pinned: bool = False


class FollowUps(LineList[FollowUpRow]):
    """Rows with a cursor; below them what was done today."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._held: Line | None = None
        self._name_cells = 0

    def show(self, rows: tuple[FollowUpRow, ...], closing: Line | None) -> None:
        """Show other rows, and the line held at the bottom."""
        changed = closing != self._held
        self._held = closing
        widest = max((cell_len(row.name) for row in rows if row.sign), default=0)
        if widest != self._name_cells:
            self._name_cells = widest
            self.refresh()
        self.set_rows(rows)
        if changed:
            self.refresh_inner(self.inner_height - 1)

    @property
    def list_height(self) -> int:
        """Lines for the rows."""
        return max(0, self.inner_height - (1 if self._held is not None else 0))

    def key_of(self, row: FollowUpRow) -> str | None:
        """The row's id."""
        return row.id

    def toggle_mark(self) -> None:
        """Mark a person's row; a line that only asks or leads on takes no mark."""
        if self.row is not None and not self.row.sign:
            self.move(1)
        else:
            super().toggle_mark()

    def mark_all(self) -> None:
        """Mark all people's rows, or nothing where all are marked."""
        keys = {row.id for row in self.rows if row.id is not None and row.sign}
        self._marks = set() if self._marks == keys else keys
        self.refresh()

    def _names(self, width: int) -> int:
        return min(self._name_cells, int(width * NAME_SHARE))

    def reach(self, width: int) -> int:
        """The cursor colours the row as far as its name."""
        return min(width, 3 + 2 + self._names(width - 3) + 1)

    def line_of(self, row: FollowUpRow, width: int) -> Line:
        """Sign, name, reason; when or how warm at the right."""
        if row.id is None:
            return Line((Piece(row.name, "dim"),))
        if not row.sign:
            room = width - cell_len(row.name) - 2
            key = row.reason if cell_len(row.reason) <= room else row.due_brief or row.reason
            return Line((Piece(row.name, "dim"),), (Piece(key, "dim"), Piece(" ")))
        name = pad_to(row.name, self._names(width))
        left = (Piece(f"{row.sign} ", row.sign_tone), Piece(name), Piece(f"  {row.reason}", "dim"))
        taken = sum(cell_len(piece.text) for piece in left)
        return Line(left, self._tail(row, width - taken - 1))

    def _tail(self, row: FollowUpRow, room: int) -> tuple[Piece, ...]:
        """When, or how warm; in its short form where the reason leaves no room for the long one."""
        if row.due:
            return (Piece(row.due if cell_len(row.due) <= room else row.due_brief, "dim"),)
        if row.band is None:
            return ()
        glyph, word = band_piece(row.band), f" {row.band_word}"
        fits = bool(row.band_word) and 1 + cell_len(word) <= room
        return (glyph, Piece(word, "dim")) if fits else (glyph,)

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row, or the line held at the bottom."""
        if self._held is not None and y == self.inner_height - 1:
            return paint(self._held, width, self.style_of, self.glyphs)
        return super().segments_at(y, width)
