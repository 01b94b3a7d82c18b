"""Promising something from the palette: one line, echoed, undone in one step."""

from __future__ import annotations

from datetime import date

import pytest
from stage import TODAY, app_over, lines, network, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.kinds import Language
from store.records.snapshot import Snapshot
from tui.cli.main import VERBS
from tui.commands.registry import BY_ID
from tui.screens.place import Place

NEXT_FRIDAY = date(2026, 11, 27)


async def command(pilot: Pilot[int], name: str) -> None:
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, name)
    await settle(pilot)
    await pilot.pause(0.3)
    await pilot.press("enter")
    await settle(pilot)


async def ask(pilot: Pilot[int]) -> None:
    """The command, without its way through the palette."""
    screen = pilot.app.screen
    assert isinstance(screen, Place)
    screen.run_command("person.promise")
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def promised(snapshot: Snapshot) -> list[tuple[str, date, str]]:
    """What was promised on the screen: to whom, for when, and what."""
    made = (each for each in snapshot.follow_ups.values() if each.id.startswith("NEW"))
    return [(each.person, each.on, each.why) for each in made]


@pytest.mark.parametrize(
    ("language", "name", "typed", "echo"),
    [
        ("en", "promise", "fri send the contact", "→ Fri 27 Nov: send the contact"),
        ("en", "follow up", "fri send the contact", "→ Fri 27 Nov: send the contact"),
        ("fr", "promettre", "vendredi le contact", "→ ven. 27 nov. : le contact"),
        ("fr", "relance", "vendredi le contact", "→ ven. 27 nov. : le contact"),
        ("fr", "suivi", "le contact", "→ ven. 27 nov. : le contact"),
        ("fr", "follow up", "le contact", "→ ven. 27 nov. : le contact"),
    ],
)
async def test_a_promise_is_told_in_one_line_echoed_kept_and_undone(
    language: Language, name: str, typed: str, echo: str
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        await command(pilot, name)
        await type_in(pilot, typed)
        await settle(pilot)
        assert shows(app, echo.replace(" :", "\N{NO-BREAK SPACE}:"))
        await press(pilot, "enter")
        what = "send the contact" if language == "en" else "le contact"
        assert promised(app.service.snapshot) == [("A", NEXT_FRIDAY, what)]
        await press(pilot, "u")
        assert promised(app.service.snapshot) == []


async def test_it_stands_on_the_person_and_on_today_on_its_day() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        await ask(pilot)
        await type_in(pilot, "today send the slides")
        await press(pilot, "enter")
        told = "\n".join(lines(app))
        assert "◆ promised: send the slides" in told
        assert "promised  " in told
        await press(pilot, "1")
        assert shows(app, "send the slides")


async def test_a_day_gone_by_cannot_be_promised() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await ask(pilot)
        await type_in(pilot, "yesterday the plan")
        await press(pilot, "enter")
        assert shows(app, "Choose today or a day to come.")
        assert promised(app.service.snapshot) == []


async def test_all_the_marked_are_promised_it_in_one_step() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "g", "space", "space")
        await ask(pilot)
        await type_in(pilot, "3d the slides")
        await press(pilot, "enter")
        assert len(promised(app.service.snapshot)) == 2
        await press(pilot, "u")
        assert promised(app.service.snapshot) == []


async def test_what_was_typed_comes_back_and_is_covered_behind_the_curtain() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await ask(pilot)
        await type_in(pilot, "fri the slides")
        await press(pilot, "escape")
        await ask(pilot)
        assert shows(app, "fri the slides")
        await press(pilot, "escape", "exclamation_mark")
        await ask(pilot)
        assert not shows(app, "the slides")
        assert not shows(app, "Amélie")


async def test_a_point_promises_the_same_to_somebody_else() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "g")
        await ask(pilot)
        await type_in(pilot, "fri the slides")
        await press(pilot, "enter", "j", "full_stop")
        people = [who for who, on, why in promised(app.service.snapshot) if on == NEXT_FRIDAY]
        assert len(set(people)) == 2
    assert TODAY < NEXT_FRIDAY


def test_the_name_of_the_command_is_that_of_the_command_line() -> None:
    assert BY_ID["person.promise"].name in VERBS
