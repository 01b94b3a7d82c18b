"""Taking proposals, turning them down, spelling in one way, circles: each undone exactly."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from store.actions.action import Params
from store.actions.decline_gap import DeclineGap
from store.actions.fill_gap import FillGap
from store.actions.registry import ACTIONS
from store.actions.respell import Respell
from store.actions.service import Service
from store.actions.tell_apart import TellApart
from store.actions.trait import SetTrait, What
from store.clock import clock_on
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.me import ME, Me, Unlike
from store.records.person import City, Employment, Person, School
from store.records.snapshot import Snapshot, snapshot_of
from store.search.similar import similar
from store.views.proposals import proposals_of
from store.views.spellings import spellings
from store.words.message import Problem

PEOPLE = (
    Person(id="A", name="Ana", org="Aubier", cities=(City(name="Lyon"),)),
    Person(
        id="B", name="Bo", org="Aubier SA", schools=(School(name="INSA de Lyon", start="2004"),)
    ),
    Person(id="C", name="Cy", schools=(School(name="INSA Lyon"),), employers=("Borealis",)),
)
OWN = Me(org="Borealis", schools=(School(name="insa lyon", start="2003"),))


def service(*circles: Circle) -> Service:
    numbers = count(1)
    snapshot = snapshot_of(
        {
            "people": {each.id: each for each in PEOPLE},
            "circles": {each.id: each for each in circles},
            "me": {ME: OWN},
        }
    )
    clock = clock_on(date(2026, 11, 20))
    return Service(MemoryKeeper(snapshot), ACTIONS, clock, lambda: f"N{next(numbers)}", Settings())


def card(snapshot: Snapshot, id: str) -> Person:
    return snapshot.people[PersonId(id)]


def content(snapshot: Snapshot) -> object:
    """All there is, less the day of the last act."""
    own = {name: getattr(snapshot.me, name) for name in Me.__struct_fields__ if name != "last_act"}
    return dict(snapshot.people), dict(snapshot.circles), own


def test_a_group_of_proposals_is_taken_and_taken_back_in_one_step() -> None:
    served = service()
    before = content(served.snapshot)
    found = proposals_of(served.snapshot, "fr", similar)
    told = [(each.person, each.what, each.value) for each in found]
    assert told == [("C", "tag", "ancien collègue"), ("B", "city", "Lyon")]
    several = [FillGap(person=each.person, what=each.what, value=each.value) for each in found]
    after = served.perform_many("fill-gap", several).snapshot
    assert card(after, "C").tags == ("ancien collègue",)
    assert card(after, "B").cities == (City(name="Lyon"),)
    assert proposals_of(after, "en", similar) == ()
    assert not served.perform_many("fill-gap", several).change_set
    assert content(served.undo().snapshot) == before


def test_an_organisation_that_is_there_is_never_replaced() -> None:
    done = service().perform("fill-gap", FillGap(person="A", what="org", value="Cadmium"))
    assert not done.change_set
    filled = service().perform("fill-gap", FillGap(person="C", what="org", value="Cadmium"))
    assert (card(filled.snapshot, "C").org, card(filled.snapshot, "C").new_job_on) == (
        "Cadmium",
        None,
    )


def test_what_is_turned_down_stays_so_and_names_nobody() -> None:
    served = service()
    found = proposals_of(served.snapshot, "en", similar)
    several = [DeclineGap(person=each.person, gap=each.key) for each in found]
    after = served.perform_many("decline-gap", several).snapshot
    assert proposals_of(after, "fr", similar) == ()
    assert card(after, "C").declined == ("former_colleague:borealis",)
    assert card(after, "B").declined == ("city:lyon",)
    assert not served.perform_many("decline-gap", several).change_set
    assert len(proposals_of(served.undo().snapshot, "en", similar)) == 2


def test_a_school_is_spelled_in_one_way_on_all_cards_and_the_own_and_back() -> None:
    served = service()
    before = content(served.snapshot)
    params = Respell(what="school", spellings=("INSA de Lyon", "INSA LYON"), to="INSA Lyon")
    done = served.perform("respell", params)
    assert card(done.snapshot, "B").schools == (School(name="INSA Lyon", start="2004"),)
    assert done.snapshot.me.schools == (School(name="INSA Lyon", start="2003"),)
    assert dict(done.said.values) == {"value": "INSA Lyon", "n": 1}
    assert not served.perform("respell", params).change_set
    assert content(served.undo().snapshot) == before


def test_the_groups_shrink_as_they_are_merged_and_told_apart() -> None:
    served = service()
    groups = spellings(served.snapshot, similar)
    assert [(each.what, set(each.names)) for each in groups] == [
        ("school", {"INSA Lyon", "INSA de Lyon", "insa lyon"}),
        ("employer", {"Aubier", "Aubier SA"}),
    ]
    apart = TellApart(what="employer", name="Aubier SA", others=("Aubier",))
    served.perform("tell-apart", apart)
    assert served.snapshot.me.unlike == (Unlike(what="employer", one="Aubier", other="Aubier SA"),)
    assert not served.perform("tell-apart", apart).change_set
    served.perform("respell", Respell(what="school", spellings=groups[0].names, to="INSA Lyon"))
    assert spellings(served.snapshot, similar) == ()
    served.undo()
    served.undo()
    assert spellings(served.snapshot, similar) == groups


def test_a_circle_is_made_joined_and_left_in_single_steps() -> None:
    served = service()
    several = [SetTrait(person=id, what="circle", value="Alumni Lyon") for id in "AB"]
    after = served.perform_many("trait", several).snapshot
    assert [(each.name, each.people) for each in after.circles.values()] == [
        ("Alumni Lyon", ("A", "B"))
    ]
    joined = served.perform("trait", SetTrait(person="C", what="circle", value="alumni LYON"))
    assert [each.people for each in joined.snapshot.circles.values()] == [("A", "B", "C")]
    again = served.perform("trait", SetTrait(person="C", what="circle", value="Alumni Lyon"))
    assert not again.change_set
    leave = SetTrait(person="B", what="circle", value="alumni lyon", remove=True)
    assert [each.people for each in served.perform("trait", leave).snapshot.circles.values()] == [
        ("A", "C")
    ]
    for _ in range(3):
        served.undo()
    assert not served.snapshot.circles


def test_a_circle_that_is_left_by_all_keeps_its_notes() -> None:
    served = service(Circle(id="K", name="Club", people=(PersonId("A"),), notes="Mondays"))
    leave = SetTrait(person="A", what="circle", value="Club", remove=True)
    (left,) = served.perform("trait", leave).snapshot.circles.values()
    assert (left.people, left.notes) == ((), "Mondays")


def test_more_lists_can_be_added_to_and_the_present_organisation_is_no_earlier_employer() -> None:
    served = service()
    told: tuple[tuple[What, str], ...] = (
        ("field", "timber"),
        ("language", "suédois"),
        ("need", "a roof"),
    )
    for what, value in told:
        served.perform("trait", SetTrait(person="A", what=what, value=value))
    ana = card(served.snapshot, "A")
    assert (ana.fields, ana.languages, ana.needs) == (("timber",), ("sv",), ("a roof",))
    assert not served.perform(
        "trait", SetTrait(person="A", what="employer", value="AUBIER SAS")
    ).change_set
    delta = SetTrait(person="A", what="employer", value="Delta 2010-2015")
    ana = card(served.perform("trait", delta).snapshot, "A")
    assert ana.employers == ("Delta",)
    assert ana.employment == (Employment(name="Delta", start="2010", end="2015"),)
    gone = SetTrait(person="A", what="employer", value="delta", remove=True)
    ana = card(served.perform("trait", gone).snapshot, "A")
    assert (ana.employers, ana.employment) == ((), ())


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("fill-gap", FillGap(person="A", what="city", value=" ")),
        ("decline-gap", DeclineGap(person="A", gap="")),
        ("respell", Respell(what="tag", spellings=(), to="x")),
        ("respell", Respell(what="tag", spellings=("x", " "), to="x")),
        ("respell", Respell(what="tag", spellings=("x",), to="\x1b")),
        ("tell-apart", TellApart(what="tag", name="x", others=())),
    ],
)
def test_what_is_empty_is_refused(name: str, params: Params) -> None:
    with pytest.raises(Problem):
        service().perform(name, params)
