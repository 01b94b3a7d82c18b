from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import msgspec
from small_network import TODAY, Network

from store.config.settings import Settings
from store.records.change import ChangeSet, alter, make, remove
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.records.person import City, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.similar import similar
from store.views.facets import Choice, Facets, Narrowed, facet_key
from store.views.people import Found, Matched, Order, PeopleRows, in_order
from store.views.preview import preview
from store.views.ties import Ties


def _network() -> Snapshot:
    network = Network()
    network.person("Zoë", 3, layer=150, added=TODAY)
    network.person("Élie", 200, 260, layer=5, org="Aubier", cadence_days=30)
    network.person("adam", layer=None, added=TODAY - timedelta(days=9))
    network.person("Bob", 40, layer=15, status="faded")
    return network.snapshot()


def _names(snapshot: Snapshot, order: Order) -> list[str]:
    ties = Ties.of(snapshot, TODAY, Settings())
    return [snapshot.people[id].name for id in in_order(snapshot, ties, order)]


def test_names_are_ordered_without_regard_to_accents_and_case() -> None:
    assert _names(_network(), "name") == ["adam", "Bob", "Élie", "Zoë"]


def test_the_latest_contact_comes_first_and_who_was_never_spoken_to_last() -> None:
    assert _names(_network(), "last") == ["Zoë", "Bob", "Élie", "adam"]


def test_the_closest_layer_comes_first_and_nobody_without_one_before_another() -> None:
    assert _names(_network(), "layer") == ["Élie", "Bob", "Zoë", "adam"]


def test_lively_ties_come_before_silent_ones_and_ties_without_a_clock_last() -> None:
    names = _names(_network(), "band")
    assert names[0] == "Zoë"
    assert names.index("Élie") < names.index("adam") < names.index("Bob")


def test_who_was_added_last_comes_first() -> None:
    assert _names(_network(), "added") == ["Zoë", "adam", "Bob", "Élie"]


def test_a_row_tells_where_somebody_stands_and_what_matched() -> None:
    snapshot = _network()
    ties = Ties.of(snapshot, TODAY, Settings())
    asked: list[str] = []

    def matched(person: Person) -> Matched:
        asked.append(person.name)
        return (Found("org", person.org, ((0, 3),)),)

    rows = PeopleRows(snapshot, ties, in_order(snapshot, ties, "name"), matched)
    row = rows[2]
    assert (row.name, row.org, row.layer, row.last_days) == ("Élie", "Aubier", 5, 200)
    assert row.matched == (Found("org", "Aubier", ((0, 3),)),)
    assert rows[0].last_days is None
    assert (rows[1].state, rows[1].band) == ("faded", None)
    assert len(rows) == 4
    assert rows[2] is row
    assert asked == ["Élie", "adam", "Bob"]


def _person(id: str, *schools: str, city: str = "", tags: tuple[str, ...] = ()) -> Person:
    return Person(
        id=id,
        name=id,
        schools=tuple(School(name=each) for each in schools),
        cities=(City(name=city),) if city else (),
        tags=tags,
    )


PEOPLE = (
    _person("A", "INSA Lyon", city="Lyon", tags=("lab",)),
    _person("B", "INSA de Lyon", "ENS", city="Genève"),
    _person("C", "insa lyon", city="lyon"),
    _person("D", "ENS", city="Lyon"),
    _person("E"),
)


def facets_of(people: Iterable[Person]) -> Facets:
    facets = Facets()
    facets.learn(snapshot_of({"people": {person.id: person for person in people}}))
    return facets


def narrowed(people: Iterable[Person], chosen: tuple[Choice, ...]) -> Narrowed:
    listed = tuple(people)
    return facets_of(listed).narrowed(tuple(PersonId(each.id) for each in listed), chosen)


INSA = Choice("school", facet_key("school", "INSA Lyon"), "INSA Lyon")
ENS = Choice("school", facet_key("school", "ENS"), "ENS")
LYON = Choice("city", "lyon", "Lyon")


def _counts(*chosen: Choice) -> dict[str, int]:
    return {each.choice.name: each.count for each in narrowed(PEOPLE, chosen).facets}


def test_ways_of_writing_one_school_are_counted_as_one() -> None:
    assert _counts() == {"INSA Lyon": 3, "ENS": 2, "Lyon": 3, "Genève": 1, "lab": 1}


def test_choices_of_two_kinds_must_both_hold() -> None:
    assert narrowed(PEOPLE, (INSA, LYON)).ids == ("A", "C")


def test_of_two_choices_of_one_kind_one_is_enough() -> None:
    assert narrowed(PEOPLE, (INSA, ENS)).ids == ("A", "B", "C", "D")


def test_a_count_is_how_many_the_list_holds_once_that_is_chosen() -> None:
    counts = _counts(INSA)
    assert counts["Lyon"] == len(narrowed(PEOPLE, (INSA, LYON)).ids) == 2
    assert counts["ENS"] == 2


def test_what_was_chosen_stays_in_the_list_when_nobody_has_it() -> None:
    nowhere = Choice("city", "atlantis", "Atlantis")
    left = narrowed(PEOPLE, (nowhere,))
    assert left.ids == ()
    assert nowhere in [each.choice for each in left.facets]


def test_values_come_the_commonest_first() -> None:
    assert [each.choice.name for each in facets_of(PEOPLE).written("city")] == ["Lyon", "Genève"]


def test_the_preview_marks_what_is_shared_with_me() -> None:
    network = Network()
    network.me = msgspec.structs.replace(
        network.me, schools=(School(name="INSA Lyon"),), passions=("Escalade",)
    )
    network.person(
        "Zoë",
        40,
        12,
        schools=(School(name="INSA de Lyon", start="2004", end="2009"), School(name="ENS")),
        passions=("escalade", "vin"),
        cities=(City(name="Brest", kind="native"), City(name="Lyon")),
    )
    snapshot = network.snapshot()
    glance = preview(snapshot, Ties.of(snapshot, TODAY, Settings()), PersonId("P-Zoë"))
    assert [(each.name, each.years, each.shared) for each in glance.schools] == [
        ("INSA de Lyon", "2004-2009", True),
        ("ENS", "", False),
    ]
    assert [each.name for each in glance.passions if each.shared] == ["escalade"]
    assert [each.name for each in glance.cities] == ["Lyon", "Brest"]
    assert [(TODAY - each.on).days for each in glance.talks] == [12, 40]


def test_a_row_tells_what_its_columns_may_show() -> None:
    network = Network()
    network.person(
        "Zoë",
        3,
        9,
        15,
        title="Chemist",
        emails=("zoe@lab.example", "z@home.example"),
        schools=(School(name="ENS"), School(name="KTH")),
        cities=(City(name="Brest", kind="native"), City(name="Lyon")),
        met=TODAY - timedelta(days=400),
        cadence_days=30,
    )
    snapshot = network.snapshot()
    ties = Ties.of(snapshot, TODAY, Settings())
    ids = in_order(snapshot, ties, "name")
    (row,) = PeopleRows(snapshot, ties, ids, turns=True)
    assert (row.title, row.email, row.school, row.city) == (
        "Chemist",
        "zoe@lab.example",
        "ENS",
        "Lyon",
    )
    assert row.met == TODAY - timedelta(days=400)
    assert row.turn is not None
    assert row.turn > TODAY
    assert PeopleRows(snapshot, ties, ids)[0].turn is None


def test_the_preview_names_whom_they_know_whichever_side_notes_it() -> None:
    network = Network()
    zoe, bo, odd = (PersonId(f"P-{name}") for name in ("Zoë", "Bo", "Odd"))
    network.person("Zoë", 40, knows=(bo,))
    network.person("Bo", layer=150)
    network.person("Ida", layer=5, knows=(zoe,))
    network.person("Odd", layer=50)
    network.person("Una")
    snapshot = network.snapshot()
    met = Introduction(id="I1", a=odd, b=zoe, on=TODAY, state="made")
    only_thought_of = Introduction(id="I2", a=zoe, b=PersonId("P-Una"), on=TODAY)
    snapshot = snapshot.apply(ChangeSet((make(met), make(only_thought_of))))
    glance = preview(snapshot, Ties.of(snapshot, TODAY, Settings()), zoe)
    assert glance.knows == ("Ida", "Odd", "Bo")


def _facets(*people: Person, circles: tuple[Circle, ...] = ()) -> tuple[Facets, Snapshot]:
    tables = {
        "people": {each.id: each for each in people},
        "circles": {each.id: each for each in circles},
    }
    snapshot = snapshot_of(tables)  # type: ignore[arg-type]
    facets = Facets()
    facets.learn(snapshot)
    return facets, snapshot


def _told(facets: Facets, snapshot: Snapshot) -> dict[str, int]:
    found = facets.narrowed(tuple(snapshot.people), ()).facets
    return {f"{each.choice.kind} {each.choice.name}": each.count for each in found}


def test_fields_and_circles_are_counted_as_well() -> None:
    ada, bo = (Person(id=id, name=id, fields=("Chemistry",)) for id in "AB")
    alumni = Circle(id="C1", name="Alumni", people=(PersonId("A"), PersonId("A")))
    facets, snapshot = _facets(ada, bo, circles=(alumni,))
    assert _told(facets, snapshot) == {"field Chemistry": 2, "circle Alumni": 1}


def test_counts_follow_people_and_circles_that_change() -> None:
    facets, snapshot = _facets(_person("A", "ENS", city="Lyon"), _person("B", city="Lyon"))
    person = snapshot.people[PersonId("A")]
    moved = ChangeSet((alter(person, cities=(City(name="Brest"),), schools=()),))
    snapshot = snapshot.apply(moved)
    facets.learn(snapshot)
    assert _told(facets, snapshot) == {"city Brest": 1, "city Lyon": 1}
    club = Circle(id="C1", name="Alumni", people=(PersonId("B"),))
    snapshot = snapshot.apply(ChangeSet((make(club), remove(snapshot.people[PersonId("A")]))))
    facets.learn(snapshot)
    assert _told(facets, snapshot) == {"city Lyon": 1, "circle Alumni": 1}
    snapshot = snapshot.apply(ChangeSet((alter(club, people=()),)))
    facets.learn(snapshot)
    assert _told(facets, snapshot) == {"city Lyon": 1}


def test_a_school_written_wrong_counts_with_the_right_one_and_another_number_does_not() -> None:
    people = (
        _person("A", "INSA Toulouse"),
        _person("B", "insa de Toulose"),
        _person("C", "Université Paris 1"),
        _person("D", "Universite Paris 2"),
        _person("E", "INSA Toulouse"),
    )
    facets = Facets(similar)
    snapshot = snapshot_of({"people": {each.id: each for each in people}})
    facets.learn(snapshot)
    assert _told(facets, snapshot) == {
        "school INSA Toulouse": 3,
        "school Universite Paris 2": 1,
        "school Université Paris 1": 1,
    }
    chosen = facets.narrowed(tuple(snapshot.people), ()).facets[0].choice
    assert facets.narrowed(tuple(snapshot.people), (chosen,)).ids == ("A", "B", "E")
