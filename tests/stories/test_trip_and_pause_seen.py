from __future__ import annotations

import re
from datetime import timedelta

import pytest
from stage import TODAY, app_over, line_with, lines, network, settle, shows, under_cursor
from textual.pilot import Pilot

from store.records.change import ChangeSet, make
from store.records.kinds import Language
from store.records.me import Me
from store.records.person import City, Pause
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp


def trip(first: int, last: int) -> Me:
    """The user lives in Paris and is in Lyon, where Amélie lives, from a day to another."""
    start, end = (TODAY + timedelta(days=each) for each in (first, last))
    stay = City(name="Lyon", start=start.isoformat(), end=end.isoformat())
    return Me(cities=(City(name="Paris"), stay))


def paused(first: int, last: int) -> Me:
    """All clocks stand still from a day to another."""
    days = Pause(start=TODAY + timedelta(days=first), until=TODAY + timedelta(days=last))
    return Me(pauses=(days,))


def of(me: Me) -> Snapshot:
    """The five people, and the user."""
    return network().apply(ChangeSet((make(me),)))


def detail(app: ArrosoirApp) -> str:
    """What the detail says, on one line, its blanks plain."""
    cells = (re.split("[│┃┛]│", line)[-1] for line in lines(app))
    text = " ".join(" ".join(cell.strip("│┃▼ ") for cell in cells).split())
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
@pytest.mark.parametrize(
    ("language", "said", "head"),
    [
        ("en", "you are in Lyon until Wed 25 Nov", "in Lyon until Wed 25 Nov"),
        ("fr", "vous êtes à Lyon jusqu'au mer. 25 nov.", "à Lyon jusqu'au mer. 25 nov."),
    ],
)
async def test_a_trip_that_lasts_is_told_on_top_and_beside_the_step_of_who_lives_there(
    language: Language, said: str, head: str, size: tuple[int, int]
) -> None:
    app = app_over(of(trip(-1, 5)), language)
    if language == "fr" and size == (80, 24):
        head = "Lyon → 25 nov."
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        assert head in lines(app)[0]
        assert f"· {said}" in detail(app)
        await pilot.press("j")
        await settle(pilot)
        assert said not in detail(app)
        await pilot.press("2")
        await settle(pilot)
        assert head in lines(app)[0]
        await pilot.press("!")
        await settle(pilot)
        assert "Lyon" not in lines(app)[0]


async def test_a_trip_to_come_is_told_to_who_could_be_met_and_not_on_top() -> None:
    app = app_over(of(trip(5, 7)))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "you will be in Lyon Wed 25 Nov to Fri 27 Nov: a meeting?" in detail(app)
        assert "Lyon" not in lines(app)[0]


async def test_a_narrow_header_keeps_the_day() -> None:
    app = app_over(of(trip(-1, 5)))
    async with app.run_test(size=(40, 24)) as pilot:
        await settle(pilot)
        assert lines(app)[0].endswith("Fri 20 Nov")
        assert "Lyon" not in lines(app)[0]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (50, 20)])
@pytest.mark.parametrize(
    ("language", "said"), [("en", "paused until 14 Dec"), ("fr", "en pause jusqu'au 14 déc.")]
)
async def test_a_pause_of_all_says_until_when_above_the_list(
    language: Language, said: str, size: tuple[int, int]
) -> None:
    app = app_over(of(paused(-5, 24)), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert said in line_with(app, "Follow-ups" if language == "en" else "À suivre")
        assert "Amélie" in under_cursor(app)
        assert not shows(app, "Björn")


async def test_a_week_of_pause_keeps_its_bar() -> None:
    app = app_over(of(paused(-5, 24)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "░░░" in line_with(app, "week ")
        await _log(pilot)
        assert "░░░" in line_with(app, "week ")
        assert "0:20" in line_with(app, "week ")


async def _log(pilot: Pilot[int]) -> None:
    await pilot.press("c")
    await pilot.press("enter")
    await settle(pilot)


async def test_what_the_day_after_says_is_as_ever() -> None:
    app = app_over(of(paused(-5, -1)))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert not shows(app, "paused")
        assert "about" in line_with(app, "Follow-ups")
