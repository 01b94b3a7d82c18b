"""A list drawn line by line: a key repaints two lines, not the widget.

Textual's own lists send 1,000 to 10,000 bytes a key; this sends about 250, which is what makes a
held key bearable over SSH.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.widget import Widget

from widgets.line import BLANK, Line, Piece, paint
from widgets.marked_sheet import MarkedSheet
from widgets.tone import Tone
from widgets.wrapping import wrap

R = TypeVar("R")

CURSOR = "▶"
MARK = "+"


class LineList(MarkedSheet, Generic[R]):
    """Rows with a cursor that is kept by id; rows without an id are headings it skips."""

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, list: Widget, key: str | None) -> None:
            """Say where it stands."""
            super().__init__()
            self.list = list
            self.key = key

        @property
        def control(self) -> Widget:
            """The list that speaks."""
            return self.list

    class Opened(Moved):
        """A row was chosen with a click on it."""

    HEADING: ClassVar[Tone] = "dim"
    WHEEL = 3

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty list."""
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[R] = ()
        self._keys: list[str | None] = []
        self._at = -1
        self._top = 0

    def key_of(self, row: R) -> str | None:
        """The id of a row; None for a heading."""
        raise NotImplementedError

    def line_of(self, row: R, width: int) -> Line:
        """A row as a line, behind the columns of cursor and mark."""
        raise NotImplementedError

    @property
    def list_height(self) -> int:
        """Lines for the rows; a subclass may hold some back."""
        return self.inner_height - self.lines_above

    @property
    def lines_above(self) -> int:
        """Lines above the rows, which a subclass draws; none unless it says so."""
        return 0

    def reach(self, width: int, row: R) -> int:
        """How many cells of a row show the cursor; fewer cells are fewer bytes a key."""
        return width

    @property
    def points(self) -> bool:
        """Whether the cursor is shown; a list beside another may do so only with the focus."""
        return True

    # Rows -------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[R]:
        """All rows, headings among them."""
        return self._rows

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in their order."""
        return tuple(key for key in self._keys if key is not None)

    @property
    def key(self) -> str | None:
        """The id under the cursor."""
        return self._keys[self._at] if 0 <= self._at < len(self._keys) else None

    @property
    def row(self) -> R | None:
        """The row under the cursor."""
        return self._rows[self._at] if 0 <= self._at < len(self._rows) else None

    @property
    def marked_rows(self) -> list[R]:
        """The marked rows in their order, or the one under the cursor."""
        if self._marks:
            pairs = zip(self._rows, self._keys, strict=True)
            return [row for row, key in pairs if key in self._marks]
        return [] if self.row is None else [self.row]

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; the cursor stays on its id, else goes to what followed it."""
        before_rows, before_top, before_at = self._rows, self._top, self._at
        before = self.key
        keys = self.keys_of(rows)
        target = self._survivor(keys)
        self._rows, self._keys = rows, keys
        self._marks = self.marks_kept(keys)
        self._at = keys.index(target) if target is not None else self._first()
        self._keep_in_view()
        if self._top != before_top:
            self.refresh()
        else:
            self._refresh_changed(before_rows, before_at)
        if self.key != before:
            self._tell()

    def keys_of(self, rows: Sequence[R]) -> list[str | None]:
        """The ids of rows."""
        return [self.key_of(row) for row in rows]

    def marks_kept(self, keys: Sequence[str | None]) -> set[str]:
        """The marks that stay when other rows are shown: those of rows that are still there."""
        return self._marks & {key for key in keys if key is not None}

    def _survivor(self, keys: Sequence[str | None]) -> str | None:
        here = self.key
        if here is None:
            return None
        present = set(keys)
        after = self._keys[self._at :]
        ahead = reversed(self._keys[: self._at])
        for key in (*after, *ahead):
            if key is not None and key in present:
                return key
        return None

    def _refresh_changed(self, before: Sequence[R], at: int) -> None:
        for y in range(self.list_height):
            index = y + self._top
            old = before[index] if index < len(before) else None
            new = self._rows[index] if index < len(self._rows) else None
            if old != new or index in (at, self._at):
                self.refresh_inner(y + self.lines_above)

    # Cursor -----------------------------------------------------------------------------------

    def _first(self) -> int:
        return next((i for i, key in enumerate(self._keys) if key is not None), -1)

    def _last(self) -> int:
        return next(
            (i for i in range(len(self._keys) - 1, -1, -1) if self._keys[i] is not None), -1
        )

    def move(self, by: int) -> None:
        """Move by so many rows that can be stood on; stops at the ends."""
        step = 1 if by > 0 else -1
        at, left = self._at, abs(by)
        index = at + step
        while left and 0 <= index < len(self._keys):
            if self._keys[index] is not None:
                at, left = index, left - 1
            index += step
        self._go(at)

    def page(self, direction: int) -> None:
        """Move by half a page."""
        self.move(direction * max(1, self.list_height // 2))

    def to_end(self, last: bool) -> None:
        """Go to the first or the last row."""
        self._go(self._last() if last else self._first())

    def go_to(self, key: str) -> bool:
        """Put the cursor on an id; False where it is not shown."""
        if key not in self._keys:
            return False
        self._go(self._keys.index(key))
        return True

    @property
    def key_after(self) -> str | None:
        """The id on which the cursor stands once this row is done."""
        after = range(self._at + 1, len(self._keys))
        before = range(self._at - 1, -1, -1)
        return next((key for i in chain(after, before) if (key := self._keys[i]) is not None), None)

    def _go(self, at: int) -> None:
        if at == self._at or at < 0:
            self._reveal_heading()
            return
        old, self._at = self._at, at
        top = self._top
        self._keep_in_view()
        if self._top == top:
            self._refresh_reach(old - top)
            self._refresh_reach(at - top)
        else:
            self.refresh()
        self._tell()

    def _refresh_reach(self, y: int) -> None:
        index = y + self._top
        if 0 <= y < self.list_height and 0 <= index < len(self._rows):
            left, width = 1 if self.framed else 0, self.inner_width
            cells = min(width, self.reach(width, self._rows[index]))
            self.refresh(Region(left, y + 1 + self.lines_above, cells, 1))

    def _keep_in_view(self) -> None:
        height = self.list_height
        if height <= 0 or self._at < 0:
            self._top = 0
            return
        if not self._top <= self._at < self._top + height:
            self._top = self._at - height // 2
        self._top = max(0, min(self._top, len(self._rows) - height))
        if all(key is None for key in self._keys[: self._at]) and self._at < height:
            self._top = 0

    def _reveal_heading(self) -> None:
        if self._top and self._at == self._first() and self._at < self.list_height:
            self._top = 0
            self.refresh()

    def _tell(self) -> None:
        self.place_cursor()
        self.post_message(self.Moved(self, self.key))

    def place_cursor(self) -> None:
        """Put the terminal's own cursor on the row, for readers and magnifiers."""
        if self.has_focus and self.is_attached:
            region = self.content_region
            y = max(0, min(self._at - self._top, self.list_height - 1)) + 1 + self.lines_above
            self.app.cursor_position = Offset(region.x + 2, region.y + y)

    # Marks ------------------------------------------------------------------------------------

    def toggle_mark(self) -> None:
        """Mark the row or take its mark away, and move down."""
        key = self.key
        if key is None:
            return
        self._marks ^= {key}
        self.refresh_inner(self._at - self._top + self.lines_above)
        self.move(1)

    def mark_all(self) -> None:
        """Mark all that is shown, or nothing where all is marked."""
        keys = {key for key in self._keys if key is not None}
        self._marks = set() if self._marks == keys else keys
        self.refresh()

    # Drawing ----------------------------------------------------------------------------------

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row behind its cursor and mark."""
        index = y + self._top
        if not 0 <= index < len(self._rows):
            return paint(BLANK, width, self.style_of, self.glyphs)
        row, key = self._rows[index], self._keys[index]
        here = index == self._at and self.points
        lead = f" {CURSOR if here else ' '}{MARK if key in self._marks else ' '}"
        body = self.line_of(row, max(0, width - 3))
        pointer: Tone = "accent" if here else "text"
        whole = Line((Piece(lead, pointer), *body.left), body.right)
        segments = paint(whole, width, self.style_of, self.glyphs)
        if not here:
            return segments
        tone = self.style_of("cursor" if self.has_focus else "cursor-away")
        over = Style(bgcolor=tone.bgcolor, bold=tone.bold, reverse=tone.reverse)
        return _overlaid(segments, min(width, self.reach(width, row)), over)

    def said_at(self, y: int, width: int, *texts: str) -> list[Segment]:
        """A line of sentences that stand where there are no rows."""
        lines = [part for text in texts for part in wrap(text, max(8, width - 4))]
        line = Line((Piece("  "), Piece(lines[y], "dim"))) if y < len(lines) else BLANK
        return paint(line, width, self.style_of, self.glyphs)

    # Events -----------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Keep the cursor in view on another size."""
        top = self._top
        self._keep_in_view()
        if self._top != top:
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click goes to a row; a second one opens it."""
        index = event.y - 1 - self.lines_above + self._top
        if event.y <= self.lines_above:
            return
        if 0 <= index < len(self._keys) and self._keys[index] is not None:
            self._go(index)
            if event.chain > 1:
                self.post_message(self.Opened(self, self.key))


def _overlaid(segments: list[Segment], cells: int, over: Style) -> list[Segment]:
    out: list[Segment] = []
    left = cells
    for segment in segments:
        if left <= 0:
            out.append(segment)
            continue
        head, tail = segment.split_cells(min(left, segment.cell_length))
        left -= head.cell_length
        base = head.style
        out.append(Segment(head.text, base + over if base else over))
        if tail.text:
            out.append(tail)
    return out
