"""The screen of time: its panes empty, zoomed, in a week of pause, and on a telephone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from stage import app_over, line_with, lines, network, person, settle, shows, type_in
from time_week import TODAY, planned, press, snapshot_of

from store.records.change import ChangeSet, make
from store.records.ids import PersonId, SlotId
from store.records.kinds import LANGUAGES, Language
from store.records.me import Budget, Me
from store.records.person import Pause
from store.records.snapshot import EMPTY, Snapshot
from store.records.time_entry import Slot
from store.words.words import Words
from tui.commands.registry import FOOTER_AT_MOST, commands_of, footer_of
from tui.screens.time_arrangement import PANES
from widgets.slot_list import SlotList


async def test_a_booked_slot_has_the_cursor_and_the_way_back_stays_readable() -> None:
    tomorrow = TODAY + timedelta(days=1)
    other = Slot(id="S2", kind="call", on=tomorrow, at="09:30", minutes=25, person=PersonId("B"))
    app = app_over(planned(other), "fr")
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "a")
        await type_in(pilot, "appel Hélène demain 9:40 25")
        assert lines(app)[-1].endswith("appel avec Björn Ek, 09:30")
        assert lines(app)[-2].startswith(" → créneau"), "in two lines"
        await press(pilot, "enter")
        assert lines(app)[-1].endswith("· u annule")
        (new,) = set(snapshot_of(app).slots) - {SlotId("S1"), SlotId("S2")}
        assert app.screen.query_one(SlotList).key == new


@pytest.mark.parametrize("language", LANGUAGES)
async def test_empty_panes_say_what_to_do(language: Language) -> None:
    app, words = app_over(planned_nothing(), language), Words(language)
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        told = " ".join(" ".join(lines(app)).split())
        assert words.say("time.timer.none")[:24] in told
        for id in ("time.shares.empty", "time.weeks.empty"):
            said = words.say(id, add="a", timer="t", people="2")
            assert said[:24] in told
            assert " c " not in said, "logging a talk takes a person, and none is chosen here"
        assert words.say("time.slots.nobody", key="b")[:12] in told
        assert words.say("time.budget.hint", key="b") in told


async def test_a_zoomed_pane_has_the_whole_room_whatever_it_had_before() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        for id in ("budget", "slots"):
            pane = app.screen.query_one(f"#{id}")
            before = pane.size.height
            await press(pilot, "z")
            assert pane.size.height == 28 > before
            await press(pilot, "z")
            assert pane.size.height == before
            await pilot.resize_terminal(40, 14)
            await settle(pilot)
            assert pane.size.height == 12
            await pilot.resize_terminal(100, 30)
            await settle(pilot)
            assert pane.size.height == before
            await press(pilot, "tab")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (40, 14)])
async def test_a_week_of_pause_is_told_as_such(language: Language, size: tuple[int, int]) -> None:
    away = Pause(start=TODAY - timedelta(days=7), until=TODAY + timedelta(days=14))
    me = Me(budget=Budget(total=120, kinds={"call": 40}), pauses=(away,))
    app, words = app_over(network().apply(ChangeSet((make(me),))), language), Words(language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        assert shows(app, words.say("time.budget.resting"))
        if size[0] < 80:
            await press(pilot, "tab")
        told = " ".join(" ".join(lines(app)).split())
        assert " ".join(words.say("time.slots.pause").split()) in told


async def test_beside_what_is_booked_it_is_said_why_nothing_is_proposed() -> None:
    away = Pause(start=TODAY - timedelta(days=7), until=TODAY + timedelta(days=14))
    slot = Slot(id="S1", kind="call", on=TODAY, at="09:30", minutes=25, person=PersonId("B"))
    me = Me(budget=Budget(total=120), pauses=(away,))
    app = app_over(network().apply(ChangeSet((make(me), make(slot)))))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "tab")
        booked, said = line_with(app, "call Björn Ek"), line_with(app, "nothing is proposed")
        assert 0 < lines(app).index(booked) < lines(app).index(said)
        assert app.screen.query_one(SlotList).key == "S1"


async def test_the_present_screen_is_named_on_a_telephone() -> None:
    app = app_over(planned())
    async with app.run_test(size=(40, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        assert lines(app)[0].startswith("  1  2  3 ▐6 Time▌ ")
        await press(pilot, "2")
        assert lines(app)[0].startswith("  1 ▐2 People▌ 3  6 ")


def planned_nothing() -> Snapshot:
    """Somebody with whom nothing was ever noted."""
    return EMPTY.apply(ChangeSet((make(person("Q", "Quinn Doe")),)))


def test_every_command_has_a_verb_and_no_footer_names_more_than_seven() -> None:
    for pane in PANES:
        assert 3 <= len(footer_of("time", pane)) <= FOOTER_AT_MOST
    words = Words("en")
    assert all(words.say(each.help) != each.help for each in commands_of("time"))
