"""The pane of two sides, a field a line: what was there, and what is there then; both wrapped."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from widgets.line import BLANK, Line, Piece, pad_to
from widgets.prose import Prose
from widgets.tone import Tone
from widgets.wrapping import wrap

LABEL_SHARE = 0.3
"""Of the width, for the names of the fields at most."""

GAP = "  "

MARK = 1
"""Cells between the sides."""


class BesideRow(msgspec.Struct, frozen=True, kw_only=True):
    """One field, phrased; with neither side it is a sentence over the whole width."""

    label: str = ""
    left: str = ""
    mark: str = ""
    right: str = ""
    label_tone: Tone = "dim"
    left_tone: Tone = "text"
    right_tone: Tone = "text"


class Beside(Prose):
    """Scrolls; where no row has a left side the right one takes all the room."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._rows: tuple[BesideRow, ...] = ()

    def show_rows(self, rows: Sequence[BesideRow]) -> None:
        """Show other rows from the first; the same rows keep their place."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._laid_out_for, self._from = None, 0
            self.refresh()

    def _wrapped(self) -> list[Line]:
        """The lines for the present size, worked out once."""
        size = max(0, self.inner_width - 2), self._text_height
        if size != self._laid_out_for:
            self._lines = laid_beside(self._rows, size[0])
            self._laid_out_for = size
            self._from = min(self._from, max(0, len(self._lines) - size[1]))
        return self._lines


def laid_beside(rows: Sequence[BesideRow], width: int) -> list[Line]:
    """Rows as lines of at most so many cells."""
    fields = [row for row in rows if row.left or row.right]
    widest = max((cell_len(row.label) for row in fields), default=0)
    label = min(widest, max(6, int(width * LABEL_SHARE)))
    rest = max(8, width - label - len(GAP))
    two = any(row.left for row in fields)
    left = (rest - MARK - 2 * len(GAP)) // 2 if two else 0
    right = rest - left - MARK - 2 * len(GAP) if two else rest
    out: list[Line] = []
    for row in rows:
        if row.left or row.right:
            out += _field(row, label, left, right)
        elif row.label:
            out += [Line((Piece(part, row.label_tone),)) for part in wrap(row.label, width)]
        else:
            out.append(BLANK)
    return out


def _field(row: BesideRow, label: int, left: int, right: int) -> list[Line]:
    lefts = wrap(row.left, left) if left else []
    rights = wrap(row.right, right)
    labels = wrap(row.label, label)
    lines = []
    for at in range(max(len(lefts), len(rights), len(labels))):
        pieces = [Piece(pad_to(_at(labels, at), label) + GAP, row.label_tone)]
        if left:
            mark = row.mark if at == 0 else ""
            pieces.append(Piece(pad_to(_at(lefts, at), left), row.left_tone))
            pieces.append(Piece(f"{GAP}{pad_to(mark, MARK)}{GAP}", "accent"))
        pieces.append(Piece(_at(rights, at), row.right_tone))
        lines.append(Line(tuple(pieces)))
    return lines


def _at(lines: list[str], index: int) -> str:
    return lines[index] if index < len(lines) else ""
