"""The timer: a stored start that becomes a contact, or time that belongs to nobody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.slot_add import AddSlot
from store.actions.slot_kept import KeepSlot
from store.actions.spent import Spent
from store.actions.timer_drop import TimerDrop
from store.actions.timer_note import TimerNote
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId, SlotId
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.records.time_entry import Slot
from store.rules.timer import FORGOTTEN, minutes_run, running_for
from store.views.timer import running, timer_answer
from store.words.durations import minutes_message
from store.words.kinds import budget_message
from store.words.message import Problem, Refusal, UnknownProblem, UsageProblem
from store.words.words import Words

PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 20, 10, 14, tzinfo=PARIS)


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **length: float) -> None:
        """Instants pass; the zone's own clock may jump meanwhile."""
        self.now = (self.now.astimezone(UTC) + timedelta(**length)).astimezone(self.now.tzinfo)


def desk(now: datetime = START) -> tuple[Service, Clock]:
    """Björn and Ana, with a slot for Ana."""
    clock, numbers = Clock(now), count(1)
    people = {id: Person(id=id, name=name) for id, name in (("B", "Björn Ek"), ("A", "Ana Ek"))}
    slot = Slot(id="S", kind="call", on=now.date(), at="10:00", minutes=25, person=PersonId("A"))
    snapshot = snapshot_of({"people": dict(people), "slots": {"S": slot}})
    keeper = MemoryKeeper(snapshot)
    return Service(keeper, ACTIONS, clock, lambda: f"N{next(numbers)}", Settings()), clock


def refused(service: Service, name: str, params: object) -> str:
    """The code of what an action refuses."""
    with pytest.raises(Problem) as caught:
        service.perform(name, params)  # type: ignore[arg-type]
    return caught.value.code


def test_a_timer_becomes_a_contact_with_its_minutes_and_all_that_was_noted() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="Björn Ek", note="about the lab"))
    timer = running(service.snapshot)
    assert timer is not None
    assert (timer.kind, timer.contact, timer.name, timer.started) == (
        *("call", "call", "Björn Ek"),
        START,
    )
    clock.passes(minutes=12, seconds=41)
    assert timer.seconds(clock()) == 761
    service.perform("timer-note", TimerNote(text="moves to Lund"))
    service.perform("timer-stop", TimerStop(note="sends two names"))
    assert running(service.snapshot) is None
    assert not service.snapshot.time_entries
    (talk,) = service.snapshot.interactions_of(PersonId("B"))
    assert (talk.kind, talk.minutes, talk.on) == ("call", 13, date(2026, 11, 20))
    assert talk.note == "about the lab\nmoves to Lund\nsends two names"


def test_undoing_a_stop_brings_the_running_timer_back_with_its_start() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(minutes=20)
    service.perform("timer-stop", TimerStop())
    service.undo()
    timer = running(service.snapshot)
    assert timer is not None
    assert timer.started == START
    assert not service.snapshot.interactions
    clock.passes(minutes=10)
    assert timer.minutes(clock()) == 30


def test_time_for_nobody_stays_an_entry_of_its_kind() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(kind="préparation"))
    clock.passes(minutes=15)
    service.perform("timer-stop", TimerStop(note="slides"))
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.kind, entry.minutes, entry.person, entry.note) == (
        "preparing",
        15,
        None,
        "slides",
    )


def test_what_it_was_in_fact_is_told_at_the_stop() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(kind="préparation"))
    clock.passes(minutes=1)
    done = service.perform("timer-stop", TimerStop(kind="writing"))
    told = (done.said.values["kind"], done.said.values["minutes"])
    assert told == (budget_message("writing"), minutes_message(1))
    assert [each.kind for each in service.snapshot.time_entries.values()] == ["writing"]
    service.undo()
    service.perform("timer-stop", TimerStop(kind="coffee", person="B"))
    (talk,) = service.snapshot.interactions_of(PersonId("B"))
    assert (talk.kind, talk.minutes) == ("in_person", 1), "measured, whatever a coffee takes"
    service.perform("timer-start", TimerStart(person="A"))
    service.perform("timer-stop", TimerStop(kind="préparation"))
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.kind, entry.contact, entry.person) == ("preparing", None, "A")


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "Noté\xa0: préparation, 1 min."), (75, "Noté\xa0: préparation, 1 h 15.")],
)
def test_french_minutes_need_no_agreement(n: int, said: str) -> None:
    service, _ = desk()
    service.perform("timer-start", TimerStart(kind="preparing"))
    stopped = service.perform("timer-stop", TimerStop(minutes=n))
    assert Words("fr").tell(stopped.said) == said
    spent = service.perform("spent", Spent(kind="preparing", minutes=n))
    assert Words("fr").tell(spent.said) == said
    service.perform("slot", AddSlot(kind="writing", on=START.date(), minutes=n))
    booked = [each.id for each in service.snapshot.slots.values() if each.id != "S"]
    kept = service.perform("slot-kept", KeepSlot(slot=booked[0]))
    assert Words("fr").tell(kept.said).endswith(said.rpartition(", ")[2])


def test_preparing_for_somebody_is_no_contact_with_them() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B", kind="preparing"))
    clock.passes(minutes=15)
    service.perform("timer-stop", TimerStop())
    assert not service.snapshot.interactions
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.kind, entry.person, entry.minutes) == ("preparing", "B", 15)


@pytest.mark.parametrize(
    ("word", "contact", "kind"),
    [
        ("", "call", "call"),
        ("coffee", "in_person", "in_person"),
        ("courriel", "email", "writing"),
        ("writing", "message", "writing"),
        ("visio", "video", "video"),
    ],
)
def test_the_kind_is_told_in_either_language(word: str, contact: str, kind: str) -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B", kind=word))
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.contact, entry.kind) == (contact, kind)
    clock.passes(minutes=5)
    service.perform("timer-stop", TimerStop())
    assert service.snapshot.interactions_of(PersonId("B"))[0].kind == contact


def test_only_one_runs_and_what_runs_is_named_in_the_refusal() -> None:
    service, _ = desk()
    service.perform("timer-start", TimerStart(person="B"))
    with pytest.raises(Refusal) as caught:
        service.perform("timer-start", TimerStart(person="A"))
    assert caught.value.code == "timer_runs"
    assert "Björn" in str(caught.value.message)
    service.perform("timer-drop", TimerDrop())
    assert not service.snapshot.time_entries
    assert not service.snapshot.interactions
    service.undo()
    assert running(service.snapshot) is not None


def test_what_cannot_be_meant_is_refused() -> None:
    service, _ = desk()
    with pytest.raises(UnknownProblem):
        service.perform("timer-start", TimerStart(person="Nobody"))
    with pytest.raises(UnknownProblem):
        service.perform("timer-start", TimerStart(slot="T"))
    with pytest.raises(UsageProblem):
        service.perform("timer-start", TimerStart(kind="gardening"))
    assert refused(service, "timer-start", TimerStart()) == "timer_for_what"
    assert refused(service, "timer-stop", TimerStop()) == "no_timer"
    assert refused(service, "timer-drop", TimerDrop()) == "no_timer"
    assert refused(service, "timer-note", TimerNote(text="x")) == "no_timer"
    service.perform("timer-start", TimerStart(kind="preparing"))
    assert refused(service, "timer-note", TimerNote(text=" ")) == "empty_note"
    assert refused(service, "timer-stop", TimerStop(kind="gardening")) == "bad_kind"
    assert refused(service, "timer-stop", TimerStop(minutes=-1)) == "bad_minutes"
    assert refused(service, "timer-stop", TimerStop(on=date(2026, 11, 21))) == "future_day"
    assert running(service.snapshot) is not None


def test_a_timer_of_a_slot_says_for_whom_and_keeps_the_slot() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(slot="S"))
    clock.passes(minutes=30)
    service.perform("timer-stop", TimerStop())
    assert service.snapshot.interactions_of(PersonId("A"))[0].minutes == 30
    assert service.snapshot.slots[SlotId("S")].state == "kept"
    service.undo()
    assert service.snapshot.slots[SlotId("S")].state == "planned"


def test_a_forgotten_timer_asks_how_long_it_was() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(hours=4)
    timer = running(service.snapshot)
    assert timer is not None
    assert not timer.is_forgotten(clock())
    clock.passes(seconds=1)
    assert timer.is_forgotten(clock())
    assert refused(service, "timer-stop", TimerStop()) == "timer_forgotten"
    service.perform("timer-stop", TimerStop(minutes=25))
    assert service.snapshot.interactions_of(PersonId("B"))[0].minutes == 25


def test_over_midnight_and_a_year_s_end_it_counts_for_the_day_of_its_start() -> None:
    service, clock = desk(datetime(2026, 12, 31, 23, 50, tzinfo=PARIS))
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(minutes=30)
    service.perform("timer-stop", TimerStop())
    (talk,) = service.snapshot.interactions_of(PersonId("B"))
    assert (talk.on, talk.minutes) == (date(2026, 12, 31), 30)


@pytest.mark.parametrize(
    "night",
    [datetime(2026, 10, 25, 2, 30, tzinfo=PARIS), datetime(2026, 3, 29, 1, 30, tzinfo=PARIS)],
)
def test_summer_time_begins_and_ends_without_a_minute_lost_or_won(night: datetime) -> None:
    service, clock = desk(night)
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(minutes=60)
    service.perform("timer-stop", TimerStop())
    assert service.snapshot.interactions_of(PersonId("B"))[0].minutes == 60


@given(
    began=st.integers(946_684_800, 3_786_912_000),
    zone=st.timezones(),
    seconds=st.integers(0, 3 * 86400),
    elsewhere=st.timezones(),
)
def test_it_runs_as_long_in_every_zone(
    began: int, zone: ZoneInfo, seconds: int, elsewhere: ZoneInfo
) -> None:
    service, clock = desk(datetime.fromtimestamp(began, zone))
    service.perform("timer-start", TimerStart(kind="preparing"))
    clock.passes(seconds=seconds)
    # Whoever travels meanwhile has another zone on the same machine.
    now = clock().astimezone(elsewhere)
    (entry,) = service.snapshot.time_entries.values()
    assert running_for(entry, now) == timedelta(seconds=seconds)
    assert abs(minutes_run(entry, now) - seconds / 60) <= 0.5 or seconds < 60
    answer = timer_answer(running(service.snapshot), now)
    assert answer["seconds"] == seconds
    assert answer["forgotten"] is (timedelta(seconds=seconds) > FORGOTTEN)


def test_a_clock_that_is_set_back_gives_no_time_below_nothing() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(minutes=-30)
    timer = running(service.snapshot)
    assert timer is not None
    assert (timer.seconds(clock()), timer.minutes(clock())) == (0, 1)


def test_a_timer_ahead_of_a_clock_that_was_set_back_asks_how_long_it_was() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B"))
    clock.passes(minutes=-3)
    timer = running(service.snapshot)
    assert timer is not None
    assert not timer.is_forgotten(clock()), "the clocks of two machines may differ"
    clock.passes(days=-2)
    assert timer.is_forgotten(clock())
    assert refused(service, "timer-stop", TimerStop()) == "timer_ahead"
    service.perform("timer-stop", TimerStop(minutes=20))
    (talk,) = service.snapshot.interactions.values()
    assert (talk.minutes, talk.on) == (20, clock().date()), "not a day that is yet to come"


def test_a_timer_for_somebody_who_was_deleted_runs_on_for_nobody() -> None:
    from store.actions.delete import Delete

    service, clock = desk()
    service.perform("timer-start", TimerStart(person="B"))
    service.perform("delete", Delete(person="B"))
    timer = running(service.snapshot)
    assert timer is not None
    assert (timer.person, timer.name) == (None, "")
    clock.passes(minutes=10)
    service.perform("timer-stop", TimerStop())
    assert [each.minutes for each in service.snapshot.time_entries.values()] == [10]
