"""Weeks of every country: which days they hold, and what number they have."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.config.settings import WEEKDAYS
from store.records.me import Budget
from store.rules.budget import Week, meter, meters, week_of
from store.rules.week_numbers import number_of, weeks_until

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
STARTS = st.sampled_from(["monday", "sunday", "saturday", "friday"])


@given(DAYS, STARTS)
def test_a_week_has_seven_days_and_all_of_them_say_it_is_theirs(day: date, starts: str) -> None:
    week = week_of(day, starts)
    assert WEEKDAYS[week.start.weekday()] == starts
    assert week.holds(day)
    days = [week.start + timedelta(days=step) for step in range(7)]
    assert days[-1] == week.until
    assert {week_of(each, starts) for each in days} == {week}
    assert week_of(week.until + timedelta(days=1), starts).start == days[-1] + timedelta(days=1)


@given(DAYS)
def test_weeks_from_monday_are_numbered_as_iso_8601_does(day: date) -> None:
    found = number_of(week_of(day, "monday").start)
    assert (found.year, found.number) == tuple(day.isocalendar())[:2]


@given(DAYS, STARTS)
def test_numbers_go_up_by_one_and_every_year_begins_anew(day: date, starts: str) -> None:
    week = week_of(day, starts)
    one, next_one = number_of(week.start), number_of(week.until + timedelta(days=1))
    if one.year == next_one.year:
        assert next_one.number == one.number + 1
    else:
        assert (next_one.year, next_one.number) == (one.year + 1, 1)
        assert one.number in (52, 53)


@given(DAYS, STARTS)
def test_a_week_has_the_number_of_its_thursday_wherever_it_begins(day: date, starts: str) -> None:
    week = week_of(day, starts)
    days = [week.start + timedelta(days=step) for step in range(7)]
    monday = next(each for each in days if each.weekday() == 0)
    assert number_of(week.start) == number_of(monday)
    thursday = date.fromisocalendar(number_of(monday).year, number_of(monday).number, 4)
    assert week.holds(thursday)


@pytest.mark.parametrize(
    ("day", "starts", "number"),
    [
        (date(2026, 12, 31), "monday", "2026-W53"),
        (date(2027, 1, 3), "monday", "2026-W53"),
        (date(2027, 1, 3), "sunday", "2027-W01"),
        (date(2027, 1, 1), "saturday", "2026-W53"),
        (date(2027, 1, 2), "saturday", "2027-W01"),
        (date(2024, 12, 30), "monday", "2025-W01"),
    ],
)
def test_the_week_of_new_year_belongs_to_one_year(day: date, starts: str, number: str) -> None:
    assert str(number_of(week_of(day, starts).start)) == number


@given(DAYS, STARTS, st.integers(1, 14))
def test_weeks_in_a_row_leave_no_day_out(day: date, starts: str, count: int) -> None:
    last = week_of(day, starts)
    weeks = weeks_until(last, count)
    assert len(weeks) == count
    assert weeks[-1] == last
    assert all(one.until + timedelta(days=1) == two.start for one, two in pairwise(weeks))


def test_the_ends_of_the_calendar_are_weeks_too() -> None:
    assert week_of(date.min, "sunday").start == date.min
    assert week_of(date.max, "sunday").until == date.max
    assert weeks_until(Week(date.min, date(1, 1, 7)), 12) == (Week(date.min, date(1, 1, 7)),)
    assert number_of(date.max).year == date.max.year


def test_where_nothing_is_meant_nothing_is_over() -> None:
    assert meter(30, 0, 5, 3, whole=5).band is None
    off = meter(30, 120, 0, 0, whole=5)
    assert (off.target, off.band) == (0, None)
    assert meters({"social": 5}, Budget(kinds={"social": 20}), 0, 0)["social"].band is None
