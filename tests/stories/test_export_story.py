"""Exporting by keys: whom, in which format, into which file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file
from stage import app_over, line_with, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.formats.exports import EXPORTS
from store.records.kinds import Language
from tui.screens.exporting import ExportScreen
from widgets.ask_line import AskLine
from widgets.safe_input import SafeInput

MARKED = {"en": "the 2 marked", "fr": "les 2 personnes marquées"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


async def opened(pilot: Pilot[int], *keys: str) -> None:
    """After some keys, the screen of exporting."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    await pilot.press("E")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    await settle(pilot)


async def file_asked(pilot: Pilot[int], key: str) -> SafeInput:
    """The line of the file, after the key of a format."""
    await pilot.press(key)
    await until(pilot, lambda: pilot.app.screen.query_one(AskLine).display)
    return pilot.app.screen.query_one(AskLine).query_one(SafeInput)


def key_of(name: str) -> str:
    return str([each.name for each in EXPORTS].index(name) + 1)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (40, 20)])
async def test_the_marked_go_into_the_file_that_is_proposed(
    home: Path, language: Language, size: tuple[int, int]
) -> None:
    path = data_file(home, network())
    async with (app := app_on(path, language)).run_test(size=size) as pilot:
        await opened(pilot, "2", "space", "space")
        assert shows(app, MARKED[language]), lines(app)
        field = await file_asked(pilot, key_of("csv"))
        assert field.value == "~/arrosoir-2026-11-20.csv"
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
        await settle(pilot)
        assert size[0] < 80 or shows(app, "~/arrosoir-2026-11-20.csv"), lines(app)
        written = rows(home / "arrosoir-2026-11-20.csv")
        assert [each["name"] for each in written] == ["Amélie Roussel", "Björn Ek"]
        assert len(app.screen.query_one("PeopleList").marks) == 2  # type: ignore[attr-defined]


async def test_whom_goes_round_and_begins_with_those_found(home: Path) -> None:
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "slash")
        await type_in(pilot, "lyon")
        await settle(pilot)
        await pilot.press("enter")
        await opened(pilot)
        assert shows(app, "the 1 found"), lines(app)
        await pilot.press("w")
        await settle(pilot)
        assert shows(app, "everybody, 5 people")
        await pilot.press("tab")
        await settle(pilot)
        assert shows(app, "Whom: Amélie Roussel")
        await pilot.press("tab")
        await settle(pilot)
        assert shows(app, "the 1 found")


async def test_on_a_person_it_is_about_that_one_and_named_so(home: Path) -> None:
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await opened(pilot, "2", "enter")
        assert shows(app, "Whom: Amélie Roussel")
        field = await file_asked(pilot, key_of("markdown"))
        assert field.value == "~/amelie-roussel.md"
        await pilot.press("enter")
        await until(pilot, lambda: (home / "amelie-roussel.md").exists())
        assert (home / "amelie-roussel.md").read_text().startswith("# Amélie Roussel\n")


async def test_private_notes_stay_here_unless_they_are_let_out(home: Path) -> None:
    path = data_file(home, network(person("Z", "Zoé Zarka", private_notes="SECRET")))
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        for key, name, held in (("", "a.csv", False), ("p", "b.csv", True)):
            await opened(pilot)
            assert shows(app, "Private notes stay here.")
            await pilot.press(*([key] if key else []))
            await settle(pilot)
            field = await file_asked(pilot, key_of("csv"))
            field.value = f"~/{name}"
            await pilot.press("enter")
            await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
            await settle(pilot)
            assert shows(app, "private notes included") is held, lines(app)
            assert ("SECRET" in (home / name).read_text()) is held


async def test_another_file_is_left_alone_and_another_name_will_do(home: Path) -> None:
    (home / "mine.csv").write_text("mine")
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        field = await file_asked(pilot, key_of("csv"))
        field.value = "~/mine.csv"
        await settle(pilot)
        assert shows(app, "another file has this name"), lines(app)
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen.query_one(AskLine).display
        field.value = "~/none/x.csv"
        await settle(pilot)
        assert shows(app, "there is no folder ~/none")
        field.value = "~/network.json"
        await settle(pilot)
        assert shows(app, "belongs to the data file")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, ExportScreen)
        assert (home / "mine.csv").read_text() == "mine"
        assert sorted(home.glob("*.csv")) == [home / "mine.csv"]


async def test_the_next_one_goes_where_the_last_one_went(home: Path) -> None:
    (home / "out").mkdir()
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        for shown in ("~/arrosoir-2026-11-20.csv", "~/out/arrosoir-2026-11-20.csv"):
            await opened(pilot)
            field = await file_asked(pilot, key_of("csv"))
            assert field.value == shown
            field.value = "~/ou"
            await pilot.press("tab")
            assert field.value == "~/out/"
            await settle(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
            await settle(pilot)
        assert shows(app, "up to date already"), lines(app)


async def test_a_format_is_taken_by_the_cursor_too(home: Path) -> None:
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("G", "k", "k")
        await settle(pilot)
        assert "JSON" in line_with(app, "▶")
        await file_asked(pilot, "enter")
        await pilot.press("enter")
        await until(pilot, lambda: (home / "arrosoir-2026-11-20.json").exists())
        held = json.loads((home / "arrosoir-2026-11-20.json").read_text())
        assert len(held["people"]) == 5


async def test_the_curtain_keeps_it_shut_and_falls_over_it(home: Path) -> None:
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("exclamation_mark", "E")
        await settle(pilot)
        assert not isinstance(app.screen, ExportScreen)
        await pilot.press("exclamation_mark")
        await opened(pilot, "2", "enter")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert not shows(app, "Amélie")
        assert shows(app, "A. R.")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        await file_asked(pilot, key_of("markdown"))
        assert shows(app, "amelie-roussel")
        await pilot.press("f2")
        await settle(pilot)
        assert not shows(app, "amelie-roussel")


async def test_of_a_network_in_memory_files_are_written_as_well(home: Path) -> None:
    async with (app := app_over(network())).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await file_asked(pilot, key_of("csv"))
        await pilot.press("enter")
        await until(pilot, lambda: (home / "arrosoir-2026-11-20.csv").exists())
        await settle(pilot)
        assert shows(app, "5 people written to ~/arrosoir-2026-11-20.csv"), lines(app)
        assert not list(home.glob("*.exports"))


async def test_with_nobody_there_is_nothing_to_write(home: Path) -> None:
    async with (app := app_over(network())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "asterisk", "D", "y")
        await until(pilot, lambda: app.fresh is not None and not app.fresh.snapshot.people)
        await opened(pilot)
        await pilot.press(key_of("csv"))
        await settle(pilot)
        assert shows(app, "Nobody is there to be exported")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Exports may still hold them"), ("fr", "Des exports peuvent encore en parler")],
)
async def test_who_is_forgotten_goes_from_the_feed_and_other_files_are_told(
    home: Path, language: Language, said: str
) -> None:
    path = data_file(home, network())
    async with (app := app_on(path, language)).run_test(size=(100, 30)) as pilot:
        for name in ("ics", "csv"):
            await opened(pilot)
            await file_asked(pilot, key_of(name))
            await pilot.press("enter")
            await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
            await settle(pilot)
        feed, table = home / "arrosoir.ics", home / "arrosoir-2026-11-20.csv"
        assert "Ibrahim" in feed.read_text()
        await pilot.press("p")
        await type_in(pilot, "Ibrahim")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("colon")
        await settle(pilot)
        await type_in(pilot, "forget")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await type_in(pilot, "Ibrahim Sow")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, said))
        assert shows(app, table.name)
        assert not shows(app, feed.name)
        assert "Ibrahim" not in feed.read_text()
        assert "Ibrahim" in table.read_text()


async def test_the_dossier_names_the_files(home: Path) -> None:
    path = data_file(home, network())
    async with (app := app_on(path)).run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await file_asked(pilot, key_of("csv"))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ExportScreen))
        await settle(pilot)
        await pilot.press("colon")
        await settle(pilot)
        await type_in(pilot, "dossier")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        assert shows(app, "the export ~/arrosoir-2026-11-20.csv of"), lines(app)
