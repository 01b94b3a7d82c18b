"""The pane of two cards side by side: a field a line, between both values whose stands."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from rich.cells import cell_len

from widgets.line import Line, Piece, pad_to
from widgets.line_list import LineList
from widgets.tone import Tone

LABEL_SHARE = 0.3
"""Of the width, for the names of the fields at most."""

MARK = 3
"""Cells for what points to the side that stands."""

GAP = "  "


class MergeCells(msgspec.Struct, frozen=True, kw_only=True):
    """One field, phrased; a heading has no key, and neither has a gap."""

    key: str | None = None
    label: str = ""
    left: str = ""
    mark: str = ""
    right: str = ""
    left_tone: Tone = "text"
    mark_tone: Tone = "accent"
    right_tone: Tone = "text"


class MergeTable(LineList[MergeCells]):
    """Fields with a cursor; headings are passed over."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._label = 0

    def show(self, rows: Sequence[MergeCells]) -> None:
        """Show other rows."""
        label = max((cell_len(row.label) for row in rows if row.key is not None), default=0)
        if label != self._label:
            self.refresh()
        self._label = label
        self.set_rows(rows)

    def key_of(self, row: MergeCells) -> str | None:
        """The field."""
        return row.key

    def line_of(self, row: MergeCells, width: int) -> Line:
        """Label, left, whose stands, right; the two sides have the same room."""
        if row.key is None and not row.left:
            return Line((Piece(row.label, "dim"),))
        label = min(self._label, max(6, int(width * LABEL_SHARE)))
        rest = width - label - MARK - 3 * len(GAP)
        left = max(1, rest // 2)
        return Line(
            (
                Piece(pad_to(row.label, label) + GAP, "dim"),
                Piece(pad_to(row.left, left), row.left_tone),
                Piece(GAP + pad_to(row.mark, MARK) + GAP, row.mark_tone),
                Piece(row.right, row.right_tone),
            )
        )
