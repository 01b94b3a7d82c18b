"""Time zones: their names, those that were meant, and the time there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from store.clock import local_wall
from store.words.zones import is_zone, nearest_zones, there, zone_called, zone_names


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Argentina/Buenos_Aires", "UTC", "Japan"])
def test_a_zone_of_the_list_is_one(name: str) -> None:
    assert is_zone(name)
    assert zone_called(name) == name
    assert name in zone_names()


@pytest.mark.parametrize(
    "name",
    [
        *("", "paris", "Europe", "Europe/", "Europe/Paris ", "/etc/localtime", "../../etc/passwd"),
        *("localtime", "posixrules", "Factory", "posix/Europe/Paris", "right/Europe/Paris"),
        *("+02:00", "CEST", "a\0b", "x" * 5000, "Europe/Paris\n"),
    ],
)
def test_what_is_none_is_none_on_any_machine(name: str) -> None:
    assert not is_zone(name)
    assert there(name, datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_capitals_and_blanks_do_not_matter() -> None:
    assert zone_called("europe/PARIS") == "Europe/Paris"
    assert zone_called(" America/New York ") == "America/New_York"
    assert zone_called("Paris") == ""


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("paris", "Europe/Paris"),
        ("New York", "America/New_York"),
        ("Europ/Paris", "Europe/Paris"),
        ("Montréal", "America/Montreal"),
        ("tokio", "Asia/Tokyo"),
        ("sao paulo", "America/Sao_Paulo"),
    ],
)
def test_the_nearest_are_named(typed: str, first: str) -> None:
    near = nearest_zones(typed)
    assert near[0] == first
    assert len(near) <= 3


def test_nothing_is_near_to_nonsense() -> None:
    assert nearest_zones("zzzz") == nearest_zones("") == nearest_zones("x" * 9000) == ()


def test_it_is_another_time_there_and_summer_begins_on_another_day() -> None:
    winter = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
    between = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
    hours = [
        found.strftime("%H:%M")
        for moment in (winter, between)
        for zone in ("America/New_York", "Europe/Paris", "Asia/Kolkata")
        if (found := there(zone, moment)) is not None
    ]
    assert hours == ["07:00", "13:00", "17:30", "08:00", "13:00", "17:30"]


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_paris")
def test_a_moment_on_this_machines_clock_is_in_the_summer_time_of_its_own_day() -> None:
    def wall(moment: str) -> str:
        return local_wall(datetime.fromisoformat(f"{moment}Z")).isoformat(" ", "minutes")

    assert wall("2026-03-29 00:59") == "2026-03-29 01:59"
    assert wall("2026-03-29 01:00") == "2026-03-29 03:00"
    assert wall("2026-10-25 00:59") == "2026-10-25 02:59"
    assert wall("2026-10-25 01:00") == "2026-10-25 02:00"
    bare = datetime(2026, 3, 29, 2, 30)  # noqa: DTZ001 - already on this clock
    assert local_wall(bare) == bare
