"""The screen of time: gone to, read, asked, and what is done to its slots."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from stage import app_over, line_with, lines, settle, shows, type_in
from time_week import NOW, TODAY, planned, press, snapshot_of, time_of

from store.config.settings import Settings
from store.records.ids import PersonId, SlotId
from store.records.kinds import Language
from store.records.me import Budget
from store.records.time_entry import TimeEntry
from tui.screens.people import People
from tui.screens.person import PersonScreen
from tui.screens.time_arrangement import PANES
from tui.screens.time_screen import TimeScreen
from tui.screens.today import Today
from widgets.ask_line import AskLine
from widgets.foot import Foot
from widgets.slot_list import SlotList
from widgets.timer_cell import TimerCell
from widgets.timer_pane import TimerPane


async def test_the_numbers_lead_from_every_screen_to_every_other() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        ways: list[tuple[str, type[object], int]] = [
            ("6", TimeScreen, 2),
            ("1", Today, 1),
            ("2", People, 2),
            ("minus", TimeScreen, 3),
            ("2", People, 2),
            ("3", PersonScreen, 3),
            ("6", TimeScreen, 3),
            ("3", PersonScreen, 4),
            ("6", TimeScreen, 3),
            ("3", PersonScreen, 4),
            ("escape", TimeScreen, 3),
            ("escape", People, 2),
            ("6", TimeScreen, 3),
            ("3", PersonScreen, 4),
            ("1", Today, 1),
        ]
        for key, screen, depth in ways:
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, screen), key
            assert len(app.screen_stack) == depth
        assert "6 Time" in lines(app)[0]


async def test_a_morning_on_the_screen_of_time() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        # The week against the budget: over in words and in form, nothing "under" while it goes on.
        over = line_with(app, "social ")
        assert "0:25 of 0:20" in over
        assert "▶" in over
        assert over.rstrip(" ┃").endswith("over")
        assert "┊" in line_with(app, "writing ")
        assert not shows(app, "under")
        assert shows(app, "16 – 22 Nov  H L week")
        assert shows(app, "even pace, Friday included")
        await press(pilot, "tab")
        # Whoever the slot under the cursor is for is meant.
        assert "▶ ◆" in line_with(app, "25 min  call Björn Ek")
        assert shows(app, "t starts: call Björn Ek")
        await press(pilot, "3")
        assert shows(app, "╭─ Björn Ek")
        await press(pilot, "6")

        await press(pilot, "enter")
        assert app.screen.query_one(AskLine).display
        await type_in(pilot, "tuesday 14:30")
        assert shows(app, "→ Tue 24 Nov · 14:30 · 25 min")
        await press(pilot, "enter")
        assert snapshot_of(app).slots[SlotId("S1")].on == date(2026, 11, 24)
        await press(pilot, "x")
        assert snapshot_of(app).slots[SlotId("S1")].state == "planned"
        await press(pilot, "u")
        await press(pilot, "d")
        assert snapshot_of(app).slots[SlotId("S1")].state == "kept"
        assert shows(app, "took place")
        assert line_with(app, "call  ").count("0:25 of 0:40") == 1
        await press(pilot, "u", "x")
        assert shows(app, "did not happen")
        await press(pilot, "u", "D")
        assert SlotId("S1") not in snapshot_of(app).slots
        await press(pilot, "u")
        assert SlotId("S1") in snapshot_of(app).slots


async def test_a_proposal_is_booked_and_the_cursor_goes_on_to_the_next() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "tab")
        screen = time_of(app)
        listed = screen.query_one(SlotList)
        free = [key for key in listed.ids if key.startswith("free:")]
        assert len(free) > 1
        listed.go_to(free[0])
        await settle(pilot)
        assert "book slot" in [verb.label for verb in screen.query_one(Foot).verbs]
        await press(pilot, "x")
        assert shows(app, "No booked slot is under the cursor")
        await press(pilot, "enter")
        assert len(snapshot_of(app).slots) == 2
        assert listed.key == free[1]
        assert shows(app, "u undo")
        await press(pilot, "u")
        assert len(snapshot_of(app).slots) == 1


async def test_while_another_pane_has_the_focus_no_verb_is_about_a_slot() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        assert "▶" not in line_with(app, "25 min  call Björn Ek")
        assert shows(app, "t starts one.")
        await press(pilot, "d")
        assert shows(app, "Tab goes to the slots")
        await press(pilot, "s")
        assert not app.screen.query_one(AskLine).display
        await press(pilot, "t")
        assert app.screen.query_one(AskLine).display
        await press(pilot, "escape", "enter")
        assert app.screen.query_one(AskLine).question.key == "budget"  # type: ignore[union-attr]
        await press(pilot, "escape", "j")
        assert time_of(app).pane == "slots"
        await press(pilot, "enter")
        await type_in(pilot, "25h")
        await press(pilot, "enter")
        assert "“25h” is not read" in lines(app)[-1]
        await press(pilot, "escape", "t")
        assert line_with(app, "▶ call · Björn Ek")


async def test_budget_and_time_without_a_person_are_asked_with_an_echo() -> None:
    app = app_over(planned())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "b")
        field = app.screen.query_one(AskLine)
        assert field.text == "call=40 writing=20 social=20 week=120"
        await type_in(pilot, " nonsense")
        assert "nonsense" in lines(app)[-1]
        await pilot.press("ctrl+u")
        await type_in(pilot, "call=40 week=125")
        await press(pilot, "enter")
        budget = snapshot_of(app).me.budget
        assert (budget.total, budget.kinds["call"]) == (125, 40)
        await press(pilot, "b")
        await pilot.press("ctrl+u")
        await type_in(pilot, "calls 1h total=90 writing=0")
        assert lines(app)[-1].strip() == (
            "→ call 1 h · no longer set: writing · together 1 h 20, week 1 h 30"
        )
        await press(pilot, "enter")
        assert shows(app, "u undo")
        assert snapshot_of(app).me.budget == Budget(total=90, kinds={"call": 60, "social": 20})

        await press(pilot, "a")
        await type_in(pilot, "prep")
        assert lines(app)[-1].strip() == "preparing: how many minutes?"
        await type_in(pilot, " 20 slides monday")
        assert lines(app)[-1].strip() == "→ time spent · preparing · 20 min · Mon 16 Nov · “slides”"
        await press(pilot, "enter")
        entry = next(reversed(tuple(snapshot_of(app).time_entries.values())))
        assert (entry.kind, entry.minutes, entry.on) == ("preparing", 20, date(2026, 11, 16))
        assert "0:20" in line_with(app, "preparing")


async def test_the_weeks_go_by_and_the_present_one_comes_back() -> None:
    app = app_over(planned())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6", "H")
        assert shows(app, "9 – 15 Nov")
        assert shows(app, "No slot was booked in this week.")
        assert "within" in line_with(app, "call  ")
        assert "under" in line_with(app, "writing ")
        assert shows(app, "to 15 Nov")
        assert shows(app, "that week 40 min")
        await press(pilot, "L", "L")
        assert shows(app, "23 – 29 Nov")
        await press(pilot, "H")
        assert shows(app, "16 – 22 Nov")
        await press(pilot, "H", "H", "escape")
        assert shows(app, "16 – 22 Nov")
        await press(pilot, "escape")
        assert isinstance(app.screen, Today)


async def test_the_clock_of_the_timer_moves_and_nothing_else_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = NOW - timedelta(minutes=12, seconds=41)
    timer = TimeEntry(
        id="E2",
        kind="call",
        on=TODAY,
        started=started,
        person=PersonId("B"),
        contact="call",
        slot=SlotId("S1"),
        note="asks about Lyon",
    )
    app = app_over(planned(timer))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        screen = time_of(app)
        assert "12:41" in line_with(app, "▶ call · Björn Ek")
        assert shows(app, "of 25 min slot")
        assert shows(app, "asks about Lyon")
        assert shows(app, "t stop and log")
        assert "12:41" not in lines(app)[0]
        pane = screen.query_one(TimerPane)
        before, drawn = lines(app), list[int]()
        monkeypatch.setattr(pane, "refresh_inner", drawn.append)
        screen.tick(NOW + timedelta(seconds=1))
        await settle(pilot)
        after = lines(app)
        assert drawn == []
        screen.tick(NOW + timedelta(minutes=5))
        assert drawn == [1]
        monkeypatch.undo()
        screen.tick(NOW + timedelta(seconds=1))
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert pane.query_one(TimerCell).text == "0:12:42"
        assert changed == [2]
        await press(pilot, "n")
        await type_in(pilot, "and Oslo")
        await press(pilot, "enter")
        assert shows(app, "and Oslo")
        await press(pilot, "exclamation_mark")
        assert shows(app, "▶ call · B. E.")
        assert not any(
            name in "\n".join(lines(app)) for name in ("Björn", "Amélie", "Lyon", "Oslo")
        )


@pytest.mark.parametrize(
    ("language", "sizes"),
    [("en", [(160, 50), (80, 24), (46, 20)]), ("fr", [(100, 30), (60, 20), (40, 12)])],
)
async def test_every_pane_is_reached_and_explained_at_every_size(
    language: Language, sizes: list[tuple[int, int]]
) -> None:
    app = app_over(planned(), language)
    async with app.run_test(size=sizes[0]) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        for size in sizes:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            seen = set()
            for _ in PANES:
                screen = time_of(app)
                seen.add(screen.pane)
                assert max(map(len, lines(app))) <= size[0]
                assert screen.focused is not None
                assert screen.focused.region.area > 0
                await pilot.press("tab")
                await pilot.pause()
            assert seen == set(PANES)
        await pilot.resize_terminal(80, 24)
        for pane in PANES:
            time_of(app).show_pane(pane)
            await pilot.press("w")
            assert sum(bool(each.strip(" ┃━┏┓┗┛")) for each in lines(app)) > 3
            await pilot.press("escape")


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:busy@example
DTSTAMP:20261101T080000Z
DTSTART;VALUE=DATE:20261120
DTEND;VALUE=DATE:20261124
SUMMARY:Away
END:VEVENT
END:VCALENDAR
"""


async def test_what_calendars_have_taken_is_not_proposed(tmp_path: Path) -> None:
    taken, gone = tmp_path / "mine.ics", tmp_path / "gone.ics"
    taken.write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8", newline="")
    settings = Settings(glyphs="blocks", calendars=(str(taken), str(gone)))
    app = app_over(planned(), settings=settings)
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "6")
        proposed = [key for key in app.screen.query_one(SlotList).ids if key.startswith("free:")]
        assert proposed
        assert min(proposed) >= "free:2026-11-24"
        assert shows(app, "gone.ics could not be read. There is no such file or folder.")
        assert not shows(app, str(gone))
        await press(pilot, "tab", "w")
        assert str(gone) in "".join(each.strip(" ┃") for each in lines(app))
        await press(pilot, "escape", "enter")
        await type_in(pilot, "today 15:00")
        assert shows(app, "at the same time as something in your calendar, 00:00–24:00")
        await press(pilot, "escape")
        taken.unlink()
        await press(pilot, "1", "6")
        proposed = [key for key in app.screen.query_one(SlotList).ids if key.startswith("free:")]
        assert min(proposed).startswith("free:2026-11-20")
