from __future__ import annotations

import pytest

from store.records.person import City, Person
from store.records.snapshot import snapshot_of
from store.search.find import Finder
from store.search.match import Match
from store.search.narrowing import Narrowing

PEOPLE = (
    Person(id="A", name="Amélie Lyon", cities=(City(name="Paris"),)),
    Person(id="B", name="Bo", cities=(City(name="Lyon"),), tags=("lab",)),
    Person(id="C", name="Cléo", cities=(City(name="Lyons-la-Forêt"),)),
)
SNAPSHOT = snapshot_of({"people": {each.id: each for each in PEOPLE}})


@pytest.mark.parametrize("query", ["", "lyon", "lyom", "lyo", "paris amelie", "zzzz", "?"])
@pytest.mark.parametrize("narrowing", [Narrowing(), Narrowing(city=("lyon",))])
def test_a_ranking_is_what_find_finds_in_the_same_order(query: str, narrowing: Narrowing) -> None:
    finder = Finder()
    hits = finder.find(SNAPSHOT, query, narrowing)
    ranking = finder.rank(SNAPSHOT, query, narrowing=narrowing)
    assert list(ranking.ids) == [hit.person.id for hit in hits]


def test_what_matched_is_told_for_one_person_at_a_time() -> None:
    ranking = Finder().rank(SNAPSHOT, "lyon")
    told = {str(id): ranking.matched(SNAPSHOT.people[id]) for id in ranking.ids}
    assert told["B"] == (Match("cities", "Lyon", ((0, 4),)),)
    assert told["A"] == (Match("name", "Amélie Lyon", ((7, 11),)),)
