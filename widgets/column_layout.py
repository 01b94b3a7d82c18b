"""How wide the columns of the list of people stand, and which of them fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from store.records.people_columns import Column
from widgets.line import CUT, Piece

NAME_SHARE = 0.36
"""Of the width, for the names, within the bounds below."""

NAME_LEAST, NAME_MOST = 16, 28

TEXTS_FROM = 45
"""Cells from which there is room for more than the name and what is narrow."""

APART = 1
"""Blank cells between two columns."""


class Spec(NamedTuple):
    """What a column needs."""

    least: int
    most: int
    share: int = 0
    """Of the cells that are left, beside the others'; 0 stays as narrow as it is."""
    right: bool = False
    """Held to its right side."""


SPECS: Mapping[Column, Spec] = {
    "matched": Spec(12, 200, 3),
    "org": Spec(10, 30, 2),
    "title": Spec(12, 40, 2),
    "city": Spec(8, 16, 1),
    "school": Spec(10, 30, 2),
    "layer": Spec(5, 5, right=True),
    "band": Spec(1, 1),
    "last": Spec(7, 7, right=True),
    "met": Spec(10, 10, right=True),
    "turn": Spec(10, 10, right=True),
    "email": Spec(16, 40, 2),
}


class Place(NamedTuple):
    """A column that is shown, and its cells."""

    column: Column
    cells: int


class Layout(NamedTuple):
    """The whole row."""

    name: int
    """Cells of the name."""
    places: tuple[Place, ...]


def layout_of(columns: Sequence[Column], width: int) -> Layout:
    """The columns that fit beside the name, from the left; those that do not go from the right.

    On a phone only what is narrow is shown, and the name has the rest.

    Args:
        columns: wished for, in their order.
        width: cells of a row, behind cursor and mark.
    """
    if width < TEXTS_FROM:
        shown = _fitting([each for each in columns if not SPECS[each].share], width, NAME_LEAST)
        return Layout(max(4, width - _least(shown)), _places(shown, 0))
    name = max(NAME_LEAST, min(NAME_MOST, int(width * NAME_SHARE)))
    shown = _fitting(columns, width, name)
    left = width - name - _least(shown)
    if not any(SPECS[each].share for each in shown):
        # Nothing else can take the room; a name longer than that is rare.
        return Layout(name, _places(shown, 0))
    return Layout(name, _places(shown, left))


def widened(layout: Layout, name: int) -> Layout:
    """The same with more cells for a name, where the text beside it can spare them."""
    if layout.name >= name or not layout.places:
        return layout
    beside, more = layout.places[0], name - layout.name
    if beside.cells - more < SPECS[beside.column].least or not SPECS[beside.column].share:
        return layout
    return Layout(name, (Place(beside.column, beside.cells - more), *layout.places[1:]))


def without_room(columns: Sequence[Column], width: int) -> frozenset[Column]:
    """The columns that are wished for and do not fit; see `layout_of`."""
    return frozenset(columns) - {each.column for each in layout_of(columns, width).places}


def _least(columns: Sequence[Column]) -> int:
    return sum(SPECS[each].least + APART for each in columns)


def _fitting(columns: Sequence[Column], width: int, name: int) -> list[Column]:
    shown = list(columns)
    while shown and name + _least(shown) > width:
        shown.pop()
    return shown


def _places(columns: Sequence[Column], left: int) -> tuple[Place, ...]:
    """Each with its cells; what is left goes to those that can use it, by their shares."""
    cells = {each: SPECS[each].least for each in columns}
    growing = [each for each in columns if SPECS[each].share]
    while left > 0 and growing:
        shares = sum(SPECS[each].share for each in growing)
        given = 0
        for each in growing:
            wish = SPECS[each].most - cells[each]
            more = min(wish, max(1, left * SPECS[each].share // shares), left - given)
            cells[each] += more
            given += more
        left -= given
        growing = [each for each in growing if cells[each] < SPECS[each].most]
        if not given:
            break
    return tuple(Place(each, cells[each]) for each in columns)


def fitted(pieces: Sequence[Piece], cells: int, *, right: bool = False) -> tuple[Piece, ...]:
    """Pieces in exactly so many cells, with a sign where they were cut."""
    used = sum(cell_len(piece.text) for piece in pieces)
    if used <= cells:
        blank = Piece(" " * (cells - used))
        return (blank, *pieces) if right else (*pieces, blank)
    out: list[Piece] = []
    room = cells - cell_len(CUT)
    for piece in pieces:
        wide = cell_len(piece.text)
        if wide > room:
            kept = set_cell_size(piece.text, room).rstrip() if room > 0 else ""
            out.append(Piece(kept + CUT, piece.tone))
            break
        out.append(piece)
        room -= wide
    short = cells - sum(cell_len(piece.text) for piece in out)
    return (*out, Piece(" " * short)) if short > 0 else tuple(out)
