"""Reading queries: every sign means something, and nothing raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.parse import filter_text, parse
from store.search.query import (
    Banded,
    Began,
    Filter,
    Layered,
    Phrase,
    Query,
    Unfinished,
    Wanted,
    Word,
)
from store.search.query_names import FILTERS

PIECES = st.sampled_from(
    [
        *FILTERS,
        ":",
        '"',
        "«",
        "»",
        "-",
        ",",
        " ",
        "é",
        "2024",
        "-03",
        "insa",
        "thin",
        "15",
        "\u00a0",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_whatever_is_typed_can_be_read(text: str) -> None:
    read = parse(text)
    assert all(each.typed for each in read.terms)
    assert not read.impossible or not read.terms


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_term_was_typed(text: str) -> None:
    for term in parse(text).terms:
        assert term.typed in text


def _words(query: str) -> list[str]:
    return [each.text for each in parse(query).words]


def test_words_come_folded_and_once() -> None:
    assert _words("Éric  l'Her éric") == ["eric", "l", "her"]


@pytest.mark.parametrize(
    "text", ["foo:bar", "since:x", "layer:7", "met:2024-13", "tie:blue", "http://a.example", "a:"]
)
def test_what_is_no_filter_is_words(text: str) -> None:
    read = parse(text + " ")
    assert read.terms
    assert all(isinstance(each, Word) for each in read.terms)


@pytest.mark.parametrize(
    "text",
    [
        "school:",
        "école :",
        "since:20",
        "met:2024-",
        "met:2024..",
        "met:2024..20",
        "layer:1",
        "tie:thi",
        'tag:"',
        "-",
        '"',
    ],
)
def test_what_is_still_typed_narrows_nothing(text: str) -> None:
    assert all(isinstance(each, Unfinished) for each in parse(text).terms)
    assert not parse(text).impossible


@pytest.mark.parametrize("text", ["!", "?!", "…", ":", "!! ,"])
def test_signs_alone_find_nobody(text: str) -> None:
    assert parse(text).impossible


@pytest.mark.parametrize("text", ['"deux mots"', "« deux mots »", "“deux mots”", '"Deux, mots!"'])
def test_quotes_of_both_languages_hold_a_phrase(text: str) -> None:
    (phrase,) = parse(text).terms
    assert isinstance(phrase, Phrase)
    assert (phrase.words, phrase.open, phrase.typed) == (("deux", "mots"), False, text)


def test_a_phrase_may_go_on_until_its_quotes_are_closed() -> None:
    (phrase,) = parse('"deux mo').terms
    assert isinstance(phrase, Phrase)
    assert phrase.open


@pytest.mark.parametrize(
    "text",
    [
        "school:insa,ens",
        "École:INSA,ENS",
        "école : insa,ens",
        "schools: insa,ens",
        'school:"insa","ens"',
        "school:insa, ens",
    ],
)
def test_values_of_one_filter_are_parted_by_commas(text: str) -> None:
    (term,) = parse(text).terms
    assert isinstance(term, Filter)
    assert term.field == "school"
    assert [each.words for each in term.values] == [("insa",), ("ens",)]


def test_a_blank_behind_a_comma_begins_the_next_value_or_the_next_filter() -> None:
    assert parse("layer:50, 150").filters == (Layered(layers=(50, 150), typed="layer:50, 150"),)
    city, other = parse("city:lyon, -school:insa").terms
    assert isinstance(city, Filter)
    assert (len(city.values), other.negative) == (1, True)


def test_quoted_values_are_whole() -> None:
    (term,) = parse('school:"Sciences Po"').terms
    assert isinstance(term, Filter)
    assert term.values == (Wanted(("sciences", "po"), whole=True),)


def test_a_minus_leaves_out_a_word_a_phrase_or_a_filter() -> None:
    read = parse('-lyon -"deux mots" -jean-marc -school:insa -layer:15 jean-marc')
    negative = [type(each) for each in read.terms if each.negative]
    assert negative == [Word, Phrase, Phrase, Filter, Layered]
    assert [each.text for each in read.words] == ["jean", "marc"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("met:2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("met:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("rencontrée:2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("met:2024-03-05", date(2024, 3, 5), date(2024, 3, 5)),
        ("since:2009", date(2009, 1, 1), date.max),
        ("depuis:2009-06", date(2009, 6, 1), date.max),
        ("met:2020..2024-03", date(2020, 1, 1), date(2024, 3, 31)),
    ],
)
def test_days_are_read_as_the_time_they_span(text: str, first: date, last: date) -> None:
    (term,) = parse(text).terms
    assert isinstance(term, Began)
    assert term.spans == ((first.toordinal(), last.toordinal()),)


def test_days_parted_by_commas_are_one_of_these_and_no_span() -> None:
    (term,) = parse("met:2020,2024-03-05").terms
    assert isinstance(term, Began)
    day = date(2024, 3, 5).toordinal()
    assert term.spans == (
        (date(2020, 1, 1).toordinal(), date(2020, 12, 31).toordinal()),
        (day, day),
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06 12 34 56 78", "612345678"),
        ("+33 (0)6.12.34.56.78", "612345678"),
        ("tel:+33612345678", "612345678"),
        ("ana 345678", "345678"),
        ("2009 school:insa", ""),
        ("12345", ""),
        ("a612345678", ""),
    ],
)
def test_six_digits_or_more_may_be_a_number(text: str, number: str) -> None:
    words = parse(text).words
    assert {each.number for each in words if each.text[-1].isdigit()} == {number}


def test_layers_and_ties_in_both_languages() -> None:
    assert parse("layer:5,15 proximité:aucune").filters == (
        Layered(layers=(5, 15), typed="layer:5,15"),
        Layered(layers=(None,), typed="proximité:aucune"),
    )
    assert parse("lien:régulier,s'espace tie:silent").filters == (
        Banded(bands=("warm", "cooling"), typed="lien:régulier,s'espace"),
        Banded(bands=("frozen",), typed="tie:silent"),
    )


def test_a_thin_tie_is_a_word_as_well() -> None:
    for text in ("thin", "distendu"):
        (word,) = parse(text).terms
        assert isinstance(word, Word)
        assert (word.text, word.bands) == (text, ("cold", "frozen"))
        assert parse(text).asks_ties
    assert not parse("-thin lizzy").asks_ties


def test_a_long_query_is_cut() -> None:
    assert len(parse("mot " * 10_000).terms) <= 500
    assert _words("mot " * 10_000) == ["mot"]
    assert len(_words(" ".join(f"w{number}" for number in range(100)))) == 20


@given(st.lists(st.text(max_size=12), min_size=1, max_size=3))
def test_a_filter_that_is_written_is_read_as_it_was_meant(values: list[str]) -> None:
    written = filter_text("school", values)
    read: Query = parse(written)
    wanted = [parse(f'"{value}"') for value in values if not set(value) & set('"«»“”„‟＂')]
    phrases = [each.terms[0] for each in wanted if each.phrases]
    terms = [each for each in read.terms if isinstance(each, Filter)]
    if phrases and len(phrases) == len(values):
        assert [each.words for each in terms[0].values] == [
            each.words for each in phrases if isinstance(each, Phrase)
        ]
