"""Half a year of mornings after 150 people were sorted at once: never a wall, never a desert."""

from __future__ import annotations

from functools import cache

import pytest
from half_year_user import DAYS, MONTH, QUARTER, HalfYear, User

from store.config.settings import Settings

SEEDS = pytest.mark.parametrize("seed", [1, 2, 3])

SIX_WEEKS = 42
A_WEEK = 7


@cache
def lived(seed: int) -> HalfYear:
    return User(seed).live(DAYS)


@SEEDS
def test_no_morning_is_a_wall(seed: int) -> None:
    mornings = lived(seed).mornings
    assert len(mornings) == DAYS
    assert all(each.shown <= max(Settings().rows, each.promised) for each in mornings)


@SEEDS
def test_no_week_is_empty(seed: int) -> None:
    assert lived(seed).longest_empty() < A_WEEK


@SEEDS
def test_what_waits_shrinks(seed: int) -> None:
    first, month, quarter = (lived(seed).waiting_on(day) for day in (0, MONTH, QUARTER))
    assert first > 30
    assert month < 0.9 * first
    assert quarter < 0.65 * first


@SEEDS
def test_nobody_is_proposed_again_so_soon(seed: int) -> None:
    assert [name for each in lived(seed).mornings for name in each.too_soon] == []


@SEEDS
def test_the_nearest_are_seen_about_every_six_weeks(seed: int) -> None:
    # Three weeks by their rhythm, three more where the user put them off, and then some days.
    assert lived(seed).longest_left[5][-1] <= SIX_WEEKS + A_WEEK
