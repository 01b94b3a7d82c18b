from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, line_with, lines, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.kinds import Language
from store.records.snapshot import EMPTY
from tui.app import ArrosoirApp
from widgets.facet_list import FacetList
from widgets.people_list import PeopleList

SIZES = [(100, 30), (80, 24), (60, 24), (46, 20)]


def listed(app: ArrosoirApp) -> list[str]:
    """The names in the list, in their order."""
    return [row.name for row in app.screen.query_one(PeopleList).rows]


def choice(app: ArrosoirApp) -> str:
    """What the cursor of the choices stands on, with how many have it."""
    row = app.screen.query_one(FacetList).row
    return f"{row.name} {row.count}" if row is not None else ""


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def find(pilot: Pilot[int], text: str) -> None:
    await press(pilot, "slash")
    await type_in(pilot, text)
    await settle(pilot)


@pytest.mark.parametrize("key", ["2", "é"])
async def test_a_key_opens_people_and_another_goes_back(key: str) -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "▐1 Today▌ 2 People" in lines(app)[0]
        await press(pilot, key)
        assert " 1 Today ▐2 People▌" in lines(app)[0]
        assert "Amélie Roussel" in under_cursor(app)
        assert shows(app, "7 of 7 · by name")
        await press(pilot, "&")
        assert "▐1 Today▌ 2 People" in lines(app)[0]
        await press(pilot, "2", "escape")
        assert "▐1 Today▌ 2 People" in lines(app)[0]


@pytest.mark.parametrize("size", [*SIZES, (160, 50), (40, 12)])
async def test_a_typo_without_accents_finds_and_esc_shows_all(size: tuple[int, int]) -> None:
    app = app_over(classmates())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await find(pilot, "rousel amelie")
        assert listed(app) == ["Amélie Roussel"]
        assert shows(app, "1 of 7")
        assert max(map(len, lines(app))) <= size[0]
        await press(pilot, "escape")
        assert len(listed(app)) == 7
        assert "Amélie" in under_cursor(app)


async def test_the_best_match_comes_first_and_says_what_matched() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "insa climbing")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier"]
        assert shows(app, "2 of 7 · best match first")
        assert "INSA Lyon·climbing" in under_cursor(app)
        await press(pilot, "down", "enter")
        assert "Hélène" in under_cursor(app)
        await press(pilot, "O")
        assert shows(app, "2 of 7 · by name")


async def test_nobody_found_says_so_with_the_key_to_press() -> None:
    app = app_over(classmates(), "fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "qwxz")
        assert shows(app, "Personne ne correspond à «\u00a0qwxz\u00a0»\u00a0; Échap efface.")
        assert shows(app, "0 sur 7")


async def test_an_empty_network_says_how_to_begin() -> None:
    app = app_over(EMPTY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "escape", "2")
        assert shows(app, "Nobody here yet. a adds a person.")
        await press(pilot, "a")
        await type_in(pilot, "Ada")
        await press(pilot, "enter")
        assert "Ada" in under_cursor(app)


async def test_two_choices_narrow_together_and_esc_takes_back_the_last() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f")
        assert choice(app) == "INSA Lyon 3"
        assert shows(app, "▶ □ INSA Lyon           3")
        await press(pilot, "space")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier", "Jörg Meier"]
        assert shows(app, "■ INSA Lyon")
        while choice(app) != "Lyon 2":
            await press(pilot, "j")
        await press(pilot, "enter")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier"]
        assert shows(app, " School INSA Lyon ×  City Lyon ×")
        await press(pilot, "escape", "escape")
        assert len(listed(app)) == 3
        await press(pilot, "f", "g", "space")
        assert len(listed(app)) == 7
        assert not shows(app, "×")


@pytest.mark.parametrize(("language", "chip"), [("en", "City Genève ×"), ("fr", "Ville Genève ×")])
@pytest.mark.parametrize("size", SIZES)
async def test_choosing_works_at_every_size(
    size: tuple[int, int], language: Language, chip: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await find(pilot, "geneve")
        await press(pilot, "enter", "f")
        while choice(app) != "Genève 2":
            await press(pilot, "j")
        await press(pilot, "space", "f")
        assert shows(app, chip)
        assert listed(app) == ["Jörg Meier", "Zoé Adler"]
        assert max(map(len, lines(app))) <= size[0]


async def test_p_goes_to_a_person_who_is_narrowed_away() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "amelie")
        await press(pilot, "enter", "p")
        await type_in(pilot, "zoe")
        await press(pilot, "enter")
        assert "Zoé Adler" in under_cursor(app)
        assert len(listed(app)) == 7


async def test_the_preview_marks_what_we_share_and_enter_gives_it_the_room() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert shows(app, "INSA Lyon [shared] · climbing · jazz [shared]")
        assert shows(app, "spoke 34 d ago")
        await press(pilot, "enter")
        assert shows(app, "Moving the team to Villeurbanne.")
        assert not shows(app, "Björn Ek")
        await press(pilot, "escape")
        assert shows(app, "Björn Ek")


async def test_orders_come_round() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "O")
        assert listed(app)[:2] == ["Amélie Roussel", "Hélène Garnier"]
        assert shows(app, "Ordered by last contact.")
        await press(pilot, "O")
        assert line_with(app, "7 of 7 · by layer")
        await press(pilot, "O", "O", "O")
        assert line_with(app, "7 of 7 · by name")
