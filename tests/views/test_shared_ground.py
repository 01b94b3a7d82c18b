"""What the user shares with a person, two with each other, and a room."""

from __future__ import annotations

from math import log

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_network import TODAY, SharedNetwork, told

from store.records.ids import PersonId
from store.records.kinds import IntroductionState, Kind
from store.records.person import City, School
from store.rules.common_ground import Common
from store.search.similar import similar
from store.views.shared_ground import SharedGround


def test_a_person_whom_they_know_is_known_to_both_whichever_card_says_so() -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob")
    eve = net.person("Eve", knows=(ada,))
    net.person("Far", knows=(eve,))
    assert told(net.with_me(ada)) == [("person", "Eve")]
    assert ("person", "Ada") in told(net.with_me(eve))
    assert net.with_me(bob) == ()


def test_who_brought_us_together_is_an_acquaintance_in_common() -> None:
    net = SharedNetwork()
    ada = net.person("Ada")
    bob = net.person("Bob", through=ada)
    assert told(net.with_me(bob)) == [("person", "Ada")]
    assert told(net.with_me(ada)) == [("person", "Bob")]


@pytest.mark.parametrize(
    ("state", "known"),
    [
        ("proposed", False),
        ("a_agreed", False),
        ("declined", False),
        ("made", True),
        ("outcome", True),
    ],
)
def test_an_introduction_counts_once_it_came_about(state: IntroductionState, known: bool) -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob")
    net.introduced(ada, bob, state)
    net.crowd()
    assert bool(net.with_me(ada)) == known
    assert bool(net.with_me(bob)) == known


@pytest.mark.parametrize(
    ("kind", "met"),
    [("in_person", True), ("video", True), ("event", True), ("email", False), ("social", False)],
)
def test_who_sat_at_one_table_knows_the_others_and_who_got_one_mail_does_not(
    kind: Kind, met: bool
) -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob")
    net.met(ada, bob, kind=kind)
    net.crowd()
    assert bool(net.with_me(ada)) == met


def test_a_hall_and_a_plan_make_no_acquaintances() -> None:
    net = SharedNetwork()
    people = [net.person(name) for name in "ABCDEFG"]
    net.met(*people)
    net.met(*people[:2], planned=True)
    assert net.with_me(people[0]) == ()


def test_the_closer_an_acquaintance_the_better_the_door() -> None:
    net = SharedNetwork()
    near, far = net.person("Near", layer=5), net.person("Far", layer=150)
    ada = net.person("Ada", knows=(far, near))
    net.crowd()
    first, second = net.with_me(ada)
    assert [first.name, second.name] == ["Near", "Far"]
    assert first.weight == pytest.approx(log(13))
    assert second.weight == pytest.approx(log(13) / 2)


def test_nobody_who_has_died_is_a_door() -> None:
    net = SharedNetwork()
    gone = net.person("Gone", status="deceased")
    ada, bob = net.person("Ada", knows=(gone,)), net.person("Bob", knows=(gone,))
    net.crowd()
    assert net.with_me(ada) == ()
    assert net.between(ada, bob) == ()


def test_an_event_is_shared_once_it_has_been() -> None:
    net = SharedNetwork()
    ada, bob = net.person("Ada"), net.person("Bob")
    net.event("PyConFR", 30, ada, bob)
    net.event("Fair 2027", -30, ada, bob)
    net.crowd()
    (found,) = net.with_me(ada)
    assert (found.what, found.name, found.years, found.sharing) == ("event", "PyConFR", "2026", 2)
    assert told(net.between(ada, bob)) == [("event", "PyConFR")]


def test_an_event_of_today_has_been() -> None:
    net = SharedNetwork()
    ada = net.person("Ada")
    net.event("PyConFR", 0, ada)
    net.crowd()
    assert told(net.with_me(ada)) == [("event", "PyConFR")]


def test_alone_with_one_other_what_is_shared_is_a_door() -> None:
    net = SharedNetwork()
    net.mine(passions=("tango",))
    ada = net.person("Ada", passions=("tango",))
    assert told(net.with_me(ada)) == [("passion", "tango")]


def test_without_a_day_only_events_that_are_closed_have_been() -> None:
    net = SharedNetwork()
    ada = net.person("Ada")
    net.event("Open", 30, ada)
    net.event("Closed 2026", 30, ada, closed=TODAY)
    net.crowd()
    snapshot = net.snapshot()
    found = SharedGround().with_me(snapshot, snapshot.people[ada])
    assert [(each.name, each.years) for each in found] == [("Closed 2026", "")]


def test_an_event_at_which_everybody_was_is_no_door() -> None:
    net = SharedNetwork()
    net.event("Party", 3, net.person("Ada"), net.person("Bob"))
    assert net.with_me(PersonId("P-Ada")) == ()


def test_two_share_whom_both_know_and_not_each_other() -> None:
    net = SharedNetwork()
    eve = net.person("Eve")
    ada = net.person("Ada", knows=(eve,), passions=("jazz",))
    bob = net.person("Bob", knows=(eve, ada), passions=("Jazz",))
    net.crowd()
    assert told(net.between(ada, bob)) == [("passion", "Jazz"), ("person", "Eve")]
    snapshot = net.snapshot()
    ground = SharedGround()
    assert ground.acquainted(snapshot, ada, bob)
    assert ground.acquainted(snapshot, bob, ada)
    assert not ground.acquainted(snapshot, ada, PersonId("P-Other 1"))


def test_no_more_than_three_doors_and_all_when_asked() -> None:
    net = SharedNetwork()
    net.mine(passions=("jazz", "chess", "go", "tango"))
    ada = net.person("Ada", passions=("tango", "go", "chess", "jazz"))
    net.crowd()
    assert len(net.with_me(ada)) == 3
    assert len(net.with_me(ada, None)) == 4


def test_a_change_is_counted_and_what_was_counted_stays() -> None:
    net = SharedNetwork()
    net.mine(passions=("jazz",))
    ada = net.person("Ada", passions=("jazz",))
    net.crowd(3)
    snapshot = net.snapshot()
    ground = SharedGround()
    (before,) = ground.with_me(snapshot, snapshot.people[ada])
    other = PersonId("P-Other 1")
    liked = msgspec.structs.replace(snapshot.people[other], passions=("Jazz",))
    people = snapshot.people.with_changes({other: liked})
    tables = {**snapshot.tables, "people": people}
    later = msgspec.structs.replace(snapshot, tables=tables)
    (after,) = ground.with_me(later, later.people[ada])
    assert (before.sharing, after.sharing) == (1, 2)
    (again,) = ground.with_me(snapshot, snapshot.people[ada])
    assert again == before


def test_a_room_shares_what_two_of_it_hold_the_rare_and_the_many_first() -> None:
    net = SharedNetwork()
    net.mine(passions=("Tango",))
    ada = net.person("Ada", passions=("tango",), schools=(School(name="INSA Lyon"),))
    bob = net.person("Bob", passions=("tango",), cities=(City(name="Lyon"),))
    cyd = net.person(
        "Cyd",
        passions=("tango",),
        schools=(School(name="Institut national des sciences appliquées de Lyon"),),
        cities=(City(name="lyon"),),
    )
    dan = net.person("Dan", cities=(City(name="Lyon"),))
    net.crowd()
    for name in ("Elsewhere", "Elsewhere too"):
        net.person(name, cities=(City(name="Lyon"),))
    ground, snapshot = SharedGround(similar), net.snapshot()
    room = ground.room(snapshot, [ada, bob, cyd, dan], TODAY)
    assert [(each.common.what, each.people, each.mine) for each in room] == [
        ("passion", (ada, bob, cyd), True),
        ("school", (ada, cyd), False),
        ("city", (bob, cyd, dan), False),
    ]
    pairs = ground.introductions(snapshot, room)
    assert [(each.one, each.other) for each in pairs[:2]] == [(ada, cyd), (bob, dan)]
    assert [each.what for each in pairs[0].common] == ["passion", "school"]


def test_who_knows_each_other_already_is_not_to_be_introduced() -> None:
    net = SharedNetwork()
    ada = net.person("Ada", passions=("tango",))
    bob = net.person("Bob", passions=("tango",), knows=(ada,))
    cyd = net.person("Cyd", passions=("tango",), status="faded")
    net.crowd()
    ground, snapshot = SharedGround(similar), net.snapshot()
    room = ground.room(snapshot, [ada, bob, cyd], TODAY)
    assert len(room) == 1
    assert ground.introductions(snapshot, room) == ()


def test_a_language_is_no_reason_to_introduce_two() -> None:
    net = SharedNetwork()
    ada, bob = (net.person(name, languages=("Breton",)) for name in ("Ada", "Bob"))
    net.crowd()
    ground, snapshot = SharedGround(similar), net.snapshot()
    room = ground.room(snapshot, [ada, bob], TODAY)
    assert [each.common.what for each in room] == ["language"]
    assert ground.introductions(snapshot, room) == ()


def test_a_room_knows_the_same_people_and_was_at_the_same_events() -> None:
    net = SharedNetwork()
    eve = net.person("Eve")
    ada, bob = net.person("Ada", knows=(eve,)), net.person("Bob", knows=(eve,))
    cyd = net.person("Cyd", knows=(ada, bob))
    net.event("PyConFR", 30, ada, cyd)
    net.crowd()
    room = SharedGround().room(net.snapshot(), [ada, bob, cyd], TODAY)
    assert [(each.common.name, each.people) for each in room] == [
        ("PyConFR", (ada, cyd)),
        ("Eve", (ada, bob)),
    ]


NAMES = ("A", "B", "C", "D", "E")
LISTS = st.lists(st.sampled_from(["jazz", "Jazz", "go"]), max_size=2).map(tuple)
SCHOOLS = st.lists(
    st.builds(School, name=st.sampled_from(["INSA Lyon", "insa de lyon", "Paris 1", "Paris I"])),
    max_size=2,
).map(tuple)
KNOWN = st.lists(st.sampled_from([f"P-{name}" for name in NAMES]), max_size=3).map(tuple)


@st.composite
def networks(draw: st.DrawFn) -> SharedNetwork:
    net = SharedNetwork()
    for name in NAMES:
        net.person(name, passions=draw(LISTS), schools=draw(SCHOOLS), knows=draw(KNOWN))
    net.mine(passions=draw(LISTS), schools=draw(SCHOOLS))
    ids = [PersonId(f"P-{name}") for name in NAMES]
    net.event("Fair", 4, *draw(st.lists(st.sampled_from(ids), unique=True)))
    return net


@settings(max_examples=60)
@given(networks())
def test_of_any_network_between_two_is_the_same_both_ways(net: SharedNetwork) -> None:
    one, other = PersonId("P-A"), PersonId("P-B")
    there, back = net.between(one, other), net.between(other, one)

    def weights(found: tuple[Common, ...]) -> list[tuple[str, str, float]]:
        return sorted((each.what, each.key, each.weight) for each in found)

    assert weights(there) == weights(back)


@settings(max_examples=60)
@given(networks())
def test_of_any_network_doors_are_three_at_most_weigh_something_and_come_back_the_same(
    net: SharedNetwork,
) -> None:
    for name in NAMES:
        found = net.with_me(PersonId(f"P-{name}"))
        assert len(found) <= 3
        assert all(each.weight > 0 for each in found)
        assert found == net.with_me(PersonId(f"P-{name}"))


@settings(max_examples=60)
@given(networks(), st.sampled_from(["jazz", "go"]))
def test_of_any_network_what_all_have_is_no_door(net: SharedNetwork, passion: str) -> None:
    for place, record in enumerate(net.records):
        if hasattr(record, "passions"):
            net.records[place] = msgspec.structs.replace(record, passions=(passion,))
    net.mine(passions=(passion,))
    assert all(each.what != "passion" for each in net.with_me(PersonId("P-A"), None))
    view = net.view(*(PersonId(f"P-{name}") for name in NAMES))
    assert all(each.common.what != "passion" for each in view.shared)
    assert len(view.doors) <= 3
    assert view == net.view(*(PersonId(f"P-{name}") for name in NAMES))
