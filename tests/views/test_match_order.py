"""Of those who match equally well, whom one tends comes first."""

from __future__ import annotations

from store.records.ids import PersonId
from store.records.person import Person
from store.records.table import Table
from store.views.match_order import let_go, tended_first

IDS = tuple(map(PersonId, "ABCDEF"))
SCORES = (9, 9, 9, 5, 5, 1)


def ordered(*last: str) -> str:
    return "".join(tended_first(IDS, SCORES.__getitem__, frozenset(map(PersonId, last))))


def test_they_go_behind_their_equals_and_no_farther() -> None:
    assert ordered("A") == "BCADEF"
    assert ordered("B", "D", "F") == "ACBEDF"
    assert ordered("A", "B", "C") == "ABCDEF"


def test_without_any_nothing_moves() -> None:
    assert ordered() == "ABCDEF"
    assert ordered("Z") == "ABCDEF"


def test_faded_and_deceased_are_let_go() -> None:
    people: dict[PersonId, Person] = {
        PersonId("A"): Person(id="A", name="Ann", status="faded"),
        PersonId("B"): Person(id="B", name="Bo"),
        PersonId("C"): Person(id="C", name="Cy", status="deceased"),
    }
    assert let_go(Table(people)) == {"A", "C"}
