"""Keys that do nothing where they are pressed say where they do something."""

from __future__ import annotations

from typing import Any

import pytest
from bursts import burst
from stage import app_over, lines, network, settle, shows, type_in
from textual.command import CommandList
from textual.pilot import Pilot
from textual.screen import Screen

from store.records.kinds import Language
from tui.app import ArrosoirApp
from tui.screens.brief_page import BriefPage
from tui.screens.edit_card import EditCard
from tui.screens.help import Help
from tui.screens.notes import Notes
from tui.screens.people_columns import ColumnChoice
from tui.screens.place import Place
from tui.screens.reading import Reading
from tui.screens.today import Today
from widgets.ask_line import AskLine


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def on(app: ArrosoirApp, kind: type[Screen[Any]]) -> bool:
    """Whether such a screen is on top."""
    return isinstance(app.screen, kind)


@pytest.mark.parametrize(
    ("place", "key", "said", "language"),
    [
        ("1", "f", " f narrow: on 2 People.", "en"),
        ("1", "O", " O order: on 2 People.", "en"),
        ("23", "f", " f narrow: on 2 People.", "en"),
        ("1", "L", " L next person: on 3 Person.", "en"),
        ("1", "f", " f affiner\N{NO-BREAK SPACE}: sur 2 Contacts.", "fr"),
    ],
)
async def test_a_key_of_another_screen_says_of_which(
    place: str, key: str, said: str, language: Language
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *place, key)
        assert lines(app)[-1] == said


async def test_letters_of_a_field_are_never_told_of() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "f", "O")
        assert app.screen.query_one(AskLine).text == "fO"
        assert not shows(app, "on 2 People")


# Pages to be read ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20), (40, 14)])
@pytest.mark.parametrize("opened", [("B",), ("equals_sign",), ("colon", *"dossier", "enter")])
async def test_a_page_says_how_to_leave_it(opened: tuple[str, ...], size: tuple[int, int]) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, *opened)
        assert on(app, Reading)
        assert lines(app)[-1].endswith(" Esc close")
        assert "? help" in lines(app)[-1] or size[0] < 80
        await press(pilot, "escape")
        assert on(app, Today)


async def test_the_way_out_is_named_in_french_too() -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "B")
        assert lines(app)[-1].endswith("Échap fermer")


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_opens_from_a_page_and_goes_back_to_it(key: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "B", key)
        assert on(app, Help)
        await press(pilot, "escape")
        assert on(app, BriefPage)


@pytest.mark.parametrize("opened", ["B", "equals_sign"])
async def test_a_verb_closes_the_page_and_is_about_whom_it_tells_of(opened: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "j", opened)
        await burst(pilot, "naime le jazz")
        assert on(app, Today)
        assert app.screen.query_one(AskLine).text == "aime le jazz"
        assert "Note on Tomás Herrera" in lines(app)[-2]
        await press(pilot, "escape", opened, "e")
        assert on(app, EditCard)
        assert shows(app, "Edit Tomás Herrera")


async def test_a_page_about_several_lets_no_verb_through() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space", "B", "n")
        assert on(app, BriefPage)
        assert lines(app)[-1] == " Esc first: n is a key of the screen behind this page."


async def test_the_own_card_is_not_the_person_behind_it() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"me", "enter", "n")
        assert on(app, Reading)
        assert lines(app)[-1] == " Esc first: n is a key of the screen behind this page."


async def test_the_figures_of_a_person_give_way_to_a_verb() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "w")
        assert on(app, Reading)
        await press(pilot, "n")
        assert on(app, Place)
        assert "Note on" in lines(app)[-2]


# The form --------------------------------------------------------------------------------------


async def test_what_is_typed_on_the_line_of_the_notes_is_written_there() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        while not (app.screen.focused is not None and app.screen.focused.id == "private_note"):
            await press(pilot, "down")
        await burst(pilot, "aime le jazz")
        notes = app.screen
        assert isinstance(notes, Notes)
        assert notes.text == "aime le jazz"


# The palette -----------------------------------------------------------------------------------


async def found(pilot: Pilot[int], app: ArrosoirApp, text: str) -> list[str]:
    """What the palette lists for a text."""
    await press(pilot, "colon")
    await type_in(pilot, text)
    while getattr(app.screen, "seeking", False):
        await pilot.pause()
    await settle(pilot)
    options = app.screen.query_one(CommandList).options
    return [str(each.prompt) for each in options]


async def test_a_command_of_another_screen_is_named_with_it_and_runs_nothing_else() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        first = (await found(pilot, app, "columns"))[0]
        assert "columns: on 2 People." in first
        assert first.count("columns") == 1
        await press(pilot, "enter")
        assert on(app, Today)
        assert lines(app)[-1] == " columns: on 2 People."
        await press(pilot, "2", "colon")
        await burst(pilot, "columns\r")
        assert on(app, ColumnChoice)


async def test_what_cannot_be_done_now_says_why() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        rows = await found(pilot, app, "repeat")
        assert any("There is no verb to repeat yet." in row for row in rows)


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("duplictes", "en", "doubled cards"),
        ("undo", "fr", "annuler"),
        ("me", "en", "me"),
        ("restore", "en", "restore"),
    ],
)
async def test_a_name_is_found_in_both_languages_and_with_a_slip(
    text: str, language: Language, first: str
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert (await found(pilot, app, text))[0].startswith(first)


@pytest.mark.parametrize("text", ["colon", "xqzw", "ntfl"])
async def test_no_match_is_better_than_another_command(text: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert await found(pilot, app, text) == ["No command of that name."]
        await press(pilot, "enter")
        assert not on(app, Place)
