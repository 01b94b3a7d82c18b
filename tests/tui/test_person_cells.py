"""What the columns of the list of people say of one row, and which letters stand out."""

from __future__ import annotations

from datetime import date

import pytest

from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.people_columns import COLUMNS, USUAL, Column
from store.views.people import Found, PersonRow
from store.words.words import Words
from tui.phrasing.person_cells import column_choice, person_cells, titles_of
from widgets.found_values import marked, values_fitted
from widgets.line import Piece
from widgets.people_list import PersonCells

TODAY = date(2026, 11, 20)


def row(*matched: Found, **fields: object) -> PersonRow:
    known: dict[str, object] = {
        "person": PersonId("A"),
        "name": "Amélie Roussel",
        "org": "Aubier",
        "layer": 15,
        "band": "warm",
        "state": "tended",
        "last_days": 34,
        "matched": matched,
        **fields,
    }
    return PersonRow(**known)  # type: ignore[arg-type]


def cells(row: PersonRow, language: Language = "en", curtain: bool = False) -> PersonCells:
    return person_cells(row, Words(language), curtain, TODAY)


def matched(row: PersonRow, language: Language = "en") -> tuple[Piece, ...]:
    """The usual column of what matched, with all the room it wants."""
    shown = person_cells(row, Words(language), False, TODAY, USUAL)
    return values_fitted(shown.found, 200)


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def found(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.tone == "match"]


def test_a_match_in_the_name_is_marked_there_and_the_employer_stands_beside() -> None:
    shown = cells(row(Found("name", "Amélie Roussel", ((0, 3), (7, 11)))))
    assert text(shown.name) == "Amélie Roussel"
    assert found(shown.name) == ["Amé", "Rous"]
    assert text(matched(row(Found("name", "Amélie Roussel", ((0, 3),))))) == "Aubier"


@pytest.mark.parametrize(
    ("language", "field", "said"),
    [
        ("en", "schools", "INSA Lyon"),
        ("en", "notes", "notes INSA Lyon"),
        ("en", "needs", "looks for INSA Lyon"),
        ("en", "offers", "offers INSA Lyon"),
        ("en", "circles", "circle INSA Lyon"),
        ("fr", "circles", "cercle INSA Lyon"),
        ("fr", "needs", "cherche INSA Lyon"),
        ("fr", "nicknames", "dit INSA Lyon"),
    ],
)
def test_the_field_is_named_where_the_value_does_not_say_it(
    language: Language, field: str, said: str
) -> None:
    shown = matched(row(Found(field, "INSA Lyon", ((0, 4),))), language)
    assert text(shown) == said
    assert found(shown) == ["INSA"]


def test_what_matched_twice_in_one_value_is_told_once_with_both_marks() -> None:
    shown = matched(
        row(
            Found("schools", "INSA Lyon", ((0, 4),)),
            Found("cities", "Lyon", ((0, 4),)),
            Found("schools", "INSA Lyon", ((5, 9),)),
        )
    )
    assert text(shown) == "INSA Lyon·Lyon"
    assert found(shown) == ["INSA", "Lyon", "Lyon"]


def test_what_is_shared_comes_before_sentences() -> None:
    shown = matched(
        row(
            Found("notes", "Met at the Lyon fair", ((11, 15),)),
            Found("org", "Aubier", ((0, 3),)),
            Found("passions", "climbing", ((0, 8),)),
        )
    )
    assert text(shown) == "climbing·Aubier·notes Met at the Lyon fair"


def test_an_employer_who_has_a_column_is_not_told_twice() -> None:
    assert cells(row()).found == ()
    titles = titles_of(("matched", "org", "last"), Words("en"), found=False).columns
    assert list(titles.values()) == ["organisation", "last"]
    titles = titles_of(("matched", "org", "last"), Words("en"), found=True).columns
    assert list(titles.values()) == ["matched on", "organisation", "last"]


@pytest.mark.parametrize(
    ("language", "state", "said"),
    [("en", "faded", "let fade"), ("fr", "deceased", "décès"), ("en", "tended", "")],
)
def test_who_is_tended_no_more_is_told_beside_the_name(
    language: Language, state: str, said: str
) -> None:
    shown = person_cells(row(state=state), Words(language), False, TODAY, USUAL)
    assert shown.state == said
    assert text(values_fitted(shown.found, 40)) == "Aubier"
    assert cells(row(state=state), curtain=True).state == ""


@pytest.mark.parametrize(("language", "said"), [("en", "today"), ("fr", "auj.")])
def test_a_talk_of_today_is_told_as_such(language: Language, said: str) -> None:
    assert text(cells(row(last_days=0), language).cells["last"]) == said


def test_a_column_of_its_own_is_marked_as_well() -> None:
    shown = cells(row(Found("cities", "Lyon", ((0, 2),)), city="Lyon", title="Chemist"))
    assert found(shown.cells["city"]) == ["Ly"]
    assert found(shown.cells["title"]) == []


@pytest.mark.parametrize(
    ("language", "met", "turn"), [("en", "Mar 2019", "24 Nov"), ("fr", "mars 2019", "24 nov.")]
)
def test_days_are_told_in_a_few_cells(language: Language, met: str, turn: str) -> None:
    shown = cells(row(met=date(2019, 3, 2), turn=date(2026, 11, 24)), language)
    assert text(shown.cells["met"]) == met
    assert text(shown.cells["turn"]) == turn


def test_behind_the_curtain_only_the_tie_is_told() -> None:
    shown = cells(row(Found("notes", "secret", ((0, 6),)), city="Lyon"), curtain=True)
    assert text(shown.name) == "A. R."
    assert {column for column, pieces in shown.cells.items() if text(pieces).strip()} == {
        "layer",
        "band",
        "last",
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_column_has_a_word_to_choose_it_by_and_titles_fit(language: Language) -> None:
    words = Words(language)
    choices = [column_choice(column, words) for column in COLUMNS]
    assert len(set(choices)) == len(COLUMNS)
    titles = titles_of(COLUMNS, words, found=True).columns
    narrow: tuple[tuple[Column, int], ...] = (("layer", 5), ("last", 7), ("met", 10), ("turn", 10))
    assert [column for column, most in narrow if len(titles[column]) > most] == []


def test_spans_that_overlap_or_reach_beyond_the_text_do_no_harm() -> None:
    pieces = marked("Lyon", [(2, 9), (0, 3)])
    assert text(pieces) == "Lyon"
    assert found(pieces) == ["Lyo", "n"]
    assert marked("", [(0, 1)]) == ()
