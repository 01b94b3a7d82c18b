"""A page before a meeting, by `B`: of one person or of all the marked, covered by the curtain."""

from __future__ import annotations

import pytest
from stage import app_over, line_with, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.records.kinds import Language
from tui.app import ArrosoirApp
from tui.screens.brief_page import BriefPage

SIZES = [(80, 24), (100, 30), (40, 20)]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


def on_screen(app: ArrosoirApp) -> bool:
    return isinstance(app.screen, BriefPage)


async def scrolled_to(app: ArrosoirApp, pilot: Pilot[int], text: str) -> bool:
    """Whether a text comes into sight on the way down."""
    for _ in range(60):
        if shows(app, text):
            return True
        await press(pilot, "j")
    return False


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                *("Before you meet Amélie Roussel", "Aubier · Lyon", "Why you come"),
                *(
                    "Their news",
                    "Last time: “Moving the team to Villeurbanne",
                    "Promised  an intro",
                ),
            ),
        ),
        (
            "fr",
            (
                *("Avant de voir Amélie Roussel", "Aubier · Lyon", "Pourquoi se voir"),
                *("Ses nouvelles", "La dernière fois", "Promis  an intro"),
            ),
        ),
    ],
)
@pytest.mark.parametrize("size", SIZES[:2])
async def test_it_opens_by_its_key_and_closes_by_escape(
    size: tuple[int, int], language: Language, said: tuple[str, ...]
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "B")
        assert on_screen(app)
        assert [text for text in said if not shows(app, text)] == []
        assert not shows(app, "Tomás")
        await press(pilot, "escape")
        assert not on_screen(app)


@pytest.mark.parametrize("size", SIZES)
async def test_of_two_marked_one_page_comes_after_the_other(size: tuple[int, int]) -> None:
    app = app_over(network())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "space", "space", "B")
        assert on_screen(app)
        assert shows(app, "Before you meet: 2 pages" if size[0] > 40 else "Before y")
        assert line_with(app, "Amélie Roussel").rstrip("┃ ").endswith("1/2")
        assert await scrolled_to(app, pilot, "after PyConFR")
        await press(pilot, "G")
        assert shows(app, "call, 20 min")
        assert all(len(line) <= size[0] for line in lines(app))


async def test_from_the_list_of_people_as_well() -> None:
    app = app_over(network(person("Z", "Zoé Zarka", 5, private_notes="SECRET", notes="Likes tea")))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await press(pilot, "p")
        await type_in(pilot, "Zoé")
        await press(pilot, "enter")
        await press(pilot, "B")
        assert on_screen(app)
        assert shows(app, "Likes tea")
        assert not shows(app, "SECRET")


async def test_y_copies_the_page_as_text_and_not_behind_the_curtain() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "B")
        assert "y copy" in lines(app)[-1]
        await press(pilot, "exclamation_mark", "y")
        assert app.clipboard == ""
        await press(pilot, "exclamation_mark", "y")
        assert app.clipboard.startswith("Amélie Roussel\nAubier · Lyon\n")
        assert "Between you    Promised  an intro" in app.clipboard
        await press(pilot, "escape")
        assert on_screen(app)


async def test_the_curtain_covers_it() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "B")
        await press(pilot, "exclamation_mark")
        assert on_screen(app)
        assert not any(shows(app, text) for text in ("Amélie", "Aubier", "Villeurbanne", "intro"))
        assert shows(app, "A. R.")
        await press(pilot, "exclamation_mark")
        assert shows(app, "Villeurbanne")


async def test_behind_the_curtain_it_opens_covered() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "exclamation_mark")
        await press(pilot, "space", "space", "B")
        assert on_screen(app)
        assert not any(shows(app, text) for text in ("Amélie", "Tomás", "Villeurbanne"))


async def test_markup_in_a_note_is_shown_as_it_is() -> None:
    app = app_over(network(person("Z", "Zoé Zarka", notes="[@click=app.quit]x[/] \x1b[2J")))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, "Zoé")
        await press(pilot, "enter")
        await press(pilot, "B")
        assert shows(app, "[@click=app.quit]x[/] [2J")
        assert not any("\x1b" in line for line in lines(app))
