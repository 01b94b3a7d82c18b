"""Trips on the own card: noted once, and taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.actions.me import EditMe
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.trip import Trip
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.person import City
from store.words.message import UnknownProblem, UsageProblem
from store.words.words import Words

TODAY = date(2026, 11, 20)


@pytest.fixture
def service() -> Service:
    made = Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())
    made.perform("me", EditMe(city=("Paris",)))
    return made


def note(service: Service, city: str, start: int, until: int, *, remove: bool = False) -> str:
    days = [TODAY + timedelta(days=ahead) for ahead in (start, until)]
    done = service.perform("trip", Trip(city=city, start=days[0], until=days[1], remove=remove))
    return done.said.id


def stays(service: Service) -> list[tuple[str, int]]:
    """The cities of the own card with the days until they begin; a home begins today."""
    cities: tuple[City, ...] = service.snapshot.me.cities
    return [
        (each.name, (date.fromisoformat(each.start) - TODAY).days if each.start else 0)
        for each in cities
    ]


def test_the_same_trip_keeps_its_place_and_costs_no_step_of_undo(service: Service) -> None:
    note(service, "Lyon", 3, 5)
    note(service, "Oslo", 9, 12)
    steps = len(service.history())
    assert note(service, "Lyon", 3, 5) == "said.nothing"
    assert stays(service) == [("Paris", 0), ("Lyon", 3), ("Oslo", 9)]
    assert len(service.history()) == steps


def test_a_trip_is_taken_back_the_first_that_is_not_over(service: Service) -> None:
    for start in (-9, 30, 3):
        note(service, "Lyon", start, start + 2)
    done = service.perform("trip", Trip(city="lyon", remove=True))
    assert Words("en").tell(done.said, TODAY) == "No longer in Lyon: Mon 23 Nov – Wed 25 Nov."
    assert stays(service) == [("Paris", 0), ("Lyon", -9), ("Lyon", 30)]
    service.undo()
    assert len(stays(service)) == 4


def test_of_several_that_of_the_days_told_is_taken_back(service: Service) -> None:
    note(service, "Lyon", -9, -7)
    note(service, "Lyon", 3, 5)
    assert note(service, "Lyon", -9, -7, remove=True) == "said.trip_removed"
    assert stays(service) == [("Paris", 0), ("Lyon", 3)]


def test_a_home_is_no_trip_to_be_taken_back(service: Service) -> None:
    for city in ("Paris", "Oslo"):
        with pytest.raises(UnknownProblem, match="unknown_trip"):
            service.perform("trip", Trip(city=city, remove=True))
    note(service, "Lyon", -9, -7)
    with pytest.raises(UnknownProblem, match="unknown_trip"):
        service.perform("trip", Trip(city="Lyon", remove=True))


def test_a_new_trip_has_both_days(service: Service) -> None:
    for start, until in ((None, None), (TODAY, None), (None, TODAY)):
        with pytest.raises(UsageProblem, match="usage"):
            service.perform("trip", Trip(city="Lyon", start=start, until=until))
