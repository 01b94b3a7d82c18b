"""Another copy of the data, joined in from the screen."""

from __future__ import annotations

from pathlib import Path

from mornings import until
from sessions import app_on, data_file, session_on
from stage import line_with, lines, network, settle, shows, type_in
from textual.command import CommandList
from textual.pilot import Pilot

from store.actions.add import Add
from store.actions.delete import Delete
from store.actions.note import Note
from store.records.ids import PersonId
from widgets.safe_input import SafeInput


async def join_by_palette(pilot: Pilot[int], path: Path) -> None:
    """`join a copy`, the path, Enter."""
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, "join a copy")
    await until(pilot, lambda: len(pilot.app.screen.query_one(CommandList).options) == 1)
    await pilot.press("enter")
    await settle(pilot)
    pilot.app.screen.query_one(SafeInput).value = str(path)
    await pilot.press("enter")
    await settle(pilot)


def laptop(tmp_path: Path) -> Path:
    """A copy of the same network on another computer."""
    folder = tmp_path / "laptop"
    folder.mkdir()
    return data_file(folder, network())


async def test_a_copy_comes_in_and_u_takes_it_back(tmp_path: Path) -> None:
    copy = laptop(tmp_path)
    session_on(copy).perform("add", Add(name="Noor Haddad"))
    app = app_on(data_file(tmp_path, network()))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await join_by_palette(pilot, copy)
        assert shows(app, "People: 1 new, 5 the same · u undo"), lines(app)
        assert [each.name for each in app.service.snapshot.people.values()][-1] == "Noor Haddad"
        await pilot.press("u")
        await settle(pilot)
        assert len(app.service.snapshot.people) == 5


async def test_what_stays_as_it_is_here_is_told_with_the_command_that_shows_it(
    tmp_path: Path,
) -> None:
    copy = laptop(tmp_path)
    session_on(copy).perform("note", Note(person="T", text="from the train"))
    path = data_file(tmp_path, network())
    session_on(path).perform("note", Note(person="T", text="from the desk"))
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await join_by_palette(pilot, copy)
        await until(pilot, lambda: shows(app, "as here: 1 difference"))
        assert "arrosoir join FILE --dry-run" in lines(app)[-1]
        assert "from the desk" in app.service.snapshot.people[PersonId("T")].notes


async def test_a_copy_that_would_take_many_away_is_left_to_the_command_line(
    tmp_path: Path,
) -> None:
    copy = laptop(tmp_path)
    session_on(copy).perform("delete", Delete(person="Tomás Herrera"))
    app = app_on(data_file(tmp_path, network()), "fr")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await join_by_palette(pilot, copy)
        assert "arrosoir join" in line_with(app, "1 part"), lines(app)
        assert len(app.service.snapshot.people) == 5


async def test_a_file_of_somebody_else_is_said(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    app = app_on(data_file(tmp_path, network()))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await join_by_palette(pilot, tmp_path / "other.json")
        assert shows(app, "other.json"), lines(app)
        assert shows(app, "not Arrosoir's"), lines(app)
