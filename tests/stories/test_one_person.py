from __future__ import annotations

import pytest
from one_tie import AMELIE, one_tie
from stage import app_over, line_with, lines, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.kinds import LANGUAGES, Language
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.commands.registry import FOOTER_AT_MOST, commands_of, footer_of
from tui.screens.person import PersonScreen
from tui.screens.person_arrangement import PANES
from tui.screens.reading import Reading
from widgets.timeline import Timeline

SIZES = [(100, 30), (80, 24), (60, 24), (46, 20), (160, 50)]


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def open_amelie(pilot: Pilot[int]) -> None:
    await press(pilot, "2", "g", "enter")


def screen_of(app: ArrosoirApp) -> PersonScreen:
    assert isinstance(app.screen, PersonScreen)
    return app.screen


async def test_enter_on_somebody_in_people_opens_them_and_esc_leads_back() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "j", "enter")
        assert "▐3 Person▌" in lines(app)[0]
        assert shows(app, "╭─ Łukasz Wrona")
        await press(pilot, "escape")
        assert "▐2 People▌" in lines(app)[0]
        assert "Łukasz" in under_cursor(app)


@pytest.mark.parametrize("key", ["3", "quotation_mark"])
async def test_a_key_opens_whoever_is_under_the_cursor_of_today(key: str) -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        await press(pilot, key)
        assert screen_of(app).person == AMELIE
        await press(pilot, "escape")
        assert "▐1 Today▌" in lines(app)[0]
        assert "Amélie" in under_cursor(app)


async def test_enter_on_the_detail_of_today_opens_the_person() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "enter", "enter")
        assert screen_of(app).person == AMELIE


async def test_a_cell_of_the_heat_opens_its_person() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "tab", "tab", "3")
        assert screen_of(app).person == AMELIE


async def test_nobody_to_open_is_said_and_whoever_was_looked_at_last_comes_back() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "slash")
        await type_in(pilot, "zzzzzz")
        await press(pilot, "enter", "3")
        assert "▐2 People▌" in lines(app)[0]
        assert shows(app, "Nobody is under the cursor. p goes to a person.")
        await press(pilot, "1", "3", "2", "3")
        assert screen_of(app).person == AMELIE


async def test_the_numbers_go_to_the_other_screens_and_back() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        await press(pilot, "1")
        assert "▐1 Today▌" in lines(app)[0]
        await press(pilot, "3", "2")
        assert "▐2 People▌" in lines(app)[0]
        await press(pilot, "3", "1", "2", "escape")
        assert "▐1 Today▌" in lines(app)[0]
        assert len(app.screen_stack) == 1


async def test_all_that_is_known_stands_on_the_screen() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        told = "\n".join(lines(app))
        for text in (
            "Head of research, Aubier",
            "Lyon · French, English",
            "layer 15",
            "amelie@aubier.example",
            "INSA Lyon 2009",
            "people    Łukasz Wrona",
            "promised  intro to",
            "given 1, received 1",
            "through        Łukasz Wrona",
            "5 talks since 2025",
            "→ you   ← Amélie",
            "in person 45 min",
            "Moving the team. Hiring is hard.",
            "◆ promised: intro to Jean-Marc  ",
            "event  INSA alumni evening",
            "Two children, Paul and Rose.",
            "people who have run a lab",
            "usually every",
        ):
            assert text in told, text
        assert line_with(app, "in person 45 min").rstrip(" ┃").endswith("→")
        assert line_with(app, "call 35 min").rstrip(" ┃").endswith("←")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_is_reached_at_every_size(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(one_tie(), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        seen = set()
        for _ in PANES:
            seen.add(screen_of(app).pane)
            assert max(map(len, lines(app))) <= size[0]
            assert app.screen.focused is not None
            assert app.screen.focused.region.area > 0
            await press(pilot, "tab")
        assert seen == set(PANES)


async def test_a_narrow_screen_begins_with_who_it_is_and_tab_turns_the_page() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(60, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3")
        assert shows(app, "Head of research, Aubier")
        assert not shows(app, "Timeline")
        await press(pilot, "tab", "tab", "tab")
        assert shows(app, "Timeline · Amélie Roussel")
        assert "in person 45 min" in under_cursor(app)


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
async def test_zoom_gives_a_pane_the_room_and_esc_takes_it_back(size: tuple[int, int]) -> None:
    app = app_over(one_tie())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "3", "tab", "z")
        assert shows(app, "Notes and news · Amélie Roussel")
        assert not shows(app, "Timeline")
        assert shows(app, "learn how a lab lives inside a company")
        await press(pilot, "escape")
        assert shows(app, "Timeline")
        assert screen_of(app).pane == "notes"


async def test_down_goes_from_one_thing_to_the_next_and_enter_shows_it_in_full() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        assert "in person 45 min" in under_cursor(app)
        await press(pilot, "j")
        assert "promised: intro to Jean-Marc" in under_cursor(app)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, Reading)
        assert shows(app, "Asked for two names in biotech.")
        assert shows(app, "Amélie Roussel began it.")
        await press(pilot, "escape")
        assert "call 20 min" in under_cursor(app)
        await press(pilot, "c")
        await type_in(pilot, f"call 10 {long}")
        await press(pilot, "enter", "g", "enter")
        assert shows(app, "word59")


async def test_h_and_l_go_through_the_list_one_came_from() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        await press(pilot, "L")
        assert shows(app, "╭─ Łukasz Wrona")
        await press(pilot, "H", "H")
        assert screen_of(app).person == AMELIE
        assert shows(app, "The list ends here.")


async def test_p_goes_to_another_person() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        await press(pilot, "p")
        await type_in(pilot, "zoe")
        await press(pilot, "enter")
        assert shows(app, "╭─ Zoë Adler")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_empty_pane_says_what_to_do(language: Language) -> None:
    app = app_over(one_tie(), language)
    words = Words(language)
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "j", "j", "enter")
        assert shows(app, "╭─ Somebody 0")
        told = " ".join(" ".join(lines(app)).split())
        for id, values in (
            ("person.card.empty", {"key": "e"}),
            ("person.notes.empty", {"key": "n"}),
            ("person.timeline.empty", {"key": "c"}),
        ):
            assert words.say(id, **values)[:24] in told
        assert told.count(words.say("person.timeline.empty", key="c")) == 2


async def test_find_narrows_the_timeline_and_esc_shows_all() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        await press(pilot, "slash")
        await type_in(pilot, "biotech")
        await press(pilot, "enter")
        timeline = app.screen.query_one(Timeline)
        assert timeline.ids == ("T2",)
        await press(pilot, "escape")
        assert len(timeline.ids) > 5


async def test_the_footer_never_names_more_than_seven_and_every_command_has_a_verb() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await open_amelie(pilot)
        verbs = screen_of(app).verbs()
        assert [each.id for each in commands_of("person") if each.id not in verbs] == []
        for pane in PANES:
            assert 3 <= len(footer_of("person", pane)) <= FOOTER_AT_MOST
