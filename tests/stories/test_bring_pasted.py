"""A list that is pasted or typed in place of a path, and paths that are pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import app_with, service_on, until
from stage import lines, settle, shows, type_in
from textual import events
from textual.pilot import Pilot

from store.records.kinds import Language
from tui.app import ArrosoirApp
from tui.screens.bring_files import BringFiles
from tui.screens.bring_preview import BringPreview
from tui.screens.pasted_list import PastedList
from widgets.safe_input import SafeInput
from widgets.safe_text_area import SafeTextArea

NAMES = "Ada Quill <ada@cadmium.example>\nBo Reed\n"
CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Ada Quill\nEMAIL:ada@cadmium.example\nEND:VCARD\n"


async def asked(pilot: Pilot[int]) -> ArrosoirApp:
    """The line for paths, by choice 1."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    await pilot.press("1")
    await settle(pilot)
    assert isinstance(app.screen, BringFiles)
    return app


async def paste(pilot: Pilot[int], text: str) -> None:
    """As a terminal brackets it."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


@pytest.mark.parametrize("key", ["ctrl+v", "f4"])
async def test_a_key_opens_a_place_and_esc_reads_what_stands_there(key: str) -> None:
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, PastedList)
        await paste(pilot, NAMES)
        assert shows(app, "Ada Quill <ada@cadmium.example>")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "2 new people")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.service.snapshot.people) == 2)


async def test_several_lines_pasted_into_the_line_are_a_list() -> None:
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await paste(pilot, CARD)
        assert isinstance(app.screen, PastedList)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "1 new person")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("ctrl+v")
        await settle(pilot)
        assert shows(app, "FN:Ada Quill"), "it is not lost"


async def test_several_lines_that_are_paths_stay_paths(tmp_path: Path) -> None:
    for name in ("a b.vcf", "c.vcf"):
        (tmp_path / name).write_text(CARD.replace("Ada Quill", name))
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await paste(pilot, f"{tmp_path}/a b.vcf\n{tmp_path}/c.vcf\n")
        assert isinstance(app.screen, BringFiles)
        assert app.screen.query_one(SafeInput).value == f"{tmp_path}/a\\ b.vcf {tmp_path}/c.vcf"
        await settle(pilot)
        assert shows(app, "Enter reads these 2")


async def test_what_is_typed_and_is_no_path_goes_along() -> None:
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await type_in(pilot, "Ada Quill")
        await pilot.press("ctrl+v")
        await settle(pilot)
        assert app.screen.query_one(SafeTextArea).text == "Ada Quill"


async def test_nothing_pasted_goes_back_to_the_path() -> None:
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await pilot.press("ctrl+v")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, BringFiles)
        assert app.screen.query_one(SafeInput).has_focus


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_can_be_brought_is_said_first(language: Language, size: tuple[int, int]) -> None:
    async with app_with(service_on(), language).run_test(size=size) as pilot:
        app = await asked(pilot)
        whole = "\n".join(lines(app))
        named = ("vCard", "Google", "Outlook", "Thunderbird", "LinkedIn", ".ics", "Maildir")
        assert all(name in whole for name in (*named, "Monica", "friends.md", ".json", "^v"))


async def test_hostile_text_is_harmless_where_it_is_pasted() -> None:
    async with app_with(service_on()).run_test(size=(80, 24)) as pilot:
        app = await asked(pilot)
        await pilot.press("ctrl+v")
        await settle(pilot)
        await paste(pilot, "Eve [@click=app.quit]x[/]\x1b[31m\nBo\u202e Reed\n")
        whole = "\n".join(lines(app))
        assert "[@click=app.quit]x[/]" in whole
        assert not {"\x1b", "\u202e"} & set(whole)
