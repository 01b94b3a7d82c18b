"""While files are read: a count that moves, keys that answer, Esc that ends it at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from mornings import app_with, service_on, until
from stage import line_with, lines, settle, shows
from textual import events
from textual.pilot import Pilot

from store.formats.plan import Plan
from store.records.change import ChangeSet
from store.records.kinds import Language
from tui.app import ArrosoirApp
from tui.reading_files import ReadingFiles
from tui.screens.bring_files import BringFiles
from tui.screens.bring_preview import BringPreview
from widgets.safe_input import SafeInput

EMPTY = Plan(change_set=ChangeSet(()), files=1)

Told = Callable[[int, int, str, int], None]


def reading(monkeypatch: pytest.MonkeyPatch, body: Callable[[Told], Plan]) -> None:
    """Let a reading be something else."""

    def read_plan(*args: object, **named: object) -> Plan:
        return body(cast("Told", named["progress"]))

    monkeypatch.setattr("tui.reading_files.read_plan", read_plan)


over = threading.Event()
"""Set once a test has ended, so that no reading of it outlives it."""


@pytest.fixture(autouse=True)
def _no_reading_outlives_its_test() -> Iterator[None]:
    over.clear()
    yield
    over.set()


def endless(tell: Told) -> Plan:
    """Reads one file as long as the test goes on, and keeps the processor busy."""
    records = 0
    while not over.is_set():
        sum(range(20_000))
        records += 100
        tell(1, 3, "/home/me/secret.vcf", records)
    return EMPTY


def threads() -> list[threading.Thread]:
    """The readings under way."""
    return [each for each in threading.enumerate() if each.name == "import"]


async def begun(pilot: Pilot[int], path: Path) -> BringFiles:
    """A path given, and the reading begun."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    await pilot.press("1")
    await settle(pilot)
    screen = app.screen
    assert isinstance(screen, BringFiles)
    screen.query_one(SafeInput).value = str(path)
    await pilot.press("enter")
    return screen


@pytest.mark.parametrize(
    ("language", "told", "size"),
    [("en", "Reading file 2 of 3", (80, 24)), ("fr", "Lecture du fichier 2 sur 3", (100, 30))],
)
async def test_a_count_moves_within_a_file_and_esc_ends_it(
    language: Language,
    told: str,
    size: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading(monkeypatch, endless)
    app = app_with(service_on(), language)
    async with app.run_test(size=size) as pilot:
        screen = await begun(pilot, tmp_path)
        await until(pilot, lambda: shows(app, told))
        assert shows(app, "secret.vcf")
        entries = {"en": "entries", "fr": "entrées"}[language]
        count = line_with(app, entries)
        await until(pilot, lambda: line_with(app, entries) != count)
        await pilot.press("escape")
        await until(pilot, lambda: screen.query_one(SafeInput).has_focus and not threads())
    assert not app.service.snapshot.people


async def test_keys_answer_while_the_processor_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading(monkeypatch, endless)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, tmp_path)
        await until(pilot, lambda: shows(app, "Reading file"))
        for _ in range(10):
            drawn = app.curtain
            app.post_message(events.Key("f2", None))
            while app.curtain == drawn:
                await pilot._wait_for_screen(timeout=5)
        assert screen._reader is not None, "it goes on"
        await pilot.press("escape")
        await until(pilot, lambda: not threads())


async def test_neither_path_nor_name_is_readable_behind_the_curtain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading(monkeypatch, endless)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, tmp_path)
        await until(pilot, lambda: shows(app, "Reading file"))
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert not shows(app, "secret")
        await pilot.press("escape")
        await until(pilot, lambda: not threads())


async def test_comparing_is_said_once_all_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def body(tell: Told) -> Plan:
        tell(3, 3, "", 0)
        go_on.wait(20)
        return EMPTY

    reading(monkeypatch, body)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, tmp_path)
        await until(pilot, lambda: shows(app, "Comparing with who is here already"))
        go_on.set()
        await until(pilot, lambda: isinstance(app.screen, BringPreview))


async def test_whatever_goes_wrong_the_screen_says_so_and_asks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def body(tell: Told) -> Plan:
        raise ZeroDivisionError("secret")

    reading(monkeypatch, body)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(pilot, tmp_path)
        await until(pilot, lambda: shows(app, "Reading went wrong; nothing was written."))
        assert screen.query_one(SafeInput).has_focus
        assert "secret" not in "\n".join(lines(app))


async def test_thousands_of_cards_are_counted_while_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:u{at}\nFN:P {at}\nEMAIL:p{at}@example.org\nEND:VCARD\n"
    (tmp_path / "a.vcf").write_text("".join(card.format(at=at) for at in range(1500)))
    seen: list[int] = []
    tell = ReadingFiles._file

    def told(self: ReadingFiles, done: int, total: int, name: str, read: int) -> None:
        seen.append(read)
        tell(self, done, total, name, read)

    monkeypatch.setattr(ReadingFiles, "_file", told)
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot, tmp_path / "a.vcf")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "1,500 new people")
    assert {500, 1000, 1500} <= set(seen)
