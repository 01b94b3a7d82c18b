"""Columns of the list of people: chosen, moved, kept for the next time; the name always stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from classmates import classmates
from stage import TODAY, app_over, line_with, lines, network, person, settle, shows
from test_people_find import press
from textual.pilot import Pilot

from store.config.load import load
from store.config.settings import Settings
from store.records.kinds import Language
from store.records.people_columns import Column
from store.records.person import City, School
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.screens.people_columns import ColumnChoice


async def choose(pilot: Pilot[int], app: ArrosoirApp, *keys: str) -> None:
    """By the command, which has no key of its own."""
    app.screen.run_command("people.columns")  # type: ignore[attr-defined]
    await settle(pilot)
    await press(pilot, *keys)


def head(app: ArrosoirApp) -> list[str]:
    """The titles above the list."""
    line = next((each for each in lines(app) if "  name  " in each or "  nom  " in each), "")
    return line.split("┃")[1].split() if line else []


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["name", "organisation", "layer", "last"]),
        ("fr", ["nom", "organisation", "prox.", "dernier"]),
    ],
)
async def test_titles_stand_above_the_rows(
    size: tuple[int, int], language: Language, titles: list[str]
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        assert head(app) == titles
        assert "Amélie Roussel" in line_with(app, "34 ")
        await press(pilot, "G")
        assert "Zoé Adler" in line_with(app, "▶")


async def test_columns_are_shown_hidden_and_moved_and_kept_for_the_next_time(
    tmp_path: Path,
) -> None:
    config = tmp_path / "config.toml"
    config.write_text("# mine\nrows = 3\n", encoding="utf-8")
    base = app_over(classmates())
    app = ArrosoirApp(base.service, Words("en"), Settings(glyphs="blocks"), config=config)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await choose(pilot, app)
        assert isinstance(app.screen, ColumnChoice)
        assert shows(app, "■ what matched, or where they work")
        # Away with the first, in with the city, which comes before the last contact.
        await press(pilot, "space", "j", "j", "j", "j", "j", "j", "space", "K", "K", "K", "enter")
        assert head(app) == ["name", "layer", "city", "last"]
        assert "Lyon" in line_with(app, "Amélie")
        await pilot.app.workers.wait_for_complete()
    assert load(config).settings.people_columns == ("layer", "band", "city", "last")
    assert config.read_text(encoding="utf-8").startswith("# mine\nrows = 3\n")


async def test_esc_leaves_the_columns_as_they_were() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await choose(pilot, app, "space", "escape")
        assert head(app) == ["name", "organisation", "layer", "last"]


async def test_all_columns_can_be_shown_and_what_has_no_room_goes_from_the_right() -> None:
    rich = person(
        "R",
        "Rosa Quist",
        15,
        org="Aubier",
        title="Chemist",
        schools=(School(name="KTH"),),
        cities=(City(name="Brest"),),
        emails=("rosa@lab.example",),
        met=TODAY - timedelta(days=20),
        cadence_days=30,
    )
    settings = Settings(
        glyphs="blocks",
        people_columns=("title", "org", "city", "school", "met", "turn", "email", "last"),
    )
    app = app_over(network(rich), settings=settings)
    async with app.run_test(size=(160, 50)) as pilot:
        await press(pilot, "2", "z")
        row = line_with(app, "Rosa Quist")
        for text in ("Chemist", "Aubier", "Brest", "KTH", "31 Oct", "rosa@lab.example"):
            assert text in row
        assert head(app)[-2:] == ["e-mail", "last"]
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        row = line_with(app, "Rosa Quist")
        assert "Chemist" in row
        assert "rosa@lab" not in row
        assert max(map(len, lines(app))) <= 80


async def test_without_any_column_names_are_left() -> None:
    app = app_over(classmates(), settings=Settings(glyphs="blocks", people_columns=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert head(app) == ["name"]
        assert "Amélie Roussel" in line_with(app, "▶")


@pytest.mark.parametrize("size", [(46, 20), (40, 12)])
async def test_a_phone_shows_one_line_a_person(size: tuple[int, int]) -> None:
    app = app_over(classmates())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        assert "34 d" in line_with(app, "Amélie Roussel")
        assert head(app) == []
        assert max(map(len, lines(app))) <= size[0]


async def test_behind_the_curtain_columns_tell_of_the_tie_alone() -> None:
    settings = Settings(glyphs="blocks", people_columns=("school", "city", "layer", "last"))
    app = app_over(classmates(), settings=settings)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "!")
        shown = "\n".join(lines(app))
        assert "INSA" not in shown
        assert "Lyon" not in shown
        assert "34 d" in shown


@pytest.mark.parametrize(
    ("language", "said", "help"),
    [
        ("en", "too narrow here", "Space shows a column or hides it"),
        ("fr", "trop étroit ici", "Espace affiche ou masque une colonne"),
    ],
)
async def test_a_column_that_has_no_room_says_so_where_it_is_chosen(
    language: Language, said: str, help: str
) -> None:
    columns: tuple[Column, ...] = ("title", "school", "city", "email", "last")
    settings = Settings(glyphs="blocks", people_columns=columns)
    app = app_over(classmates(), language, settings=settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await choose(pilot, app)
        assert said in line_with(app, "■ e-mail")
        assert said not in line_with(app, "■ ville" if language == "fr" else "■ city")
        # Without the school there is room.
        await press(pilot, "j", "space")
        assert not shows(app, said)
        await press(pilot, "question_mark")
        assert shows(app, help)
        await press(pilot, "f1")
        assert not shows(app, help)


async def test_an_employer_stands_once_in_a_row() -> None:
    columns: tuple[Column, ...] = ("matched", "org", "last")
    settings = Settings(glyphs="blocks", people_columns=columns)
    app = app_over(network(), settings=settings)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        assert head(app) == ["name", "organisation", "last"]
        assert line_with(app, "▶").count("Aubier") == 1
