"""Completing from what is written already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.views.completion import MOST, complete

VALUES = (
    "INSA Lyon",
    "École polytechnique",
    "Lyon 2",
    "Łódź",
    "rock-climbing",
    "ecole polytechnique",
)


def test_accents_capitals_and_punctuation_do_not_matter() -> None:
    assert complete(VALUES, "ecole POLY") == ("École polytechnique",)
    assert complete(VALUES, "lodz") == ("Łódź",)
    assert complete(VALUES, "rock c") == ("rock-climbing",)


def test_what_begins_so_comes_before_what_holds_a_word_that_does() -> None:
    assert complete(VALUES, "ly") == ("Lyon 2", "INSA Lyon")


def test_nothing_typed_offers_nothing() -> None:
    assert complete(VALUES, "  ") == ()
    assert complete(VALUES, "-") == ()


@given(st.lists(st.text(max_size=8), max_size=20), st.text(max_size=4))
def test_at_most_so_many_and_only_what_is_there(values: list[str], typed: str) -> None:
    found = complete(values, typed)
    assert len(found) <= MOST
    assert set(found) <= set(values)
