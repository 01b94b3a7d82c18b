"""What a mistyped word means, and what it does not: nearer spellings before farther ones."""

from __future__ import annotations

import pytest

from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.find import find


def _network(*people: Person) -> Snapshot:
    return snapshot_of({"people": {each.id: each for each in people}})


def _school(id: str, name: str, school: str, **facts: object) -> Person:
    return Person(id=id, name=name, schools=(School(name=school),), **facts)  # type: ignore[arg-type]


def _city(id: str, name: str, city: str) -> Person:
    return Person(id=id, name=name, cities=(City(name=city),))


def _names(snapshot: Snapshot, query: str) -> list[str]:
    return [hit.person.name for hit in find(snapshot, query)]


@pytest.mark.parametrize(
    ("school", "query"),
    [
        ("Lycée Pasteur Aix-en-Provence", "enai"),
        ("EM Lyon - École de management", "emma"),
        ("Sciences Po", "dete"),
    ],
)
def test_two_words_typed_as_one_stand_side_by_side_in_that_order(school: str, query: str) -> None:
    assert _names(_network(_school("1", "Bo", school)), query) == []


def test_one_word_is_rather_another_than_two() -> None:
    king = _school("1", "Bo", "King's College London")
    network = _network(king, Person(id="2", name="Cy", passions=("skiing",)))
    assert _names(network, "sking")[0] == "Cy"


def test_a_town_in_two_words_is_found_by_one() -> None:
    network = _network(_city("1", "Bo", "Le Havre"), _city("2", "Cy", "St-Étienne"))
    assert _names(network, "lehavre") == ["Bo"]
    assert _names(network, "stetienne") == ["Cy"]


@pytest.mark.parametrize(("city", "query"), [("Paris", "aris"), ("Lille", "mille")])
def test_a_slip_comes_before_what_is_inside_another_word(city: str, query: str) -> None:
    network = _network(
        Person(id="1", name="Ana Parisse Camille"), _city("2", "Bo", city), Person(id="3", name="C")
    )
    assert _names(network, query)[0] == "Bo"


def test_a_mistyped_word_is_rather_of_the_name_than_of_another_form_of_it() -> None:
    network = _network(
        _school("1", "Ana", "EPFL"),
        _school("2", "Bo", "École polytechnique"),
        Person(id="3", name="Abe", org="Inserm"),
        Person(id="4", name="Dan", passions=("danse",)),
    )
    assert _names(network, "écoel polytechnqiue")[0] == "Bo"
    assert _names(network, "sanse")[0] == "Dan"
    other = _network(
        _school("1", "Ana", "EPFL", layer=5), _school("2", "Bo", "École polytechnique")
    )
    assert _names(other, "polytechnqiue") == ["Bo", "Ana"]


def test_the_name_itself_comes_before_another_that_holds_it() -> None:
    network = _network(
        _school("1", "Ana", "EPFL", layer=5),
        _school("2", "Bo", "Polytechnique"),
        _school("3", "Ann", "IEP Lyon", layer=5),
        _school("4", "Cy", "Sciences Po"),
    )
    assert _names(network, "polytechnique")[0] == "Bo"
    assert _names(network, "sciences po")[0] == "Cy"


def test_one_value_with_all_words_comes_before_two() -> None:
    network = _network(
        Person(
            id="1",
            name="Ana",
            schools=(School(name="ENS"),),
            cities=(City(name="Aix-en-Provence"),),
            layer=5,
        ),
        _school("2", "Bo", "ENS Aix-en-Provence"),
    )
    assert _names(network, "ens aix-en-provence") == ["Bo", "Ana"]


def test_a_linking_word_makes_no_company() -> None:
    lyon = (City(name="Lyon"),)
    network = _network(
        _school("1", "Ana", "Université de Rennes", cities=lyon, layer=5),
        _school("2", "Bo", "Université Lyon 1"),
        _school("3", "Cy", "Université de Lyon"),
    )
    assert _names(network, "université de lyon") == ["Cy", "Bo", "Ana"]
    others = _network(
        _school("1", "Ana", "Université de Rennes", cities=lyon),
        _school("2", "Zoe", "Université Rennes", cities=lyon, layer=5),
    )
    assert _names(others, "université de lyon") == ["Zoe", "Ana"]


def test_a_word_that_may_go_on_narrows() -> None:
    network = _network(Person(id="1", name="Ana Lund"), Person(id="2", name="Ana Petit"))
    assert _names(network, "ana l") == ["Ana Lund"]
    assert _names(network, "ana l ") == ["Ana Lund", "Ana Petit"]


def test_words_side_by_side_in_the_query_are_rather_one_value() -> None:
    network = _network(
        Person(
            id="1",
            name="Ana",
            schools=(School(name="INSA Angers"),),
            cities=(City(name="Lyon"),),
            layer=5,
        ),
        Person(
            id="2", name="Bo", schools=(School(name="INSA Lyon"),), cities=(City(name="Angers"),)
        ),
    )
    assert _names(network, "insa lyon angers") == ["Bo", "Ana"]
    assert _names(network, "insa angers lyon") == ["Ana", "Bo"]


def test_a_town_is_rather_the_town_than_another_school_of_the_same_kind() -> None:
    network = _network(
        Person(
            id="1",
            name="Ana",
            schools=(School(name="INSA Grenoble"), School(name="INSA Lyon")),
            layer=5,
        ),
        Person(
            id="2", name="Bo", schools=(School(name="INSA Grenoble"),), cities=(City(name="Lyon"),)
        ),
    )
    assert _names(network, "inas grenobel lyno") == ["Bo", "Ana"]


def test_the_de_of_a_name_says_little_about_a_school() -> None:
    network = _network(
        Person(
            id="1",
            name="Jean de Broglie",
            schools=(School(name="Université de Metz"),),
            cities=(City(name="Clermont-Ferrand"),),
        ),
        _school("2", "Zoe", "Université de Clermont-Ferrand"),
    )
    assert _names(network, "universiét de clermont-ferand")[0] == "Zoe"


def test_a_word_that_links_says_nothing_of_a_card_without_the_others() -> None:
    network = _network(
        Person(id="1", name="Ana", cities=(City(name="Lyon"),), offers=("visites à Gand",)),
        Person(id="2", name="Bo A", cities=(City(name="Lyon"),)),
        Person(id="3", name="Zoe", cities=(City(name="Lyon"),), layer=5),
    )
    assert _names(network, "à lyon") == ["Zoe", "Ana", "Bo A"]
    alike = _network(
        _school("1", "Ana", "INSA Lyon"), Person(id="2", name="Zoe", schools=(), org="Lyon")
    )
    scores = [hit.score for hit in find(alike, "à lyon")]
    assert scores == [hit.score for hit in find(alike, "lyon")]


def test_a_word_that_links_tells_names_apart() -> None:
    network = _network(
        Person(id="1", name="Ada Tourelle", layer=5),
        Person(id="2", name="Bo de La Tourelle"),
        Person(id="3", name="Cy de La Motte"),
    )
    for query in ("de la tourelle", "de la tour"):
        assert _names(network, query) == ["Bo de La Tourelle", "Ada Tourelle"]


def test_the_de_of_a_school_is_worth_that_of_a_name() -> None:
    network = _network(
        _school("1", "Jean de Broglie", "Université de Metz"),
        _school("2", "Zoe", "Université de Metz", layer=5),
    )
    assert _names(network, "universiét de metz")[0] == "Zoe"


@pytest.mark.parametrize("query", ["l'escalade", "à l'escalade", "chez escalade", "the escalade"])
def test_words_that_link_are_not_beginnings_of_names(query: str) -> None:
    climbs = ("escalade",)
    network = _network(
        Person(id="1", name="Zoe", passions=climbs, layer=5),
        Person(id="2", name="Lars Thea", passions=climbs),
        Person(id="3", name="A L"),
    )
    assert _names(network, query) == ["Zoe", "Lars Thea"]


def test_a_word_that_links_is_marked_as_a_whole_beside_another() -> None:
    lars = Person(
        id="1", name="Lars", passions=("escalade",), needs=("prix de l'eau",), notes="De l'air."
    )
    (hit,) = find(_network(lars), "l'escalade")
    assert [each.field for each in hit.matched] == ["passions"]
    tour = Person(id="1", name="Ana de La Tour")
    (hit,) = find(_network(tour), "de la tour")
    assert hit.matched[0].spans == ((4, 6), (7, 9), (10, 14))
    (hit,) = find(_network(tour), "de la ")
    assert hit.matched[0].spans == ((4, 6), (7, 9))


def test_a_full_name_with_a_linking_word_has_the_full_score() -> None:
    network = _network(Person(id="1", name="Charles de Gaulle"))
    assert find(network, "charles de gaulle")[0].score == 1.0


@pytest.mark.parametrize("query", ["vaa calman", "ava claman", "avaa calman", "zva calman"])
def test_a_short_word_of_a_name_may_be_meant_where_others_stand_beside_it(query: str) -> None:
    others = (Person(id=f"{number:02}", name=f"Bo Calmann{number}") for number in range(30))
    hits = find(_network(Person(id="X", name="Ava Calman"), *others), query)
    assert [hit.person.name for hit in hits] == ["Ava Calman"]
    assert hits[0].matched[0].spans == ((0, 3), (4, 10))


def test_every_short_word_of_a_name_may_be_mistyped() -> None:
    zhu = Person(id="1", name="Zhu Ziyi")
    assert _names(_network(zhu, Person(id="2", name="Zoe Ahumada")), "ahu ziiy") == ["Zhu Ziyi"]
    assert _names(_network(zhu), "ahu") == []


@pytest.mark.parametrize("query", ["itu", "rna", "appliqu"])
def test_letters_inside_another_form_of_a_name_find_nobody(query: str) -> None:
    network = _network(_school("1", "Bo", "IEP Lyon"), _school("2", "Cy", "HEC"))
    assert _names(network, query) == []


def test_a_short_name_of_a_school_is_never_meant_by_another() -> None:
    network = _network(_school("1", "Bo Lyon", "ENA"))
    assert _names(network, "ens lyon") == []
