"""Why nothing is proposed: a pause, no free time, or nobody."""

from __future__ import annotations

from datetime import date, timedelta

from store.records.person import Pause
from store.rules.budget import Week
from store.views.no_slots import WhyNone, why_none

WEEKEND = frozenset({5, 6})
WEEK = Week(date(2026, 11, 16), date(2026, 11, 22))
TODAY = date(2026, 11, 18)
DAYS = Week(WEEK.start, TODAY + timedelta(days=7))


def why(*pauses: Pause, today: date = TODAY, free: bool = False) -> WhyNone:
    return why_none(WEEK, DAYS, today, pauses, WEEKEND, free=free)


def test_a_pause_that_takes_all_working_days_that_are_left_is_named_first() -> None:
    rest_of_week = Pause(start=TODAY, until=date(2026, 11, 20))
    assert why(rest_of_week) == "pause"
    assert why(rest_of_week, free=True) == "pause", "though the week after has free time"
    assert why(Pause(start=TODAY, until=TODAY)) == "no_time"
    assert why(Pause(start=date(2026, 11, 16), until=date(2026, 11, 17)), free=True) == "nobody"


def test_on_a_weekend_the_days_that_follow_tell() -> None:
    saturday = date(2026, 11, 21)
    assert why(today=saturday) == "no_time"
    assert why(Pause(start=saturday, until=date(2026, 12, 6)), today=saturday) == "pause"


def test_without_a_pause_it_is_the_free_time_or_else_nobody() -> None:
    assert why() == "no_time"
    assert why(free=True) == "nobody"
