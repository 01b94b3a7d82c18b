"""Whom a query means, told without an index: the same people first as one of everybody finds."""

from __future__ import annotations

import pytest

from store.records.kinds import Layer
from store.records.me import ME, Me
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.find import Finder
from store.search.likely import SMALL, likely, narrowed_to
from store.words.fold import fold

FIRST = (
    "Ana",
    "Jean",
    "Jeanne",
    "Amélie",
    "Łukasz",
    "Zoé",
    "Bo",
    "Eve",
    "Dan",
    "Cléo",
    "Marc",
    "Paul",
)
LAST = (
    *("Durand", "Dupont", "Garnier", "Martin", "Martel", "Roussel"),
    *("Wrona", "Ek", "Lund", "Jeannot", "Lyonnet", "Amiel"),
)
ORGS = ("Aubier", "Lyon Habitat", "Jeanjean SA", "", "Ferme du Pré", "Borealis", "KTH")
CITIES = ("Lyon", "Paris", "Göteborg", "Amiens", "Dunkerque")
LAYERS: tuple[Layer | None, ...] = (None, None, 150, 50, None, 15, None, 5, 150)


def _card(number: int) -> Person:
    first, last = FIRST[number % 12], LAST[number // 12 % 12]
    return Person(
        id=f"P{number:04}",
        name=f"{first} {last}" if number % 5 else f"{last} {first}-{number}",
        org=ORGS[number % 7],
        emails=(f"{fold(first)}@{fold(last)}.example",) if number % 3 else (),
        cities=(City(name=CITIES[number % 5]),),
        schools=(School(name="INSA Lyon"),) if number % 11 == 0 else (),
        tags=("chef",) if number % 400 == 0 else (),
        notes="Jean le chef de chantier." if number % 17 == 0 else "",
        layer=LAYERS[number % 9],
    )


CROWD = snapshot_of(
    {
        "people": {each.id: each for each in map(_card, range(1500))},
        "me": {ME: Me(schools=(School(name="INSA Lyon"),))},
    }
)


def _ids(snapshot: Snapshot, query: str) -> list[str]:
    return list(Finder().rank(snapshot, query).ids)


@pytest.mark.parametrize("query", ["jean", "jean d", "am", "garnier", "chef", "lyo", "insa", "a"])
def test_those_it_leaves_stand_in_the_order_of_all(query: str) -> None:
    left = likely(CROWD, query)
    assert 0 < len(left.people) < len(CROWD.people)
    everybody = [id for id in _ids(CROWD, query) if id in left.people]
    assert _ids(left, query) == everybody
    assert everybody[0] == _ids(CROWD, query)[0]


@pytest.mark.parametrize(
    "query", ["", "jaen", "zzzz", "dunkerk", "city:lyon", "-lyon jean", '"jean d"']
)
def test_all_stay_where_an_index_may_find_more(query: str) -> None:
    assert likely(CROWD, query) is CROWD


def test_all_of_a_small_network_stay() -> None:
    some = set(list(CROWD.people)[: SMALL - 1])
    small = narrowed_to(CROWD, lambda each: each.id in some)
    assert len(small.people) == SMALL - 1
    assert likely(small, "jean") is small
