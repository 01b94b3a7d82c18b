"""The panes of the screen of time: timer, budget, who got the time, slots, twelve weeks."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from rich.cells import cell_len
from textual.screen import Screen

from store.rules.budget import Week
from store.views.no_slots import WhyNone, why_none
from store.views.timer import RunningTimer
from store.views.week import rest_days
from store.words import dates
from store.words.durations import silence_short
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.calendars_unread import calendars_unread
from tui.phrasing.time_budget import budget_shown, week_span
from tui.phrasing.time_shares import shares_told
from tui.phrasing.time_slots import SlotManner, slot_rows
from tui.phrasing.time_timer import Timed, nothing_runs, timer_shown
from tui.phrasing.time_weeks import scale_said, weeks_shown
from tui.screens.time_arrangement import share_room, slot_cells
from tui.screens.time_shown import TimeShown
from tui.shape import roomy
from widgets.budget_meters import BudgetMeters
from widgets.prose import Prose
from widgets.slot_list import SlotList, SlotRow
from widgets.timer_pane import TimerPane
from widgets.twelve_weeks import TwelveWeeks, WeeksShown
from widgets.wrapping import wrap

NO_SLOT: dict[WhyNone, str] = {
    "pause": "time.slots.pause",
    "no_time": "time.slots.no_time",
    "nobody": "time.slots.nobody",
}

EDGE = 5
"""Cells of an upper edge that are neither title nor aside, beyond those beside its lines."""


class TimePanes:
    """Draws them for a screen."""

    def __init__(self, screen: Screen[None], words: Words, keys: Keys) -> None:
        """Bind what they need."""
        self._screen = screen
        self._words = words
        self._keys = keys

    def draw(self, shown: TimeShown) -> None:
        """All but the timer."""
        self._budget(shown)
        self._shares(shown)
        self._slots(shown)
        self._weeks(shown)

    def timer(
        self,
        timer: RunningTimer | None,
        now: datetime,
        clock: str,
        meant: str,
        shown: TimeShown,
    ) -> None:
        """What runs; where nothing does, how to start it.

        Args:
            timer: what runs.
            now: an instant, with its zone.
            clock: how long it has run.
            meant: for what the timer would be started: "call Maud Lefèvre".
            shown: what the other panes tell.
        """
        pane, words = self._screen.query_one(TimerPane), self._words
        pane.title = words.say("time.timer.title")
        pane.aside = words.say("time.timer.running" if timer else "pane.week.no_timer")
        if timer is None:
            pane.show(nothing_runs(words, self._keys, meant))
            return
        timed = Timed(timer=timer, now=now, clock=clock)
        snapshot, ties = shown.fresh.snapshot, shown.fresh.ties
        pane.show(timer_shown(timed, snapshot, ties, words, self._keys, curtain=shown.curtain))

    def _budget(self, shown: TimeShown) -> None:
        pane, words, week = self._screen.query_one(BudgetMeters), self._words, shown.figures.week
        wide = roomy(self._screen.app.size)
        span = week_span(week.start, week.until, words, shown.today)
        before, after = self._key("time.before"), self._key("time.after")
        keys = words.say("time.budget.weeks", before=before, after=after)
        pane.title = words.say("time.budget.title")
        pane.aside = f"{span}  {keys}" if wide else span
        key = self._key("time.budget")
        pane.show(budget_shown(week, words, shown.today, key=key, roomy=wide))

    def _shares(self, shown: TimeShown) -> None:
        pane, words = self._screen.query_one("#shares", Prose), self._words
        size = self._screen.app.size
        figures = shown.figures
        long = words.say("time.shares.title"), words.say("time.shares.title_short")
        titles = long if roomy(size) or shown.alone else long[1:]
        days = silence_short((figures.until - figures.since).days + 1, words)
        near = dates.is_near(figures.until, shown.today)
        until = words.day_of_month(figures.until, shown.today)
        room = share_room(size, alone=shown.alone)
        empty = self._nothing_noted("time.shares.empty")
        told = shares_told(figures, words, room, curtain=shown.curtain, empty=empty)
        id = "time.shares.until_near" if near else "time.shares.until"
        aside = days if shown.present else words.say(id, day=until)
        more = words.say("time.shares.more", key=self._key("all.zoom"))
        asides = (aside,) if told.whole or shown.alone else (f"{aside}  {more}", more, aside)
        ways = [(title, aside) for aside in asides for title in titles]
        fits = (way for way in ways if sum(map(cell_len, way)) <= room[0] - EDGE)
        pane.title, pane.aside = next(fits, (titles[-1], aside))
        pane.show(told.paragraphs)

    def _slots(self, shown: TimeShown) -> None:
        pane, words = self._screen.query_one(SlotList), self._words
        booked = bool(shown.slots.booked) or shown.figures.week.until < shown.today
        pane.title = words.say("time.slots.title" if booked else "time.slots.title_free")
        self.slots_aside(shown)
        wide = roomy(self._screen.app.size)
        manner = SlotManner(today=shown.today, roomy=wide, curtain=shown.curtain)
        rows = slot_rows(shown.slots, words, manner)
        notes, empty = self.notes(shown), self._empty(shown)
        if notes and not rows:
            cells = slot_cells(self._screen.app.size, alone=shown.alone)
            rows = tuple(SlotRow(what=line) for text in empty for line in wrap(text, cells))
        pane.show((*notes, *rows, *self.reasons(shown)), empty)

    def slots_aside(self, shown: TimeShown) -> None:
        """What Enter does to what is proposed, while the slots have the focus."""
        pane, key = self._screen.query_one(SlotList), self._key("go.open")
        books = pane.meant and bool(shown.slots.proposed)
        pane.aside = self._words.say("time.slots.books", key=key) if books else ""

    def notes(self, shown: TimeShown) -> tuple[SlotRow, ...]:
        """What of the calendars could not be read, above the slots; nothing behind the curtain."""
        if shown.curtain or not shown.problems:
            return ()
        told = calendars_unread(shown.problems, self._words, key=self._key("time.why"))
        cells = slot_cells(self._screen.app.size, alone=shown.alone)
        lines = [line for text in told for line in wrap(text, cells)]
        return (*(SlotRow(what=line) for line in lines), SlotRow())

    def reasons(self, shown: TimeShown) -> tuple[SlotRow, ...]:
        """Why nothing is proposed beside what is booked, below that; not that nobody is due."""
        over = shown.figures.week.until < shown.today
        if not shown.known or over or shown.slots.proposed or not shown.slots.booked:
            return ()
        why = _why_none(shown)
        if why == "nobody":
            return ()
        cells = slot_cells(self._screen.app.size, alone=shown.alone)
        lines = wrap(self._words.say(NO_SLOT[why]), cells)
        apart = (SlotRow(),) if roomy(self._screen.app.size) else ()
        return (*apart, *(SlotRow(what=line) for line in lines))

    def _empty(self, shown: TimeShown) -> tuple[str, ...]:
        """What there is to say where there is no slot."""
        words = self._words
        if not shown.known:
            return (words.say("time.slots.reading"),)
        if shown.figures.week.until < shown.today:
            return (words.say("time.slots.none_then"),)
        return (words.say(NO_SLOT[_why_none(shown)], key=self._key("time.budget")),)

    def weeks(self, shown: TimeShown) -> WeeksShown:
        """What the pane of twelve weeks tells."""
        wide = roomy(self._screen.app.size)
        empty = self._nothing_noted("time.weeks.empty")
        return weeks_shown(shown.figures, self._words, shown.today, roomy=wide, empty=empty)

    def _weeks(self, shown: TimeShown) -> None:
        pane, words = self._screen.query_one(TwelveWeeks), self._words
        pane.title = words.say("time.weeks.title")
        pane.aside = words.say("time.weeks.hours")
        pane.show(self.weeks(shown), partial(scale_said, words=words))

    def _nothing_noted(self, id: str) -> str:
        """What to do where no time is noted; logging a talk takes somebody to log it with."""
        add, timer, people = map(self._key, ("time.spent", "all.timer", "go.people"))
        return self._words.say(id, add=add, timer=timer, people=people)

    def _key(self, id: str) -> str:
        return self._keys.shown(BY_ID[id])


def _why_none(shown: TimeShown) -> WhyNone:
    return why_none(
        Week(shown.figures.week.start, shown.figures.week.until),
        shown.days,
        shown.today,
        shown.fresh.snapshot.me.pauses,
        rest_days(shown.fresh.ties.settings),
        free=bool(shown.slots.spans),
    )
