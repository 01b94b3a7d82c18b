"""Which columns fit beside a name, and how wide they stand."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from store.records.people_columns import COLUMNS, USUAL, Column
from widgets.column_layout import APART, NAME_LEAST, fitted, layout_of, widened, without_room
from widgets.line import Piece


def shown(columns: tuple[Column, ...], width: int) -> tuple[Column, ...]:
    return tuple(place.column for place in layout_of(columns, width).places)


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("width", [16, 30, 40, 41, 52, 66, 74, 120, 200])
@pytest.mark.parametrize("columns", [COLUMNS, USUAL, COLUMNS[::-1], (), ("email",), ("layer",)])
def test_a_row_is_never_wider_than_the_pane(columns: tuple[Column, ...], width: int) -> None:
    layout = layout_of(columns, width)
    assert layout.name >= min(NAME_LEAST, width)
    assert layout.name + sum(APART + place.cells for place in layout.places) <= width


def test_what_does_not_fit_goes_from_the_right_and_the_name_stays() -> None:
    wished: tuple[Column, ...] = ("org", "city", "school", "title", "email", "last")
    assert shown(wished, 200) == wished
    at_80 = shown(wished, 74)
    assert at_80 == wished[: len(at_80)]
    assert 1 < len(at_80) < len(wished)


def test_those_that_have_no_room_can_be_named() -> None:
    wished: tuple[Column, ...] = ("org", "city", "school", "title", "email", "last")
    assert without_room(wished, 200) == frozenset()
    assert without_room(wished, 74) == frozenset(wished) - frozenset(shown(wished, 74))


def test_a_name_takes_room_from_the_text_beside_it_alone() -> None:
    layout = layout_of(("matched", "last"), 74)
    wide = widened(layout, layout.name + 6)
    assert wide.name == layout.name + 6
    assert wide.places[0].cells == layout.places[0].cells - 6
    assert wide.places[1] == layout.places[1]
    assert widened(layout, 200) == layout
    numbers = layout_of(("layer", "last"), 74)
    assert widened(numbers, numbers.name + 6) == numbers


def test_the_order_is_the_users() -> None:
    assert shown(("last", "org", "layer"), 74) == ("last", "org", "layer")


def test_on_a_phone_only_what_is_narrow_is_shown() -> None:
    assert shown(USUAL, 38) == ("layer", "band", "last")
    assert shown(("email", "org", "last"), 38) == ("last",)


def test_texts_share_what_is_left() -> None:
    cells = {place.column: place.cells for place in layout_of(("org", "city", "last"), 90).places}
    assert cells["org"] > cells["city"] > 8
    assert cells["last"] == 7


def test_pieces_are_cut_with_a_sign_and_filled_to_the_width() -> None:
    pieces = (Piece("Lyon", "match"), Piece(" et autour", "dim"))
    assert text(fitted(pieces, 20)) == "Lyon et autour      "
    assert text(fitted(pieces, 8)) == "Lyon et…"
    assert text(fitted(pieces, 5)) == "Lyon…"
    assert text(fitted(pieces, 4)) == "Lyo…"
    assert text(fitted((Piece("34 d"),), 7, right=True)) == "   34 d"
    assert fitted(pieces, 5)[0] == Piece("Lyon", "match")


@pytest.mark.parametrize("cells", range(1, 14))
def test_wide_letters_fill_the_width_as_well(cells: int) -> None:
    pieces = (Piece("東京"), Piece("Tōkyō 東"))
    assert cell_len(text(fitted(pieces, cells))) == cells
