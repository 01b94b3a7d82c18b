"""The form of a card: gone through by keys, saved as one step, left as a draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sessions import app_on, data_file, session_on
from stage import app_over, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot
from textual.widgets import Input

from store.actions.card_form import CARD
from store.actions.edit import Edit
from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.person import Person, School
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.phrasing.card_lines import LABELS
from tui.screens.edit_card import EditCard
from tui.screens.veil import Veil
from widgets.text_line import TextLine

AMELIE = PersonId("A")
SIZES = [(80, 24), (100, 30)]


def card(app: ArrosoirApp) -> Person:
    return app.service.snapshot.people[AMELIE]


async def open_form(pilot: Pilot[int], app: ArrosoirApp) -> EditCard:
    await settle(pilot)
    await pilot.press("e")
    await settle(pilot)
    assert isinstance(app.screen, EditCard)
    return app.screen


async def go_to(pilot: Pilot[int], form: EditCard, param: str) -> None:
    """Down, line by line."""
    for _ in CARD:
        if form.focused is not None and form.focused.id == param:
            return
        await pilot.press("down")
        await pilot.pause()
    raise AssertionError(param)


async def write(pilot: Pilot[int], form: EditCard, param: str, text: str) -> None:
    await go_to(pilot, form, param)
    await pilot.press("end", "ctrl+u")
    await type_in(pilot, text)


@pytest.mark.parametrize(("language", "size"), zip(LANGUAGES, SIZES, strict=True))
async def test_every_line_is_reached_and_seen_with_its_label(
    size: tuple[int, int], language: Language
) -> None:
    app, words = app_over(network(), language), Words(language)
    async with app.run_test(size=size) as pilot:
        form = await open_form(pilot, app)
        for field in CARD:
            assert form.focused is not None
            assert form.focused.id == field.param
            assert shows(app, words.say(LABELS[field.field]))
            assert all(shows(app, each) for each in words.say("form.aside").split(" · "))
            await pilot.press("tab")
            await settle(pilot)
        assert form.focused is not None
        assert form.focused.id == CARD[0].param
        await pilot.press("shift+tab")
        await settle(pilot)
        assert form.focused.id == CARD[-1].param
        await pilot.press("pageup")
        await settle(pilot)
        assert form.focused.id == "birthday"


async def test_several_lines_are_one_step_of_undo() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "nickname", "Am, Mél")
        await write(pilot, form, "school", "INSA Lyon 2004-2009; Paris 1, Sorbonne;")
        await write(pilot, form, "need", "people in labs")
        await write(pilot, form, "prefers", "coffee")
        await write(pilot, form, "met", "2020-03-15")
        await write(pilot, form, "through", "bjorn ek")
        await write(pilot, form, "pinned", "y")
        before = card(app)
        await pilot.press("enter")
        await settle(pilot)
        now = card(app)
        assert now.nicknames == ("Am", "Mél")
        assert now.schools[0] == School(name="INSA Lyon", start="2004", end="2009")
        assert now.schools[1].name == "Paris 1, Sorbonne"
        assert (now.needs, now.prefers, now.met) == (
            ("people in labs",),
            "in_person",
            date(2020, 3, 15),
        )
        assert (now.through, now.pinned, now.cities) == ("B", True, before.cities)
        assert len(app.service.history()) == 1
        await pilot.press("u")
        await settle(pilot)
        assert card(app) == before


async def test_nothing_typed_saves_nothing() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(pilot, app)
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, EditCard)
        assert not app.service.history()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_cannot_be_meant_is_told_under_its_line(language: Language) -> None:
    app = app_over(network(), language)
    said = {"en": "“16” is no layer", "fr": "« 16 » n'est pas une proximité"}
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "layer", "16")
        await write(pilot, form, "note", "")
        await pilot.press("up", "up", "up", "enter")
        await settle(pilot)
        assert form.focused is not None
        assert form.focused.id == "layer"
        shown = [line.replace("\u00a0", " ") for line in lines(app)]
        below = next(place for place, line in enumerate(shown) if said[language] in line)
        assert "16" in shown[below - 1]
        assert not app.service.history()
        await pilot.press("backspace", "backspace", "5", "0", "enter")
        await settle(pilot)
        assert card(app).layer == 50


async def test_all_that_is_wrong_is_told_and_goes_as_soon_as_it_is_changed() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "layer", "16")
        await write(pilot, form, "met", "2019")
        await write(pilot, form, "pinned", "perhaps")
        await pilot.press("enter")
        await settle(pilot)
        assert form.focused is not None
        assert form.focused.id == "layer"
        told = ("is no layer", "has no day", "is neither yes nor no")
        assert all(shows(app, each) for each in told)
        await pilot.press("backspace")
        await settle(pilot)
        assert [shows(app, each) for each in told] == [False, True, True]
        await write(pilot, form, "met", "15 March 2019")
        await settle(pilot)
        assert [shows(app, each) for each in told] == [False, False, True]
        assert not app.service.history()


@pytest.mark.parametrize(
    ("language", "param", "typed", "echo"),
    [
        ("en", "birthday", "12 apr", "12 apr → 12 April"),
        ("fr", "birthday", "12/04/1985", "12/04/1985 → 12 avril 1985"),
        ("fr", "met", "12 mars 2019", "12 mars 2019 → mardi 12 mars 2019"),
    ],
)
async def test_a_day_is_echoed_while_it_is_typed(
    language: Language, param: str, typed: str, echo: str
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, param, typed)
        await settle(pilot)
        assert shows(app, echo)
        await pilot.press("right")
        assert form.query_one(f"#{param}", Input).value == typed
        await write(pilot, form, param, "someday")
        await settle(pilot)
        assert not shows(app, "→ 12")


async def test_a_name_longer_than_its_line_is_seen_at_its_end() -> None:
    long = "A very long intent " * 8 + "THE END"
    app = app_over(network(person("0", "Zed", 5, intent=long)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await type_in(pilot, "Zed")
        await pilot.press("enter")
        await settle(pilot)
        form = await open_form(pilot, app)
        await go_to(pilot, form, "intent")
        await settle(pilot)
        assert form.query_one("#intent", Input).cursor_position == len(long)
        await type_in(pilot, "!")
        await settle(pilot)
        assert shows(app, "THE END!")


async def test_what_was_typed_waits_as_a_draft_until_it_is_saved(tmp_path: Path) -> None:
    app = app_over(network(), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "intent", "learn from her")
        await pilot.press("escape")
        await settle(pilot)
        assert not card(app).intent
        assert shows(app, "kept for the next time")
        form = await open_form(pilot, app)
        assert form.query_one("#intent", Input).value == "learn from her"
        assert shows(app, "One line stands as you left it, not saved yet")
        await pilot.press("enter")
        await settle(pilot)
        assert card(app).intent == "learn from her"
        assert not app.drafts.about("A")


async def test_what_is_saved_can_be_put_back_over_a_draft(tmp_path: Path) -> None:
    app = app_over(network(), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "org", "Elsewhere")
        await pilot.press("escape")
        form = await open_form(pilot, app)
        await pilot.press("ctrl+r")
        assert form.query_one("#org", Input).value == "Aubier"
        assert not app.drafts.about("A")


async def test_quitting_keeps_what_is_typed(tmp_path: Path) -> None:
    app = app_over(network(), state=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "where", "PyConFR")
        await pilot.press("ctrl+q")
    again = app_over(network(), state=tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, again)
        assert form.query_one("#where", Input).value == "PyConFR"


async def test_other_fields_changed_elsewhere_stay(tmp_path: Path) -> None:
    path = data_file(tmp_path, network())
    app = app_on(path)
    other = session_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "title", "Head of research")
        other.perform("edit", Edit(person="A", where="Lyon", org="Aubier SA"))
        await pilot.press("enter")
        await settle(pilot)
        now = card(app)
        assert (now.title, now.where, now.org) == ("Head of research", "Lyon", "Aubier SA")
    other.close()
    app.service.close()


@pytest.mark.parametrize(
    ("param", "typed", "taken"),
    [
        ("school", "ecole c", "École Centrale"),
        ("school", "INSA Lyon, centrale", "INSA Lyon, École Centrale"),
        ("city", "past:gote", "past:Göteborg"),
        ("passion", "jaz", "jazz manouche"),
        ("language", "fr", "français"),
        ("org", "labo", "Laboratoires Éole"),
        ("employer", "labo", "Laboratoires Éole"),
        ("through", "helene", "Hélène Garnier"),
        ("knows", "Björn Ek, tom", "Björn Ek, Tomás Herrera"),
        ("prefers", "in p", "in person"),
        ("avoid", "call, vid", "call, video"),
    ],
)
async def test_right_completes_from_what_others_have(param: str, typed: str, taken: str) -> None:
    from store.records.person import City

    other = person(
        "Z",
        "Zoë Adler",
        schools=(School(name="École Centrale"),),
        cities=(City(name="Göteborg"),),
        passions=("jazz manouche",),
        languages=("français",),
        org="Laboratoires Éole",
    )
    app = app_over(network(other))
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, param, typed)
        await settle(pilot)
        line = form.query_one(f"#{param}", Input)
        assert line.value == typed
        assert taken[-4:] in next(each for each in lines(app) if typed in each)
        await pilot.press("right")
        assert line.value == taken


async def test_what_stood_there_is_not_completed_unasked() -> None:
    other = person("Z", "Zoë Adler", org="Aubier Bois")
    app = app_over(network(other))
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await go_to(pilot, form, "org")
        await settle(pilot)
        await pilot.press("right")
        assert form.query_one("#org", Input).value == "Aubier"
        await type_in(pilot, " b")
        await settle(pilot)
        await pilot.press("right")
        assert form.query_one("#org", Input).value == "Aubier Bois"


async def test_the_curtain_covers_the_form_and_loses_nothing() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "intent", "learn")
        app.curtain = True
        await settle(pilot)
        assert type(app.screen).__name__ == Veil.__name__
        assert not shows(app, "Amélie")
        assert not shows(app, "learn")
        await pilot.press("!")
        await settle(pilot)
        assert app.screen is form
        await pilot.press("enter")
        await settle(pilot)
        assert card(app).intent == "learn"


async def test_names_and_notes_are_text_and_no_markup() -> None:
    trap = "[b]x[/] [@click=app.quit]y"
    stranger = person("0", trap, 5, org=trap, notes=f"{trap}\n\x1b[2Jtwo", nicknames=(trap,))
    app = app_over(network(stranger))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await type_in(pilot, "[b]x")
        await pilot.press("enter")
        await settle(pilot)
        form = await open_form(pilot, app)
        assert form.query_one("#name", Input).value == trap
        assert any(trap in line for line in lines(app))
        await go_to(pilot, form, "note")
        assert any(f"{trap} +1" in line for line in lines(app))
        assert "\x1b" not in "".join(lines(app))
        await pilot.press("escape")
        assert not app.drafts.get("edit:0")


async def test_notes_are_opened_from_their_line_and_saved_with_the_rest() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await go_to(pilot, form, "private_note")
        await pilot.press("enter")
        await type_in(pilot, "two")
        await pilot.press("enter")
        await type_in(pilot, "lines")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is form
        assert form.query_one("#private_note", TextLine).value == "two\nlines"
        assert not card(app).private_notes
        await go_to(pilot, form, "name")
        await pilot.press("enter")
        await settle(pilot)
        assert card(app).private_notes == "two\nlines"


async def test_a_poor_terminal_gets_no_sign_that_it_lacks() -> None:
    app = app_over(network(), settings=Settings(glyphs="ascii"))
    async with app.run_test(size=(80, 24)) as pilot:
        form = await open_form(pilot, app)
        await write(pilot, form, "through", "garnier")
        await settle(pilot)
        assert shows(app, "garnier > Hélène Garnier")
        await write(pilot, form, "layer", "x")
        await pilot.press("enter")
        await settle(pilot)
        shown = "".join(lines(app))
        assert "is no layer" in shown
        assert {each for each in shown if not each.isalpha()}.isdisjoint("╭─│╰·→“”…▁▇")
