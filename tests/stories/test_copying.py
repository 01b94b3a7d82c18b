"""Copying an address, a link, a card; the text is always shown or said as well."""

from __future__ import annotations

import pytest
from stage import app_over, lines, network, person, settle, shows, type_in
from textual.pilot import Pilot

from store.records.change import ChangeSet, alter
from store.records.ids import PersonId
from store.records.kinds import LANGUAGES, Language
from store.records.snapshot import Snapshot
from tui.app import ArrosoirApp
from tui.screens.copy_box import CopyBox
from tui.screens.copy_menu import CopyMenu
from tui.screens.veil import Veil

SIZES = [(80, 24), (100, 30)]
TMUX = {"TMUX": "/tmp/tmux-0/default,1,0"}


def reachable(**fields: object) -> Snapshot:
    """The five people; Amélie has addresses and links."""
    before = network()
    return before.apply(ChangeSet((alter(before.people[PersonId("A")], **fields),)))


ADDRESSES: dict[str, object] = {
    "emails": ("amelie@aubier.example", "am@home.example"),
    "phones": ("+33 6 12",),
    "links": ("https://aubier.example/a",),
}


def other_screen(app: ArrosoirApp) -> str:
    return type(app.screen).__name__


async def press(pilot: Pilot[int], *keys: str) -> None:
    await settle(pilot)
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_y_copies_the_first_mail_and_says_it(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(reachable(**ADDRESSES), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "y")
        assert app.clipboard == "amelie@aubier.example"
        assert shows(app, "amelie@aubier.example")


async def test_without_a_mail_it_is_the_phone_and_without_both_a_sentence() -> None:
    app = app_over(reachable(phones=("+33 6 12",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert app.clipboard == "+33 6 12"
        await press(pilot, "j", "y")
        assert app.clipboard == "+33 6 12"
        assert shows(app, "No address and no number")


async def test_addresses_of_all_the_marked_stand_on_one_line() -> None:
    before = reachable(**ADDRESSES)
    tomas = before.people[PersonId("T")]
    app = app_over(before.apply(ChangeSet((alter(tomas, emails=("tomas@x.example",)),))))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "y")
        assert app.clipboard == "amelie@aubier.example, tomas@x.example"


async def test_within_tmux_the_text_stands_in_a_box_too() -> None:
    app = app_over(reachable(**ADDRESSES), environment=TMUX)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert other_screen(app) == CopyBox.__name__
        assert shows(app, "amelie@aubier.example")
        assert shows(app, "set-clipboard on")
        await press(pilot, "escape")
        assert other_screen(app) != CopyBox.__name__


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_offers_all_and_shows_what_was_taken(
    size: tuple[int, int], language: Language
) -> None:
    app = app_over(reachable(**ADDRESSES), language)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "Y")
        assert other_screen(app) == CopyMenu.__name__
        for text in ("am@home.example", "+33 6 12", "https://aubier.example/a"):
            assert shows(app, text)
        await press(pilot, "(")
        assert app.clipboard == "Amélie Roussel <amelie@aubier.example>"
        assert other_screen(app) == CopyBox.__name__
        assert shows(app, "Amélie Roussel <amelie@aubier.example>")
        await press(pilot, "escape", "Y", *"jjjjj", "enter")
        assert app.clipboard.splitlines()[:2] == ["Amélie Roussel", "Aubier"]
        assert "am@home.example" in app.clipboard


async def test_the_menu_is_left_without_a_copy() -> None:
    app = app_over(reachable(**ADDRESSES))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "Y", "escape")
        assert other_screen(app) != CopyMenu.__name__
        assert not app.clipboard


async def test_o_copies_the_one_link_and_asks_among_several() -> None:
    app = app_over(reachable(links=("https://one.example",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        assert app.clipboard == "https://one.example"
        assert shows(app, "https://one.example")
        await press(pilot, "escape", "j", "o")
        assert shows(app, "No link on the card")
    app = app_over(reachable(links=("https://one.example", "https://two.example")))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "2")
        assert app.clipboard == "https://two.example"


async def test_confided_notes_are_not_on_the_card_that_is_copied() -> None:
    app = app_over(reachable(notes="secret", private_notes="more", **ADDRESSES))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "Y", "6")
        assert app.clipboard.startswith("Amélie Roussel\n")
        assert "secret" not in app.clipboard
        assert "more" not in app.clipboard


async def test_the_curtain_covers_box_and_menu_and_what_was_said() -> None:
    app = app_over(reachable(**ADDRESSES), environment=TMUX)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("y", "Y"):
            await press(pilot, key)
            app.curtain = True
            await settle(pilot)
            assert other_screen(app) == Veil.__name__
            assert not shows(app, "amelie@")
            await press(pilot, "!", "escape")
    app = app_over(reachable(**ADDRESSES))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "!", "y")
        assert app.clipboard == "amelie@aubier.example"
        assert not shows(app, "amelie@")


async def test_what_is_copied_is_shown_as_text_and_no_markup() -> None:
    trap = "[@click=app.quit]x[/]@y.example"
    app = app_over(network(person("0", "Zed [b]", 5, emails=(trap,), links=(trap,))))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, "zed")
        await press(pilot, "enter", "Y")
        assert any(trap in line for line in lines(app))
        assert shows(app, "Zed [b]")
        await press(pilot, "3")
        assert app.clipboard == f'"Zed [b]" <{trap}>'
        assert any(trap in line for line in lines(app))
