"""What matched is marked in the original spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from store.records.person import Person, School
from store.records.snapshot import snapshot_of
from store.search.find import find
from store.search.match import SHOWN, Match, match_of
from store.search.placed_words import placed, words_of
from store.words.fold import fold


def _marked(person: Person, query: str) -> list[tuple[str, str]]:
    (hit,) = find(snapshot_of({"people": {person.id: person}}), query)
    return [
        (match.field, "|".join(match.value[start:end] for start, end in match.spans))
        for match in hit.matched
    ]


@pytest.mark.parametrize(
    ("name", "query", "marked"),
    [
        ("Łukasz Wrona", "lukas", "Łukas"),
        ("Straßenbau", "strasse", "Straße"),
        ("Straßenbau", "stras", "Straß"),
        ("Straßenbau", "stra", "Stra"),
        ("Cœur Æbelø", "coe", "Cœ"),
        ("Cœur Æbelø", "aebelo", "Æbelø"),
        ("İstanbul Iğdır", "igdi", "Iğdı"),
        ("He\u0301le\u0300ne", "hel", "He\u0301l"),
        ("He\u0301le\u0300ne", "hele", "He\u0301le\u0300"),
        ("Hélène Garnier", "arni", "arni"),
        ("Hélène Garnier", "ganrier", "Garnier"),
        ("Hélène Garnier", "garnier helene", "Hélène|Garnier"),
        ("Jean-Marc Dupont", "jeanmar", "Jean|Mar"),
        ("Jean-Marc Dupont", "jm", "J|M"),
        ("Jean-Marc Dupont", '"marc dup"', None),
        ("Jean-Marc Dupont", '"jean marc"', "Jean-Marc"),
        ("ŉuma Ba", "n", "ŉ"),
        ("Claire L’Héritier", "l'her", "L|Hér"),
        ("Antoine de Saint-Exupéry", "st", "Saint"),
    ],
)
def test_the_letters_typed_are_marked_however_they_are_written(
    name: str, query: str, marked: str | None
) -> None:
    person = Person(id="1", name=name)
    if marked is None:
        assert not find(snapshot_of({"people": {"1": person}}), query)
        return
    assert _marked(person, query) == [("name", marked)]


def test_a_short_form_marks_what_it_stands_for() -> None:
    ens = Person(id="1", name="Bo", schools=(School(name="École normale supérieure de Lyon"),))
    assert _marked(ens, "ens lyon") == [("schools", "École normale supérieure|Lyon")]
    assert _marked(ens, "school:ens") == [("schools", "École normale supérieure")]
    paris = Person(id="1", name="Bo", schools=(School(name="Université Paris II"),))
    assert _marked(paris, 'school:"paris 2"') == [("schools", "Paris II")]
    assert _marked(paris, "univ 2") == [("schools", "Université|II")]


def test_of_notes_the_line_is_told() -> None:
    person = Person(id="1", name="Bo", notes="Aime la voile.\nA lu Annie Ernaux.\nAime la mer.")
    (hit,) = find(snapshot_of({"people": {"1": person}}), "ernaux")
    assert hit.matched == (Match("notes", "A lu Annie Ernaux.", ((11, 17),)),)


def test_a_long_value_is_cut_around_the_match() -> None:
    line = "mot " * 40 + "aiguille" + " foin" * 40
    person = Person(id="1", name="Bo", notes=line)
    (match,) = find(snapshot_of({"people": {"1": person}}), "aiguille")[0].matched
    assert len(match.value) == SHOWN
    ((start, end),) = match.spans
    assert match.value[start:end] == "aiguille"
    assert match.value[0] == match.value[-1] == "…"


@given(
    st.text(max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30)), max_size=5),
)
def test_marks_stay_within_the_value_and_mark_the_same_letters(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [(at, min(len(text), at + length)) for at, length in places if at < len(text)]
    match = match_of("org", text, spans)
    assert len(match.value) <= max(SHOWN, 0)
    ends = 0
    for start, end in match.spans:
        assert ends <= start < end <= len(match.value)
        assert match.value[start:end] in text
        ends = end


LETTERS = st.text("abeéLłœßİı'’- ŉÆ\u0301Ω1", min_size=1, max_size=14)


@given(LETTERS)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    read = placed(text)
    assert [word.text for word in read.words] == words_of(text)
    for word in read.words:
        start, end = read.span(word.at, len(word.text))
        assert word.text in fold(text[start:end])


@given(name=LETTERS, query=LETTERS)
def test_what_is_marked_begins_with_or_resembles_what_was_typed(name: str, query: str) -> None:
    person = Person(id="1", name=name)
    typed = words_of(query)
    for hit in find(snapshot_of({"people": {"1": person}}), query):
        for match in hit.matched:
            for start, end in match.spans:
                marked = fold(match.value[start:end])
                assert any(
                    word in marked or marked[:1] in word or OSA.distance(word, marked) <= 3
                    for word in typed
                )
