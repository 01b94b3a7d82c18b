"""Typing in the field of People: filters, what Tab makes of them, the letters that stand out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from classmates import classmates
from stage import app_over, lines, network, person, settle, shows, type_in, under_cursor
from test_people_find import find, listed, press
from textual.pilot import Pilot

from store.config.settings import Settings
from store.records.change import ChangeSet, make
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.kinds import Language
from store.records.snapshot import Snapshot
from store.search.find import Finder
from tui.app import ArrosoirApp
from widgets.find_line import FindLine
from widgets.people_list import PeopleList

BOTH = [(100, 30), (80, 24)]


def marked(app: ArrosoirApp) -> list[str]:
    """The letters of the list that stand out by their style, in the order of the screen."""
    found: list[str] = []
    for segment in (each for y in range(30) for each in _segments(app, y)):
        if segment[1]:
            found.append(segment[0])
    return found


def _segments(app: ArrosoirApp, y: int) -> list[tuple[str, bool]]:
    pane = app.screen.query_one(PeopleList)
    if y >= pane.inner_height:
        return []
    segments = pane.segments_at(y, pane.inner_width)
    return [
        (each.text, bool(each.style and each.style.underline and each.style.bold))
        for each in segments
    ]


def typed(app: ArrosoirApp) -> str:
    return app.screen.query_one(FindLine).text


@pytest.mark.parametrize("size", BOTH)
@pytest.mark.parametrize(
    ("language", "keys", "filter", "city"),
    [("en", "cit", "city:", "city:Genève "), ("fr", "vil", "ville:", "ville:Genève ")],
)
async def test_tab_completes_the_filter_and_then_a_value_that_exists(
    size: tuple[int, int], language: Language, keys: str, filter: str, city: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        await find(pilot, keys)
        assert shows(app, f"{filter}")
        await press(pilot, "tab")
        assert typed(app) == filter
        await type_in(pilot, "gen")
        await press(pilot, "right")
        assert typed(app) == city
        assert listed(app) == ["Jörg Meier", "Zoé Adler"]
        assert max(map(len, lines(app))) <= size[0]


async def test_a_value_with_a_blank_is_quoted_and_what_follows_is_looked_for_besides() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "school:ins")
        assert shows(app, "Tab: INSA Lyon")
        await press(pilot, "tab")
        assert typed(app) == 'school:"INSA Lyon" '
        await type_in(pilot, "-climbing")
        await settle(pilot)
        assert listed(app) == ["Jörg Meier"]


async def test_tab_leaves_the_field_where_nothing_can_be_completed_and_right_stays() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "amelie")
        await press(pilot, "right")
        assert app.screen.query_one(FindLine).typing
        await press(pilot, "tab")
        assert not app.screen.query_one(FindLine).typing
        assert listed(app) == ["Amélie Roussel"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "school: city: since:2009 “two words” -word"), ("fr", "école: ville: depuis:2009 «")],
)
async def test_the_foot_says_what_may_be_typed(language: Language, said: str) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "slash")
        assert said in lines(app)[-1].replace("\N{NO-BREAK SPACE}", " ")
        assert not lines(app)[-1].endswith("…")


async def test_the_letters_found_stand_out_in_the_original_spelling() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "amel climb")
        assert marked(app) == ["Amél", "climb"]
        await press(pilot, "escape")
        assert marked(app) == []


async def test_a_match_says_in_which_field_where_that_is_not_plain_to_see() -> None:
    shy = person(
        "S",
        "Samir Benali",
        nicknames=("Sam",),
        notes="Keeps bees in Villeurbanne.",
        offers=("bees and honey",),
    )
    app = app_over(network(shy))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "honey")
        assert "offers bees and honey" in under_cursor(app)
        await press(pilot, "escape")
        await find(pilot, "villeurb")
        assert "notes …bees in Villeu" in under_cursor(app)


async def test_a_circle_is_named_as_one() -> None:
    base = classmates()
    club = Circle(id="C", name="Alumni of Lyon", people=(PersonId("I"),))
    app = app_over(base.apply(ChangeSet((make(club),))))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "alumni")
        assert listed(app) == ["Ibrahim Sow"]
        assert "circle Alumni of Lyon" in under_cursor(app)


async def test_what_is_chosen_and_what_is_typed_must_both_hold_and_counts_say_how_many() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        await find(pilot, "city:lyon")
        await press(pilot, "enter", "f")
        assert shows(app, "□ INSA Lyon           2")
        await press(pilot, "space")
        assert listed(app) == ["Amélie Roussel", "Hélène Garnier"]
        await press(pilot, "escape")
        await find(pilot, " amel")
        assert listed(app) == ["Amélie Roussel"]


@pytest.mark.parametrize(
    ("language", "said", "advice"),
    [
        ("en", "Nobody matches “qwxz”; Esc clears.", "Fewer words find more; f narrows"),
        ("fr", "Personne ne correspond à « qwxz »", "Moins de mots trouvent davantage"),
    ],
)
async def test_nobody_found_says_what_to_try(language: Language, said: str, advice: str) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "qwxz")
        shown = "\n".join(lines(app)).replace("\N{NO-BREAK SPACE}", " ")
        assert said in shown
        assert advice in shown


async def test_choices_that_leave_nobody_say_how_to_take_one_back() -> None:
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2", "f", "space", "escape")
        await find(pilot, "sourdough")
        assert listed(app) == []
        assert shows(app, "after Esc, Esc takes back what was chosen.")
        await press(pilot, "escape")
        assert len(listed(app)) == 3


async def test_before_the_words_of_all_are_known_names_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = threading.Event()
    learning = Finder.learning

    def held(self: Finder, snapshot: Snapshot, *, ahead: bool = False) -> Iterator[None]:
        known.wait(10)
        yield from learning(self, snapshot, ahead=ahead)

    monkeypatch.setattr(Finder, "learning", held)
    app = app_over(classmates())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("2")
        await _until(pilot, lambda: bool(listed(app)))
        await pilot.press("slash", "r", "o", "u", "s")
        await _until(pilot, lambda: listed(app) == ["Amélie Roussel"])
        assert marked(app) == ["Rous"]
        await pilot.press(*["backspace"] * 4, "j", "a", "z", "z")
        await _until(pilot, lambda: typed(app) == "jazz" and listed(app) == [])
        known.set()
        await settle(pilot)
        assert listed(app) == ["Amélie Roussel", "Ibrahim Sow"]


async def _until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Until something is shown, while one worker is held up."""
    for _ in range(400):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError


async def test_in_ascii_the_marks_are_kept_and_no_block_is_drawn() -> None:
    app = app_over(classmates(), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await find(pilot, "climb")
        assert marked(app) == ["climb", "climb"]
        assert not set("█▆▄▂·│─╭▶■□") & set("\n".join(lines(app)))
