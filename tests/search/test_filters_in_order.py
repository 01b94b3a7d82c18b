"""A filter brings first who has just that."""

from __future__ import annotations

import pytest

from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.find import Finder, find


def _network(*people: Person) -> Snapshot:
    return snapshot_of({"people": {each.id: each for each in people}})


def _names(snapshot: Snapshot, query: str) -> list[str]:
    return [hit.person.name for hit in find(snapshot, query)]


def _in(*cities: str) -> Snapshot:
    return _network(
        *(
            Person(id=str(number), name=city, cities=(City(name=city),), layer=5)
            for number, city in enumerate(sorted(cities))
        )
    )


@pytest.mark.parametrize(
    ("cities", "query", "found"),
    [
        (("New York", "York"), "city:york", ["York", "New York"]),
        (("New York", "York"), "city:yrok", ["York", "New York"]),
        (("Valence", "Valencia"), "city:valenci", ["Valencia"]),
        (("Ax", "Aix", "Aixe"), "city:aix", ["Aix", "Aixe"]),
        (("Nantes Métropole", "Nantes"), "city:nantes", ["Nantes", "Nantes Métropole"]),
        (("Torontab", "Torontxa"), "city:torontxx", ["Torontxa", "Torontab"]),
    ],
)
def test_the_more_exact_value_comes_first(
    cities: tuple[str, ...], query: str, found: list[str]
) -> None:
    assert _names(_in(*cities), query) == found


def test_words_count_more_than_how_exactly_a_filter_fits() -> None:
    network = _network(
        Person(id="1", name="Ana Martinet", cities=(City(name="York"),)),
        Person(id="2", name="Bo Martin", cities=(City(name="New York"),)),
        Person(id="3", name="Cy Martin", cities=(City(name="York"),)),
    )
    assert _names(network, "martin city:york") == ["Cy Martin", "Bo Martin", "Ana Martinet"]


def test_a_short_name_is_not_the_beginning_of_another_where_somebody_has_it() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="Mines Paris"),)),
        Person(id="2", name="Bo", schools=(School(name="ENS de Lyon"),)),
        Person(id="3", name="Cy", schools=(School(name="École normale supérieure"),)),
    )
    assert sorted(_names(network, "school:ens")) == ["Bo", "Cy"]


def test_a_word_that_is_written_comes_before_one_of_another_form() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="UCLouvain"),)),
        Person(id="2", name="Bo", schools=(School(name="University of Leeds"),)),
        Person(id="3", name="Cy", schools=(School(name="Université de Rennes"),)),
    )
    assert _names(network, "school:université")[0] == "Cy"
    assert len(_names(network, "school:université")) == 3


@pytest.mark.parametrize("query", ["@aubier.example", "@aubier", "@aub", "@aubier.ex"])
def test_a_mail_domain_is_looked_for_in_addresses_alone(query: str) -> None:
    network = _network(
        Person(id="1", name="Ana", emails=("ana@aubier.example",)),
        Person(id="2", name="Bo Aubier", emails=("bo@else.example",)),
        Person(id="3", name="Cy", org="Aubier", emails=("example.aubier@else.org",)),
    )
    hits = [hit for hit in find(network, query) if hit.person.name != "Cy"]
    assert [hit.person.name for hit in hits] == ["Ana"]
    assert [each.field for each in hits[0].matched] == ["emails"]


@pytest.mark.parametrize(
    "query", ["@aubier.example", "@aub", "email:aubier", 'email:"bo aubier"', '"bo@aubier.example"']
)
def test_a_word_of_an_address_may_be_in_the_name_as_well(query: str) -> None:
    network = _network(
        Person(id="1", name="Bo Aubier", emails=("bo@aubier.example",)),
        Person(id="2", name="Ed Else", emails=("ed@else.example",)),
    )
    assert _names(network, query) == ["Bo Aubier"]


def test_a_whole_name_in_quotes_comes_first() -> None:
    network = _network(Person(id="1", name="Ana Garnier", layer=5), Person(id="2", name="Garnier"))
    assert _names(network, '"garnier"') == ["Garnier", "Ana Garnier"]


def test_quotes_that_are_open_cost_what_a_word_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    network = _network(*(Person(id=str(number), name=f"Cy N{number}") for number in range(50)))
    finder = Finder()
    finder.learn(network)
    read: list[str] = []

    def reading(text: str) -> list[str]:
        read.append(text)
        return []

    monkeypatch.setattr("store.search.phrases.all_words_of", reading)
    assert len(finder.rank(network, '"c').ids) == 50
    assert not read
