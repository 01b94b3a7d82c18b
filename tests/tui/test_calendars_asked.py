"""What calendars say of some days is kept only where it is what was asked for last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from types import SimpleNamespace
from typing import cast

from store.records.snapshot import EMPTY
from store.rules.budget import Week
from store.rules.busy import Busy
from tui.screens.time_busy import BusyRead, TimeBusy
from tui.screens.time_screen import TimeScreen

THIS = Week(date(2026, 11, 16), date(2026, 11, 22))
NEXT = Week(date(2026, 11, 23), date(2026, 11, 29))


class Stage:
    """A screen whose threads end when the test says so."""

    def __init__(self, *paths: str) -> None:
        self.found: list[BusyRead] = []
        self.threads: list[Callable[[], None]] = []
        self.choose(*paths)

    def choose(self, *paths: str) -> None:
        settings = SimpleNamespace(calendars=paths)
        self.fresh = SimpleNamespace(ties=SimpleNamespace(settings=settings), snapshot=EMPTY)

    def run_worker(self, work: Callable[[], None], **how: object) -> None:
        self.threads.append(work)

    def post_message(self, message: BusyRead) -> None:
        self.found.append(message)

    def end(self, place: int) -> BusyRead:
        self.threads[place]()
        return self.found[-1]


def asked(stage: Stage) -> TimeBusy:
    return TimeBusy(cast(TimeScreen, stage))


def test_what_an_earlier_thread_finds_does_not_replace_what_a_later_one_did() -> None:
    stage = Stage("/nowhere/one.ics")
    busy = asked(stage)
    busy.ask(THIS)
    busy.ask(NEXT)
    assert busy.take(stage.end(1))
    assert busy.knows(NEXT)
    assert not busy.take(stage.end(0))
    assert busy.knows(NEXT)


def test_what_calendars_said_that_are_no_longer_chosen_is_not_kept() -> None:
    stage = Stage("/nowhere/one.ics")
    busy = asked(stage)
    busy.ask(THIS)
    stage.choose()
    busy.ask(THIS)
    late = stage.end(0)
    taken = Busy(*map(datetime.fromisoformat, ("2026-11-17T09:00", "2026-11-17T10:00")))
    late.busy = (taken,)
    assert not busy.take(late)
    assert busy.times() == ()
    assert busy.knows(THIS)
