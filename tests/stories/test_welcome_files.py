from __future__ import annotations

import os
from pathlib import Path

import pytest
from linkedin_export import write_export
from mornings import app_with, service_on, until
from stage import TODAY, lines, network, person, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.actions.action import Outcome
from store.actions.service import Service
from store.disk.file_keeper import FileKeeper
from store.formats.plan import Plan
from store.words.message import Problem
from tui.app import ArrosoirApp
from tui.commands.registry import BY_ID
from tui.intake import imported_message, read_plan
from tui.reading_files import ReadingFiles
from tui.screens.bring_files import BringFiles
from tui.screens.bring_preview import BringPreview
from tui.screens.path_question import path_question
from tui.screens.sorting import Sorting
from tui.screens.today import Today
from tui.screens.welcome import Welcome
from widgets.safe_input import SafeInput

CARDS = """BEGIN:VCARD
VERSION:4.0
UID:{uid}
FN:{name}
EMAIL:{mail}
END:VCARD
"""


def cards(path: Path, *names: str) -> Path:
    """An address book of these."""
    texts = [
        CARDS.format(uid=f"u{at}", name=name, mail=f"p{at}@example.org")
        for at, name in enumerate(names)
    ]
    path.write_text("".join(texts), encoding="utf-8")
    return path


async def bring(pilot: Pilot[int], app: ArrosoirApp, *paths: Path) -> None:
    """Choice 1, the paths, Enter; then wait for what comes of it."""
    await settle(pilot)
    if isinstance(app.screen, Welcome):
        await pilot.press("1")
        await settle(pilot)
    screen = app.screen
    assert isinstance(screen, BringFiles)
    screen.query_one(SafeInput).value = " ".join(f"'{path}'" for path in paths)
    await settle(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: screen._reader is None)
    await settle(pilot)


async def test_nothing_is_written_before_enter_and_one_undo_takes_all_back(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export", TODAY, 300, both_ways=20)
    path = tmp_path / "data" / "a.json"
    service = service_on(keeper=FileKeeper(path))
    app = app_with(service)
    async with app.run_test(size=(100, 30)) as pilot:
        await bring(pilot, app, folder)
        assert shows(app, "300 new people")
        assert shows(app, "days of messages with them")
        assert not path.exists()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Sorting))
        assert shows(app, "300 people added")
        assert len(FileKeeper(path).snapshot.people) == 300
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Today))
        await pilot.press("u", "u")
        await settle(pilot)
    assert not FileKeeper(path).snapshot.people
    assert not FileKeeper(path).snapshot.interactions


async def test_escape_leaves_and_nothing_is_written(tmp_path: Path) -> None:
    book = cards(tmp_path / "a.vcf", "Ada", "Bo")
    service = service_on()
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await bring(pilot, app, book)
        assert shows(app, "2 new people")
        await pilot.press("escape")
        await settle(pilot)
        assert str(book) in app.screen.query_one(SafeInput).value
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Welcome)
    assert not service.snapshot.people


async def test_the_doubtful_and_the_refused_are_listed_and_never_read_as_markup(
    tmp_path: Path,
) -> None:
    book = cards(tmp_path / "a.vcf", "Ada [@click=app.quit]x[/]", "Ada [@click=app.quit]x[/]")
    (tmp_path / "b.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nNICKNAME:x\x1b[31m\n")
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await bring(pilot, app, book, tmp_path / "b.vcf")
        assert shows(app, "1 looks doubled")
        assert shows(app, "1 piece set aside")
        await pilot.press("d", "tab")
        await settle(pilot)
        assert shows(app, "doubles? 1")
        assert "Ada [@click=app.quit]x[/]" in under_cursor(app)
        assert "same name, p0@example.org" in under_cursor(app)
        await pilot.press("tab")
        await settle(pilot)
        assert "b.vcf:1" in under_cursor(app)
        assert not any("\x1b" in line for line in lines(app))
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert not shows(app, "Ada")
        assert not shows(app, "b.vcf")
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "take them")


async def test_those_already_here_are_completed_only_after_a_yes(tmp_path: Path) -> None:
    service = service_on(network(person("N", "Nadia", emails=("p0@example.org",))))
    book = cards(tmp_path / "a.vcf", "Nadia")
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.first_run.bring_files()
        await bring(pilot, app, book)
        assert shows(app, "This completes 1 person who is here already.")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "y takes all, Esc leaves")
        assert not service.snapshot.people["N"].sources  # type: ignore[index]
        await pilot.press("y")
        await until(pilot, lambda: not isinstance(app.screen, BringPreview))
    assert service.snapshot.people["N"].sources  # type: ignore[index]


async def test_bringing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    book = cards(tmp_path / "a.vcf", "Ada")
    service = service_on(network())
    service.commit("import", _outcome(service, book))
    app = app_with(service)
    revision = service.snapshot.revision
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.first_run.bring_files()
        await bring(pilot, app, book)
        assert shows(app, "Nobody new")
        assert shows(app, "1 who is here already stays as is")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Today)
    assert service.snapshot.revision == revision


def _outcome(service: Service, path: Path) -> Outcome:
    plan = read_plan(service, [str(path)])
    return Outcome(change_set=plan.change_set, id="", said=imported_message(plan))


@pytest.mark.parametrize("kind", ["binary", "empty", "foreign", "folder"])
async def test_what_cannot_be_read_is_told_in_one_line_and_asked_again(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "what.vcf"
    if kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(
            {"binary": b"\x7fELF\x00\x00" * 50, "empty": b"", "foreign": b"a;b\n1;2\n"}[kind]
        )
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await bring(pilot, app, path)
        told = [line for line in lines(app) if "what.vcf:" in line]
        assert len(told) == 1, lines(app)
        assert app.screen.query_one(SafeInput).has_focus


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read by root")
async def test_a_folder_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await bring(pilot, app, folder)
        assert shows(app, "You may not read")


async def test_a_path_that_is_not_there_is_told_while_it_is_typed(tmp_path: Path) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        await type_in(pilot, "/nowhere/x")
        assert shows(app, "There is no /nowhere/x")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BringFiles)
        assert app.screen.query_one(SafeInput).value == "/nowhere/x"


async def test_tab_completes_a_path_and_names_what_it_may_become(tmp_path: Path) -> None:
    cards(tmp_path / "My friends.vcf", "Ada")
    cards(tmp_path / "My foes.vcf", "Bo")
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        app.screen.query_one(SafeInput).value = f"{tmp_path}/my"
        await pilot.press("tab")
        await settle(pilot)
        assert app.screen.query_one(SafeInput).value == f"{tmp_path}/My\\ f"
        assert shows(app, "Tab: My foes.vcf  My friends.vcf")
        await type_in(pilot, "r")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: shows(app, "1 new person"))


async def test_a_reading_that_is_stopped_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = cards(tmp_path / "a.vcf", "Ada")
    monkeypatch.setattr("tui.reading_files.ReadingFiles.start", lambda self: None)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        app.screen.query_one(SafeInput).value = str(book)
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, BringFiles)
        reading = screen._reader
        assert reading is not None
        assert shows(app, "Looking for files")
        reading._file(3, 10, "/x/four.vcf", 2100)
        reading._found(1234)
        screen._draw()
        await settle(pilot)
        assert shows(app, "Reading file 4 of 10")
        assert shows(app, "2,100 entries of this file · 1,234 people so far")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(SafeInput).has_focus
        reading._run()
        await settle(pilot)
        assert not shows(app, "new person")


async def test_data_changed_by_another_session_meanwhile_are_read_against_again(
    tmp_path: Path,
) -> None:
    book = cards(tmp_path / "a.vcf", "Ada")
    service = service_on()
    app = app_with(service)
    async with app.run_test(size=(80, 24)) as pilot:
        await bring(pilot, app, book)
        service.commit("import", _outcome(service, book))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Nobody new"))
    assert len(service.snapshot.people) == 1


async def test_a_plan_that_cannot_be_saved_stays_on_the_screen(tmp_path: Path) -> None:
    book = cards(tmp_path / "a.vcf", "Ada")
    app = app_with(service_on(keeper=FileKeeper(tmp_path / "a.json", read_only=True)))
    async with app.run_test(size=(80, 24)) as pilot:
        await bring(pilot, app, book)
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "Opened to read only")
        assert shows(app, "1 new person")


def test_a_stopped_reading_ends_at_the_next_file(tmp_path: Path) -> None:
    told: list[Plan | Problem] = []
    reading = ReadingFiles(service_on(), [str(cards(tmp_path / "a.vcf", "Ada"))], told.append)
    reading.stop()
    reading._run()
    assert told == []


def test_the_palette_has_import(tmp_path: Path) -> None:
    assert BY_ID["all.import"].name == "import"
    assert BY_ID["all.sort"].name == "sort"
    assert path_question(app_with(service_on()).words, "").complete is not None
