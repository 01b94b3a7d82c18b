"""The history on the screen: what changed, from where, and taking one change back."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file, let_pass, session_on
from stage import app_over, line_with, lines, network, settle, shows, under_cursor
from textual.pilot import Pilot

from store.actions.delete import Delete
from store.actions.edit import Edit
from store.actions.note import Note
from store.records.ids import PersonId
from store.records.kinds import Language
from tui.app import ArrosoirApp
from widgets.changes_list import ChangesList


async def opened(pilot: Pilot[int], rows: int) -> ArrosoirApp:
    """The list, by its key, with so many changes read."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    await pilot.press("Z")
    await until(pilot, lambda: len(app.screen.query_one(ChangesList).rows) == rows)
    return app


def mine_and_theirs(tmp_path: Path) -> Path:
    """A file on which somebody else has edited Amélie's card and noted something on Tomás's."""
    path = data_file(tmp_path, network())
    other = session_on(path)
    other.perform("edit", Edit(person="A", org="Bourgeon"))
    other.perform("note", Note(person="T", text="Sings in a choir"))
    return path


@pytest.mark.parametrize(
    ("language", "here", "elsewhere"), [("en", "here", "elsewhere"), ("fr", "ici", "ailleurs")]
)
@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_changes_stand_newest_first_with_their_session(
    tmp_path: Path, language: Language, here: str, elsewhere: str, size: tuple[int, int]
) -> None:
    path = mine_and_theirs(tmp_path)
    async with app_on(path, language).run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("P")
        app = await opened(pilot, 3)
        told = [line for line in lines(app) if "Herrera" in line or "Roussel" in line]
        assert [elsewhere in line for line in told] == [False, True, True], told
        assert f" {here} " in told[0]
        assert session_on(path).session.split(":")[1] not in told[1]
        assert "Amélie Roussel" in under_cursor(app)
        await pilot.press("j")
        await settle(pilot)
        assert "Tomás Herrera" in under_cursor(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not shows(app, told[1].strip("┃ "))


async def test_enter_shows_what_changed_field_by_field_and_esc_leads_back(tmp_path: Path) -> None:
    async with app_on(mine_and_theirs(tmp_path)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert shows(app, "changed · Amélie Roussel")
        assert "Aubier → Bourgeon" in line_with(app, "organisation")
        await pilot.press("escape")
        await settle(pilot)
        assert "Amélie Roussel" in under_cursor(app)
        assert " u undo" in lines(app)[-1]


async def test_u_in_the_list_takes_back_the_change_under_the_cursor(tmp_path: Path) -> None:
    async with app_on(mine_and_theirs(tmp_path)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("j", "u")
        await until(pilot, lambda: app.service.snapshot.people[PersonId("A")].org == "Aubier")
        assert lines(app)[-1].strip() == "Undone: changed, Amélie Roussel"
        await until(pilot, lambda: under_cursor(app).rstrip("┃ ").endswith("undone"))
        assert "Amélie" in under_cursor(app)
        await pilot.press("g", "j", "k", "G")
        await settle(pilot)
        assert "undo" not in lines(app)[-1]
        await pilot.press("enter")
        await settle(pilot)
        assert "undo" not in lines(app)[-1]
        await pilot.press("escape", "g")
        await settle(pilot)
        assert " u undo" in lines(app)[-1]


async def test_it_opens_on_the_newest_change_each_time(tmp_path: Path) -> None:
    path = mine_and_theirs(tmp_path)
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("G", "escape", "P", "Z")
        await until(pilot, lambda: len(app.screen.query_one(ChangesList).rows) == 3)
        assert " here " in under_cursor(app)


async def test_u_takes_back_an_older_change_and_leaves_the_later_ones(tmp_path: Path) -> None:
    async with app_on(mine_and_theirs(tmp_path)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("j", "enter", "u")
        await until(pilot, lambda: shows(app, "no longer holds"))
        assert lines(app)[-1].strip() == "Undone: changed, Amélie Roussel"
        people = app.service.snapshot.people
        assert people[PersonId("A")].org == "Aubier"
        assert "choir" in people[PersonId("T")].notes
        await pilot.press("u")
        await settle(pilot)
        assert shows(app, "taken back already")
        await pilot.press("escape")
        await settle(pilot)
        assert line_with(app, "▶").rstrip("┃ ").endswith("undone")
        assert shows(app, "undo: changed")


async def test_an_undo_opened_from_the_list_is_taken_back_too(tmp_path: Path) -> None:
    async with app_on(data_file(tmp_path, network())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("P", "u")
        app = await opened(pilot, 2)
        assert "undo: changed" in under_cursor(app)
        await pilot.press("enter", "u")
        await until(pilot, lambda: app.service.snapshot.people[PersonId("A")].pinned)
        assert lines(app)[-1].strip() == "Done again: changed, Amélie Roussel"


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 24)])
@pytest.mark.parametrize(
    ("language", "field", "elsewhere"),
    [("en", "organisation", "elsewhere"), ("fr", "organisation", "ailleurs")],
)
async def test_a_field_changed_since_is_named_with_its_session(
    tmp_path: Path, language: Language, field: str, elsewhere: str, size: tuple[int, int]
) -> None:
    path = mine_and_theirs(tmp_path)
    async with app_on(path, language).run_test(size=size) as pilot:
        app = await opened(pilot, 2)
        other = session_on(path)
        other.perform("edit", Edit(person="A", org="Corolle"))
        await pilot.press("j", "enter", "u")
        await settle(pilot)
        said = " ".join(line.strip(" ┃") for line in lines(app))
        assert field in said
        assert f", {elsewhere}," in said
        assert other.session.split(":")[1] not in said
        assert app.service.snapshot.people[PersonId("A")].org == "Corolle"


async def test_what_comes_from_elsewhere_comes_into_the_list_and_the_cursor_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mine_and_theirs(tmp_path)
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("j")
        session_on(path).perform("delete", Delete(person="H"))
        let_pass(2, monkeypatch)
        await until(pilot, lambda: shows(app, "Hélène Garnier"))
        assert "Amélie" in under_cursor(app)


async def test_an_empty_history_is_a_sentence() -> None:
    app = app_over(network())
    async with app.run_test(size=(40, 20)) as pilot:
        await settle(pilot)
        await pilot.press("Z")
        await settle(pilot)
        assert shows(app, "Nothing was changed yet.")
        await pilot.press("j", "enter", "u", "G")
        await settle(pilot)
        assert app.is_running


async def test_the_curtain_covers_list_and_change(tmp_path: Path) -> None:
    async with app_on(mine_and_theirs(tmp_path)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("exclamation_mark")
        for key in ("j", "enter", "u", "escape"):
            await pilot.press(key)
            await settle(pilot)
            whole = "\n".join(lines(app))
            for secret in ("Amélie", "Roussel", "Herrera", "Bourgeon", "Aubier", "choir"):
                assert secret not in whole
        assert shows(app, "A. R.")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_forty_columns_hold_it(tmp_path: Path, language: Language) -> None:
    path = mine_and_theirs(tmp_path)
    session_on(path).perform("note", Note(person="T", text="A long story " * 30))
    async with app_on(path, language).run_test(size=(40, 20)) as pilot:
        app = await opened(pilot, 3)
        assert "note" in under_cursor(app)
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "→ …")
        assert shows(app, "…")
        assert len([line for line in lines(app) if line.strip()]) < 16


async def test_markup_in_a_note_is_text(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    session_on(path).perform("note", Note(person="T", text="[@click=app.quit]x[/] \x1b[31m"))
    async with app_on(path).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 1)
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "[@click=app.quit]x[/]")


async def test_help_and_the_other_keys_of_the_list(tmp_path: Path) -> None:
    async with app_on(mine_and_theirs(tmp_path)).run_test(size=(80, 24)) as pilot:
        app = await opened(pilot, 2)
        await pilot.press("G")
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        await pilot.press("question_mark")
        await settle(pilot)
        assert shows(app, "field by field")
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert shows(app, "◆ ")
