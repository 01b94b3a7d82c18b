"""A timer that was just stopped, told better: what `c` right after the stop does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from store.actions.service import Done, Service
from store.actions.timer_drop import TimerDrop
from store.actions.timer_start import timer_message
from store.actions.timer_stop import TimerStop
from store.records.interaction import Interaction
from store.records.kinds import Language, budget_kind
from store.records.time_entry import TimeEntry
from store.views.timer import RunningTimer, running
from store.words.message import Refusal
from tui.screens.stop_questions import Stopped
from tui.typed.stopped import Reading, TypedStop, read_stopped


class Stopping:
    """One timer being stopped; the writer fills in what came of it before anything later runs."""

    def __init__(self, timer: RunningTimer, params: TimerStop, now: datetime) -> None:
        """Nothing has come of it yet.

        Args:
            timer: the one that was shown.
            params: what came of it, as it was told.
            now: when it was stopped.
        """
        self.timer = timer
        self._params = params
        self._revision = 0
        self.base = Stopped(
            kind=timer.kind,
            contact=timer.contact,
            minutes=timer.minutes(now) if params.minutes is None else params.minutes,
            on=params.on or timer.on(now.date()),
            note=timer.note,
            logged=True,
        )
        """As it was logged."""

    @property
    def key(self) -> str:
        """What a draft about it is kept under."""
        return f"stopped:{self.timer.id}:{self.timer.person or ''}"

    @property
    def noted(self) -> bool:
        """Whether something was logged."""
        return bool(self._revision)

    def run(self, service: Service) -> Done:
        """Stop it, and remember the commit and what it logged.

        Raises:
            Refusal: where another session has stopped it meanwhile.
        """
        refuse_another(service, self.timer)
        done = service.perform("timer-stop", self._params)
        for change in done.change_set.changes if done.change_set else ():
            if isinstance(change.after, Interaction | TimeEntry):
                logged = _logged(change.after)
                if isinstance(change.after, TimeEntry) and change.after.slot is not None:
                    # What was logged meanwhile is taken off again where it is told better.
                    logged = msgspec.structs.replace(logged, minutes=self.base.minutes)
                self.base = logged
                self._revision = done.snapshot.revision
        return done

    def read(self, text: str, today: date, language: Language) -> TypedStop:
        """A line that tells it better."""
        contact = self.timer.person is not None and self.base.contact is not None
        return read_stopped(text, Reading(today=today, language=language, contact=contact))

    def correction(self, told: TypedStop) -> Callable[[Service], Done]:
        """Puts the better telling in the place of what was logged; one commit, so one undo."""
        params = TimerStop(
            minutes=self.base.minutes if told.minutes is None else told.minutes,
            kind=told.kind or self.base.code,
            on=told.on or self.base.on,
            note=told.note or self.base.note,
            told=True,
        )

        def run(service: Service) -> Done:
            there = running(service.snapshot)
            if there is not None:
                raise Refusal("timer_runs", "problem.timer_runs", what=timer_message(there))
            if told.is_nothing:
                return service.perform_instead(self._revision, "timer-drop", TimerDrop())
            return service.perform_instead(self._revision, "timer-stop", params)

        return run


def refuse_another(service: Service, timer: RunningTimer) -> None:
    """Refuse where the timer that was shown no longer runs.

    Raises:
        Refusal: what another session has done with it is not undone.
    """
    there = running(service.snapshot)
    if there is None or there.id != timer.id:
        raise Refusal("no_timer", "problem.no_timer")


def _logged(record: Interaction | TimeEntry) -> Stopped:
    contact = record.kind if isinstance(record, Interaction) else record.contact
    return Stopped(
        kind=budget_kind(record.kind) if isinstance(record, Interaction) else record.kind,
        contact=contact,
        minutes=record.minutes or 0,
        on=record.on,
        note=record.note,
        logged=True,
    )
