from __future__ import annotations

from datetime import timedelta

import pytest
from stage import (
    TODAY,
    app_over,
    line_with,
    lines,
    network,
    settle,
    shows,
    type_in,
    under_cursor,
)
from textual.pilot import Pilot

from store.actions.note import Note
from store.records.change import ChangeSet, make
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from tui.app import ArrosoirApp

Told = list[tuple[str, int | None, str]]


def told_today(app: ArrosoirApp, id: str) -> Told:
    """Kind, minutes and note of today's contacts."""
    talks = app.service.snapshot.interactions_of(PersonId(id))
    return [(talk.kind, talk.minutes, talk.note) for talk in talks if talk.on == TODAY]


def contacts(app: ArrosoirApp, id: str) -> tuple[Interaction, ...]:
    """All contacts."""
    return app.service.snapshot.interactions_of(PersonId(id))


async def do_bjorn(pilot: Pilot[int], app: ArrosoirApp) -> None:
    """`d` on a row that asks for a contact."""
    await settle(pilot)
    await pilot.press("G")
    await settle(pilot)
    if "Björn" not in under_cursor(app):
        await pilot.press("k")
        await settle(pilot)
    assert "Björn" in under_cursor(app)
    await pilot.press("d")
    await settle(pilot)


async def test_d_says_kind_and_minutes_and_c_offers_them_for_the_same_person() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        assert lines(app)[-1].strip() == "Björn Ek: call, 20 min · c corrects · u undo"
        assert told_today(app, "B") == [("call", 20, "")]
        assert "Björn" not in under_cursor(app)
        await pilot.press("c")
        await settle(pilot)
        assert shows(app, "In fact, Björn Ek:")
        assert shows(app, "noted: call, 20 min")


@pytest.mark.parametrize(
    ("typed", "echo", "told"),
    [
        ("45", "→ call · 45 min", ("call", 45, "")),
        ("coffee", "→ in person · 1 h", ("in_person", 60, "")),
        ("message", "→ message · today", ("message", 5, "")),
        ("call 35 New flat", "→ call · 35 min", ("call", 35, "New flat")),
        ("Has moved", "→ call · 20 min · today · “Has moved”", ("call", 20, "Has moved")),
    ],
)
async def test_what_is_told_takes_the_place_of_what_was_logged(
    typed: str, echo: str, told: tuple[str, int, str]
) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        before = len(contacts(app, "B"))
        await pilot.press("c")
        await type_in(pilot, typed)
        await settle(pilot)
        assert shows(app, echo)
        await pilot.press("enter")
        await settle(pilot)
        assert told_today(app, "B") == [told]
        assert len(contacts(app, "B")) == before
        assert not line_with(app, "● Björn")


async def test_another_day_can_be_told_but_none_to_come() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        await pilot.press("c")
        await type_in(pilot, "tomorrow")
        await pilot.press("enter")
        await settle(pilot)
        assert shows(app, "That day has not come yet.")
        for _ in "tomorrow":
            await pilot.press("backspace")
        await type_in(pilot, "yesterday 30")
        await pilot.press("enter")
        await settle(pilot)
        last = contacts(app, "B")[-1]
        assert ((TODAY - last.on).days, last.minutes) == (1, 30)
        assert told_today(app, "B") == []


async def test_undo_takes_the_correction_back_then_the_deed() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        await pilot.press("c")
        await type_in(pilot, "coffee 90 Moved")
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.service.history()) == 2
        await pilot.press("u")
        await settle(pilot)
        assert told_today(app, "B") == [("call", 20, "")]
        await pilot.press("u")
        await settle(pilot)
        assert told_today(app, "B") == []
        assert line_with(app, "● Björn")
        await pilot.press("U", "U")
        await settle(pilot)
        assert told_today(app, "B") == [("in_person", 90, "Moved")]


async def test_enter_alone_keeps_what_was_logged() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        await pilot.press("c", "enter")
        await settle(pilot)
        assert told_today(app, "B") == [("call", 20, "")]
        assert len(app.service.history()) == 1


async def test_a_closed_promise_stays_closed_when_its_talk_is_told() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d", "c")
        await settle(pilot)
        assert shows(app, "In fact, Amélie Roussel:")
        await type_in(pilot, "coffee 45")
        await pilot.press("enter")
        await settle(pilot)
        assert told_today(app, "A") == [("in_person", 45, "")]
        assert not line_with(app, "◆ Amélie")
        assert "Amélie Roussel, done; in person, 45 min" in lines(app)[-1]


async def test_after_another_key_c_is_a_talk_of_its_own() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("d", "j", "k", "c")
        await settle(pilot)
        assert shows(app, "Talked with Tomás Herrera:")


async def test_a_correction_keeps_what_another_session_changed_meanwhile() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await do_bjorn(pilot, app)
        app.service.perform("note", Note(person="B", text="Said elsewhere"))
        await pilot.press("c")
        await type_in(pilot, "50")
        await pilot.press("enter")
        await settle(pilot)
        assert told_today(app, "B") == [("call", 50, "")]
        assert "Said elsewhere" in app.service.snapshot.people[PersonId("B")].notes


async def test_a_plan_that_happened_is_told_once() -> None:
    plan = Interaction(
        id="PLAN",
        people=(PersonId("T"),),
        kind="call",
        on=TODAY - timedelta(days=1),
        minutes=20,
        planned=True,
    )
    app = app_over(network().apply(ChangeSet((make(plan),))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = len(contacts(app, "T"))
        await pilot.press("j")
        await settle(pilot)
        assert "Tomás" in under_cursor(app)
        await pilot.press("d")
        await settle(pilot)
        assert not app.service.snapshot.interactions[InteractionId("PLAN")].planned
        await pilot.press("c")
        await type_in(pilot, "coffee 40 At last")
        await pilot.press("enter")
        await settle(pilot)
        talks = contacts(app, "T")
        assert len(talks) == before
        happened = app.service.snapshot.interactions[InteractionId("PLAN")]
        assert (happened.kind, happened.minutes, happened.note) == ("in_person", 40, "At last")
        assert happened.on == plan.on
