from __future__ import annotations

import pytest
from stage import app_over, line_with, lines, network, person, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.records.kinds import Language
from tui.app import ArrosoirApp

QUIET = person("Q", "Quentin Faure", intent="learn to prune")
"""Who has no row of today."""

WAITING = person("R", "Rosa Nkemelu", 150)
"""Who has one that can wait."""


async def gone_to(pilot: Pilot[int], name: str) -> None:
    """`p`, and the beginning of a name."""
    await pilot.press("p")
    await type_in(pilot, name)
    await pilot.press("enter")
    await settle(pilot)


def foot(app: ArrosoirApp) -> str:
    """The last line."""
    return lines(app)[-1]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50)])
async def test_while_somebody_without_a_row_is_meant_the_detail_has_the_focus(
    size: tuple[int, int],
) -> None:
    app = app_over(network(QUIET))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = under_cursor(app)
        assert "┏━ Follow-ups" in lines(app)[1]
        await gone_to(pilot, "quen")
        assert under_cursor(app) == ""
        assert "╭─ Follow-ups" in lines(app)[1]
        assert "┏━ Why" in lines(app)[1]
        assert shows(app, "learn to prune")
        for verb in ("c talked", "n note", "e edit"):
            assert verb in foot(app)
        for verb in ("d done", "s later", "x pass"):
            assert verb not in foot(app)
        await pilot.press("escape")
        await settle(pilot)
        assert under_cursor(app).startswith("┃ ▶")
        assert under_cursor(app)[:20] == before[:20]
        assert not shows(app, "learn to prune")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Quentin Faure has no row today."),
        ("fr", "Quentin Faure n'a pas de ligne aujourd'hui."),
    ],
)
async def test_what_needs_a_row_says_whose_is_missing(language: Language, said: str) -> None:
    app = app_over(network(QUIET), language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await gone_to(pilot, "quen")
        for key in ("s", "d", "x"):
            await pilot.press(key)
            await settle(pilot)
            assert foot(app).strip() == said
        assert not app.service.history()
        await pilot.press("exclamation_mark", "d")
        await settle(pilot)
        assert said.replace("Quentin Faure", "Q. F.") in foot(app)


async def test_the_cursor_goes_to_the_row_of_who_has_one() -> None:
    app = app_over(network(QUIET))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await gone_to(pilot, "tom")
        assert "Tomás" in under_cursor(app)
        assert "┏━ Follow-ups" in lines(app)[1]
        await pilot.press("x")
        await settle(pilot)
        assert not line_with(app, "◆ Tomás")


async def test_from_one_person_gone_to_on_to_the_next_and_to_a_row() -> None:
    app = app_over(network(QUIET, WAITING))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await gone_to(pilot, "quen")
        await gone_to(pilot, "rosa")
        assert shows(app, "│ Rosa Nkemelu") or shows(app, "┃ Rosa Nkemelu")
        await gone_to(pilot, "tom")
        assert "Tomás" in under_cursor(app)


async def test_back_in_the_list_verbs_are_about_its_cursor_again() -> None:
    app = app_over(network(QUIET))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await gone_to(pilot, "quen")
        await pilot.press("shift+tab")
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        await pilot.press("n")
        await type_in(pilot, "Plays the oboe")
        await pilot.press("enter")
        await settle(pilot)
        assert "oboe" in app.service.snapshot.people[PersonId("A")].notes
        assert "oboe" not in app.service.snapshot.people[PersonId("Q")].notes


async def test_a_row_that_can_wait_is_done_for_somebody_gone_to() -> None:
    app = app_over(network(WAITING))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not shows(app, "Rosa")
        await gone_to(pilot, "rosa")
        assert under_cursor(app) == ""
        await pilot.press("d")
        await settle(pilot)
        assert "Rosa Nkemelu" in foot(app)
        assert len(app.service.history()) == 1


async def test_on_a_phone_the_detail_is_shown_and_left_again() -> None:
    app = app_over(network(QUIET))
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        await gone_to(pilot, "quen")
        assert shows(app, "learn to prune")
        assert not shows(app, "◆ Amélie")
        await pilot.press("escape")
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
