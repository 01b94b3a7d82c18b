"""Notes written in place, or in the user's own editor, from the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from stage import app_over, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.actions.edit import Edit
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.words.message import Refusal
from tui.app import ArrosoirApp
from tui.editing import OUTSIDE
from tui.screens.notes import Notes
from tui.screens.person import PersonScreen
from tui.screens.veil import Veil

AMELIE = PersonId("A")


def notes(app: ArrosoirApp) -> str:
    return app.service.snapshot.people[AMELIE].notes


async def open_notes(pilot: Pilot[int], app: ArrosoirApp) -> Notes:
    await settle(pilot)
    app.screen.run_command("person.notes")  # type: ignore[attr-defined]
    await settle(pilot)
    assert isinstance(app.screen, Notes)
    return app.screen


def editor(folder: Path, body: str) -> Settings:
    """Settings that name an editor of this folder."""
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o700)
    return Settings(glyphs="blocks", editor=str(path))


def give_the_terminal_away(app: ArrosoirApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under test there is no terminal; stepping back is the one thing that is played."""

    @contextmanager
    def suspend() -> Iterator[None]:
        yield

    monkeypatch.setattr(app, "suspend", suspend)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_esc_saves_what_is_written_and_u_takes_it_back(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=size) as pilot:
        await open_notes(pilot, app)
        assert shows(app, "Amélie Roussel")
        await type_in(pilot, "# Paul")
        await pilot.press("enter", "enter")
        await type_in(pilot, "climbs")
        await pilot.press("escape")
        await settle(pilot)
        assert notes(app) == "# Paul\n\nclimbs"
        await pilot.press("u")
        await settle(pilot)
        assert notes(app) == ""


async def test_nothing_written_saves_nothing() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("x", "backspace", "escape")
        await settle(pilot)
        assert not app.service.history()


async def test_the_palette_knows_them_by_the_english_name() -> None:
    app = app_over(network(), "fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(":")
        await type_in(pilot, "notes")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Notes)


async def test_quitting_keeps_a_draft_that_comes_back(tmp_path: Path) -> None:
    app = app_over(network(), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_notes(pilot, app)
        await type_in(pilot, "half")
        await pilot.press("ctrl+q")
    again = app_over(network(), state=tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        assert (await open_notes(pilot, again)).text == "half"
        assert shows(again, "not saved yet")
        await pilot.press("escape")
        await settle(pilot)
        assert notes(again) == "half"
        assert not again.drafts.about("A")


async def test_the_curtain_covers_what_is_written() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_notes(pilot, app)
        await type_in(pilot, "secret")
        app.curtain = True
        await settle(pilot)
        assert type(app.screen).__name__ == Veil.__name__
        assert not shows(app, "secret")
        await pilot.press("!")
        await settle(pilot)
        assert app.screen is screen
        assert screen.text == "secret"


async def test_notes_are_text_and_what_a_terminal_obeys_is_gone() -> None:
    trap = "[@click=app.quit]x[/] [b]y"
    app = app_over(network(person("0", "Zed", 5, notes=f"{trap}\x1b[2J\u202e")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p", "z", "e", "d", "enter")
        screen = await open_notes(pilot, app)
        assert shows(app, trap)
        assert screen.text == f"{trap}[2J"
        assert not any("\x1b" in line or "\u202e" in line for line in lines(app))


async def test_the_editor_of_the_settings_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = editor(tmp_path, 'printf "\\n\\nAnd two.\\n" >> "$1"')
    app = app_over(network(), settings=settings, state=tmp_path)
    app.service.perform("edit", Edit(person="A", note="One."))
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert not isinstance(app.screen, Notes)
        assert notes(app) == "One.\n\n\nAnd two."
        assert not list((tmp_path / OUTSIDE).iterdir())


async def test_on_a_person_the_editor_opens_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = editor(tmp_path, 'printf "And two.\\n" >> "$1"')
    app = app_over(network(), settings=settings, state=tmp_path)
    app.service.perform("edit", Edit(person="A", note="One."))
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("3", "tab")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert isinstance(app.screen, PersonScreen)
        assert notes(app) == "One.\nAnd two."


async def test_an_editor_that_changes_nothing_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_over(network(), settings=editor(tmp_path, "true"), state=tmp_path)
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert not app.service.history()
        assert not list((tmp_path / OUTSIDE).iterdir())


async def test_where_saving_fails_the_file_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_over(network(), settings=editor(tmp_path, 'echo dear > "$1"'), state=tmp_path)
    give_the_terminal_away(app, monkeypatch)

    def refuse(*given: object) -> object:
        raise Refusal("full", "problem.nobody")

    async with app.run_test(size=(160, 24)) as pilot:
        await open_notes(pilot, app)
        monkeypatch.setattr(app.service, "perform", refuse)
        await pilot.press("ctrl+g")
        await settle(pilot)
        (file,) = (tmp_path / OUTSIDE).iterdir()
        assert file.read_text() == "dear\n"
        assert shows(app, "What you wrote is in")
        assert app.drafts.get("notes:A") == "dear"


async def test_an_editor_that_fails_leaves_what_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_over(network(), settings=editor(tmp_path, "exit 1"), state=tmp_path)
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_notes(pilot, app)
        await type_in(pilot, "mine")
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert app.screen is screen
        assert shows(app, "ended with status 1")
        assert screen.text == "mine"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_a_terminal_to_give_away_it_says_so(
    tmp_path: Path, language: Language
) -> None:
    app = app_over(network(), language, settings=editor(tmp_path, "true"))
    said = {"en": "cannot step back", "fr": "ne peut pas laisser la place"}
    async with app.run_test(size=(80, 24)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert shows(app, said[language])


async def test_a_long_note_is_written_in_the_editor_from_its_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_over(network(), settings=editor(tmp_path, 'echo "and more" >> "$1"'), state=tmp_path)
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "begun")
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert notes(app) == "2026-11-20: begun\nand more"
        await pilot.press("u")
        await settle(pilot)
        assert not notes(app)


async def test_other_questions_have_no_editor(tmp_path: Path) -> None:
    app = app_over(network(), settings=editor(tmp_path, 'echo x > "$1"'), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "ctrl+g")
        await settle(pilot)
        assert not shows(app, "step back")


async def test_a_line_of_the_form_is_written_there_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_over(network(), settings=editor(tmp_path, 'printf "two\\nlines\\n" > "$1"'))
    give_the_terminal_away(app, monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e", "pageup", "ctrl+g", "pagedown")
        await settle(pilot)
        assert not notes(app)
        await pilot.press("enter")
        await settle(pilot)
        assert notes(app) == "two\nlines"
