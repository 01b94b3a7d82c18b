"""Capacity: whose rhythms take the week, and what a key would change, seen before it is pressed."""

from __future__ import annotations

import re

import pytest
from stage import app_over, line_with, lines, network, person, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.views.capacity import capacity_view
from store.views.weekly_minutes import WeeklyMinutes
from store.words.durations import minutes
from tui.app import ArrosoirApp
from tui.commands.registry import commands_of
from tui.screens.capacity import CapacityScreen
from tui.screens.person import PersonScreen
from tui.screens.place import Place
from tui.screens.today import Today


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def promised(app: ArrosoirApp) -> str:
    """All minutes of a week, as they are said."""
    assert app.fresh is not None
    view = capacity_view(app.fresh.snapshot, app.fresh.ties)
    return minutes(round(view.minutes), app.words)


def figures(app: ArrosoirApp, name: str) -> list[str]:
    """The three last columns of somebody's row."""
    return re.findall(r"[\d.]+|[-=]", line_with(app, name).partition("┃│")[0])[-3:]


def screen_of(app: ArrosoirApp) -> CapacityScreen:
    assert isinstance(app.screen, CapacityScreen)
    return app.screen


def is_on(app: ArrosoirApp, kind: type[Place]) -> bool:
    return isinstance(app.screen, kind)


async def until(pilot: Pilot[int], app: ArrosoirApp, text: str) -> None:
    """Wait for what follows the cursor once it rests."""
    for _ in range(200):
        if shows(app, text):
            return
        await pilot.pause(0.01)
    raise AssertionError("\n".join(lines(app)))


async def test_what_a_key_would_change_stands_there_before_and_holds_after() -> None:
    app = app_over(network(person("N", "Noé Lambert"), person("S", "Sol Byte", cadence_days=0)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "C")
        assert shows(app, f"Your rhythms promise {promised(app)} a week; the budget is 2 h.")
        assert shows(app, "seats 0 of 5 · 1 of 15 · 5 of 50 · 5 of 150")
        assert not shows(app, "Noé Lambert")
        names = [row.name for row in screen_of(app).list.rows]
        assert set(names) == {
            *("Amélie Roussel", "Björn Ek", "Hélène Garnier", "Ibrahim Sow", "Tomás Herrera"),
        }
        first = names[0]
        assert first in under_cursor(app)
        assert "30 d set" in under_cursor(app)
        assert figures(app, first) == ["4.7", "=", "="]
        first = "Amélie Roussel"
        await press(pilot, "p")
        await type_in(pilot, "amélie")
        await press(pilot, "enter")
        _, closer, _ = figures(app, first)
        await press(pilot, "less_than_sign")
        assert shows(app, "· u undo")
        assert first in under_cursor(app)
        assert figures(app, first)[0] == closer
        assert shows(app, f"Your rhythms promise {promised(app)} a week")
        await press(pilot, "r")
        await type_in(pilot, "9")
        await settle(pilot)
        echo = line_with(app, "→ every 9 days · about")
        total = echo.rpartition("; ")[2].removesuffix(" in all")
        await press(pilot, "enter")
        assert promised(app) == total
        assert shows(app, f"promise {total} a week")
        assert "9 d set" in under_cursor(app)
        assert figures(app, first)[1:] == ["-", "="]
        await press(pilot, "u", "u")
        assert figures(app, first)[1] == closer
        await press(pilot, "p")
        await type_in(pilot, "noé")
        await press(pilot, "enter")
        assert lines(app)[-1].strip() == "Noé Lambert asks for no minutes: not yet"
        await press(pilot, "exclamation_mark")
        assert not shows(app, "Amélie")
        assert shows(app, "A. R.")
        await press(pilot, "exclamation_mark")
        await press(pilot, "tab")
        assert shows(app, "Without minutes: 1 not yet talked to, 1 seen anyway")
        assert shows(app, "5 of 50")
        await press(pilot, "escape", "w")
        assert shows(app, "The week, with the arithmetic")
        assert shows(app, "20 min × 7 / ")
        await press(pilot, "enter", "w")
        assert shows(app, "Why, with the arithmetic")
        await press(pilot, "escape", "escape", "escape", "escape")
        assert is_on(app, Today)


async def test_a_wide_screen_shows_the_tie_beside_and_leads_to_the_card_and_back() -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await type_in(pilot, "capacité")
        await press(pilot, "enter")
        screen = screen_of(app)
        first, second = (row.name for row in screen.list.rows[:2])
        assert shows(app, "Vos rythmes promettent")
        await until(pilot, app, f"│ {first}")
        assert shows(app, "un cran plus proche")
        await pilot.press("j")
        await until(pilot, app, f"│ {second}")
        await press(pilot, "enter")
        assert is_on(app, PersonScreen)
        await press(pilot, "escape")
        assert second in under_cursor(app)
        await press(pilot, "3", "C", "enter")
        assert is_on(app, PersonScreen)
        await press(pilot, "2", "6", "C", "1")
        assert is_on(app, Today)


@pytest.mark.parametrize("size", [(60, 20), (40, 12)])
async def test_small_terminals_show_the_list_and_the_whole_in_the_echo(
    size: tuple[int, int],
) -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "C", "G", "r", "9", "0")
        echo = line_with(app, "→ tous les 90 jours")
        assert echo.endswith(" au total")
        assert ("min/sem." in echo) == (size[0] == 60)
        await press(pilot, "escape")
        assert {each.id for each in commands_of("capacity")} <= set(screen_of(app).verbs())
        assert "▶" in under_cursor(app)
        assert screen_of(app).list.row is not None


async def test_each_key_of_a_rhythm_costs_one_tie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody is counted once; then a letter, a change and another question cost little."""
    counted: list[object] = []
    whole = WeeklyMinutes.of

    def of(*args: object) -> WeeklyMinutes:
        counted.append(args)
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(WeeklyMinutes, "of", of)
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "less_than_sign")
        assert not counted
        assert shows(app, "layer 5; about 5.9 min a week instead of 3.5 min · u undo")
        await press(pilot, "r", "1", "2", "0")
        assert shows(app, "→ every 120 days · about")
        await press(pilot, "enter", "r", "3", "0")
        assert shows(app, "→ every 30 days · about")
        await press(pilot, "escape", "C")
        assert shows(app, "Your rhythms promise")
        assert len(counted) == 2
        assert app.service.snapshot.people[PersonId("A")].cadence_days == 120


async def test_where_there_is_no_room_for_the_minutes_the_way_back_stays_readable() -> None:
    name = "Maximilienne-Alexandrine de La Tour d'Ayguesvives"
    app = app_over(network(person("N", name, 150)), "fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "C", "p")
        await type_in(pilot, "maxi")
        await press(pilot, "enter", "less_than_sign")
        assert lines(app)[-1].endswith("· u annule")
        assert "au lieu de" not in lines(app)[-1]
        assert app.service.snapshot.people[PersonId("N")].layer == 50
