"""Keys that come before the panes are there: none is lost, and none does harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bursts import burst, send
from stage import app_over, network, person, settle

from store.records.ids import PersonId
from store.records.snapshot import EMPTY
from tui.app import ArrosoirApp
from tui.commands.registry import commands_of
from tui.requests import CardWanted, MergingWanted
from tui.screens.people import People
from tui.screens.place import Place
from tui.type_ahead import TypeAhead

SOME = 6
"""One key of so many is tried on each screen."""

PAIR = (PersonId("A"), PersonId("T"))

WAYS: dict[str, Callable[[ArrosoirApp], object]] = {
    "people": lambda app: app.showing.people(),
    "person": lambda app: app.showing.card(CardWanted(PersonId("A"))),
    "history": lambda app: app.showing.requested("history"),
    "gaps": lambda app: app.showing.requested("gaps"),
    "spellings": lambda app: app.showing.requested("spellings"),
    "twins": lambda app: app.showing.requested("twins"),
    "merging": lambda app: app.showing.merging(MergingWanted(PAIR)),
    "files": lambda app: app.first_run.bring_files(),
    "five": lambda app: app.first_run.five(),
    "sorting": lambda app: app.first_run.sort(),
    "welcome": lambda app: app.push_screen(app.first_run.welcome()),
}


def keys_of(place: Place) -> set[str]:
    """All keys of a screen but those that leave the program."""
    here = place.situation().place
    commands = [each for each in commands_of(here) if each.id != "all.quit"]
    return {key for each in commands for key in each.keys}


@pytest.mark.parametrize("way", WAYS)
async def test_a_key_before_the_panes_does_no_harm(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TypeAhead, "holds", lambda self, event: False)
    app = app_over(network(person("N", "Noé Lambert")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        WAYS[way](app)
        place = app.screen
        assert isinstance(place, Place)
        await settle(pilot)
        keys = keys_of(place)
        assert keys
    for key in sorted(keys)[::SOME]:
        app = app_over(network(person("N", "Noé Lambert")))
        async with app.run_test(size=(80, 24)) as pilot:
            WAYS[way](app)
            assert not app.screen.is_mounted
            app.simulate_key(key)
            before = app.service.snapshot
            await pilot.pause()
            assert app.service.snapshot is before
            assert app.return_code is None


@pytest.mark.parametrize("nobody", [True, False])
async def test_neither_leaving_nor_keeping_needs_the_first_screen(nobody: bool) -> None:
    app = app_over(EMPTY if nobody else network())
    async with app.run_test(size=(80, 24)):
        first = app.first_run.welcome() if nobody else app.dashboard()
        assert first.check_action("command", ("all.quit",)) is False
        first.keep_draft()


async def test_keys_behind_a_way_are_for_where_it_leads() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        send(app, "2")
        await burst(pilot, "j3")
        assert len([each for each in app.screen_stack if isinstance(each, People)]) == 1
        assert app.screen.__class__.__name__ == "PersonScreen"
