"""A timer told better after its stop: one commit in the place of what was logged."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.slot_add import AddSlot
from store.actions.timer_note import TimerNote
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import ENTROPY_BYTES, PersonId, ulid
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.views.timer import running
from store.words.message import Refusal
from tui.screens.stopped_better import Stopping

START = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)
TODAY = START.date()


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def desk() -> tuple[Service, Clock]:
    """Björn and Ana."""
    clock = Clock()
    people = {id: Person(id=id, name=name) for id, name in (("B", "Björn Ek"), ("A", "Ana Ek"))}
    keeper = MemoryKeeper(snapshot_of({"people": dict(people)}))
    moments = count(1)
    ids = (ulid(moment, bytes(ENTROPY_BYTES)) for moment in moments)
    return Service(keeper, ACTIONS, clock, lambda: next(ids), Settings()), clock


def stopped(service: Service, clock: Clock, **told: object) -> Stopping:
    """A timer with Björn that has run for a minute, stopped."""
    service.perform("timer-start", TimerStart(person="B"))
    service.perform("timer-note", TimerNote(text="the lab"))
    clock.now += timedelta(minutes=1)
    timer = running(service.snapshot)
    assert timer is not None
    stopping = Stopping(timer, TimerStop(**told), clock())  # type: ignore[arg-type]
    stopping.run(service)
    return stopping


def better(service: Service, stopping: Stopping, text: str) -> None:
    stopping.correction(stopping.read(text, TODAY, "en"))(service)


def talks(service: Service) -> list[tuple[str, int | None, date, str]]:
    found: tuple[Interaction, ...] = service.snapshot.interactions_of(PersonId("B"))
    return [(each.kind, each.minutes, each.on, each.note) for each in found]


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("12", ("video", 12, TODAY, "the lab")),
        ("call", ("call", 1, TODAY, "the lab")),
        ("coffee yesterday", ("in_person", 1, TODAY - timedelta(days=1), "the lab")),
        ("hires two", ("video", 1, TODAY, "hires two")),
    ],
)
def test_what_is_not_told_stays_as_it_was_logged(
    text: str, talk: tuple[str, int, date, str]
) -> None:
    service, clock = desk()
    stopping = stopped(service, clock, kind="video")
    assert talks(service) == [("video", 1, TODAY, "the lab")]
    better(service, stopping, text)
    assert talks(service) == [talk]
    service.undo()
    assert talks(service) == [("video", 1, TODAY, "the lab")]


def test_no_minutes_at_all_drop_it_and_preparing_is_no_contact() -> None:
    service, clock = desk()
    better(service, stopped(service, clock), "0")
    assert not talks(service)
    assert not service.snapshot.time_entries
    better(service, stopped(service, clock), "preparing 5 slides")
    assert not talks(service)
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.kind, entry.minutes, entry.note) == ("preparing", 5, "slides")


def test_a_timer_that_was_started_since_is_left_alone() -> None:
    service, clock = desk()
    stopping = stopped(service, clock)
    service.perform("timer-start", TimerStart(person="A"))
    with pytest.raises(Refusal):
        better(service, stopping, "12")
    assert running(service.snapshot) is not None
    assert talks(service) == [("call", 1, TODAY, "the lab")]


def test_what_was_stopped_elsewhere_is_not_stopped_again_and_not_offered() -> None:
    service, _ = desk()
    service.perform("timer-start", TimerStart(person="B"))
    timer = running(service.snapshot)
    assert timer is not None
    service.perform("timer-stop", TimerStop())
    stopping = Stopping(timer, TimerStop(), START)
    with pytest.raises(Refusal):
        stopping.run(service)
    assert not stopping.noted


def test_what_was_logged_meanwhile_is_taken_off_the_better_telling_as_well_and_once() -> None:
    service, clock = desk()
    service.perform("slot", AddSlot(kind="messages", count=2, on=TODAY))
    (slot,) = service.snapshot.slots
    service.perform("timer-start", TimerStart(slot=slot))
    service.perform("log", Log(people=("Ana Ek",), kind="message", minutes=5))
    clock.now += timedelta(minutes=15)
    timer = running(service.snapshot)
    assert timer is not None
    stopping = Stopping(timer, TimerStop(), clock())
    stopping.run(service)
    better(service, stopping, "the lab")
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.minutes, entry.note) == (10, "the lab")
    better(service, stopping, "20 min")
    (entry,) = service.snapshot.time_entries.values()
    assert entry.minutes == 15
