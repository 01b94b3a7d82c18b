"""The pane of people: thousands of rows, each phrased when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from rich.segment import Segment

from store.records.kinds import Band
from store.views.people import PeopleRows, PersonRow
from widgets.band_glyph import band_piece
from widgets.line import BLANK, Line, Piece, pad_to, paint
from widgets.line_list import LineList
from widgets.tone import Tone
from widgets.wrapping import wrap

NAME_SHARE = 0.36
"""Of the width, for the names, within the bounds below."""

NAME_LEAST, NAME_MOST = 16, 28

ABOUT_FROM = 44
"""Inner cells from which there is room for more than name, warmth and last contact."""

LAST_CELLS = 7


class PersonCells(msgspec.Struct, frozen=True, kw_only=True):
    """One row, phrased."""

    name: str
    dim: bool = False
    """Whose tie no clock is kept for."""
    about: str = ""
    layer: str = ""
    band: Band | None = None
    last: str = ""


class PeopleList(LineList[PersonRow]):
    """People with a cursor; marks survive what is found or narrowed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._phrase: Callable[[PersonRow], PersonCells] = _unphrased
        self._empty: tuple[str, ...] = ()

    def show(
        self,
        rows: PeopleRows,
        phrase: Callable[[PersonRow], PersonCells],
        empty: tuple[str, ...],
    ) -> None:
        """Show other rows, or sentences where there are none."""
        if empty != self._empty:
            self.refresh()
        self._phrase, self._empty = phrase, empty
        self.set_rows(rows)

    def key_of(self, row: PersonRow) -> str | None:
        """The person's id."""
        return row.person

    def keys_of(self, rows: Sequence[PersonRow]) -> list[str | None]:
        """The ids, without making the rows."""
        return list(rows.ids) if isinstance(rows, PeopleRows) else super().keys_of(rows)

    def marks_kept(self, keys: Sequence[str | None]) -> set[str]:
        """All: somebody may be marked and not be shown."""
        return self._marks

    def keep_marks(self, known: Callable[[str], bool]) -> None:
        """Let go of the marks of people who are gone."""
        self._marks = {key for key in self._marks if known(key)}

    def mark_all(self) -> None:
        """Mark all that is shown, or none of it where all is marked."""
        keys = {key for key in self._keys if key is not None}
        self._marks = self._marks - keys if keys <= self._marks else self._marks | keys
        self.refresh()

    def _names(self, width: int) -> int:
        if width < ABOUT_FROM - 3:
            return max(4, width - LAST_CELLS - 4)
        return max(NAME_LEAST, min(NAME_MOST, int(width * NAME_SHARE)))

    def reach(self, width: int, row: PersonRow) -> int:
        """The cursor colours the row as far as its name."""
        return min(width, 3 + self._names(width - 3))

    def line_of(self, row: PersonRow, width: int) -> Line:
        """Name and what matched; layer, warmth and last contact at the right."""
        cells = self._phrase(row)
        tone: Tone = "dim" if cells.dim else "text"
        name = Piece(pad_to(cells.name, self._names(width)), tone)
        band = band_piece(cells.band) if cells.band is not None else Piece(" ")
        last = Piece(f"{cells.last:>{LAST_CELLS}} ", "dim")
        if width < ABOUT_FROM - 3:
            return Line((name,), (band, last))
        about = Piece(f" {cells.about}", "dim")
        return Line((name, about), (Piece(f"{cells.layer:>3} ", "dim"), band, Piece(" "), last))

    def segments_at(self, y: int, width: int) -> list[Segment]:
        """A row, or what to do where there is none."""
        if self._rows:
            return super().segments_at(y, width)
        lines = [part for text in self._empty for part in wrap(text, max(8, width - 4))]
        line = Line((Piece("  "), Piece(lines[y], "dim"))) if y < len(lines) else BLANK
        return paint(line, width, self.style_of, self.glyphs)


def _unphrased(row: PersonRow) -> PersonCells:
    return PersonCells(name=row.name)
