"""What is done to slots: booked, moved, kept, missed, dropped; and timed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.actions.action import Params
from store.actions.service import Done, Service
from store.actions.slot_add import AddSlot
from store.actions.slot_drop import DropSlot
from store.actions.slot_kept import KeepSlot
from store.actions.slot_missed import MissSlot
from store.actions.slot_move import MoveSlot
from store.actions.timer_start import TimerStart
from store.views.slots import BookedSlot, ProposedSlot
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.message import Problem
from tui.phrasing.time_slots import GONE, booked_said
from tui.screens.slot_question import moved, remarks
from tui.typed.slot_time import read_slot_time
from tui.writer import Job
from widgets.ask_line import Echo, Question
from widgets.line import cut_to

if TYPE_CHECKING:
    from tui.screens.time_screen import TimeScreen


UNREAD_CELLS = 16
"""Of a text that is not read, where it is said so."""


class TimeSlots:
    """The verbs on the slot under the cursor."""

    def __init__(self, screen: TimeScreen) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {
            "slot.kept": self._kept,
            "slot.missed": self._missed,
            "slot.drop": self._drop,
            "all.timer": self._time,
        }

    def open(self) -> None:
        """Book what is proposed; ask for another time of what is booked."""
        slot = self._screen.slot
        if isinstance(slot, ProposedSlot):
            self._book(slot)
        elif isinstance(slot, BookedSlot):
            self._ask_when(slot)

    def _book(self, slot: ProposedSlot) -> None:
        params = AddSlot(
            kind=slot.kind,
            on=slot.on,
            at=slot.at,
            minutes=slot.minutes,
            person=slot.person or "",
            count=len(slot.rows),
        )
        shown = self._screen.shown
        self._submit("slot", params, None if shown is None else shown.proposed_after(slot))

    def _kept(self) -> None:
        slot = self._screen.slot
        if isinstance(slot, BookedSlot):
            self._submit("slot-kept", KeepSlot(slot=slot.id))

    def _missed(self) -> None:
        slot = self._screen.slot
        if isinstance(slot, BookedSlot):
            self._submit("slot-missed", MissSlot(slot=slot.id))

    def _drop(self) -> None:
        slot = self._screen.slot
        if isinstance(slot, BookedSlot):
            self._submit("slot-drop", DropSlot(slot=slot.id))

    def _time(self) -> None:
        """Begin the slot under the cursor; stop what runs; else ask whom or what for."""
        screen, slot = self._screen, self._screen.slot
        over = isinstance(slot, BookedSlot) and slot.standing in GONE
        if screen.running() is not None or slot is None or over:
            screen.timing.turn()
        elif isinstance(slot, BookedSlot):
            self._submit("timer-start", TimerStart(slot=slot.id))
        elif slot.person is not None:
            self._submit("timer-start", TimerStart(person=slot.person, kind=slot.step))
        else:
            self._submit("timer-start", TimerStart(kind=slot.kind))

    # Another time -----------------------------------------------------------------------------

    def _ask_when(self, slot: BookedSlot) -> None:
        screen, words = self._screen, self._screen.words
        what = booked_said(slot, words, curtain=screen.curtain)

        def read(text: str) -> Echo:
            return self._echo(slot, text)

        question = Question(
            key=f"slot:{slot.id}",
            label=words.say("time.slot.move", what=what),
            hint=words.say("time.slot.move_hint"),
            read=read,
        )
        screen.ask(question, partial(self._move, slot))

    def _echo(self, slot: BookedSlot, text: str) -> Echo:
        """When it would be, and beside what; or why it cannot be, or that it is not read."""
        screen, words, today = self._screen, self._screen.words, self._screen.today()
        told = read_slot_time(text, today, words.language)
        if told is None:
            unread = cut_to(text.strip(), UNREAD_CELLS)
            return Echo(words.say("time.slot.unread", text=unread), accepted=False)
        params = MoveSlot(slot=slot.id, on=told.on, at=told.at, minutes=told.minutes)
        try:
            after = moved(screen, params)
        except Problem as problem:
            return Echo(words.tell(problem.message, today), accepted=False)
        weekday = dates.weekday_short(after.on, words.language)
        day = f"{weekday} {dates.day_of_month(after.on, words.language, today)}"
        parts = (day, after.at, minutes_said(after.minutes, words), *remarks(screen, after))
        return Echo(words.say("tui.arrow", text=" · ".join(filter(None, parts))))

    def _move(self, slot: BookedSlot, text: str) -> None:
        screen = self._screen
        told = read_slot_time(text, screen.today(), screen.words.language)
        if told is not None:
            params = MoveSlot(slot=slot.id, on=told.on, at=told.at, minutes=told.minutes)
            self._submit("slot-move", params)

    def _submit(self, name: str, params: Params, then: str | None = None) -> None:
        def run(service: Service) -> Done:
            return service.perform(name, params)

        self._screen.submit(Job(run=run, verb=name, then=then))
