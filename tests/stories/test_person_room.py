"""How the screen of one person uses its room: the card whole, the timeline wide, no false alarm."""

from __future__ import annotations

import pytest
from one_tie import one_tie
from stage import app_over, line_with, lines, network, person, settle
from textual.pilot import Pilot

from store.records.kinds import LANGUAGES, Language
from store.records.person import Person
from tui.app import ArrosoirApp
from tui.screens.person import PersonScreen
from tui.screens.person_arrangement import PersonPane, sheet_of
from widgets.prose import Prose


async def opened(pilot: Pilot[int]) -> ArrosoirApp:
    """The first of the list of people."""
    for key in ("2", "g", "enter"):
        await pilot.press(key)
        await settle(pilot)
    assert isinstance(pilot.app, ArrosoirApp)
    return pilot.app


def pane(app: ArrosoirApp, name: PersonPane) -> list[str]:
    """The lines of a pane of words, without its frame."""
    screen = app.screen
    assert isinstance(screen, PersonScreen)
    sheet = sheet_of(screen, name, alone=False)
    assert isinstance(sheet, Prose)
    region = sheet.region
    inner = lines(app)[region.y + 1 : region.bottom - 1]
    return [line[region.x + 1 : region.right - 1].strip() for line in inner]


async def test_the_card_is_whole_while_others_have_room_to_spare() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        card = pane(app, "card")
        assert "cities  Göteborg (past)" in card
        assert "met  1 Sep 2009" in card
        assert not any("▼" in line for line in card)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_the_tie_stands_is_seen_beside_a_name_of_any_length(language: Language) -> None:
    app = app_over(one_tie(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert "▆" in line_with(app, "─ Amélie Roussel ─")[:31]


async def test_an_address_longer_than_the_pane_is_broken_where_it_parts() -> None:
    emails = ("jean-baptiste.lefevre@universite.example",)
    app = app_over(network(person("0", "Aaron", emails=emails)))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        card = pane(app, "card")
        assert "jean-baptiste.lefevre" in card
        assert "@universite.example" in card


@pytest.mark.parametrize(
    ("language", "labels"),
    [("en", ("schools", "past employers", "cities")), ("fr", ("écoles", "villes"))],
)
async def test_on_a_wide_screen_the_labels_of_the_card_align(
    language: Language, labels: tuple[str, ...]
) -> None:
    app = app_over(one_tie(), language)
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        values = {"INSA Lyon", "Volvo", "Göteborg"}
        told = [line for line in pane(app, "card") if line.startswith(labels)]
        assert len(told) == len(labels)
        starts = {line.index(value) for line in told for value in values if value in line}
        assert len(starts) == 1


async def test_on_a_wide_screen_the_timeline_is_wide_and_the_notes_as_high_as_they_need() -> None:
    app = app_over(one_tie())
    async with app.run_test(size=(160, 50)) as pilot:
        await opened(pilot)
        frames = line_with(app, "━ Timeline")
        assert frames.count("━") > 60
        assert len(pane(app, "notes")) <= 20
        assert not any("▼" in line for line in lines(app))


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50), (120, 40), (200, 60)])
async def test_all_lines_of_the_screen_are_used_at_every_size(size: tuple[int, int]) -> None:
    app = app_over(one_tie())
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        shown = lines(app)
        assert max(map(len, shown)) <= size[0]
        assert shown[-2].startswith("╰")
        assert shown[-2].endswith("╯")


async def test_only_where_nothing_is_known_it_is_a_name_alone() -> None:
    app = app_over(network(person("0", "Aaron")))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert pane(app, "card")[0] == "Only a name so far. e fills"


@pytest.mark.parametrize(
    "known", [person("0", "Aaron", notes="A long note."), person("0", "Aaron", passions=("jazz",))]
)
async def test_where_something_is_noted_the_card_says_that_it_is_empty(
    known: Person,
) -> None:
    app = app_over(network(known))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert pane(app, "card")[0] == "Nothing on the card yet. e"


async def test_somebody_talked_with_is_more_than_a_name() -> None:
    told = one_tie(person("A", "Amélie Roussel"))
    app = app_over(told)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert not any("Only a name" in line for line in pane(app, "card"))
