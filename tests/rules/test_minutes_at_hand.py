"""What is spent of some minutes: the larger of the clock and of what was logged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.rules.minutes_at_hand import MinutesAtHand

TEN = datetime(2026, 11, 20, 10, tzinfo=UTC)
HAND = MinutesAtHand.told(45, TEN)


def after(**time: float) -> datetime:
    return TEN + timedelta(**time)


@pytest.mark.parametrize(
    ("seconds", "logged", "spent"),
    [(0, 0, 0), (50, 40, 40), (60 * 25 + 59, 0, 25), (60 * 30, 25, 30), (-90, 0, 0), (-90, 5, 5)],
)
def test_the_larger_of_clock_and_log_is_spent(seconds: int, logged: int, spent: int) -> None:
    assert HAND.spent(after(seconds=seconds), logged) == spent
    assert HAND.left(after(seconds=seconds), logged) == 45 - spent


def test_more_than_there_were_leaves_less_than_nothing() -> None:
    assert HAND.left(after(minutes=1), 60) == -15


def test_those_told_anew_count_from_then_on_and_go_on_with_what_was_spent() -> None:
    # Forty minutes logged within one; then half an hour more.
    anew = HAND.told_anew(30, after(minutes=1), 40)
    assert (anew.whole, anew.left(after(minutes=1), 40), anew.began) == (70, 30, TEN)
    assert anew.left(after(minutes=11), 40) == 20
    assert anew.left(after(minutes=11), 65) == 5
    assert anew.spent(after(minutes=11), 65) == 65
    # What is taken back of what was logged before gives nothing back of what runs now.
    assert anew.left(after(minutes=11), 0) == 20


def test_seconds_of_minutes_told_one_after_the_other_are_not_lost() -> None:
    anew = HAND.told_anew(45, after(seconds=90), 0).told_anew(45, after(seconds=180), 0)
    assert anew.spent(after(seconds=180), 0) == 3


def test_the_hour_of_summer_time_is_not_spent() -> None:
    paris = ZoneInfo("Europe/Paris")
    hand = MinutesAtHand.told(45, datetime(2026, 3, 29, 1, 50, tzinfo=paris))
    assert hand.left(datetime(2026, 3, 29, 3, 10, tzinfo=paris), 0) == 25


@settings(max_examples=40)
@given(st.integers(0, 7200), st.integers(0, 200), st.integers(0, 7200), st.integers(0, 200))
def test_spent_and_left_make_the_whole(first: int, noted: int, then: int, more: int) -> None:
    hand = HAND.told_anew(30, after(seconds=first), noted)
    now, logged = after(seconds=first + then), noted + more
    assert 0 <= hand.whole - hand.spent(now, logged) - hand.left(now, logged) + 1 <= 1
