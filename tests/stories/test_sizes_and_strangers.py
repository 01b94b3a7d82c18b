from __future__ import annotations

from pathlib import Path

import pytest
from stage import app_over, line_with, lines, network, person, promise, settle, shows, type_in

from store.config.settings import Settings
from store.records.ids import PersonId

HOSTILE = "Eve\x1b[31m [@click=app.quit]Mal[/] \u202elory\x07"


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (60, 24), (80, 24), (100, 30), (160, 50)])
async def test_nothing_is_wider_than_the_terminal_and_all_panes_are_reached(
    size: tuple[int, int],
) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = set()
        for _ in range(5):
            assert max(map(len, lines(app))) <= size[0]
            for title in ("Follow-ups", "Why", "Heat"):
                if shows(app, title):
                    seen.add(title)
            await pilot.press("tab")
            await settle(pilot)
        assert seen == {"Follow-ups", "Why", "Heat"}


@pytest.mark.parametrize("size", [(39, 24), (80, 11)])
async def test_a_tiny_terminal_gets_one_line(size: tuple[int, int]) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert [line for line in lines(app) if line] == ["needs 40x12, or use arrosoir walk"]
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert shows(app, "Amélie")


async def test_a_phone_shows_one_pane_without_frames() -> None:
    app = app_over(network())
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        assert not shows(app, "┃")
        assert shows(app, "◆ Amélie Roussel")
        assert not shows(app, "Why now")
        await pilot.press("tab")
        await settle(pilot)
        assert shows(app, "Why now")
        assert not shows(app, "◆ Tomás")


async def test_zoom_shows_one_pane_and_back() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not shows(app, "Heat")
        assert shows(app, "Promised for Tue 17 Nov: an")
        await pilot.press("escape")
        await settle(pilot)
        assert shows(app, "Heat")
        assert line_with(app, "▶").startswith("┃ ▶ ◆ Amélie")


async def test_strangers_text_is_shown_and_does_nothing() -> None:
    stranger = person("E", HOSTILE, 15, org="[/][b]Org\x9b2J", intent="\x1b]0;owned\x07x")
    app = app_over(network(stranger, promise("P0", "E", 9, "[@click=app.quit]why\x1b[2J")))
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        whole = "\n".join(lines(app))
        assert "[@click=app.quit]" in whole
        assert not [char for char in whole if not char.isprintable() and char != "\n"]
        assert "\u202e" not in whole
        for key in ("d", "u", "w", "e", "escape", "D", "escape", "n", "escape", "colon"):
            await pilot.press(key)
            await settle(pilot)
            assert not [c for c in "\n".join(lines(app)) if not c.isprintable() and c != "\n"]
        assert app.is_running


async def test_what_is_pasted_is_cleaned() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        from textual.events import Paste

        focused = app.screen.focused
        assert focused is not None
        focused.post_message(Paste("one\x1b[31m two"))
        await pilot.press("enter")
        await settle(pilot)
        assert "one[31m two" in app.service.snapshot.people[PersonId("A")].notes


async def test_ascii_terminals_get_plain_signs_and_names_keep_their_letters() -> None:
    app = app_over(network(), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert line_with(app, "an intro").startswith("# > ! Amélie Roussel")
        whole = "\n".join(lines(app))
        assert not set("━─┃│▶◆█▆▄▂░┊·…“”") & set(whole)


async def test_quitting_keeps_what_is_being_typed(tmp_path: Path) -> None:
    app = app_over(network(), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await type_in(pilot, "half a thou")
        await pilot.press("ctrl+q")
        await pilot.pause()
    again = app_over(network(), state=tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert shows(again, "Note on Amélie Roussel: half a thou")


async def test_control_c_quits_nothing_and_says_what_does() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert app.is_running
        assert shows(app, "q / ^q quits.")


async def test_changes_of_others_come_in_and_the_cursor_stays() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        await settle(pilot)
        from tui.writer import Arrived, fresh_of

        before = fresh_of(app.service)
        from store.actions.edit import Edit

        app.service.perform("edit", Edit(person="A", name="Amélie Petit"))
        app.post_message(Arrived(fresh_of(app.service), elsewhere=True))
        await settle(pilot)
        assert before is not app.fresh
        assert shows(app, "Amélie Petit")
        assert shows(app, "changed elsewhere")
        assert "Tomás" in line_with(app, "▶")
