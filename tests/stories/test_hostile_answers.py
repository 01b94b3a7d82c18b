"""Whatever is typed as an answer, its echo says something and nothing fails."""

from __future__ import annotations

import pytest
from classmates import classmates
from stage import app_over, settle, shows, type_in

from store.records.kinds import LANGUAGES, Language
from tui.screens.place import Place
from widgets.ask_line import AskLine

KINDS = (
    *("school", "city", "employer", "circle", "tag", "passion", "language", "field", "need"),
    *("offer", "école", "ville"),
)
VALUES = (
    *("INSA Lyon 2009-2004", "INSA Lyon -", "2009-2004", "-2004", "Lyon 9999-0001", "past:", ":"),
    *("-", "(2009)", "x (2009-2008)", "INSA Lyon 2004-", "\u202e\u200b", "0000-0000"),
)
HOSTILE = (
    *(f"{sign}{kind} {value}" for sign in ("", "-") for kind in KINDS for value in VALUES),
    *("[/]", "[@click=app.quit]x[/]", "\x00", "\x1b[2J", "\u202e", "\ud800", "𝟙𝟚/𝟛", "²", "½ j"),
    *("0", "-1", "9" * 400, "99999999999999d", "1e9", "٣", "31/02", "1985-02-30", "--02-30"),
    *("0000-00-00", "-2009", "a" * 5000, "é" * 300, "," * 50, '"', "'", "\\", "~", "~nobody/", "/"),
    *("lun", "lundi lundi", "mar 32", "24 nov 99999", "Lyon 2026-13-40 2026-00-00", "Lyon 3d 1d"),
    *("call 99999999999999999999 min", "café 0 min 30 février", "- Lyon", "%s {name} {0}", "🧑‍🚀"),
)

ASKED: dict[str, tuple[str, ...]] = {
    "1": (
        *("person.snooze", "person.log", "person.note", "person.tags", "person.promise"),
        *("person.give", "person.delete", "person.forget", "all.add", "all.trip", "all.join"),
        *("go.find", "go.person"),
    ),
    "2": ("person.tags", "person.log", "person.rhythm"),
    "3": ("person.rhythm", "person.tags", "person.note"),
}
"""Commands that ask for a line, by the key of a screen."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", list(ASKED))
async def test_every_echo_answers_whatever_is_typed(screen: str, language: Language) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2", "enter", screen)
        await settle(pilot)
        place = app.screen
        assert isinstance(place, Place)
        for id in ASKED[screen]:
            place.run_command(id)
            await settle(pilot)
            question = place.query_one(AskLine).question
            assert question is not None, id
            for text in HOSTILE:
                assert question.read(text).text, (id, text)
                if question.complete is not None:
                    question.complete(text)
            await pilot.press("escape")
            await settle(pilot)


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("en", "school ENS 2009-2004", "“ENS 2009-2004” ends before it begins."),
        ("fr", "école INSA Lyon 2009-2004", "INSA Lyon 2009-2004\u00a0» finit avant"),
        ("fr", "employeur Aubier 2009-2004", "Aubier 2009-2004\u00a0» finit avant"),
    ],
)
async def test_years_that_run_backwards_are_told_while_typing_and_not_taken(
    language: Language, typed: str, told: str
) -> None:
    app = app_over(classmates(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("2", "T")
        await type_in(pilot, typed)
        await settle(pilot)
        assert shows(app, told)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.query_one(AskLine).question is not None
        assert not app.service.history()
