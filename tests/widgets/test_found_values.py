"""Values found, side by side in one cell: what matched is always seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from widgets.found_values import FoundValue, cut_around, values_fitted
from widgets.line import Piece

NOTE = "Two children, dislikes small talk by mail, keeps bees in Villeurbanne."


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def found(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.tone == "match"]


def value(of: str, letters: str, label: str = "") -> FoundValue:
    at = of.index(letters)
    return FoundValue(of, ((at, at + len(letters)),), label)


def test_where_all_have_room_all_are_told_in_full() -> None:
    values = (value("climbing", "climb"), value("met at Lyon", "Lyon"))
    assert text(values_fitted(values, 20)) == "climbing·met at Lyon"


def test_a_long_value_is_cut_around_the_letters_that_match() -> None:
    where = value("met at University of Lyon, alumni day", "Lyo")
    shown = values_fitted((value("climbing", "climbing"), where), 24)
    assert text(shown) == "climbing·…of Lyon, alum…"
    assert found(shown) == ["climbing", "Lyo"]


def test_a_match_far_within_begins_at_a_word_shortly_before() -> None:
    at = NOTE.index("Villeurbanne")
    shown = cut_around(NOTE, ((at, at + 7),), 24)
    assert text(shown) == "…bees in Villeurbanne."
    assert found(shown) == ["Villeur"]
    assert text(cut_around("bees in Villeurbanne", ((8, 15),), 20)) == "bees in Villeurbanne"


def test_the_width_is_shared_by_all_that_are_cut() -> None:
    long = "École nationale supérieure de chimie"
    shown = text(values_fitted((value(long, "chimie"), value(NOTE, "bees", "notes")), 40))
    school, note = shown.split("·")
    assert "chimie" in school
    assert "bees" in note
    assert cell_len(school) >= 10
    assert cell_len(note) >= 16


def test_what_has_no_room_goes_from_the_end_and_a_sign_says_so() -> None:
    values = (value("climbing", "climb"), value("INSA Lyon", "Lyon"), value(NOTE, "bees", "notes"))
    assert text(values_fitted(values, 21)) == "climbing·INSA Lyon·…"


@given(
    st.lists(
        st.tuples(st.text("abc d東", min_size=1, max_size=40), st.integers(0, 39), st.booleans()),
        min_size=1,
        max_size=4,
    ),
    st.integers(24, 60),
)
def test_the_room_is_kept_and_the_first_value_shows_its_match(
    some: list[tuple[str, int, bool]], cells: int
) -> None:
    values = [
        FoundValue(each, ((at % len(each), at % len(each) + 1),), "notes" if told else "")
        for each, at, told in some
    ]
    shown = values_fitted(values, cells)
    assert cell_len(text(shown)) <= cells
    assert found(shown)


@pytest.mark.parametrize("cells", range(1, 9))
def test_however_narrow_it_is_no_cell_more_is_used(cells: int) -> None:
    assert cell_len(text(cut_around(NOTE, ((60, 64),), cells))) <= cells
