from __future__ import annotations

from pathlib import Path

import pytest
from one_tie import AMELIE, one_tie
from sessions import app_on, data_file, session_on
from stage import app_over, line_with, lines, person, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.actions.delete import Delete
from store.actions.log import Log
from store.actions.note import Note
from store.config.settings import Settings
from tui.app import ArrosoirApp
from tui.screens.person import PersonScreen
from tui.screens.reading import Reading
from widgets.sheet import Sheet

SECRET = "[@click=app.quit]Mallory[/] \x1b[31mred"


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def answer(pilot: Pilot[int], key: str, text: str) -> None:
    await press(pilot, key)
    await type_in(pilot, text)
    await press(pilot, "enter")


def amelie(app: ArrosoirApp) -> object:
    assert app.fresh is not None
    return app.fresh.snapshot.people[AMELIE]


async def test_a_talk_told_here_comes_first_and_undo_takes_it_away() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        await answer(pilot, "c", "coffee 30 her new lab")
        assert shows(app, "her new lab")
        assert shows(app, "6 talks since")
        assert shows(app, "u undo")
        await press(pilot, "u")
        assert not shows(app, "her new lab")
        assert shows(app, "5 talks since")


async def test_a_note_stands_in_its_pane_at_once() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        await answer(pilot, "n", "Plays the cello")
        await press(pilot, "tab", "z")
        assert shows(app, "Plays the cello")


@pytest.mark.parametrize(
    ("key", "text", "shown"),
    [
        ("r", "45", "every 45 days"),
        ("less_than_sign", "", "layer 5 "),
        ("greater_than_sign", "", "layer 50"),
        ("T", "tag mentor", "mentor"),
        ("A", "", "fad"),
    ],
)
async def test_the_verbs_on_a_card_show_what_they_did_and_are_undone(
    key: str, text: str, shown: str
) -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "3")
        before = amelie(app)
        assert not shows(app, shown)
        if text:
            await answer(pilot, key, text)
        else:
            await press(pilot, key)
        assert amelie(app) != before
        assert any(shown in line[:40] for line in lines(app))
        await press(pilot, "u")
        assert amelie(app) == before


async def test_done_closes_the_promise_and_it_stands_as_kept() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "d")
        assert shows(app, "kept: intro to Jean-Marc")
        assert not shows(app, "to give")
        await press(pilot, "u")
        assert shows(app, "promised: intro to Jean-Marc")


async def test_a_row_put_off_here_leaves_today() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "s", "3", "enter")
        assert shows(app, "u undo")
        await press(pilot, "escape")
        assert "Amélie" not in under_cursor(app)


async def test_deleting_goes_back_to_where_one_came_from_and_says_so_there() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "g", "enter")
        await press(pilot, "D", "y")
        assert "▐2 People▌" in lines(app)[0]
        assert shows(app, "u undo")
        await press(pilot, "u", "g", "enter")
        assert shows(app, "╭─ Amélie Roussel")


async def test_why_gives_the_figures_on_a_page() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "w")
        assert isinstance(app.screen, Reading)
        assert shows(app, "Why, with the arithmetic")
        await press(pilot, "escape")
        assert "▐3 Person▌" in lines(app)[0]


async def test_a_change_of_another_session_arrives_and_the_cursor_stays(tmp_path: Path) -> None:
    path = data_file(tmp_path, one_tie())
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "j", "j")
        assert "call 20 min" in under_cursor(app)
        other = session_on(path)
        other.perform("note", Note(person="A", text="Written elsewhere"))
        other.perform("log", Log(people=("A",), kind="call", note="Told elsewhere"))
        app._look()
        await settle(pilot)
        assert shows(app, "Told elsewhere")
        assert "call 20 min" in under_cursor(app)
        await press(pilot, "tab", "z")
        assert shows(app, "Written elsewhere")


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 24)])
async def test_somebody_deleted_meanwhile_is_said_to_be_gone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = data_file(tmp_path, one_tie())
    app = app_on(path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3")
        session_on(path).perform("delete", Delete(person="A"))
        app._look()
        await settle(pilot)
        assert not shows(app, "Amélie")
        assert not shows(app, "Aubier")
        assert shows(app, "no longer there")
        await press(pilot, "tab", "z", "n", "c", "w", "enter", "d", "T", "e", "z")
        assert isinstance(app.screen, PersonScreen)
        await press(pilot, "p")
        await type_in(pilot, "zoe")
        await press(pilot, "enter")
        assert shows(app, "Zoë Adler")
        await press(pilot, "escape")
        assert "▐1 Today▌" in lines(app)[0]


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 24), (160, 50)])
async def test_behind_the_curtain_nothing_of_anybody_can_be_read(size: tuple[int, int]) -> None:
    app = app_over(one_tie())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3", "exclamation_mark")
        for _ in range(6):
            told = "\n".join(lines(app))
            for text in (
                "Amélie",
                "Roussel",
                "Aubier",
                "Lyon",
                "INSA",
                "Paul",
                "biotech",
                "Zoë",
                "Jean-Marc",
                "jazz",
                "2025",
            ):
                assert text not in told, text
            await press(pilot, "tab")
        assert shows(app, "A. R.")
        await press(pilot, "z", "enter", "z")
        assert isinstance(app.screen, PersonScreen)
        await press(pilot, "exclamation_mark")
        assert shows(app, "Amélie")


async def test_the_curtain_covers_the_page_of_one_talk() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "enter")
        assert shows(app, "Hiring is hard.")
        await press(pilot, "exclamation_mark")
        assert not shows(app, "Hiring")
        assert not shows(app, "Amélie")


async def test_ascii_glyphs_reach_every_pane() -> None:
    app = app_over(one_tie(), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        told = "\n".join(lines(app))
        for glyph in "▶◆→←▲◇░▒█▆▂┃━╭·":
            assert glyph not in told, glyph
        assert shows(app, "promised: intro to Jean-Marc")


async def test_strangers_markup_is_shown_and_never_obeyed() -> None:
    stranger = person(
        "Q", SECRET, 5, org=SECRET, notes=f"{SECRET}\n[bold]x[/bold]", emails=("a[/]b@c.example",)
    )
    talk = one_tie().interactions["T1"]  # type: ignore[index]
    assert talk.people == (AMELIE,)
    app = app_over(one_tie(stranger))
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "2", "slash")
        await type_in(pilot, "mallory")
        await press(pilot, "enter", "enter")
        await answer(pilot, "c", "call 5 [/red] [@click=app.quit]x")
        assert shows(app, "[@click=app.quit]Mallory[/]")
        assert shows(app, "[bold]x[/bold]")
        assert shows(app, "[/red] [@click=app.quit]x")
        assert not any("\x1b" in line for line in lines(app))
        assert line_with(app, "a[/]b@c.example")


async def test_down_repaints_two_lines_of_the_timeline() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        painted: list[str] = []

        def counted(sheet: Sheet, y: int) -> object:
            painted.append(type(sheet).__name__)
            return whole(sheet, y)

        whole = Sheet.render_line
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Sheet, "render_line", counted)
            await press(pilot, "j")
        assert painted.count("Timeline") <= 2
        assert set(painted) <= {"Timeline", "Foot"}


async def test_whoever_is_added_here_is_shown_and_undo_goes_back() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "g", "enter")
        await answer(pilot, "a", "Quentin Neuf")
        assert shows(app, "╭─ Quentin Neuf")
        await press(pilot, "u")
        assert "▐2 People▌" in lines(app)[0]
        assert not shows(app, "Quentin Neuf ")


async def test_what_is_done_after_another_session_took_them_away_stays_on_the_screen(
    tmp_path: Path,
) -> None:
    path = data_file(tmp_path, one_tie())
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await answer(pilot, "a", "Quentin Neuf")
        await press(pilot, "g", "3")
        session_on(path).perform("delete", Delete(person="A"))
        app._look()
        await settle(pilot)
        assert shows(app, "no longer there")
        await press(pilot, "u")
        assert shows(app, "no longer there")


async def test_enter_on_the_notes_opens_them_to_be_written() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        assert line_with(app, "Notes and news ─").endswith("e edit ─╮")
        await press(pilot, "tab")
        assert line_with(app, "Notes and news ━").endswith("Enter edit ━┓")
        await press(pilot, "enter")
        assert not isinstance(app.screen, PersonScreen)
        await type_in(pilot, "Cello. ")
        await press(pilot, "escape")
        assert shows(app, "Cello.")


async def test_where_one_pane_fits_esc_leads_back_at_once() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(60, 24)) as pilot:
        await press(pilot, "3", "enter", "z", "escape")
        assert "▐1 Today▌" in lines(app)[0]


async def test_the_pane_stays_under_other_sizes() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3", "tab")
        for size in ((80, 24), (60, 24), (100, 18), (160, 50), (100, 30)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert isinstance(app.screen, PersonScreen)
            assert app.screen.pane == "notes"
            assert app.screen.focused is app.screen.notes
            assert app.screen.notes.region.area > 0
            assert shows(app, "Two children")
