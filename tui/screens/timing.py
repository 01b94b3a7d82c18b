"""What the timer's keys do, on every screen of people and of time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Protocol

from store.actions.service import Done, Service
from store.actions.timer_drop import TimerDrop
from store.actions.timer_note import TimerNote
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.views.timer import RunningTimer
from tui.commands.command import ONE_AT_A_TIME
from tui.phrasing.timer_told import timer_named
from tui.screens.stop_questions import stop_key, stop_question, told_of
from tui.screens.stopped_better import Stopping, refuse_another
from tui.screens.targets import Targets
from tui.screens.timing_questions import (
    meanwhile_question,
    note_key,
    spoken,
    usual_kind,
    whom_question,
)
from tui.screens.verb_host import Host, targets_shown
from tui.typed.timed import read_timed
from tui.writer import Fresh, Job


class TimedHost(Host, Protocol):
    """A screen on which time is taken."""

    @property
    def fresh(self) -> Fresh | None:
        """What there is now."""

    def running(self) -> RunningTimer | None:
        """The timer that runs."""

    def moment(self) -> datetime:
        """Now, with its zone."""


class Timing:
    """Starts the timer, stops it, notes something meanwhile, throws it away."""

    def __init__(self, host: TimedHost, offer: Callable[[Stopping], None]) -> None:
        """Bind the screen.

        Args:
            host: the screen.
            offer: is told of what was stopped, so that `c` can tell it better.
        """
        self._host = host
        self._offer = offer
        self._filled: int | None = None
        """The minutes that were filled in when it was last asked here what came of a timer."""

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to verb."""
        return {
            "all.timer": self.turn,
            "all.timer_start": self.start,
            "all.timer_note": self.note,
            "all.timer_drop": self.drop,
        }

    def turn(self) -> None:
        """Stop what runs, else start."""
        timer = self._host.running()
        if timer is not None:
            self._ask_what_came(timer)
        else:
            self._start(targets_shown(self._host))

    # Starting ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Ask whom or what for, whoever is meant; preparing is timed as well."""
        host, timer = self._host, self._host.running()
        if timer is None:
            self._ask_whom()
            return
        what = timer_named(timer, host.words, curtain=host.curtain)
        host.say(host.words.say("problem.timer_runs", what=what))

    def _start(self, targets: Targets) -> None:
        host = self._host
        if len(targets.people) > 1:
            host.say(host.words.say(ONE_AT_A_TIME))
        elif targets.people:
            person = targets.people[0]
            kind = spoken(targets.rows[0].step) if targets.rows else usual_kind(person)
            self._submit("timer-start", TimerStart(person=person.id, kind=kind))
        else:
            self._ask_whom()

    def _ask_whom(self) -> None:
        host = self._host
        if host.fresh is not None:
            snapshot = host.fresh.snapshot
            question = whom_question(host.words, snapshot, curtain=host.curtain)
            host.ask(question, self._named)

    def _named(self, text: str) -> None:
        fresh = self._host.fresh
        typed = None if fresh is None else read_timed(text, fresh.snapshot)
        if typed is None:
            return
        kind = typed.kind or usual_kind(typed.person)
        person = "" if typed.person is None else typed.person.id
        self._submit("timer-start", TimerStart(person=person, kind=kind, note=typed.note))

    # Stopping ---------------------------------------------------------------------------------

    def _ask_what_came(self, timer: RunningTimer) -> None:
        host, now = self._host, self._host.moment()
        draft = host.draft(stop_key(timer))
        question = stop_question(
            timer, now, host.words, curtain=host.curtain, draft=draft, before=self._filled
        )
        self._filled = timer.minutes(now)
        host.ask(question, partial(self._stop, timer, now))

    def _stop(self, timer: RunningTimer, now: datetime, text: str) -> None:
        """Log it as it was echoed: its minutes are those of when the key was pressed."""
        told = told_of(text, timer, now, self._host.words)
        if told.is_nothing:
            self._submit("timer-drop", TimerDrop(), timer)
            return
        run = None if timer.is_forgotten(now) else timer.minutes(now)
        params = TimerStop(
            minutes=run if told.minutes is None else told.minutes,
            kind=told.kind,
            on=told.on,
            note=told.note,
        )
        stopping = Stopping(timer, params, now)
        self._host.submit(Job(run=stopping.run, verb="timer-stop"))
        self._offer(stopping)

    # Meanwhile --------------------------------------------------------------------------------

    def note(self) -> None:
        """Ask for a line to keep with what the timer is for."""
        host, timer = self._host, self._host.running()
        if timer is None:
            host.say(host.words.say("problem.no_timer"))
            return
        draft = host.draft(note_key(timer))
        question = meanwhile_question(timer, host.words, curtain=host.curtain, draft=draft)
        host.ask(question, partial(self._noted, timer))

    def _noted(self, timer: RunningTimer, text: str) -> None:
        self._submit("timer-note", TimerNote(text=text), timer)

    def drop(self) -> None:
        """Throw it away; `u` brings it back, and it has run on."""
        timer = self._host.running()
        if timer is None:
            self._host.say(self._host.words.say("problem.no_timer"))
            return
        self._submit("timer-drop", TimerDrop(), timer)

    def _submit(
        self,
        name: str,
        params: TimerStart | TimerNote | TimerDrop,
        timer: RunningTimer | None = None,
    ) -> None:
        """Hand it to the writer.

        Args:
            name: of the action.
            params: of it.
            timer: the one that was shown; what another session has done with it is not undone.
        """

        def run(service: Service) -> Done:
            if timer is not None:
                refuse_another(service, timer)
            return service.perform(name, params)

        self._host.submit(Job(run=run, verb=name))
