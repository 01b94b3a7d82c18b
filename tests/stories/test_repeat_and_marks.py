from __future__ import annotations

import pytest
from stage import app_over, line_with, lines, network, settle, shows, type_in, under_cursor
from textual.pilot import Pilot

from store.config.settings import Settings
from store.records.ids import PersonId
from store.records.person import Person
from tui.app import ArrosoirApp


def card(app: ArrosoirApp, id: str) -> Person:
    """Somebody as they are now."""
    return app.service.snapshot.people[PersonId(id)]


async def put_cursor(pilot: Pilot[int], app: ArrosoirApp, name: str) -> None:
    """Walk down to a row."""
    await pilot.press("g")
    for _ in range(9):
        await settle(pilot)
        if name in under_cursor(app):
            return
        await pilot.press("j")
    raise AssertionError("\n".join(lines(app)))


@pytest.mark.parametrize("key", ["full_stop", "semicolon"])
async def test_the_last_verb_is_repeated_on_this_person(key: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert lines(app)[-1].strip() == "There is no verb to repeat yet."
        await pilot.press("s", "quotation_mark")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert shows(app, "Tomás Herrera, again on Fri 27 Nov")


async def test_what_is_repeated_is_the_last_verb_and_not_one_before() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("P", "j", "full_stop")
        await settle(pilot)
        assert "at the top of Today" in lines(app)[-1]
        assert [p.id for p in app.service.snapshot.people.values() if p.pinned] == ["T", "I"]
        assert line_with(app, "▲ Ibrahim")


async def test_rhythm_note_and_talk_are_repeated_without_typing_again() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r", "4", "5", "enter", "j", "full_stop")
        await settle(pilot)
        assert [card(app, id).cadence_days for id in "AT"] == [45, 45]
        await pilot.press("n")
        await type_in(pilot, "Met at the fair")
        await pilot.press("enter", "k", "full_stop")
        await settle(pilot)
        assert all("Met at the fair" in card(app, id).notes for id in "AT")
        await pilot.press("c")
        await type_in(pilot, "coffee 15 The fair")
        await pilot.press("enter")
        await settle(pilot)
        await put_cursor(pilot, app, "Tomás")
        await pilot.press("full_stop")
        await settle(pilot)
        for id in "AT":
            last = app.service.snapshot.interactions_of(PersonId(id))[-1]
            assert (last.kind, last.minutes, last.note) == ("in_person", 15, "The fair")


async def test_deleting_is_asked_again_when_repeated() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("D", "y")
        await settle(pilot)
        await pilot.press("full_stop")
        await settle(pilot)
        assert shows(app, "Delete Tomás Herrera, with all talks and notes?")
        assert PersonId("T") in app.service.snapshot.people


async def test_the_star_marks_all_people_shown_or_none() -> None:
    app = app_over(network(), settings=Settings(glyphs="blocks", rows=4))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("*")
        await settle(pilot)
        assert shows(app, "the rest can wait")
        assert lines(app)[-1].startswith(" d done 4")
        assert "+" not in line_with(app, "the rest can wait").partition("┃│")[0]
        await pilot.press("*")
        await settle(pilot)
        assert lines(app)[-1].startswith(" d done  s later")


async def test_space_passes_over_lines_that_are_nobody() -> None:
    app = app_over(network(), settings=Settings(glyphs="blocks", rows=4))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G", "space")
        await settle(pilot)
        assert lines(app)[-1].startswith(" d done  s later")


@pytest.mark.parametrize("verb", ["d", "s", "x"])
async def test_a_verb_on_marks_is_one_step_of_undo(verb: str) -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = app.service.snapshot
        await pilot.press("*", verb)
        if verb == "s":
            await settle(pilot)
            assert shows(app, "Later, Amélie Roussel, Tomás Herrera +")
            await pilot.press("é")
        await settle(pilot)
        assert not shows(app, "◆")
        assert not shows(app, "▲")
        assert len(app.service.history()) == 1
        await pilot.press("u")
        await settle(pilot)
        for table in ("people", "interactions", "follow_ups"):
            assert dict(app.service.snapshot.tables[table]) == dict(before.tables[table])
        assert shows(app, "◆ Amélie")


async def test_capital_s_asks_where_there_is_no_delay_yet_and_keeps_it() -> None:
    app = app_over(network())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await settle(pilot)
        assert shows(app, "Later, Amélie Roussel:")
        await pilot.press("é")
        await settle(pilot)
        assert shows(app, "Amélie Roussel, again on Mon 23 Nov")
        await pilot.press("S")
        await settle(pilot)
        assert shows(app, "Tomás Herrera, again on Mon 23 Nov")
