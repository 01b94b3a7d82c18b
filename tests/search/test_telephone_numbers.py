"""A telephone number that is pasted, or its end, finds whose it is."""

from __future__ import annotations

import pytest

from store.records.change import ChangeSet, alter
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.search.find import Finder

PEOPLE = (
    Person(id="A", name="Ana", phones=("+33 (0)6 12 34 56 78",)),
    Person(id="B", name="Bo", phones=("01 23 45;ext=678901", "tel:0698765432")),
    Person(id="C", name="Cléo", notes="Promo 2009 2010, chambre 345678."),
)
SNAPSHOT = snapshot_of({"people": {each.id: each for each in PEOPLE}})


def _found(query: str) -> list[tuple[str, str, str]]:
    return [
        (hit.person.id, match.field, "|".join(match.value[one:end] for one, end in match.spans))
        for hit in Finder().find(SNAPSHOT, query)
        for match in hit.matched
    ]


@pytest.mark.parametrize(
    "query",
    [
        "0612345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06\N{NO-BREAK SPACE}12\N{NO-BREAK SPACE}34 56 78",
        "+33612345678",
        "+33 (0)6 12 34 56 78",
        "0033 6 12 34 56 78",
        "tel:+33-6-12-34-56-78",
    ],
)
def test_a_number_in_any_form_finds_and_marks_it(query: str) -> None:
    assert _found(query) == [("A", "phones", "+33 (0)6 12 34 56 78")]


def test_the_last_six_digits_find_and_mark_the_end() -> None:
    assert _found("34 56 78") == [("A", "phones", "34 56 78")]
    assert _found("345678")[0] == ("A", "phones", "34 56 78")
    assert _found("ana 345678") == [("A", "phones", "34 56 78"), ("A", "name", "Ana")]
    assert _found("012345") == [("B", "phones", "01 23 45")]


def test_fewer_digits_or_others_find_nobody_by_number() -> None:
    for query in ("45678", "2345", "612345", "678901", "bo 345678", "-345678 ana 56789"):
        assert [each for each in _found(query) if each[1] == "phones"] == []


def test_digits_that_are_no_number_stay_words() -> None:
    assert [(id, field) for id, field, _ in _found("2009 2010")] == [("C", "notes")]
    assert [id for id, _, _ in _found("345678")] == ["A", "C"]


def test_a_number_that_changes_is_found_anew_and_no_longer_as_it_was() -> None:
    finder, snapshot = Finder(), SNAPSHOT
    finder.learn(snapshot)
    ana = snapshot.people[PersonId("A")]
    snapshot = snapshot.apply(ChangeSet((alter(ana, phones=("+41 79 111 22 33",)),)))
    assert list(finder.rank(snapshot, "0791112233").ids) == ["A"]
    assert list(finder.rank(snapshot, "0612345678").ids) == []
