from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, lines, network, person, settle, shows, type_in, under_cursor
from test_people_find import find, listed, press

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.person import Person, School
from tui.app import ArrosoirApp


def record(app: ArrosoirApp, id: str) -> Person:
    return app.service.snapshot.people[PersonId(id)]


def schools(app: ArrosoirApp, id: str) -> list[tuple[str, str | None]]:
    return [(each.name, each.start) for each in record(app, id).schools]


@pytest.mark.parametrize(
    ("language", "typed", "echo", "said"),
    [
        (
            "en",
            "school hec paris 2001-2004",
            "→ school hec paris 2001-2004, for 3 people · new here",
            "school hec paris 2001-2004: 3 people · u undo",
        ),
        (
            "fr",
            "éc hec paris 2001-2004",
            "→ école hec paris 2001-2004, pour 3 personnes · nouveau ici",
            "école hec paris 2001-2004\u00a0: 3 personnes · u annule",
        ),
    ],
)
async def test_a_school_is_set_on_three_marked_and_taken_back_at_once(
    language: Language, typed: str, echo: str, said: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "space", "space", "space", "T")
        await type_in(pilot, typed)
        await settle(pilot)
        assert shows(app, echo)
        await press(pilot, "enter")
        assert shows(app, said)
        assert schools(app, "A") == [("INSA Lyon", None), ("hec paris", "2001")]
        assert schools(app, "B") == [("KTH", None), ("hec paris", "2001")]
        assert schools(app, "I") == []
        await press(pilot, "u")
        assert [schools(app, id) for id in "ABH"] == [
            [("INSA Lyon", None)],
            [("KTH", None)],
            [("INSA Lyon", None)],
        ]


async def test_tab_completes_and_the_spelling_of_others_is_kept() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "j", "T")
        await type_in(pilot, "sc")
        await press(pilot, "tab")
        await type_in(pilot, "ins")
        await press(pilot, "right")
        assert shows(app, "→ school INSA Lyon, for 1 person · 3 people have it")
        await press(pilot, "enter", "T")
        await type_in(pilot, "ville geneve")
        await press(pilot, "enter")
        after = record(app, "B")
        assert [each.name for each in after.schools] == ["KTH", "INSA Lyon"]
        assert [each.name for each in after.cities] == ["Göteborg", "Genève"]


async def test_a_minus_takes_away_and_counts_those_who_had_it() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "*", "T")
        await type_in(pilot, "-passion JAZZ")
        await press(pilot, "enter")
        assert shows(app, "passion JAZZ taken from 2 people · u undo")
        assert record(app, "A").passions == ("climbing",)
        assert record(app, "I").passions == ()
        await press(pilot, "T")
        await type_in(pilot, "-passion jazz")
        await press(pilot, "enter")
        assert shows(app, "passion jazz: nobody had it.")


async def test_marks_outlive_a_search_and_the_footer_says_how_many() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "bjorn")
        await press(pilot, "enter", "space", "escape")
        await find(pilot, "jorg")
        await press(pilot, "enter", "space")
        assert lines(app)[-1].startswith(" c talked 2  n note 2  T tag 2  A let fade 2  ")
        assert shows(app, "2 marked")
        await press(pilot, "A")
        assert [id for id in "ABHIJLZ" if record(app, id).status == "faded"] == ["B", "J"]
        await press(pilot, "u")
        assert [id for id in "ABHIJLZ" if record(app, id).status == "faded"] == []
        await press(pilot, "escape", "escape")
        assert not shows(app, "marked")


async def test_a_star_marks_all_that_is_shown_and_again_none() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "insa")
        await press(pilot, "enter", "*")
        assert shows(app, "3 marked")
        await press(pilot, "escape", "less_than_sign")
        assert [record(app, id).layer for id in "AHJBZ"] == [5, 15, 50, 50, 150]
        await find(pilot, "insa")
        await press(pilot, "enter", "*")
        assert not shows(app, "marked")


async def test_verbs_of_today_act_on_who_has_a_row_and_say_why_not_else() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert "Amélie Roussel" in under_cursor(app)
        await press(pilot, "s", "1", "enter")
        await pilot.pause(0.7)
        await settle(pilot)
        assert record(app, "A").deferrals
        assert "Björn Ek" in under_cursor(app)
        await press(pilot, "c")
        await type_in(pilot, "call 20 spoke of the choir")
        await press(pilot, "enter")
        talks = app.service.snapshot.interactions_of(PersonId("B"))
        assert talks[-1].note == "spoke of the choir"
        await press(pilot, "k", "s")
        assert not shows(app, "Until when")


async def test_delete_asks_for_one_and_for_all_the_marked() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "space", "space", "space", "D")
        assert shows(app, "Delete 3 people, with all talks and notes?")
        await press(pilot, "n", "enter")
        assert len(listed(app)) == 7
        await press(pilot, "backspace", "y")
        assert listed(app) == ["Ibrahim Sow", "Jörg Meier", "Łukasz Wrona", "Zoé Adler"]
        await press(pilot, "u")
        assert len(listed(app)) == 7
        await press(pilot, "g", "D", "y")
        assert "Amélie Roussel" not in listed(app)
        assert "Björn Ek" in under_cursor(app)
        await press(pilot, "u")
        assert "Amélie Roussel" in listed(app)


async def test_t_on_today_tags_the_person_of_the_row() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "T")
        await type_in(pilot, "tag lab")
        await press(pilot, "enter")
        assert record(app, "A").tags == ("lab",)


async def test_what_changed_on_today_is_seen_on_people() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "1", "A", "2")
        assert record(app, "A").status == "faded"
        assert "let fade" in under_cursor(app)


async def test_behind_the_curtain_nobody_can_be_read() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "climbing")
        await press(pilot, "enter", "f", "space", "escape", "!")
        shown = "\n".join(lines(app))
        for secret in ("Amélie", "Roussel", "INSA", "climbing", "Villeurbanne"):
            assert secret not in shown
        assert "A. R." in shown
        await press(pilot, "!")
        assert shows(app, "Amélie Roussel")


async def test_strangers_text_is_never_markup_nor_control() -> None:
    name = "Eve\x1b[31m [@click=app.quit]Mal[/] \u202elory\x07"
    stranger = person("E", name, schools=(School(name=name),), tags=(name,), org=name)
    app = app_over(network(stranger))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "eve")
        await press(pilot, "enter", "f", "space", "escape", "T")
        await type_in(pilot, "tag e")
        await press(pilot, "tab")
        shown = "\n".join(lines(app))
        assert "[@click=app.quit]Mal[/]" in shown
        assert not {"\x1b", "\u202e", "\x07"} & set(shown)


async def test_ascii_glyphs_draw_no_blocks() -> None:
    app = app_over(classmates(), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "space")
        shown = "\n".join(lines(app))
        assert not set(shown) & set("─│╭╮╰╯┏┓┗┛━┃▶■□▐▌×·█▆▄▂")


@pytest.mark.parametrize(
    ("language", "said", "undone"),
    [
        (
            "en",
            "40 people; the hundred and fifty now holds 42; about 3.8 min a week · u undo",
            "layer for 40 people",
        ),
        (
            "fr",
            "les cent cinquante : 42 personnes maintenant ; 3,8 min/sem · u annule",
            "proximité pour 40 personnes",
        ),
    ],
)
async def test_many_moved_at_once_are_counted_and_so_is_where_they_went(
    language: Language, said: str, undone: str
) -> None:
    crowd = [person(f"C{n:02}", f"Cleo {n:02}") for n in range(40)]
    far = [person(f"F{n}", f"Fay {n}", 150) for n in range(2)]
    app = app_over(network(*crowd, *far), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2", "slash")
        await type_in(pilot, "cleo")
        await settle(pilot)
        await pilot.press("tab", "asterisk", "less_than_sign")
        await settle(pilot)
        assert said in lines(app)[-1].replace("\N{NO-BREAK SPACE}", " ")
        await pilot.press("greater_than_sign")
        await settle(pilot)
        assert lines(app)[-1].startswith(" 40 people: no layer" if language == "en" else " 40 pers")
        await pilot.press("u", "u")
        await settle(pilot)
        assert undone in lines(app)[-1]
        assert all(app.service.snapshot.people[PersonId(each.id)].layer is None for each in crowd)
