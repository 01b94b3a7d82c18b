"""What comes first: exactness, field, closeness, own common ground, name."""

from __future__ import annotations

from datetime import date

import pytest

from store.config.settings import Settings
from store.records.change import ChangeSet, alter, make, remove
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.me import Me
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.find import Finder, find
from store.views.ties import Ties

TODAY = date(2026, 11, 20)


def _network(*people: Person, me: Me | None = None) -> Snapshot:
    cards = {each.id: each for each in people}
    return snapshot_of({"people": {**cards}, "me": {"1": me or Me()}})


def _names(snapshot: Snapshot, query: str, ties: Ties | None = None) -> list[str]:
    return [hit.person.name for hit in find(snapshot, query, ties=ties)]


def test_the_more_exact_comes_first() -> None:
    network = _network(
        Person(id="1", name="Zoe Marint"),
        Person(id="2", name="Villemartin Ana"),
        Person(id="3", name="Bo Martinet"),
        Person(id="4", name="Cy Martin"),
        Person(id="5", name="Martin"),
    )
    assert _names(network, "martin") == [
        "Martin",
        "Cy Martin",
        "Bo Martinet",
        "Villemartin Ana",
    ]
    assert _names(network, "marton")[:2] == ["Cy Martin", "Martin"]


def test_equal_matches_come_by_closeness_then_own_ground_then_name() -> None:
    me = Me(schools=(School(name="ENS Lyon"),))
    lyon = (City(name="Lyon"),)
    network = _network(
        Person(id="1", name="Ana", cities=lyon),
        Person(
            id="2",
            name="Bo",
            cities=lyon,
            schools=(School(name="École normale supérieure de Lyon"),),
        ),
        Person(id="3", name="Cy", cities=lyon, layer=50),
        Person(id="4", name="Di", cities=lyon, layer=5),
        Person(id="5", name="Ed", cities=lyon, schools=(School(name="ENS de Lyon"),), layer=50),
        me=me,
    )
    assert _names(network, "city:lyon") == ["Di", "Ed", "Cy", "Bo", "Ana"]


def test_words_of_one_value_come_before_words_of_several() -> None:
    network = _network(
        Person(
            id="1",
            name="Ana",
            schools=(School(name="INSA Rennes"),),
            cities=(City(name="Lyon"),),
            layer=5,
        ),
        Person(id="2", name="Bo", schools=(School(name="INSA Lyon Alumni"),)),
        Person(id="3", name="Cy", schools=(School(name="INSA de Lyon"),)),
    )
    assert _names(network, "insa lyon") == ["Cy", "Bo", "Ana"]
    assert _names(network, "ins lyo")[0] == "Cy"


def test_a_number_as_typed_comes_before_one_that_it_begins() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="Université Paris 13"),)),
        Person(id="2", name="Bo", schools=(School(name="Université Paris 1"),)),
        Person(id="3", name="Cy", schools=(School(name="Université Paris 2"),)),
    )
    assert _names(network, "paris 1") == ["Bo", "Ana"]
    assert _names(network, "school:paris-1") == ["Bo"]


def test_a_word_typed_again_is_looked_for_anew() -> None:
    network = _network(Person(id="1", name="Rose Alma"), Person(id="2", name="Rose Rota"))
    assert _names(network, "rose ro") == ["Rose Rota", "Rose Alma"]


def test_small_words_help_and_do_not_hinder() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="Université Lyon 2"),)),
        Person(id="2", name="Bo", schools=(School(name="Université de Lyon"),)),
    )
    assert _names(network, "université de lyon ") == ["Bo", "Ana"]


def test_the_town_of_an_institution_tells_forms_apart_and_finds_nobody_first() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="KTH"),)),
        Person(id="2", name="Bo", cities=(City(name="Stockholm"),)),
    )
    assert _names(network, "stockholm")[0] == "Bo"
    assert _names(network, "kth stockholm")[0] == "Ana"


def test_a_circle_is_found_and_told() -> None:
    network = _network(Person(id="1", name="Ana"), Person(id="2", name="Bo"))
    circle = Circle(id="C", name="Club de voile", people=(PersonId("2"),))
    network = network.apply(ChangeSet((make(circle),)))
    for query in ("voile", "cercle:voile", 'club:"club de voile"'):
        (hit,) = find(network, query)
        assert hit.person.name == "Bo"
        assert [each.field for each in hit.matched] == ["circles"]
    finder = Finder()
    finder.learn(network)
    network = network.apply(ChangeSet((alter(circle, people=(PersonId("1"),)),)))
    assert [hit.person.name for hit in finder.find(network, "voile")] == ["Ana"]
    network = network.apply(ChangeSet((remove(alter(circle, people=(PersonId("1"),)).after),)))  # type: ignore[arg-type]
    assert finder.find(network, "voile") == ()


def _talk(id: str, person: str, day: date, *, planned: bool = False) -> Interaction:
    return Interaction(id=id, people=(PersonId(person),), kind="call", on=day, planned=planned)


def test_a_tie_begins_on_the_day_of_meeting_else_with_the_first_contact() -> None:
    network = _network(
        Person(id="1", name="Ana", met=date(2007, 5, 1)),
        Person(id="2", name="Bo"),
        Person(id="3", name="Cy", met=date(2024, 3, 5)),
        Person(id="4", name="Di"),
    )
    talks = (
        _talk("a", "1", date(2010, 1, 1)),
        _talk("b", "2", date(2012, 1, 1)),
        _talk("c", "2", date(2024, 1, 1)),
        _talk("d", "4", date(2027, 1, 1), planned=True),
    )
    network = network.apply(ChangeSet(tuple(map(make, talks))))
    finder = Finder()
    assert [hit.person.name for hit in finder.find(network, "since:2009")] == ["Bo", "Cy"]
    assert [hit.person.name for hit in finder.find(network, "met:2024")] == ["Cy"]
    assert [hit.person.name for hit in finder.find(network, "-since:2009")] == ["Ana", "Di"]
    network = network.apply(ChangeSet((remove(talks[1]),)))
    assert [hit.person.name for hit in finder.find(network, "met:2024")] == ["Bo", "Cy"]


def test_a_thin_tie_is_found_and_so_is_who_bears_the_word() -> None:
    network = _network(
        Person(id="1", name="Ana"), Person(id="2", name="Bo"), Person(id="3", name="Cy Thin")
    )
    talks = [_talk(f"a{n}", "1", date(2026, 1, 1 + 7 * n)) for n in range(4)]
    talks.append(_talk("b", "2", date(2026, 11, 18)))
    network = network.apply(ChangeSet(tuple(map(make, talks))))
    ties = Ties.of(network, TODAY, Settings())
    assert {ties[PersonId("1")].band, ties[PersonId("2")].band} == {"frozen", "warm"}
    assert _names(network, "thin", ties) == ["Cy Thin", "Ana"]
    assert _names(network, "ana distendu", ties) == ["Ana"]
    assert _names(network, "tie:silent", ties) == ["Ana"]
    assert _names(network, "lien:régulier", ties) == ["Bo"]
    assert _names(network, "-tie:silent", ties) == ["Bo", "Cy Thin"]
    assert _names(network, "thin") == ["Cy Thin"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("garnier lyon", (("name", "Ana Garnier"), ("cities", "Lyon"))),
        ("city:lyno ana", (("name", "Ana Garnier"), ("cities", "Lyon"))),
        ("layer:15", ()),
        ("ana -paris", (("name", "Ana Garnier"),)),
        ("note:mer", (("notes", "Aime la mer."),)),
        ("aubier", (("org", "Aubier"),)),
        ("ana@aubier", (("name", "Ana Garnier"), ("org", "Aubier"))),
    ],
)
def test_every_hit_says_which_field_matched(query: str, told: tuple[tuple[str, str], ...]) -> None:
    ana = Person(
        id="1",
        name="Ana Garnier",
        org="Aubier",
        cities=(City(name="Lyon"),),
        emails=("ana@aubier.example",),
        layer=15,
        notes="Deux enfants.\nAime la mer.",
    )
    (hit,) = find(_network(ana), query)
    assert tuple((each.field, each.value) for each in hit.matched) == told


def test_options_forgive_slips_and_know_short_forms_as_filters_do() -> None:
    network = _network(
        Person(id="1", name="Ana", schools=(School(name="École normale supérieure de Lyon"),)),
        Person(id="2", name="Bo", cities=(City(name="Strasbourg"),)),
    )
    assert [hit.person.name for hit in find(network, "", school=("ens lyon",))] == ["Ana"]
    assert [hit.person.name for hit in find(network, "", city=("strasburg",))] == ["Bo"]
