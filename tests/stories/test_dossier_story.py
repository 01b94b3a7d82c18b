"""The dossier on the screen: by its name, scrolled by key, covered by the curtain."""

from __future__ import annotations

import pytest
from stage import app_over, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.records.kinds import Language
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from tui.screens.dossier import DossierScreen

SIZES = [(80, 24), (100, 30), (40, 20)]


def known() -> Snapshot:
    """The five of the stage, and one whose card fills more than a screen."""
    notes = "\n".join(f"line {number}." for number in range(60))
    return network(person("Z", "Zoé Zarka", 5, notes=notes, private_notes="Likes tea"))


async def opened(pilot: Pilot[int], name: str = "Amélie", command: str = "dossier") -> None:
    """By the palette, on somebody gone to by name."""
    await settle(pilot)
    await pilot.press("p")
    await type_in(pilot, name)
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("colon")
    await settle(pilot)
    await type_in(pilot, command)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


def on_screen(app: ArrosoirApp) -> bool:
    return isinstance(app.screen, DossierScreen)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Dossier: Amélie Roussel", "organisation", "Talks and messages", "the user")),
        ("fr", ("Dossier\N{NO-BREAK SPACE}: Amélie Roussel", "organisation", "Échanges", "")),
    ],
)
async def test_it_opens_by_its_name_and_closes_by_escape(
    language: Language, said: tuple[str, ...]
) -> None:
    app = app_over(known(), language)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert on_screen(app)
        assert all(shows(app, text) for text in said[:3])
        assert shows(app, "Moving the team to Villeurbanne")
        assert not shows(app, "Tomás")
        await pilot.press("escape")
        await settle(pilot)
        assert not on_screen(app)


@pytest.mark.parametrize("size", SIZES)
async def test_all_of_it_can_be_scrolled_to(size: tuple[int, int]) -> None:
    app = app_over(known())
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "Zoé")
        assert shows(app, "Zoé Zarka")
        assert not shows(app, "Likes tea")
        first = lines(app)
        await pilot.press("j", "J", "down")
        await settle(pilot)
        assert lines(app) != first
        await pilot.press("k", "K", "up")
        await settle(pilot)
        assert lines(app) == first
        await pilot.press("G")
        await settle(pilot)
        assert shows(app, "Likes tea")
        assert shows(app, "line 59.")
        await pilot.press("g")
        await settle(pilot)
        assert lines(app) == first
        await pilot.press("ctrl+d", "ctrl+u")
        await settle(pilot)
        assert lines(app) == first


async def test_the_curtain_covers_it() -> None:
    app = app_over(known())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert on_screen(app)
        assert not any(shows(app, text) for text in ("Amélie", "Aubier", "Villeurbanne"))
        assert shows(app, "A. R.")
        await pilot.press("G", "j")
        await settle(pilot)
        assert not shows(app, "Aubier")
        await pilot.press("exclamation_mark")
        await settle(pilot)
        assert shows(app, "Aubier")


async def test_behind_the_curtain_it_opens_covered() -> None:
    app = app_over(known())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("exclamation_mark")
        await opened(pilot)
        assert on_screen(app)
        assert not any(shows(app, text) for text in ("Amélie", "Aubier", "Villeurbanne"))


async def test_markup_in_a_note_is_shown_as_it_is() -> None:
    app = app_over(network(person("Z", "Zoé Zarka", notes="[@click=app.quit]x[/] \x1b[2J")))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, "Zoé")
        assert shows(app, "[@click=app.quit]x[/] [2J")
        assert not any("\x1b" in line for line in lines(app))
