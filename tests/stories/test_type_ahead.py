from __future__ import annotations

import asyncio
from itertools import count

import pytest
from bursts import burst, send
from classmates import classmates
from stage import app_over, line_with, lines, network, settle, shows

from store.records.ids import PersonId
from tui.app import ArrosoirApp
from tui.screens.edit_card import EditCard
from tui.screens.people import People
from tui.screens.person import PersonScreen
from tui.screens.today import Today
from tui.screens.twins import TwinsScreen
from widgets.ask_line import AskLine


def asked(app: ArrosoirApp) -> str:
    """What stands in the line to type in."""
    return app.screen.query_one(AskLine).text


@pytest.mark.parametrize("place", ["1", "2", "23"])
@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("naime le jazz", "aime le jazz"),
        ("cappel 20 test", "appel 20 test"),
        ("pduue", "duue"),
        ("Tjazz euud", "jazz euud"),
    ],
)
async def test_letters_behind_a_verb_are_typed_where_it_asks(
    place: str, text: str, typed: str
) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, place)
        before = app.service.snapshot
        await burst(pilot, text)
        assert asked(app) == typed
        assert app.service.snapshot is before


async def test_what_is_typed_at_once_is_kept_at_once() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await burst(pilot, "naime le jazz\rj")
        noted = [each for each in app.service.snapshot.people.values() if "jazz" in each.notes]
        assert len(noted) == 1
        assert isinstance(app.screen, Today)


async def test_a_screen_that_opens_gets_what_comes_behind() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "euuQ")
        assert isinstance(app.screen, EditCard)
        assert "uuQ" in line_with(app, "name") + line_with(app, "Name")


async def test_a_command_is_found_by_its_name_and_taken_by_enter() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, ":duplicates\r")
        assert isinstance(app.screen, TwinsScreen)


async def test_finding_takes_all_of_it_and_enter_ends_it() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "2/insa lyon\r")
        screen = app.screen
        assert isinstance(screen, People)
        assert screen.finding.text == "insa lyon"
        assert screen.focused is screen.list


async def test_from_place_to_place_and_on() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "2jj3cappel")
        assert isinstance(app.screen, PersonScreen)
        assert asked(app) == "appel"


async def test_the_next_verb_is_about_the_row_the_last_one_led_to() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await burst(pilot, "dd")
        done = app.service.snapshot.follow_ups
        before = network().follow_ups
        assert all(done[id] != before[id] for id in before)


async def test_help_is_narrowed_by_what_comes_behind_its_key() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "?undo")
        assert shows(app, "undo")
        assert not shows(app, "brief")
        assert app.service.snapshot.people[PersonId("A")].notes == ""


async def test_on_a_busy_machine_each_key_waits_for_turns_and_not_for_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = count(step=10)
    monkeypatch.setattr("tui.type_ahead.monotonic", lambda: float(next(seconds)))
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "2jjnaime le jazz")
        assert asked(app) == "aime le jazz"


async def test_what_never_ends_holds_no_key_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(app.writer.__class__, "awaited", True)
        await burst(pilot, "jjnzebra")
        assert asked(app) == "zebra"


async def test_behind_a_verb_that_is_refused_nothing_is_done() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await burst(pilot, "d")
        before = app.service.snapshot
        await burst(pilot, "2/zzzz\rnaime u")
        assert lines(app)[-1] == " Nobody is under the cursor."
        assert app.service.snapshot is before


@pytest.mark.parametrize("place", ["1", "2", "23"])
async def test_the_same_keys_one_by_one_do_the_same(place: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*place, *"naime")
        await settle(pilot)
        assert asked(app) == "aime"


async def test_keys_of_the_first_moment_wait_for_the_screen() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        send(app, "2/ro")
        await asyncio.sleep(0)
        await burst(pilot, "u")
        assert isinstance(app.screen, People)
        assert app.screen.finding.text == "rou"
        assert "Roussel" in "\n".join(lines(app))
