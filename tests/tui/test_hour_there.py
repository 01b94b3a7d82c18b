"""The time where somebody lives, and how far it is from one's own."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from store.words.words import Words
from tui.phrasing.hour_there import hour_there

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("America/New_York", "07:00 there (-5 h)"),
        ("Asia/Kolkata", "17:30 there (+5 h 30)"),
        ("Pacific/Auckland", "01:00 there (+13 h)"),
        ("Africa/Abidjan", "12:00 there"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_it_is_told_with_how_far_the_clocks_are_apart(zone: str, said: str) -> None:
    assert hour_there(zone, NOON, Words("en")).replace("\N{NO-BREAK SPACE}", " ") == said


def test_the_distance_is_from_the_users_own_clock_on_that_day() -> None:
    paris = datetime(2026, 3, 20, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))
    # America has had summer time for two weeks, Europe not yet.
    assert (
        hour_there("America/New_York", paris, Words("en")) == "04:00 there (-5\N{NO-BREAK SPACE}h)"
    )
    assert hour_there("Europe/Berlin", paris, Words("en")) == "09:00 there"


def test_it_is_said_in_french() -> None:
    assert hour_there("Asia/Tokyo", NOON, Words("fr")).startswith("21:00 là-bas (+9")
