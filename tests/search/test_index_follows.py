"""An index that follows changes finds what a fresh one finds."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from store.records.change import Change, ChangeSet, alter, make, remove
from store.records.circle import Circle
from store.records.ids import CircleId, PersonId
from store.records.me import Me
from store.records.person import City, Person, School
from store.records.snapshot import EMPTY, Snapshot
from store.search.find import Finder

NAMES = st.sampled_from(
    [
        "Ana Lyon",
        "Łukasz Wrona",
        "Jean-Marc Dupont",
        "Bo",
        "Zoé",
        "Zoe",
        "Anna Lyonel",
        "St-Exupéry",
    ]
)
SCHOOLS = st.lists(st.sampled_from(["INSA Lyon", "ENS", "Paris II", "X"]), max_size=2)
CITIES = st.lists(st.sampled_from(["Lyon", "Paris", "St-Étienne"]), max_size=2)
LAYERS = st.sampled_from([None, 5, 15, 150])
QUERIES = (
    *("a", "l", "lyon", "lyom", "jeanmarc", "ana lyon", "zoe", "club", "aim", "jmd", "school:insa"),
    *("city:lyno", "layer:15", "-lyon", '"ana lyon"', "paris 2", "st exupery", "voile lyon"),
)


@st.composite
def cards(draw: st.DrawFn, id: str) -> Person:
    return Person(
        id=id,
        name=draw(NAMES),
        schools=tuple(School(name=name) for name in draw(SCHOOLS)),
        cities=tuple(City(name=name) for name in draw(CITIES)),
        emails=draw(st.sampled_from([(), ("ana@lyon.example",)])),
        layer=draw(LAYERS),  # type: ignore[arg-type]
        notes=draw(st.sampled_from(["", "Aime la voile.", "Aime Lyon\net Paris."])),
    )


def _told(finder: Finder, snapshot: Snapshot) -> list[object]:
    told: list[object] = []
    for query in QUERIES:
        hits = finder.find(snapshot, query)
        told.append([(hit.person.id, hit.score, hit.matched) for hit in hits])
    return told


def _step(data: st.DataObject, snapshot: Snapshot) -> Snapshot:
    changes: list[Change] = []
    for number in data.draw(st.sets(st.integers(0, 12), min_size=1, max_size=4)):
        id = f"P{number:02}"
        held = snapshot.people.get(PersonId(id))
        if held is None:
            changes.append(make(data.draw(cards(id))))
        elif data.draw(st.booleans()):
            changes.append(remove(held))
        else:
            card = data.draw(cards(id))
            kept = data.draw(st.booleans())
            changes.append(
                alter(
                    held,
                    name=held.name if kept else card.name,
                    schools=card.schools,
                    cities=card.cities,
                    notes=card.notes,
                    layer=card.layer,
                )
            )
    circle = snapshot.circles.get(CircleId("C"))
    members = data.draw(st.lists(st.integers(0, 12), unique=True, max_size=3))
    people = tuple(PersonId(f"P{number:02}") for number in members)
    if circle is None:
        changes.append(make(Circle(id="C", name="Club voile", people=people)))
    else:
        name = data.draw(st.sampled_from(["Club voile", "Cercle aimable"]))
        changes.append(alter(circle, name=name, people=people))
    return snapshot.apply(ChangeSet(tuple(each for each in changes if each.before != each.after)))


@settings(max_examples=25)
@given(st.data())
def test_after_any_changes_it_finds_what_a_fresh_one_finds(data: st.DataObject) -> None:
    finder, snapshot = Finder(), EMPTY
    for _ in range(data.draw(st.integers(1, 5))):
        snapshot = _step(data, snapshot)
        finder.learn(snapshot)
    assert _told(finder, snapshot) == _told(Finder(), snapshot)


def _crowd(count: int) -> Snapshot:
    people = (Person(id=f"P{n:03}", name=f"Ana{n:03} Lyon", tags=("lab",)) for n in range(count))
    return EMPTY.apply(ChangeSet(tuple(map(make, people))))


def test_a_ranking_stands_for_the_same_people_whatever_is_learned_later() -> None:
    finder, snapshot = Finder(), _crowd(300)
    ranking = finder.rank(snapshot, "lab")
    for number in range(5):
        person = snapshot.people[PersonId(f"P{number:03}")]
        snapshot = snapshot.apply(ChangeSet((alter(person, name=f"Zoe{number}", tags=()),)))
        finder.rank(snapshot, "lab")
    assert list(ranking.ids) == [f"P{number:03}" for number in range(300)]
    assert len(finder.rank(snapshot, "lab").ids) == 295


def test_a_ranking_keeps_its_order_when_somebody_is_renamed_again() -> None:
    finder, snapshot = Finder(), _crowd(300)
    finder.learn(snapshot)
    for name in ("Ana250x Lyon", "Zoe"):
        person = snapshot.people[PersonId("P007")]
        snapshot = snapshot.apply(ChangeSet((alter(person, name=name),)))
        if name != "Zoe":
            ranking = finder.rank(snapshot, "lab")
    finder.learn(snapshot)
    ids = list(ranking.ids)
    assert ids.index(PersonId("P007")) == ids.index(PersonId("P250")) + 1


def test_several_threads_may_read_one_ranking() -> None:
    finder, snapshot = Finder(), _crowd(3000)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            for _ in range(10):
                ids = finder.rank(snapshot, "lab").ids
                for read in threads.map(tuple, [ids] * 4):
                    assert len(read) == len(set(read)) == 3000
    finally:
        sys.setswitchinterval(interval)


def test_who_is_renamed_comes_in_the_order_of_the_new_name() -> None:
    finder, snapshot = Finder(), _crowd(300)
    finder.learn(snapshot)
    person = snapshot.people[PersonId("P007")]
    snapshot = snapshot.apply(ChangeSet((alter(person, name="Ana250x Lyon"),)))
    ids = list(finder.rank(snapshot, "lyon").ids)
    assert ids.index(PersonId("P007")) == ids.index(PersonId("P250")) + 1


def test_who_comes_to_share_a_school_of_mine_comes_first() -> None:
    me = Me(schools=(School(name="INSA Lyon"),))
    finder, snapshot = Finder(), _crowd(300).apply(ChangeSet((make(me),)))
    assert finder.rank(snapshot, "lab").ids[0] == "P000"
    person = snapshot.people[PersonId("P200")]
    shared = alter(person, schools=(School(name="INSA de Lyon"),))
    snapshot = snapshot.apply(ChangeSet((shared,)))
    assert finder.rank(snapshot, "lab").ids[0] == "P200"
    snapshot = snapshot.apply(ChangeSet((alter(me, schools=()),)))
    assert finder.rank(snapshot, "lab").ids[0] == "P000"


def test_who_comes_closer_leaves_the_layer_before() -> None:
    finder, snapshot = Finder(), _crowd(300)
    for layer in (15, 5, None):
        person = snapshot.people[PersonId("P007")]
        snapshot = snapshot.apply(ChangeSet((alter(person, layer=layer),)))
        for asked in (5, 15):
            found = list(finder.rank(snapshot, f"layer:{asked}").ids)
            assert found == (["P007"] if asked == layer else [])


def test_learning_gives_way_in_small_steps() -> None:
    finder = Finder()
    steps = sum(1 for _ in finder.learning(_crowd(400)))
    assert steps > 15


def test_a_step_of_learning_that_is_given_up_does_no_harm() -> None:
    finder, snapshot = Finder(), _crowd(100)
    next(iter(finder.learning(snapshot)))
    assert len(finder.rank(snapshot, "lyon").ids) == 100
