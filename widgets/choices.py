"""A few numbered choices to take one from, under a sentence."""

from __future__ import annotations

import msgspec

from widgets.line import BLANK, Line, Piece, pad_to
from widgets.line_list import LineList
from widgets.tone import Tone


class ChoiceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a choice, or a text without an id."""

    id: str | None = None
    key: str = ""
    """What takes it at once."""
    label: str = ""
    detail: str = ""
    tone: Tone = "text"


class Choices(LineList[ChoiceRow]):
    """Choices with a cursor; a click on one goes there, a second takes it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty list."""
        super().__init__(id=id, classes=classes)
        self.label_cells = 0
        """How wide the labels stand, so that details line up."""

    def key_of(self, row: ChoiceRow) -> str | None:
        """The choice's id."""
        return row.id

    def line_of(self, row: ChoiceRow, width: int) -> Line:
        """Key, label, detail; a text begins under the labels' cursor."""
        if row.id is None:
            return Line((Piece(row.label, row.tone),)) if row.label else BLANK
        label = pad_to(row.label, self.label_cells) if row.detail else row.label
        left = (Piece(f"{row.key}  ", "accent"), Piece(label, "strong"))
        return Line((*left, Piece(f"  {row.detail}", "dim")) if row.detail else left)
