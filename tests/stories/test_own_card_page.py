"""The user's own card: read, and edited by the same form."""

from __future__ import annotations

import pytest
from stage import app_over, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.records.change import ChangeSet, make
from store.records.kinds import LANGUAGES, Language
from store.records.me import Me
from store.records.person import City, School
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from tui.screens.edit_card import EditCard
from tui.screens.own_card import OwnCardPage
from widgets.safe_input import SafeInput

TRIP = City(name="Göteborg", start="2026-12-01", end="2026-12-04")


def with_me(**fields: object) -> Snapshot:
    """The five people and two classmates; the user's own card."""
    insa = (School(name="INSA de Lyon"),)
    snapshot = network(
        person("X", "Xavier", schools=insa, passions=("jazz",)), person("Y", "Yves", schools=insa)
    )
    me = Me(**fields)  # type: ignore[arg-type]
    return snapshot.apply(ChangeSet((make(me),)))


async def open_page(pilot: Pilot[int], app: ArrosoirApp) -> None:
    await settle(pilot)
    app.screen.run_command("all.me")  # type: ignore[attr-defined]
    await settle(pilot)
    assert isinstance(app.screen, OwnCardPage)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_empty_card_is_one_sentence_with_its_key(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(network(), language)
    said = {"en": "Your own card is empty", "fr": "Votre fiche est vide"}
    async with app.run_test(size=size) as pilot:
        await open_page(pilot, app)
        assert shows(app, said[language])
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(app.screen, EditCard)


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_tells_who_shares_what_and_what_is_missing(
    size: tuple[int, int], language: Language
) -> None:
    schools = (School(name="INSA Lyon", start="2004", end="2009"), School(name="KTH"))
    app = app_over(with_me(name="Ana", schools=schools, cities=(TRIP,)), language)
    shared = {
        "en": "INSA Lyon 2004-2009 (2\N{NO-BREAK SPACE}people), KTH",
        "fr": "INSA Lyon 2004-2009 (2\N{NO-BREAK SPACE}personnes)",
    }
    missing = {"en": "Your passions: 1 person has one noted", "fr": "Vos passions"}
    async with app.run_test(size=size) as pilot:
        await open_page(pilot, app)
        assert shows(app, "Ana")
        assert shows(app, shared[language])
        assert shows(app, missing[language])
        assert shows(app, "Göteborg")


async def test_it_is_edited_there_and_shows_the_change_at_once() -> None:
    app = app_over(with_me(name="Ana", cities=(City(name="Paris"), TRIP)))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_page(pilot, app)
        await pilot.press("e")
        await settle(pilot)
        assert app.screen.query_one("#city", SafeInput).value == "Paris"
        app.screen.query_one("#school", SafeInput).focus()
        await type_in(pilot, "INSA Lyon 2004-2009")
        app.screen.query_one("#city", SafeInput).focus()
        await pilot.press("end", "ctrl+u")
        await type_in(pilot, "Nantes")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "INSA Lyon 2004-2009 (2\N{NO-BREAK SPACE}people)")
        me = app.service.snapshot.me
        assert me.cities == (City(name="Nantes"), TRIP)
        assert len(app.service.history()) == 1


async def test_the_curtain_covers_it() -> None:
    app = app_over(with_me(name="Ana Bell", passions=("jazz",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_page(pilot, app)
        assert shows(app, "jazz")
        await pilot.press("!")
        await settle(pilot)
        assert not shows(app, "jazz")
        assert not shows(app, "Ana Bell")


async def test_what_stands_on_it_is_text_and_no_markup() -> None:
    trap = "[@click=app.quit]x[/]"
    app = app_over(with_me(name=trap, passions=(trap,), org=trap))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_page(pilot, app)
        assert sum(trap in line for line in lines(app)) >= 3
