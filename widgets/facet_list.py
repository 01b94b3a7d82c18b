"""The pane of what a list can be narrowed by: values with how many people have each."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from textual.reactive import var

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
    """Not a value, but the way to those that are not shown, or back to the first."""
    heading: bool = False
    """The word over a group; with an id one can stand on it."""
    aside: str = ""
    """Said at the right, dim."""


class FacetList(LineList[FacetRow]):
    """Headings, and under each its values."""

    sought: var[bool] = var(False)
    """Whether values are being looked for: then the cursor counts while one types elsewhere."""

    @property
    def points(self) -> bool:
        """With the focus alone: the cursor that counts is that of the people."""
        return self.has_focus or self.sought

    def watch_sought(self) -> None:
        """Show the cursor, or hide it."""
        self.refresh()

    def _keep_in_view(self) -> None:
        """Without the focus the first rows are shown; the cursor stays where it is."""
        if self.points:
            super()._keep_in_view()
        else:
            self._top = 0

    def watch_has_focus(self, has_focus: bool) -> None:
        """Go on where one was, or show the first rows again."""
        super().watch_has_focus(has_focus)
        self._keep_in_view()

    def leap(self, by: int) -> None:
        """Go to the next group, or to the beginning of this one and then to the one before."""
        starts = [place for place, row in enumerate(self._rows) if row.heading]
        firsts = [first for start in starts if (first := self._from(start)) is not None]
        if by > 0:
            there = next((first for first in firsts if first > self._at), None)
        else:
            there = next((first for first in reversed(firsts) if first < self._at), None)
        if there is not None:
            self._go(there)

    def _from(self, start: int) -> int | None:
        rows = range(start, len(self._keys))
        return next((place for place in rows if self._keys[place] is not None), None)

    def key_of(self, row: FacetRow) -> str | None:
        """The row's id."""
        return row.id

    def line_of(self, row: FacetRow, width: int) -> Line:
        """A box, the value, and the count."""
        if row.id is None or row.heading:
            beside = (Piece(f"{row.aside} ", "dim"),) if row.aside else ()
            return Line((Piece(row.name, "dim"),), beside)
        if row.more:
            return Line((Piece(f"  {row.name}", "dim"),))
        box = Piece(f"{CHOSEN if row.chosen else FREE} ", "accent" if row.chosen else "dim")
        count = f"{row.count or row.aside} "
        name = pad_to(row.name, max(1, width - 3 - cell_len(count)))
        return Line((box, Piece(name, "strong" if row.chosen else "text")), (Piece(count, "dim"),))

    def reach(self, width: int, row: FacetRow) -> int:
        """The cursor colours the whole row: it is short."""
        return width
