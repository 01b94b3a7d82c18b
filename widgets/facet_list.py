"""The pane of what a list can be narrowed by: values with how many people have each."""

from __future__ import annotations

import msgspec

from widgets.line import Line, Piece, pad_to
from widgets.line_list import LineList

CHOSEN, FREE = "■", "□"


class FacetRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pane; a heading or a gap has no id."""

    id: str | None = None
    name: str = ""
    count: str = ""
    chosen: bool = False
    more: bool = False
    """Not a value, but the way to those that are not shown."""


class FacetList(LineList[FacetRow]):
    """Headings, and under each its values."""

    @property
    def points(self) -> bool:
        """With the focus alone: the cursor that counts is that of the people."""
        return self.has_focus

    def key_of(self, row: FacetRow) -> str | None:
        """The row's id."""
        return row.id

    def line_of(self, row: FacetRow, width: int) -> Line:
        """A box, the value, and the count."""
        if row.id is None:
            return Line((Piece(row.name, "dim"),))
        if row.more:
            return Line((Piece(f"  {row.name}", "dim"),))
        box = Piece(f"{CHOSEN if row.chosen else FREE} ", "accent" if row.chosen else "dim")
        count = f"{row.count} "
        name = pad_to(row.name, max(1, width - 3 - len(count)))
        return Line((box, Piece(name, "strong" if row.chosen else "text")), (Piece(count, "dim"),))

    def reach(self, width: int, row: FacetRow) -> int:
        """The cursor colours the whole row: it is short."""
        return width
