"""Noting a trip and a gift from the palette; a row opened into its terms."""

from __future__ import annotations

import pytest
from stage import app_over, lines, network, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.records.kinds import Language
from store.records.person import City
from tui.app import ArrosoirApp


def cities(app: ArrosoirApp) -> list[City]:
    """Where the user is, and will be."""
    return list(app.service.snapshot.me.cities)


async def command(pilot: Pilot[int], words: str) -> None:
    """Carry out a command by its name."""
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, words)
    await settle(pilot)
    await pilot.pause(0.3)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize(
    ("language", "name", "typed", "echo", "said", "removal", "taken_back"),
    [
        (
            "en",
            "trip",
            "Lyon mon wed",
            "Lyon: Mon 23 Nov – Wed 25 Nov",
            "In Lyon: Mon 23 Nov",
            "Lyon remove",
            "Lyon: taken back",
        ),
        (
            "fr",
            "déplacement",
            "Lyon lundi mercredi",
            "Lyon : lun. 23 nov.",
            "À Lyon : lun. 23",
            "lyon retirer",
            "lyon : annulé",
        ),
    ],
)
async def test_a_trip_is_noted_in_one_line_and_taken_back(
    language: Language, name: str, typed: str, echo: str, said: str, removal: str, taken_back: str
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await command(pilot, name)
        await type_in(pilot, "Lyon")
        await pilot.press("enter")
        await settle(pilot)
        assert not cities(app)
        await type_in(pilot, typed.removeprefix("Lyon"))
        await settle(pilot)
        assert shows(app, echo.replace(" :", "\N{NO-BREAK SPACE}:"))
        await pilot.press("enter")
        await settle(pilot)
        assert said.replace(" :", "\N{NO-BREAK SPACE}:") in lines(app)[-1]
        stay = City(name="Lyon", start="2026-11-23", end="2026-11-25")
        assert cities(app) == [stay]
        await command(pilot, name)
        await type_in(pilot, removal)
        await settle(pilot)
        assert shows(app, taken_back.replace(" :", "\N{NO-BREAK SPACE}:"))
        await pilot.press("enter")
        await settle(pilot)
        assert not cities(app)
        await pilot.press("u")
        await settle(pilot)
        assert cities(app) == [stay]
        await pilot.press("u")
        await settle(pilot)
        assert not cities(app)


async def test_something_to_give_is_put_by_for_whom_the_cursor_is_on() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "Amélie" in under_cursor(app)
        await command(pilot, "to give")
        await type_in(pilot, "article: soils")
        await settle(pilot)
        assert shows(app, "an article · “soils”")
        await pilot.press("enter")
        await settle(pilot)
        (gift,) = app.service.snapshot.exchanges.values()
        assert (gift.person, gift.direction, gift.kind, gift.note, gift.closed) == (
            "A",
            "given",
            "article",
            "soils",
            None,
        )
        assert shows(app, "put by, to be given")


def terms(app: ArrosoirApp) -> str:
    """What the pane says, on one line."""
    cells = (line.rpartition("││")[2] or line.rpartition("┃│")[2] for line in lines(app))
    return " ".join(" ".join(cell.strip("│┃▼ ") for cell in cells).split())


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_w_opens_a_row_into_its_terms_to_the_last(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(network(), language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        while "Björn" not in under_cursor(app):
            await pilot.press("j")
            await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        wanted = ["The rhythm", "How far it has slipped", "Its place in the list", "The step"]
        wanted += ["What would take it off"]
        if language == "fr":
            wanted = ["Le rythme", "Où en est le lien", "Sa place dans la liste", "Le geste"]
            wanted += ["Ce qui l'enlèverait"]
        seen: list[str] = []
        for _ in range(60):
            text = terms(app)
            seen += [each for each in wanted if each in text and each not in seen]
            if not shows(app, "▼"):
                break
            await pilot.press("J")
            await settle(pilot)
        assert seen == wanted
        assert not shows(app, "▼")
        await pilot.press("escape")
        await settle(pilot)
        assert not shows(app, wanted[-1])


async def test_the_detail_says_when_a_tie_that_holds_would_slip() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        while "Tomás" not in under_cursor(app):
            await pilot.press("j")
            await settle(pilot)
        assert "; slipping in" in terms(app)
