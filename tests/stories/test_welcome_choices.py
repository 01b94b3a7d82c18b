from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from mornings import app_with, service_on, until
from stage import line_with, lines, network, settle, shows, type_in

from store.config.settings import Settings
from store.disk.file_keeper import FileKeeper
from store.records.kinds import Language
from store.views.newcomer import newcomer_view
from tui.app import ArrosoirApp
from tui.commands.command import PLACES
from tui.commands.keymap import clashes, keys_from
from tui.screens.bring_files import BringFiles
from tui.screens.first_five import FirstFive
from tui.screens.today import Today
from tui.screens.welcome import Welcome

SIZES = [(100, 30), (80, 24), (60, 24), (42, 16), (40, 12)]


async def test_whoever_has_nobody_is_welcomed_and_told_where_their_people_stay() -> None:
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Welcome)
        assert shows(app, "Welcome. Your people stay in one file on this machine.")
        assert shows(app, "No account, no network, no telemetry.")
        assert shows(app, "LinkedIn, mail, calendars")
        assert "▶" in line_with(app, "1  Bring files")


async def test_whoever_has_somebody_or_looks_at_the_demo_is_not() -> None:
    for app in (
        app_with(service_on(network())),
        ArrosoirApp(service_on(), app_with(service_on()).words, Settings(), demo=True),
    ):
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert isinstance(app.screen, Today)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", SIZES)
async def test_all_three_choices_stand_on_every_screen(
    size: tuple[int, int], language: Language
) -> None:
    app = app_with(service_on(), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for id in ("welcome.files", "welcome.demo", "welcome.five"):
            assert shows(app, app.words.say(id)), lines(app)
        assert any("English" in line or "français" in line for line in lines(app))


@pytest.mark.parametrize("keys", [("3",), ('"',), ("j", "j", "enter"), ("G", "enter")])
async def test_a_choice_is_taken_by_its_key_or_by_the_cursor(keys: tuple[str, ...]) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        assert isinstance(app.screen, FirstFive)


@pytest.mark.parametrize("key", ["1", "&"])
async def test_files_are_left_by_escape(key: str) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert type(app.screen) is BringFiles
        await pilot.press("escape")
        await settle(pilot)
        assert type(app.screen).__name__ == "Welcome"


@pytest.mark.parametrize("key", ["2", "é"])
async def test_the_demo_is_in_memory_and_says_so(key: str, tmp_path: Path) -> None:
    path = tmp_path / "data" / "a.json"
    app = app_with(service_on(keeper=FileKeeper(path)))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Today))
        assert "demo" in lines(app)[0]
        assert shows(app, "A demo: nothing is saved.")
        assert len(app.service.snapshot.people) == 150
        await pilot.press("x")
        await settle(pilot)
    assert not path.exists()


async def test_the_other_language_comes_at_once_and_is_remembered(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("# mine\nrows = 4\n")
    app = app_with(service_on(), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "language" not in config.read_text()
        await pilot.press("F")
        await settle(pilot)
        assert shows(app, "Bienvenue.")
        assert tomllib.loads(config.read_text()) == {"rows": 4, "language": "fr"}
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Today)
        assert shows(app, "À suivre")
    assert config.read_text().startswith("# mine\n")


async def test_a_config_that_cannot_be_written_is_said_and_the_language_holds(
    tmp_path: Path,
) -> None:
    config = tmp_path / "config.toml"
    config.write_text("rows = [")
    app = app_with(service_on(), config=config)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("F")
        await settle(pilot)
        assert shows(app, "Bienvenue.")
        assert "Les réglages de" in lines(app)[-1]


async def test_help_names_the_keys_of_the_welcome() -> None:
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert shows(app, "bring files: vCard")
        assert not shows(app, "Snooze")


async def test_five_names_with_their_last_talk_become_the_five() -> None:
    service = service_on()
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        for name, key in (("Ada", "2"), ("Bo", "é"), ("Cy [/]", "enter"), ("Di", "5"), ("Ed", "1")):
            await settle(pilot)
            await type_in(pilot, name)
            await pilot.press("enter", key)
        await until(pilot, lambda: isinstance(app.screen, Today))
        assert shows(app, "5 of the five are here · u undo")
    people = service.snapshot.people.values()
    assert [(each.name, each.layer) for each in people] == [
        ("Ada", 5),
        ("Bo", 5),
        ("Cy [/]", 5),
        ("Di", 5),
        ("Ed", 5),
    ]
    told = service.snapshot.interactions.values()
    assert len(told) == 4
    assert all(each.approximate for each in told)


async def test_fewer_than_five_are_enough_and_a_name_can_be_mended() -> None:
    service = service_on()
    app = app_with(service)
    async with app.run_test(size=(42, 16)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await type_in(pilot, "Adx")
        await pilot.press("enter", "u", "backspace", "a", "enter", "3")
        await settle(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Today))
    assert [each.name for each in service.snapshot.people.values()] == ["Ada"]


async def test_nobody_named_is_back_at_the_welcome() -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Welcome)


async def test_a_file_that_may_not_be_written_says_so_and_asks_again(tmp_path: Path) -> None:
    app = app_with(service_on(keeper=FileKeeper(tmp_path / "a.json", read_only=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        await settle(pilot)
        await type_in(pilot, "Ada")
        await pilot.press("enter", "1")
        await settle(pilot)
        assert shows(app, "Opened to read only")
        assert shows(app, "Name 1 of 5")


def test_no_two_commands_share_a_key_in_any_place() -> None:
    keys = keys_from({})
    assert not [clash for place in PLACES for clash in clashes(keys, place)]


def test_a_command_without_a_key_can_be_given_one() -> None:
    keys = keys_from({"all.sort": "Z"})
    assert keys.by_id["all.sort"] == ("Z",)
    assert not keys.unknown


def test_a_newcomer_is_shown_by_days_of_writing_not_by_letters() -> None:
    snapshot = network()
    shown = newcomer_view(snapshot, snapshot.people["A"], service_on().today())  # type: ignore[index]
    assert (shown.mine, shown.theirs, shown.last_on) == (0, 0, None)
    assert shown.cities == ("Lyon",)
