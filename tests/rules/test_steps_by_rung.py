from __future__ import annotations

from datetime import date

import pytest

from store.records.kinds import Kind
from store.records.person import City, Person
from store.rules.contacts import History
from store.rules.step import (
    NOWHERE,
    Cities,
    Rung,
    cities_now,
    is_trip,
    step_for,
    turns_to_voice,
    whereabouts,
)

TODAY = date(2026, 11, 20)
HOME = City(name="Paris", start="2019")
TRIP = City(name="Lyon", start="2026-11-18", end="2026-11-22")
LYON = (City(name="lyon"),)


def somebody(**fields: object) -> Person:
    return Person(id="P", name="Zoë", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("person", "history", "kind", "rung"),
    [
        (somebody(prefers="email"), History(kind="call"), "email", "prefers"),
        (somebody(), History(kind="video"), "video", "last_kind"),
        (somebody(layer=15), History(), "call", "near_layer"),
        (somebody(layer=50), History(), "message", "written_first"),
        (somebody(), History(kind="message", unanswered=2, written=2), "call", "unanswered"),
        (somebody(), History(kind="message", written=3), "call", "written_often"),
        (somebody(prefers="message"), History(kind="message", written=3), "message", "prefers"),
    ],
)
def test_each_rung_of_the_ladder_is_named(
    person: Person, history: History, kind: Kind, rung: Rung
) -> None:
    step = step_for(person, history, NOWHERE, TODAY)
    assert (step.kind, step.rung, step.wanted) == (kind, rung, kind)


def test_a_step_that_cannot_be_says_what_was_wanted() -> None:
    met = History(kind="in_person")
    apart = step_for(somebody(cities=LYON), met, whereabouts((HOME,), TODAY), TODAY)
    assert (apart.kind, apart.wanted) == ("call", "in_person")
    avoided = step_for(somebody(avoids=("call",)), History(kind="call"), NOWHERE, TODAY)
    assert (avoided.kind, avoided.wanted) == ("video", "call")


def test_a_trip_has_whole_days_and_a_home_has_not() -> None:
    assert is_trip(TRIP)
    assert not is_trip(HOME)
    assert not is_trip(City(name="Lyon", start="2026-11", end="2026-12"))
    assert not is_trip(City(name="Lyon", start="2026-11-18"))
    assert not is_trip(City(name="Lyon", kind="past", start="2026-11-18", end="2026-11-22"))
    assert not is_trip(City(name="Lyon", start="2026-13-41", end="abcdefghij"))


def test_a_trip_takes_the_place_of_home_while_it_lasts() -> None:
    here = whereabouts((HOME, TRIP), TODAY)
    assert here == Cities(frozenset({"lyon"}), frozenset({"lyon"}))
    assert whereabouts((HOME, TRIP), date(2026, 11, 23)) == Cities(frozenset({"paris"}))


def test_of_others_a_city_with_two_days_is_one_beside_the_rest() -> None:
    assert cities_now((HOME, TRIP), TODAY) == {"paris", "lyon"}
    paris = somebody(cities=(HOME, TRIP))
    here = whereabouts((HOME,), TODAY)
    assert step_for(paris, History(kind="in_person"), here, TODAY).kind == "in_person"


@pytest.mark.parametrize(
    ("fields", "history", "kind"),
    [
        ({}, History(kind="call"), "in_person"),
        ({}, History(kind="in_person"), "in_person"),
        ({"prefers": "in_person"}, History(kind="call"), "in_person"),
        ({"layer": 5}, History(), "in_person"),
        ({"prefers": "call"}, History(kind="in_person"), "call"),
        ({"avoids": ("in_person",)}, History(kind="video"), "video"),
        ({}, History(kind="message", unanswered=2), "call"),
        ({}, History(), "message"),
    ],
)
def test_on_a_trip_people_of_that_city_are_met_where_their_ladder_allows(
    fields: dict[str, object], history: History, kind: Kind
) -> None:
    here = whereabouts((HOME, TRIP), TODAY)
    assert step_for(somebody(cities=LYON, **fields), history, here, TODAY).kind == kind


def test_people_of_other_cities_are_not_met_on_a_trip() -> None:
    here = whereabouts((HOME, TRIP), TODAY)
    paris = somebody(cities=(City(name="Paris"),))
    assert step_for(paris, History(kind="call"), here, TODAY).kind == "call"
    assert step_for(paris, History(kind="in_person"), here, TODAY).kind == "call"


def test_at_home_somebody_who_is_called_is_not_asked_to_meet() -> None:
    person = somebody(cities=(City(name="Paris"),))
    here = whereabouts((HOME,), TODAY)
    assert step_for(person, History(kind="call"), here, TODAY).kind == "call"
    assert step_for(person, History(kind="in_person"), here, TODAY).kind == "in_person"


def test_the_voice_takes_the_place_of_writing_unless_they_want_it_otherwise() -> None:
    silent = History(kind="message", unanswered=2)
    assert turns_to_voice(somebody(), silent)
    assert not turns_to_voice(somebody(prefers="message"), silent)
    assert not turns_to_voice(somebody(avoids=("call", "video")), silent)
    assert not turns_to_voice(somebody(), History(kind="message", unanswered=1))
