"""Dates that come round each year and are no birthday: a wedding, a start, a memorial."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.person import Anniversary, Person
from store.rules.occasions import BIRTHDAY_AHEAD, DateAhead, dates_ahead, dates_near

TODAY = date(2026, 11, 20)


def dates(*written: str) -> tuple[Anniversary, ...]:
    return tuple(Anniversary(name=f"date {place}", on=on) for place, on in enumerate(written))


def ahead(written: str, today: date = TODAY) -> DateAhead | None:
    return next(dates_ahead(dates(written), today), None)


@pytest.mark.parametrize(
    ("written", "on", "years"),
    [
        ("2015-11-20", date(2026, 11, 20), 11),
        ("2015-11-19", date(2027, 11, 19), 12),
        ("--11-21", date(2026, 11, 21), None),
        ("2020-02-29", date(2027, 2, 28), 7),
        ("--02-29", date(2027, 2, 28), None),
        ("2026-11-20", date(2026, 11, 20), 0),
    ],
)
def test_a_date_comes_round_with_its_years(written: str, on: date, years: int | None) -> None:
    found = ahead(written)
    assert found is not None
    assert (found.on, found.years) == (on, years)


def test_a_date_that_is_still_to_come_does_not_come_round_before_its_year() -> None:
    found = ahead("2028-11-22")
    assert found is not None
    assert (found.on, found.years) == (date(2028, 11, 22), 0)


@pytest.mark.parametrize("written", ["", "2015", "2015-06", "--06", "2015-02-30", "soon"])
def test_what_is_no_day_of_a_year_never_comes(written: str) -> None:
    assert ahead(written) is None


def test_each_date_has_a_key_of_its_own_that_a_date_of_another_day_does_not_move() -> None:
    keys = [each.key for each in dates_ahead(dates("2015-06-12", "--06-12", "--02-29"), TODAY)]
    assert keys == ["06-12", "06-12:2", "02-29"]
    keys = [each.key for each in dates_ahead(dates("--01-01", "2015-06-12"), TODAY)]
    assert keys == ["01-01", "06-12"]


def test_a_date_shows_seven_days_ahead_over_new_year_too() -> None:
    ada = Person(id="P", name="Ada", dates=dates("--11-27", "--11-28", "--01-02"))
    assert [each.key for each in dates_near(ada, TODAY)] == ["11-27"]
    assert [each.on for each in dates_near(ada, date(2026, 12, 28))] == [date(2027, 1, 2)]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_next_time_is_not_past_and_at_most_a_year_ahead(on: date, today: date) -> None:
    found = ahead(on.isoformat(), today)
    assert found is not None
    assert found.on >= max(on, today)
    assert (found.on - max(on, today)).days <= 366
    assert found.years == found.on.year - on.year
    near = list(dates_near(Person(id="P", name="Ada", dates=dates(on.isoformat())), today))
    assert bool(near) is ((found.on - today).days <= BIRTHDAY_AHEAD)
