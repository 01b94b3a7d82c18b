"""Slots booked free-hand: on the screen of time, and from everywhere by the palette."""

from __future__ import annotations

from datetime import date

from stage import TODAY, app_over, lines, network, settle, shows, type_in
from textual.pilot import Pilot

from store.records.ids import PersonId
from store.records.time_entry import Slot
from tui.app import ArrosoirApp
from tui.commands.registry import BY_ID
from tui.screens.place import Place
from widgets.ask_line import AskLine


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def run(pilot: Pilot[int], id: str) -> None:
    """As from the palette."""
    assert isinstance(pilot.app.screen, Place)
    pilot.app.screen.run_command(id)
    await settle(pilot)


def echo(app: ArrosoirApp) -> str:
    return lines(app)[-1].strip()


def booked(app: ArrosoirApp) -> list[Slot]:
    assert app.fresh is not None
    return list(app.fresh.snapshot.slots.values())


async def retype(pilot: Pilot[int], text: str) -> None:
    await pilot.press("ctrl+u")
    await type_in(pilot, text)


async def test_one_line_on_the_screen_of_time_is_a_slot_or_time_spent() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "a")
        await type_in(pilot, "call hél")
        assert echo(app).startswith("When, and for how long?")
        await press(pilot, "tab")
        assert app.screen.query_one(AskLine).text == "call Hélène Garnier "
        await type_in(pilot, "tue 9h30 25")
        assert echo(app) == "→ slot · call with Hélène Garnier · on Tue 24 Nov at 09:30 · 25 min"
        await retype(pilot, "call Hélène yesterday 9h30")
        assert not echo(app).startswith("→ slot")
        await retype(pilot, "preparing 20 slides")
        assert echo(app) == "→ time spent · preparing · 20 min · today · “slides”"
        await retype(pilot, "3 messages today 17:30 15")
        assert echo(app) == "→ slot · 3 messages · today at 17:30 · 15 min"
        await press(pilot, "enter")
        (slot,) = booked(app)
        assert (slot.kind, slot.count, slot.on, slot.at) == ("writing", 3, TODAY, "17:30")
        assert app.fresh is not None
        assert not app.fresh.snapshot.time_entries
        assert shows(app, "3 messages")
        await press(pilot, "u")
        assert not booked(app)
        await press(pilot, "exclamation_mark", "a")
        await type_in(pilot, "call Hélène tue 9h30")
        assert "H. G." in echo(app)
        assert "Garnier" not in echo(app)
        await press(pilot, "tab")
        assert app.screen.query_one(AskLine).text == "call Hélène tue 9h30"


async def test_the_palette_asks_the_same_with_whoever_is_meant() -> None:
    app = app_over(network())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert BY_ID["all.slot"].name == "slot"
        await run(pilot, "all.slot")
        assert shows(app, "Slot with Amélie Roussel:")
        await type_in(pilot, "yesterday 9h30")
        assert "has gone by" in echo(app)
        await retype(pilot, "coffee tue 9h30 the roof")
        assert echo(app) == (
            "→ slot · in person with Amélie Roussel · on Tue 24 Nov at 09:30 · 1 h · “the roof”"
        )
        await press(pilot, "enter")
        (slot,) = booked(app)
        assert (slot.person, slot.on, slot.note) == (
            PersonId("A"), date(2026, 11, 24), "the roof",
        )  # fmt: skip
        await press(pilot, "u")
        assert not booked(app)
        await press(pilot, "space", "j", "space")
        await run(pilot, "all.slot")
        assert shows(app, "one person at a time")
        await press(pilot, "escape", "6")
        await run(pilot, "all.slot")
        question = app.screen.query_one(AskLine).question
        assert question is not None
        assert question.key.startswith("book:"), "it is asked on the screen of time as well"
