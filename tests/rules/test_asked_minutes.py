"""What a tie asks of a week, and what does not count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.records.person import City, Person
from store.rules.capacity import Asking, Idle, home, idle_for, own_minutes, shared_any
from store.rules.contacts import History
from store.rules.rhythm import Rhythm
from store.rules.tie import Standing

TODAY = date(2026, 11, 20)
ADA, BEN, ZOE = PersonId("A"), PersonId("B"), PersonId("Z")
MET = History(rhythm=Rhythm(1.0, 0.0, 0.0, 10.0), days=1, last=10)


def talk(
    days: int,
    minutes: int | None,
    kind: Kind = "call",
    people: tuple[PersonId, ...] = (ADA,),
    *,
    planned: bool = False,
    approximate: bool = False,
) -> Interaction:
    on = TODAY - timedelta(days=days)
    return Interaction(
        id=f"I{days}{kind}",
        people=people,
        kind=kind,
        on=on,
        minutes=minutes,
        planned=planned,
        approximate=approximate,
    )


def usual(*talks: Interaction) -> float | None:
    return own_minutes(talks, TODAY.toordinal())


def test_a_week_holds_seven_days_of_the_gap_that_counts() -> None:
    asking = Asking(
        gap_days=21.0, minutes=30.0, own=True, is_set=True, usual_gap_days=12.0, seen_gap_days=None
    )
    assert asking.weekly == 10.0


def test_own_minutes_are_the_median_of_three_days_or_more() -> None:
    assert usual(talk(10, 20), talk(40, 60)) is None
    assert usual(talk(10, 20), talk(40, 60), talk(90, 30)) == 30
    assert usual(talk(10, 20), talk(40, 60), talk(90, 30), talk(120, 50)) == 40


def test_contacts_of_one_day_are_one() -> None:
    twice = (talk(10, 20), talk(10, 25, "email"))
    assert usual(*twice, talk(40, 60)) is None
    assert usual(*twice, talk(40, 60), talk(90, 30)) == 45


def test_a_contact_with_several_is_shared_among_them() -> None:
    dinner = [talk(days, 90, "in_person", (ADA, BEN, ZOE)) for days in (5, 50, 95)]
    assert usual(*dinner) == 30
    assert shared_any(dinner, TODAY.toordinal())
    alone = [talk(days, 30) for days in (5, 50, 95)]
    long_ago = talk(900, 90, "in_person", (ADA, BEN))
    assert not shared_any([*alone, long_ago], TODAY.toordinal())


def test_what_tells_nothing_of_the_usual_does_not_count() -> None:
    known = (talk(10, 20), talk(40, 20))
    for other in (
        talk(60, None),
        talk(60, 0),
        talk(60, 5, "social"),
        talk(60, 90, approximate=True),
        talk(-3, 90, planned=True),
        talk(-3, 90),
        talk(365, 90),
    ):
        assert usual(*known, other) is None, other
    assert usual(*known, talk(364, 90)) == 20
    assert usual(*known, talk(0, 90)) == 20


@pytest.mark.parametrize(
    ("person", "standing", "paused", "why"),
    [
        (Person(id=ADA, name="Ada"), Standing(history=MET, band="warm"), False, None),
        (Person(id=ADA, name="Ada", layer=50), Standing(band="new"), False, None),
        (Person(id=ADA, name="Ada", cadence_days=30), Standing(band="new"), False, None),
        (Person(id=ADA, name="Ada"), Standing(band="new"), False, "not_yet"),
        (Person(id=ADA, name="Ada"), Standing(history=MET, band="dormant"), False, "dormant"),
        (Person(id=ADA, name="Ada"), Standing(history=MET, band="warm"), True, "paused"),
        (
            Person(id=ADA, name="Ada"),
            Standing(history=MET, band="warm", state="paused"),
            False,
            None,
        ),
        (Person(id=ADA, name="Ada"), Standing(state="seen_anyway"), False, "seen_anyway"),
        (Person(id=ADA, name="Ada"), Standing(state="faded"), True, "faded"),
        (Person(id=ADA, name="Ada"), Standing(state="deceased"), False, "deceased"),
        (Person(id=ADA, name="Ada"), Standing(counted=False), False, "unsorted"),
    ],
)
def test_who_asks_for_nothing_and_why(
    person: Person, standing: Standing, paused: bool, why: Idle | None
) -> None:
    assert idle_for(person, standing, paused) == why


def test_a_trip_is_no_home() -> None:
    cities = (
        City(name="Genève"),
        City(name="Lyon", start="2026-11-18", end="2026-11-22"),
    )
    assert home(cities, TODAY).names == {"geneve"}
    assert not home(cities, TODAY).trips
    assert not home((), TODAY).names
