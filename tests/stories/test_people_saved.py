"""Searches kept under a name: saved, applied, let go, taken back."""

from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, lines, settle, shows, type_in
from test_people_find import choice, find, listed, press
from textual.pilot import Pilot

from store.records.kinds import Language
from tui.app import ArrosoirApp
from widgets.find_line import FindLine


def kept(app: ArrosoirApp) -> list[tuple[str, str]]:
    return [(each.name, each.query) for each in app.service.snapshot.me.searches]


def plain(app: ArrosoirApp) -> str:
    return "\n".join(lines(app)).replace("\N{NO-BREAK SPACE}", " ")


async def save(pilot: Pilot[int], app: ArrosoirApp, name: str) -> None:
    """By the command, which has no key of its own."""
    app.screen.run_command("people.save_search")  # type: ignore[attr-defined]
    await type_in(pilot, name)
    await press(pilot, "enter")


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
@pytest.mark.parametrize(
    ("language", "said", "heading"),
    [
        ("en", "Search saved: Lyon climbers · u undo", "Saved"),
        ("fr", "Recherche enregistrée : Lyon climbers · u annule", "Enregistrées"),
    ],
)
async def test_what_is_looked_for_is_saved_with_its_choices_and_found_again(
    size: tuple[int, int], language: Language, said: str, heading: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await find(pilot, "climbing")
        await press(pilot, "enter", "f")
        while choice(app) != "Lyon 2":
            await press(pilot, "j")
        await press(pilot, "space", "escape")
        await save(pilot, app, "Lyon climbers")
        assert said in plain(app)
        assert kept(app) == [("Lyon climbers", "climbing city:Lyon")]
        await press(pilot, "escape", "escape")
        assert len(listed(app)) == 7
        await press(pilot, "f", "g")
        assert heading in plain(app)
        assert choice(app) == "Lyon climbers "
        await press(pilot, "enter")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier"]
        assert app.screen.query_one(FindLine).text == "climbing city:Lyon"
        assert shows(app, "■ Lyon climbers")
        assert max(map(len, lines(app))) <= size[0]


async def test_one_is_let_go_by_its_key_and_u_brings_it_back() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "jazz")
        await press(pilot, "enter")
        await save(pilot, app, "Jazz")
        await press(pilot, "f", "g")
        assert shows(app, "D removes")
        await press(pilot, "D")
        assert kept(app) == []
        assert shows(app, "Saved search removed: Jazz · u undo")
        assert len(app.service.snapshot.people) == 7
        await press(pilot, "u")
        assert kept(app) == [("Jazz", "jazz")]
        await press(pilot, "j", "D")
        assert shows(app, "Delete Amélie Roussel")


async def test_the_same_name_again_takes_the_place_and_says_so_first() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        for query, name in (("jazz", "Music"), ("choir", "musIC")):
            await find(pilot, query)
            await press(pilot, "enter")
            await save(pilot, app, name)
            await press(pilot, "escape")
        assert kept(app) == [("musIC", "choir")]
        await find(pilot, "lyon")
        await press(pilot, "enter")
        app.screen.run_command("people.save_search")  # type: ignore[attr-defined]
        await type_in(pilot, "music")
        await settle(pilot)
        assert shows(app, "→ replaces the search of that name: lyon")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Nothing is looked for: / finds, f narrows."), ("fr", "Rien n'est recherché : /")],
)
async def test_with_nothing_looked_for_there_is_nothing_to_save(
    language: Language, said: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        app.screen.run_command("people.save_search")  # type: ignore[attr-defined]
        await settle(pilot)
        assert said in plain(app)


async def test_behind_the_curtain_no_name_of_a_search_is_read() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "jazz")
        await press(pilot, "enter")
        await save(pilot, app, "Secret")
        await press(pilot, "f", "!")
        assert "Secret" not in plain(app)
        assert "jazz" not in plain(app)
