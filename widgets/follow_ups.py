"""The pane of today's follow-ups: groups of rows, each with its reason."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import var

from store.records.kinds import Band
from widgets.band_glyph import band_piece
from widgets.line import Line, Piece, pad_to, paint
from widgets.line_list import LineList
from widgets.tone import Tone

REST = "rest"
"""The id of the last row, which shows the others."""

NAME_SHARE = 0.4
"""Of the width, for the names at most."""


class FollowUpRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pane, phrased; a heading or a gap has no id."""

    id: str | None = None
    sign: str = ""
    sign_tone: Tone = "text"
    name: str = ""
    reason: str = ""
    reason_brief: str = ""
    """The same, for where it finds no room: a figure that is cut reads as another one."""
    due: tuple[str, ...] = ()
    """When, the longest text first; the last is for where the reason needs the room."""
    band: Band | None = None
    band_word: str = ""
    pinned: bool = False
    faint: bool = False
    """Told dim: it is there, and for another time."""


class FollowUps(LineList[FollowUpRow]):
    """Rows with a cursor; below them what was done today."""

    meant: var[bool] = var(True, init=False)
    """Whether verbs are about the row under the cursor; else the cursor is not shown."""

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

    @property
    def points(self) -> bool:
        """Whether the cursor is shown."""
        return self.meant

    def watch_meant(self) -> None:
        """Show the cursor, or hide it."""
        self.refresh()

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

    def reach(self, width: int, row: FollowUpRow) -> int:
        """The cursor colours the row as far as its name, or its sentence where it has none."""
        if not row.sign:
            return min(width, 3 + cell_len(row.name) + 1)
        return min(width, 3 + 2 + self._names(width - 3) + 1)

    def line_of(self, row: FollowUpRow, width: int) -> Line:
        """Sign, name, reason; when or how warm at the right."""
        if row.id is None:
            return Line((Piece(row.name, "dim"),))
        if not row.sign:
            room = width - cell_len(row.name) - 2
            key = row.reason if cell_len(row.reason) <= room else row.reason_brief or row.reason
            return Line((Piece(row.name, "dim"),), (Piece(key, "dim"), Piece(" ")))
        name = pad_to(row.name, self._names(width))
        tone: Tone = "dim" if row.faint else "text"
        sign = Piece(f"{row.sign} ", "dim" if row.faint else row.sign_tone)
        # One blank cell before the frame.
        apart = (Piece(" "),) if self.framed else ()
        room = width - cell_len(sign.text) - cell_len(name) - 2 - len(apart)
        reason = self._reason(row, room)
        left = (sign, Piece(name, tone), Piece(f"  {reason}", "dim"))
        taken = sum(cell_len(piece.text) for piece in left)
        return Line(left, (*self._tail(row, width - taken - 1 - len(apart)), *apart))

    def _reason(self, row: FollowUpRow, room: int) -> str:
        """Why, in the brief form where the other finds no room beside the shortest tail."""
        tail = cell_len(row.due[-1]) if row.due else int(row.band is not None)
        fits = cell_len(row.reason) <= room - tail - (1 if tail else 0)
        return row.reason if fits else row.reason_brief or row.reason

    def _tail(self, row: FollowUpRow, room: int) -> tuple[Piece, ...]:
        """When, or how warm; in a shorter form where the reason leaves no room for the long one."""
        if row.due:
            due = next((text for text in row.due if cell_len(text) <= room), row.due[-1])
            return (Piece(due, "dim"),) if due else ()
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
