"""Time: what runs, the week against the budget, who got it, slots, and twelve weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from store.views.slots import BookedSlot
from store.views.timer import RunningTimer
from store.words.words import Words
from tui.commands.command import Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.figures_known import FiguresKnown
from tui.phrasing.time_footer import time_verbs
from tui.phrasing.time_slots import GONE, booked_said, proposed_said
from tui.screens.kept_place import KeptPlace
from tui.screens.targets import Targets
from tui.screens.time_arrangement import (
    PANES,
    TimePane,
    arrange,
    fits_one,
    pane_named,
    sheet_of,
)
from tui.screens.time_busy import BusyRead, TimeBusy
from tui.screens.time_moves import TimeMoves
from tui.screens.time_panes import TimePanes
from tui.screens.time_shown import Slot, TimeShown, targets_of, time_shown
from tui.screens.time_slots import TimeSlots
from tui.screens.verb_place import Table
from tui.writer import Job
from widgets.ask_line import AskLine
from widgets.budget_meters import BudgetMeters
from widgets.column import Column, Row
from widgets.foot import Foot, Verb
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.prose import Prose
from widgets.slot_list import SlotList
from widgets.timer_pane import TimerPane
from widgets.twelve_weeks import TwelveWeeks

WEEK = timedelta(days=7)


class TimeScreen(KeptPlace, inherit_bindings=False):
    """The sixth screen."""

    BINDINGS = bindings_of("time")

    number = 6

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, mark: str = ""
    ) -> None:
        """Make ready; see `VerbPlace`."""
        super().__init__(words, keys, drafts, glyphs, mark)
        self._moves = TimeMoves(self)
        self._painter = TimePanes(self, words, keys)
        self.slots = TimeSlots(self)
        self.busy = TimeBusy(self)
        self._figures = FiguresKnown()
        self.pane: TimePane = "budget"
        self.shown: TimeShown | None = None
        """What the panes tell of; None before there are any."""
        self._day: date | None = None
        """A day of the week that is shown; None for the present one, whichever that is."""
        self._drawn_for = (0, 0)
        self._drawn_at: datetime | None = None
        self._turned = True
        """Whether another week is shown, so that the cursor has no place yet."""
        self._slots_before: frozenset[str] = frozenset()
        """The ids of the slots when something was last asked for."""
        self._timed: RunningTimer | None = None
        """What ran when the timer's pane was drawn."""

    def compose(self) -> ComposeResult:
        """Header, two columns, foot."""
        yield Header()
        with Row(id="panes"):
            with Column(id="left"):
                yield TimerPane(id="timer")
                yield Prose(id="shares")
            with Column(id="right"):
                yield BudgetMeters(id="budget")
                yield SlotList(id="slots")
                yield TwelveWeeks(id="weeks")
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Draw what there is."""
        super().on_mount()
        self.draw()
        self.show_pane(self.pane)

    # State ------------------------------------------------------------------------------------

    def watch_fresh(self) -> None:
        """New data: the cursor stays on its slot; other calendars are looked into."""
        super().watch_fresh()
        if self.is_current and self.busy.others_meant:
            self._look_into_calendars()

    def on_screen_resume(self) -> None:
        """The clock has gone on, and with it what is free; so may the data and the calendars."""
        if self._stale or self._drawn_at != self._wall_time():
            self.draw()
        self._look_into_calendars()

    @property
    def slot(self) -> Slot | None:
        """The slot that verbs are about: under the cursor, while the slots have the focus."""
        if self.shown is None or self.pane != "slots":
            return None
        return self.shown.slot(self.query_one(SlotList).key)

    def committed(self, job: Job) -> None:
        """The cursor goes on to the next proposal once one is booked, else to what was booked."""
        listed = self.query_one(SlotList)
        new = [key for key in listed.ids if key in self._slot_ids() - self._slots_before]
        if job.then is not None:
            listed.go_to(job.then)
        elif job.verb == "slot" and new:
            listed.go_to(new[0])

    def submit(self, job: Job) -> None:
        """Hand a job up, knowing which slots there were before."""
        self._slots_before = self._slot_ids()
        super().submit(job)

    def _slot_ids(self) -> frozenset[str]:
        return frozenset() if self.fresh is None else frozenset(self.fresh.snapshot.slots)

    def turn_week(self, by: int) -> None:
        """Show a later week, or an earlier one."""
        if self.shown is None:
            return
        start, today = self.shown.figures.week.start, self.today()
        try:
            day = start + by * WEEK
        except OverflowError:
            return
        back = day <= today and today - day < WEEK
        self._day = None if back else day
        self._turned = True
        self.draw()
        self._look_into_calendars()

    # Drawing ----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Everything, as it is now."""
        if self.fresh is None or not self.is_mounted:
            return
        self._stale = False
        now = self._wall_time()
        self._drawn_for, self._drawn_at = self.app.size, now
        fresh = self.fresh
        week = self._figures.of(fresh, self._day or fresh.today)
        self.shown = time_shown(fresh, week, now, self.busy, curtain=self.curtain, alone=self.alone)
        self.show_day(fresh)
        self._arrange()
        if self._turned:
            self._turned = False
            self.query_one(SlotList).go_to(self.shown.first_to_come)

    def _wall_time(self) -> datetime:
        """The minute on the user's clock."""
        return self.moment().replace(second=0, microsecond=0, tzinfo=None)

    def _arrange(self) -> None:
        """Show one pane where only one fits or one is zoomed."""
        shown = self.shown
        if shown is None:
            return
        self.shown = shown = msgspec.structs.replace(shown, alone=self.alone)
        rows = len(shown.slots.booked) + len(shown.slots.proposed)
        rows += len(self._painter.notes(shown)) + len(self._painter.reasons(shown))
        meters = len(shown.figures.week.kinds) + shown.figures.week.resting
        weeks = self._painter.weeks(shown)
        arrange(self, self.pane, alone=self.alone, kinds=meters, slots=rows, weeks=weeks)
        self._painter.draw(shown)
        self._draw_timer(self.moment())
        self.show_footer()

    def tick(self, now: datetime) -> None:
        """How long the timer has run stands in its pane; the header has no cell for it here."""
        if self.shown is None or not self.ready:
            return
        timer = self.running()
        if timer is None or timer != self._timed or timer.is_forgotten(now):
            self._draw_timer(now)
        else:
            self.query_one(TimerPane).tick(self.timer_text(now), timer.seconds(now))

    def _draw_timer(self, now: datetime) -> None:
        if self.shown is not None:
            self._timed, clock = self.running(), self.timer_text(now)
            self._painter.timer(self._timed, now, clock, self._meant(), self.shown)

    def _meant(self) -> str:
        """For what a timer would be started."""
        slot = self.slot
        if isinstance(slot, BookedSlot):
            gone = slot.standing in GONE
            return "" if gone else booked_said(slot, self.words, curtain=self.curtain)
        return "" if slot is None else proposed_said(slot, self.words, curtain=self.curtain)

    @property
    def alone(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed or fits_one(self.app.size)

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        if self._drawn_for != self.app.size:
            self.draw()
            self.show_pane(self.pane)

    def _look_into_calendars(self) -> None:
        if self.shown is not None:
            self.busy.ask(self.shown.days)

    @on(BusyRead)
    def _busy_read(self, event: BusyRead) -> None:
        event.stop()
        if self.busy.take(event):
            self.draw()

    # Situation --------------------------------------------------------------------------------

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        targets, slot = self.targets(), self.slot
        return Situation(
            place="time",
            pane=self.pane,
            person=bool(targets.people),
            row=bool(targets.rows),
            repeatable=self._verbs.repeatable,
            slot="booked" if isinstance(slot, BookedSlot) else "proposed" if slot else "",
            slot_to_come=isinstance(slot, BookedSlot) and slot.standing == "to_come",
        )

    def targets(self) -> Targets:
        """Whom the slot under the cursor is for, with their rows of today."""
        return targets_of(self.slot, self.fresh)

    def own_verbs(self) -> tuple[Table, ...]:
        """Going about on it, and its slots."""
        return self._moves.table(), self.slots.table()

    def named_verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """The verbs of the pane; what Enter does is told by what is under the cursor."""
        return time_verbs(super().named_verbs(situation), situation, self.keys, self.words)

    # Going about ------------------------------------------------------------------------------

    def focus_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        self.show_pane(PANES[(PANES.index(self.pane) + by) % len(PANES)])

    def show_pane(self, pane: TimePane) -> None:
        """Give a pane the focus, and room where it had none."""
        other, self.pane = pane != self.pane, pane
        if other and self.alone:
            self._arrange()
        self._mean()
        self.set_focus(sheet_of(self, pane))

    def zoom(self, on: bool) -> None:
        """One pane alone, or all again."""
        self._zoomed = on
        self._arrange()
        self.show_pane(self.pane)

    def step_back(self) -> bool:
        """Undo the latest of what changes the view; whether there was anything."""
        if self._zoomed:
            self.zoom(False)
        elif self._day is not None:
            self._day = None
            self.draw()
            self._look_into_calendars()
        else:
            return False
        return True

    # Events -----------------------------------------------------------------------------------

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.tick(self.moment())
        self.show_footer()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """The footer follows the focus."""
        pane = pane_named(self.focused.id if self.focused is not None else None)
        if pane is not None and pane != self.pane:
            self.pane = pane
            self._mean()
        self.show_footer()

    def _mean(self) -> None:
        """Show whether the slot under the cursor is what verbs are about."""
        self.query_one(SlotList).meant = self.pane == "slots"
        if self.shown is not None:
            self._painter.slots_aside(self.shown)
        self._draw_timer(self.moment())
