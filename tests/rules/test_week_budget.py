from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, Kind
from store.records.me import Budget
from store.records.person import Pause
from store.records.time_entry import TimeEntry
from store.rules.budget import (
    meter,
    meters,
    spent_by_kind,
    target_band,
    todays_share,
    week_of,
    working_days,
)
from store.rules.minutes import usual_minutes

FRIDAY = date(2026, 11, 20)
DEFAULTS: dict[Kind, int] = {"message": 5, "email": 10, "call": 20, "video": 30, "in_person": 60}


def talk(kind: Kind, minutes: int | None, source: str = "") -> Interaction:
    people = (PersonId("A"), PersonId("B"))
    return Interaction(id="I", people=people, kind=kind, on=FRIDAY, minutes=minutes, source=source)


def test_a_week_starts_on_monday_or_sunday() -> None:
    assert week_of(FRIDAY, "").start == date(2026, 11, 16)
    assert week_of(FRIDAY, "").until == date(2026, 11, 22)
    assert week_of(FRIDAY, "sunday").start == date(2026, 11, 15)
    assert week_of(date(2026, 11, 15), "sunday").start == date(2026, 11, 15)
    assert week_of(date(2026, 11, 15), "monday").start == date(2026, 11, 9)


def test_a_talk_with_two_people_counts_once_and_writing_is_one_kind() -> None:
    entry = TimeEntry(id="T", kind="preparing", on=FRIDAY, minutes=15)
    timer = TimeEntry(id="U", kind="call", on=FRIDAY)
    talks = [
        talk("message", 5),
        talk("email", 10),
        talk("call", None),
        talk("email", None, "imap:1"),
    ]
    assert spent_by_kind(talks, [entry, timer], DEFAULTS) == {
        "writing": 15,
        "call": 20,
        "preparing": 15,
    }


@pytest.mark.parametrize(
    ("spent", "band"), [(79, "under"), (80, "within"), (110, "within"), (111, "over")]
)
def test_a_target_is_a_band(spent: int, band: str) -> None:
    assert target_band(spent, 100) == band


def test_of_a_ceiling_only_over_is_said() -> None:
    assert target_band(0, 100, ceiling=True) is None
    assert target_band(111, 100, ceiling=True) == "over"
    found = meters({"social": 25, "event": 10}, Budget(kinds={"social": 20, "event": 60}), 7, 5)
    assert found["social"].band == "over"
    assert found["event"].band is None


def test_days_off_do_not_accrue() -> None:
    off = (Pause(start=FRIDAY, until=FRIDAY + timedelta(days=1)),)
    week = week_of(FRIDAY, "")
    assert working_days(week.start, week.until, off) == 5
    assert meter(50, 140, 5, 4).target == 100
    assert meter(50, 140, 5, 4).pace == 80


def test_days_off_in_every_week_leave_the_whole_target_to_the_others() -> None:
    week = week_of(FRIDAY, "")
    weekend = frozenset({5, 6})
    assert working_days(week.start, week.until, (), weekend) == 5
    assert working_days(week.start, FRIDAY, (), weekend) == 5
    off = (Pause(start=FRIDAY, until=FRIDAY + timedelta(days=2)),)
    assert working_days(week.start, week.until, off, weekend) == 4
    assert meter(50, 120, 5, 4, whole=5).target == 120
    assert meter(50, 120, 5, 4, whole=5).pace == 96


def test_minutes_without_a_target_are_told_without_a_band() -> None:
    found = meters({"video": 30}, Budget(), 7, 5)
    assert (found["video"].spent, found["video"].target, found["video"].band) == (30, None, None)


def test_todays_share_is_an_even_part_of_what_is_left() -> None:
    assert todays_share(120, 0, 7) == 20
    assert todays_share(120, 85, 3) == 15
    assert todays_share(120, 130, 3) == 0
    assert todays_share(120, 0, 0) == 0
    assert todays_share(120, 0, 1) == 120


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 300))))
def test_the_kinds_add_up_to_the_whole(drawn: list[tuple[Kind, int]]) -> None:
    spent = spent_by_kind([talk(kind, minutes) for kind, minutes in drawn], [], DEFAULTS)
    assert sum(spent.values()) == sum(minutes for _, minutes in drawn)


def test_own_minutes_stand_after_five_of_a_kind() -> None:
    assert usual_minutes({"call": dict.fromkeys((40, 45, 50, 55), 1)}, DEFAULTS)["call"] == 20
    assert usual_minutes({"call": dict.fromkeys((40, 45, 50, 55, 90), 1)}, DEFAULTS)["call"] == 50
