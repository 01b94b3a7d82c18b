"""Backups from the screen: one is made, chosen, restored, and that is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import until
from sessions import app_on, data_file, session_on
from stage import app_over, lines, network, settle, shows, type_in
from textual.command import CommandList
from textual.pilot import Pilot

from store.actions.add import Add
from store.actions.delete import Delete
from store.records.kinds import Language
from widgets.ask_line import AskLine
from widgets.safe_input import SafeInput


def _offered(pilot: Pilot[int]) -> list[str]:
    """What the palette offers, best first."""
    options = pilot.app.screen.query_one(CommandList).options
    return [str(each.prompt).split("  ")[0] for each in options]


async def by_palette(pilot: Pilot[int], name: str) -> None:
    """A command by its name."""
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, name)
    await until(pilot, lambda: _offered(pilot)[:1] == [name])
    await pilot.press("enter")
    await settle(pilot)


async def asked(pilot: Pilot[int], name: str) -> SafeInput:
    """The question which one, by the palette."""
    await by_palette(pilot, name)
    await until(pilot, lambda: pilot.app.screen.query_one(AskLine).display)
    return pilot.app.screen.query_one(AskLine).query_one(SafeInput)


@pytest.mark.parametrize(
    ("language", "make", "made", "restore", "echo", "done"),
    [
        (
            *("en", "backup now", "Backup made: today ", "restore"),
            *("people: 1 goes, 1 comes back · today ", "People: 1 removed, 1 back · u undo"),
        ),
        (
            *("fr", "sauvegarder", "Sauvegarde faite\N{NO-BREAK SPACE}: aujourd'hui ", "restaurer"),
            *("1 part, 1 revient · aujourd'hui ", "1 supprimée, 1 de retour · u annule"),
        ),
    ],
)
async def test_one_is_made_restored_and_that_is_taken_back(
    tmp_path: Path, language: Language, make: str, made: str, restore: str, echo: str, done: str
) -> None:
    path = data_file(tmp_path, network())
    async with (app := app_on(path, language)).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await by_palette(pilot, make)
        await until(pilot, lambda: shows(app, made))
        other = session_on(path)
        other.perform("delete", Delete(person="H"))
        other.perform("add", Add(name="Noor Haddad"))
        await pilot.press("R")
        await until(pilot, lambda: len(app.service.history()) == 2)
        await asked(pilot, restore)
        await until(pilot, lambda: shows(app, "now-2026-11-20T"))
        await pilot.press("tab")
        await settle(pilot)
        assert shows(app, echo), lines(app)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, done))
        names = {each.name for each in app.service.snapshot.people.values()}
        assert "Hélène Garnier" in names
        assert "Noor Haddad" not in names
        await pilot.press("u")
        await settle(pilot)
        names = {each.name for each in app.service.snapshot.people.values()}
        assert "Hélène Garnier" not in names
        assert "Noor Haddad" in names


async def test_tab_goes_through_them_newest_first_and_esc_does_nothing(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    async with (app := app_on(path)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("P")
        await settle(pilot)
        app.service.tidy("exit")
        field = await asked(pilot, "restore")
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            seen.append(field.value)
        assert seen == ["daily-2026-11-20", "weekly-2026-W47", "daily-2026-11-20"]
        field.value = "w47"
        await settle(pilot)
        assert shows(app, "people: nobody · week of 16 Nov")
        field.value = "nothing like it"
        await settle(pilot)
        assert shows(app, "no such backup")
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert len(app.service.history()) == 1


async def test_a_damaged_one_says_so_and_is_not_restored(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    async with (app := app_on(path)).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await by_palette(pilot, "backup now")
        await until(pilot, lambda: shows(app, "Backup made"))
        (copy,) = path.with_name(f"{path.name}.backups").glob("*.json")
        copy.write_bytes(b"{")
        field = await asked(pilot, "restore")
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert field.value == copy.stem
        assert not app.service.history()


@pytest.mark.parametrize("command", ["backup now", "restore"])
async def test_a_network_in_memory_has_none(command: str) -> None:
    async with (app := app_over(network())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await by_palette(pilot, command)
        await until(pilot, lambda: shows(app, "held in memory alone and has no backups"))


async def test_without_any_it_is_said(tmp_path: Path) -> None:
    async with (app := app_on(data_file(tmp_path, network()))).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await by_palette(pilot, "restore")
        await until(pilot, lambda: shows(app, "There is no backup yet"))


async def test_behind_the_curtain_it_can_be_read_that_it_was_made(tmp_path: Path) -> None:
    async with (app := app_on(data_file(tmp_path, network()))).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("exclamation_mark")
        await by_palette(pilot, "backup now")
        await until(pilot, lambda: shows(app, "Backup made"))
