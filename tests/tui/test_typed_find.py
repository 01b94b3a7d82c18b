"""What Tab makes of the last word of a search."""

from __future__ import annotations

import pytest

from store.records.kinds import Language
from store.records.person import City, Person, School
from store.records.snapshot import snapshot_of
from store.search.parse import parse
from store.search.query_names import FILTERS
from store.views.facets import Choice, Facets
from store.views.find_values import FindValues
from store.words.fold import fold
from store.words.words import Words
from tui.typed.filter_names import filter_names
from tui.typed.find import offers_of, quoted, typed_with, unfinished

PEOPLE = (
    Person(id="A", name="Ada", schools=(School(name="INSA Toulouse"),), org="Écluse"),
    Person(id="B", name="Bo", schools=(School(name="INSA Lyon"),), org="Aubier"),
    Person(id="C", name="Cleo", schools=(School(name="INSA Lyon"),), employers=("Écluse",)),
    Person(id="D", name="Dov", schools=(School(name="ENS"),), cities=(City(name="Genève"),)),
)


def offered(text: str, language: Language = "en") -> list[str]:
    snapshot = snapshot_of({"people": {each.id: each for each in PEOPLE}})
    values = FindValues(Facets())
    names = filter_names(Words(language))
    found = offers_of(text, names, lambda filter, typed: values.beginning(snapshot, filter, typed))
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sch", "school:"),
        ("lyon sch", "lyon school:"),
        ("-sch", "-school:"),
        ("school:ins", 'school:"INSA Lyon" '),
        ("school:INSA T", None),
        ('school:"insa t', 'school:"INSA Toulouse" '),
        ("school:ens", "school:ENS "),
        ("city:gen", "city:Genève "),
        ("ada city:GENÈ", "ada city:Genève "),
        ("school:ens,ins", 'school:ens,"INSA Lyon" '),
        ("-school:ens", "-school:ENS "),
        ("org:ecl", "org:Écluse "),
        ("école:ins", 'école:"INSA Lyon" '),
        ("layer:1", "layer:15 "),
        ("tie:thi", "tie:thin "),
        ("since:20", None),
        ("nosuch:ins", None),
        ("s", None),
        ("", None),
        ("amelie", None),
        ("school:ens ", None),
    ],
)
def test_tab_completes_filters_and_existing_values(text: str, first: str | None) -> None:
    assert next(iter(offered(text)), None) == first


def test_values_come_the_commonest_first_and_all_before_anything_is_typed() -> None:
    assert offered("school:")[:2] == ['school:"INSA Lyon" ', "school:ENS "]
    assert offered("org:") == ["org:Écluse ", "org:Aubier "]


def test_french_names_come_first_and_english_ones_are_known_too() -> None:
    assert offered("éco", "fr") == ["école:"]
    assert offered("eco", "fr") == ["école:"]
    assert offered("scho", "fr") == ["school:"]
    assert offered("lien:dist", "fr") == ["lien:distendu "]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_name_that_is_offered_is_one_that_is_read(language: Language) -> None:
    names = filter_names(Words(language))
    assert [name for name in names.shown if fold(name) not in FILTERS] == []


def test_what_stands_in_quotes_ends_no_word() -> None:
    word = unfinished('ada "two words" school:"insa ly')
    assert (word.filter, word.typed) == ("school", "insa ly")
    assert unfinished('"school:ins').filter == ""


def test_a_value_of_several_words_is_quoted_and_quotes_within_are_left_out() -> None:
    assert quoted("Lyon") == "Lyon"
    assert quoted('the "big" one') == '"the big one"'
    assert quoted("a,b") == '"a,b"'


def test_choices_become_filters_of_which_one_of_a_kind_is_enough() -> None:
    chosen = (
        Choice("city", "lyon", "Lyon"),
        Choice("school", "insa lyon", "INSA Lyon"),
        Choice("school", "ens paris", "ENS"),
    )
    typed = typed_with("climbing ", chosen)
    assert typed == 'climbing school:"INSA Lyon",ENS city:Lyon'
    assert [each.typed for each in parse(typed).terms] == [
        "climbing",
        'school:"INSA Lyon",ENS',
        "city:Lyon",
    ]
    assert typed_with("", ()) == ""
