"""A table of no known program on the screen: its columns shown, corrected, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from mornings import app_with, service_on, until
from stage import line_with, lines, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.kinds import Language
from tui.app import ArrosoirApp
from tui.screens.bring_columns import BringColumns
from tui.screens.bring_files import BringFiles
from tui.screens.bring_preview import BringPreview
from widgets.safe_input import SafeInput
from widgets.sketch_table import SketchTable

TABLE = """Wer,Haustier,Post,Leer
Ada Quill,a cat called Byte,ada@cadmium.example,
Bo Reed,two hens,bo@reed.example,
"""


def table(folder: Path, text: str = TABLE, charset: str = "utf-8") -> Path:
    """A table that no program has made."""
    path = folder / "people.csv"
    path.write_bytes(text.encode(charset))
    return path


async def read(pilot: Pilot[int], path: Path) -> ArrosoirApp:
    """Bring it; then wait for its columns."""
    app = pilot.app
    assert isinstance(app, ArrosoirApp)
    await settle(pilot)
    if not isinstance(app.screen, BringFiles):
        app.first_run.bring_files()
        await settle(pilot)
    app.screen.query_one(SafeInput).value = f"'{path}'"
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, BringColumns))
    await settle(pilot)
    return app


async def go_to(pilot: Pilot[int], app: ArrosoirApp, header: str) -> None:
    """The cursor on a column."""
    await pilot.press("g")
    for _ in range(len(app.screen.query_one(SketchTable).ids)):
        await settle(pilot)
        if header in under_cursor(app):
            return
        await pilot.press("j")
    raise AssertionError(header)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize(
    ("language", "target", "empty"),
    [("en", "E-mail", "1 empty column"), ("fr", "E-mail", "1 colonne vide")],
)
async def test_columns_stand_with_cells_and_what_they_were_taken_for(
    language: Language, target: str, empty: str, size: tuple[int, int], tmp_path: Path
) -> None:
    app = app_with(service_on(), language)
    async with app.run_test(size=size) as pilot:
        await read(pilot, table(tmp_path))
        row = line_with(app, "Post ")
        assert target in row
        assert "ada@cadmium.example" in row
        assert shows(app, empty)
        assert shows(app, "people.csv")
        await go_to(pilot, app, "Haustier")
        assert shows(app, "│ a cat called Byte"), "in full below"


async def test_enter_goes_on_with_them_as_they_are(tmp_path: Path) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, table(tmp_path))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "2 new people")
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, BringColumns))


async def test_e_says_what_a_column_is_by_a_part_of_the_word_and_it_is_remembered(
    tmp_path: Path,
) -> None:
    app = app_with(service_on())
    path = table(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, path)
        await go_to(pilot, app, "Haustier")
        await pilot.press("e")
        await settle(pilot)
        assert shows(app, "What it can be")
        assert shows(app, "Nickname")
        await type_in(pilot, "nickn")
        await settle(pilot)
        assert shows(app, "→ Nickname")
        assert not any("Job title" in line for line in lines(app)), "narrowed"
        await pilot.press("enter")
        await settle(pilot)
        assert "Nickname" in line_with(app, "Haustier")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert shows(app, "a cat called Byte")
        assert shows(app, "nicknames")
        await pilot.press("escape", "escape")
        await settle(pilot)
        await read(pilot, path)
        assert "Nickname" in line_with(app, "Haustier"), "said once in this session"


async def test_x_leaves_a_column_out_and_nothing_of_it_comes(tmp_path: Path) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, table(tmp_path))
        await go_to(pilot, app, "Post")
        await pilot.press("x")
        await settle(pilot)
        assert "left out" in line_with(app, "Post ")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await settle(pilot)
        assert shows(app, "2 without a way to reach them")


async def test_the_encoding_is_turned_where_the_file_does_not_tell_it(tmp_path: Path) -> None:
    text = TABLE.replace("Ada Quill", "Zoë Čapková")
    app = app_with(service_on())
    async with app.run_test(size=(100, 30)) as pilot:
        await read(pilot, table(tmp_path, text, "cp1250"))
        screen = app.screen
        assert shows(app, "a guess")
        assert not shows(app, "Zoë Čapková")
        for _ in range(20):
            if shows(app, "Zoë Čapková"):
                break
            await pilot.press("right")
            below = app.screen_stack[-2]
            assert isinstance(below, BringFiles)
            await until(pilot, lambda below=below: below._reader is None)  # type: ignore[misc]
        assert shows(app, "Zoë Čapková")
        assert shows(app, "cp1250")
        assert app.screen is screen, "the samples change where they stand"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BringPreview))
        await pilot.press("d")
        await settle(pilot)
        assert shows(app, "Zoë Čapková")


async def test_a_file_that_tells_its_encoding_says_so(tmp_path: Path) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, table(tmp_path))
        await pilot.press("right")
        await settle(pilot)
        assert shows(app, "The file itself tells its encoding.")


async def test_behind_the_curtain_headers_stay_and_cells_and_files_go(tmp_path: Path) -> None:
    app = app_with(service_on())
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, table(tmp_path))
        await pilot.press("exclamation_mark")
        await settle(pilot)
        whole = "\n".join(lines(app))
        assert not any(text in whole for text in ("Ada", "cadmium", "people.csv"))


async def test_esc_goes_back_to_the_path_and_nothing_is_there(tmp_path: Path) -> None:
    app = app_with(service_on())
    path = table(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, path)
        await pilot.press("escape")
        await settle(pilot)
        assert str(path) in app.screen.query_one(SafeInput).value
        assert app.screen.query_one(SafeInput).has_focus
    assert not app.service.snapshot.people
