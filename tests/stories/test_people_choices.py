"""The pane that narrows the list: its footer, long groups, finding a value, nobody found."""

from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, line_with, lines, network, person, settle, shows, type_in
from test_people_find import choice, find, listed, press

from store.records.kinds import Language
from store.records.person import City, School
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from widgets.facet_list import FacetList
from widgets.find_line import FindLine

BOTH = [(100, 30), (80, 24)]

NAMES = ("Évry", "Brest", "Caen", "Dijon", "Metz", "Nancy", "Pau", "Rouen", "Tours", "Vannes")


def schools() -> Snapshot:
    """Ten people, each from a school of their own; two of them in Lyon."""
    return network(
        *(
            person(
                f"S{n}",
                f"Sam {name}",
                schools=(School(name=f"École {name}"),),
                cities=(City(name="Lyon"),) if n < 2 else (),
            )
            for n, name in enumerate(NAMES)
        )
    )


def foot(app: ArrosoirApp) -> str:
    return lines(app)[-1].replace("\N{NO-BREAK SPACE}", " ")


def values(app: ArrosoirApp) -> list[str]:
    """All rows of the pane that one can stand on."""
    rows = app.screen.query_one(FacetList).rows
    return [row.name for row in rows if row.id is not None]


@pytest.mark.parametrize("size", BOTH)
@pytest.mark.parametrize(
    ("language", "tick", "untick", "more", "whom"),
    [
        (
            "en",
            "Space tick  / find  Esc list",
            "Space untick",
            "Enter show them",
            "for Amélie Roussel",
        ),
        (
            "fr",
            "Espace cocher  / chercher  Échap liste",
            "Espace décocher",
            "Entrée montrer",
            "pour Amélie Roussel",
        ),
    ],
)
async def test_the_footer_says_what_the_row_is_for_and_on_whom_letters_act(
    size: tuple[int, int], language: Language, tick: str, untick: str, more: str, whom: str
) -> None:
    app = app_over(schools(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "f")
        assert tick in foot(app)
        assert f"c n y {whom}" in foot(app)
        await press(pilot, "j", "j", "j")
        assert more in foot(app)
        assert whom in foot(app)
        await press(pilot, "k", "space")
        assert untick in foot(app)


async def test_marked_people_are_counted_in_the_footer_of_the_choices() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "f")
        assert "c n y for 2 marked" in foot(app)
        await press(pilot, "escape", "escape", "f", "!")
        assert "Amélie" not in foot(app)


@pytest.mark.parametrize("size", [*BOTH, (46, 20)])
async def test_a_slash_finds_a_value_without_accents_and_letters_act_on_nobody(
    size: tuple[int, int],
) -> None:
    app = app_over(schools())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "f", "slash")
        await type_in(pilot, "ecole evry")
        await settle(pilot)
        assert values(app) == ["École Évry"]
        assert "▶" in line_with(app, "École Évry ")
        assert shows(app, "Enter keeps")
        await press(pilot, "enter")
        assert shows(app, "/ ecole…")
        await press(pilot, "space")
        assert listed(app) == ["Sam Évry"]
        assert values(app) == ["École Évry"]
        assert app.screen.query_one(FindLine).text == ""
        await press(pilot, "escape")
        assert "Lyon" in values(app)
        assert choice(app) == "École Évry 1"
        await press(pilot, "escape", "escape")
        assert len(listed(app)) == 15


async def test_esc_and_an_empty_line_show_all_values_again() -> None:
    app = app_over(schools())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f")
        before = values(app)
        await press(pilot, "slash")
        await type_in(pilot, "metz")
        await settle(pilot)
        assert values(app) == ["École Metz"]
        await press(pilot, *["backspace"] * 4)
        assert values(app) == before
        await type_in(pilot, "pau")
        await press(pilot, "escape")
        assert values(app) == before
        await press(pilot, "slash")
        await type_in(pilot, "qqq")
        await settle(pilot)
        assert shows(app, "Nothing here holds that.")
        await press(pilot, "escape", "escape")
        assert len(listed(app)) == 15


@pytest.mark.parametrize("way", [("K",), ("J", "k")])
async def test_a_group_that_was_opened_folds_again(way: tuple[str, ...]) -> None:
    app = app_over(schools())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "j", "j", "j")
        assert choice(app) == "7 more "
        await press(pilot, "enter")
        assert "École Vannes" in values(app)
        assert "fewer" in line_with(app, "  School ")
        await press(pilot, *way)
        await press(pilot, "enter")
        assert "École Vannes" not in values(app)
        assert "7 more" in values(app)
        assert choice(app) in ("École Brest 1", "7 more ")


async def test_groups_are_gone_through_by_their_own_keys() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "J")
        assert choice(app) == "Lyon 3"
        await press(pilot, "J")
        assert choice(app) == "climbing 2"
        await press(pilot, "j", "K")
        assert choice(app) == "climbing 2"
        await press(pilot, "K", "K")
        assert choice(app) == "INSA Lyon 3"


async def test_another_search_folds_what_was_opened() -> None:
    app = app_over(schools())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "j", "j", "j", "enter", "escape")
        await find(pilot, "sam")
        await press(pilot, "enter")
        assert "7 more" in values(app)


async def test_left_at_its_end_the_pane_shows_its_beginning() -> None:
    app = app_over(schools())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "j", "j", "j", "enter", "J", "J")
        await pilot.resize_terminal(100, 22)
        await press(pilot, "G")
        assert not shows(app, "  School ")
        await press(pilot, "escape")
        assert shows(app, "  School ")
        await press(pilot, "f")
        assert "▶" in line_with(app, "□ 50")


async def test_where_nobody_is_found_a_choice_stands_for_the_words() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "qwxz")
        assert listed(app) == []
        assert shows(app, "□ INSA Lyon           3")
        await press(pilot, "enter", "f", "space")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier", "Jörg Meier"]
        assert app.screen.query_one(FindLine).text == ""
