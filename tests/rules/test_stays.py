from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.records.person import City, Person
from store.rules.stays import AHEAD, Stay, stay_with, stays_near

START, UNTIL = date(2026, 11, 30), date(2026, 12, 4)
DUBLIN = Stay("Dublin", START, UNTIL)
MINE = (
    City(name="Lyon"),
    City(name="Dublin", start="2026-11-30", end="2026-12-04"),
    City(name="Oslo", start="2026-12", end="2026-12"),
)


def somebody(**fields: object) -> Person:
    cities = (City(name="Düblin"), City(name="Paris", kind="past"))
    return Person(id="A", name="Ada", **{"cities": cities, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (START - timedelta(days=AHEAD + 1), False),
        (START - timedelta(days=AHEAD), True),
        (START, True),
        (UNTIL, True),
        (UNTIL + timedelta(days=1), False),
    ],
)
def test_a_trip_is_told_from_a_week_before_until_its_last_day(today: date, told: bool) -> None:
    assert stays_near(MINE, today) == ((DUBLIN,) if told else ())


def test_who_lives_there_is_told_of_it_whatever_the_accents() -> None:
    assert stay_with(somebody(), (DUBLIN,), START) == DUBLIN
    assert stay_with(somebody(cities=(City(name="Paris"),)), (DUBLIN,), START) is None
    gone = (City(name="Dublin", end="2026-11-29"),)
    assert stay_with(somebody(cities=gone), (DUBLIN,), START) is None


def test_a_meeting_is_asked_for_only_where_nothing_speaks_against_it() -> None:
    before = START - timedelta(days=2)
    assert stay_with(somebody(), (DUBLIN,), before) == DUBLIN
    assert stay_with(somebody(prefers="in_person"), (DUBLIN,), before) == DUBLIN
    assert stay_with(somebody(prefers="call"), (DUBLIN,), before) is None
    assert stay_with(somebody(prefers="call"), (DUBLIN,), START) == DUBLIN
    assert stay_with(somebody(avoids=("in_person",)), (DUBLIN,), START) is None
