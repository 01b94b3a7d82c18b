"""Coming to People: from a search on Today, by a mistyped name, back from somebody's card."""

from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, lines, network, person, settle, shows, type_in, under_cursor
from test_people_find import find, listed, press

from store.records.kinds import Language
from tui.screens.people import People
from tui.screens.person import PersonScreen
from widgets.find_line import FindLine


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nothing here holds that. Enter looks among all people."),
        ("fr", "Rien ici ne contient cela. Entrée cherche parmi tous."),
    ],
)
async def test_what_no_row_of_today_holds_is_looked_for_among_all(
    language: Language, said: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await type_in(pilot, "passion:climbing")
        await settle(pilot)
        assert shows(app, said)
        await press(pilot, "enter")
        assert isinstance(app.screen, People)
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier"]
        assert app.screen.query_one(FindLine).text == "passion:climbing"
        await press(pilot, "escape")
        assert len(listed(app)) == 7


async def test_today_shows_all_its_rows_again_and_another_search_goes_to_the_same_list() -> None:
    app = app_over(network(person("Z", "Zoé Adler", notes="Keeps bees.")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "1", "slash")
        await type_in(pilot, "bees")
        await press(pilot, "enter")
        assert listed(app) == ["Zoé Adler"]
        await press(pilot, "1")
        assert shows(app, "an intro")


@pytest.mark.parametrize("screen", ["1", "2", "3"])
async def test_p_forgives_a_slip_on_every_screen(screen: str) -> None:
    app = app_over(network(person("Q", "Quentin Moreau", 50)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, screen, "p")
        await type_in(pilot, "quenton")
        await settle(pilot)
        assert shows(app, "→ Quentin Moreau")
        await press(pilot, "enter")
        assert shows(app, "Quentin Moreau")


async def test_p_keeps_asking_where_nobody_is_called_so() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "p")
        await type_in(pilot, "xqzw")
        await press(pilot, "enter")
        assert shows(app, "Nobody of that name.")
        await press(pilot, *["backspace"] * 4)
        await type_in(pilot, "tomas")
        await press(pilot, "enter")
        assert "Tomás Herrera" in under_cursor(app)


async def test_back_from_a_card_the_cursor_is_on_whom_one_looked_at_last() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "enter")
        assert isinstance(app.screen, PersonScreen)
        await press(pilot, "L", "L", "escape")
        assert "Hélène Garnier" in under_cursor(app)
        await press(pilot, "g", "enter", "L", "1", "2")
        assert "Björn Ek" in under_cursor(app)


async def test_a_card_opened_from_today_moves_nobody_in_the_list() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "j", "1", "3", "escape", "2")
        assert "Björn Ek" in under_cursor(app)


async def test_enter_on_the_preview_opens_the_person_and_z_gives_it_the_room() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "j", "tab")
        assert shows(app, "J K scroll · Enter opens")
        await press(pilot, "z")
        assert not shows(app, "Amélie Roussel")
        await press(pilot, "z", "enter")
        assert isinstance(app.screen, PersonScreen)
        assert shows(app, "Björn Ek")


async def test_the_footer_promises_nothing_for_several_that_is_done_to_one() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "tab")
        assert " w why  e edit " in lines(app)[-1]
        await press(pilot, "escape", "space", "space", "space", "tab")
        assert " c talked 3  n note 3  w why  r rhythm 3 " in lines(app)[-1]
        assert "edit" not in lines(app)[-1]


async def test_faded_and_deceased_come_last_among_equals_and_are_told_beside_their_name() -> None:
    app = app_over(
        network(
            person("X", "Sam Adams", status="deceased", org="Belvoir"),
            person("Y", "Sam Bell", status="faded"),
            person("Z", "Sam Zola"),
        )
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "sam")
        assert listed(app) == ["Sam Zola", "Sam Adams", "Sam Bell"]
        shown = "\n".join(lines(app))
        assert "Sam Adams · deceased" in shown
        assert "Sam Bell · let fade" in shown
        assert "Belvoir" in next(line for line in lines(app) if "Sam Adams" in line)


@pytest.mark.parametrize(
    ("query", "seen"), [("climbing lyon", "climbing·met at …"), ("lyon", "met at …")]
)
async def test_the_letters_that_matched_are_in_view(query: str, seen: str) -> None:
    where = "the University of the Third Age, Lyon, in the autumn of that year"
    app = app_over(network(person("C", "Chloé Martin", passions=("climbing",), where=where)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, query)
        row = next(line for line in lines(app) if "Chloé Martin" in line)
        assert seen in row
        assert "Lyon" in row
