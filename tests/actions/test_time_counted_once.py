"""Time is counted once, whoever tells it: a timer, what is logged while it runs, a slot as kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import msgspec
import pytest

from store.actions.action import Outcome
from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.slot_kept import KeepSlot
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, make
from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.records.time_entry import Slot
from store.views.week import week_view
from store.words.message import Message, Refusal
from store.words.words import Words

DAY = date(2026, 11, 26)
NINE = datetime(2026, 11, 26, 9, tzinfo=UTC)
BATCH = Slot(id="B", kind="writing", on=DAY, minutes=15, count=2)
CALL = Slot(id="C", kind="call", on=DAY, minutes=25, person=PersonId("A"))
A = PersonId("A")
NOTHING = Message("said.nothing")


class Clock:
    """Moves when told."""

    now = NINE

    def __call__(self) -> datetime:
        return self.now


def desk(*talks: Interaction) -> tuple[Service, Clock]:
    clock, numbers = Clock(), count(1)
    people: dict[str, Record] = {
        "A": Person(id="A", name="Ana Ek"),
        "E": Person(id="E", name="Eve Oh"),
        "D": Person(id="D", name="Dee", status="deceased"),
    }
    snapshot = snapshot_of(
        {
            "people": people,
            "slots": {"B": BATCH, "C": CALL},
            "interactions": {each.id: each for each in talks},
        }
    )
    service = Service(
        MemoryKeeper(snapshot), ACTIONS, clock, lambda: f"N{next(numbers):03}", Settings()
    )
    return service, clock


def spent(service: Service) -> int:
    return week_view(service.snapshot, service.ties()).spent


def test_messages_logged_while_their_slot_is_timed_are_part_of_its_time() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(slot="B"))
    for name in ("Ana Ek", "Eve Oh"):
        service.perform("log", Log(people=(name,), kind="message", minutes=5))
    clock.now += timedelta(minutes=15)
    service.perform("timer-stop", TimerStop())
    assert spent(service) == 15
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.minutes, entry.slot) == (5, "B")
    assert service.snapshot.slots[SlotId("B")].state == "kept"
    service.perform("slot-kept", KeepSlot(slot="B"))
    assert spent(service) == 15


def test_what_was_logged_before_a_timer_is_none_of_the_time_it_measured() -> None:
    service, clock = desk()
    service.perform("log", Log(people=("Ana Ek",), kind="message", minutes=5))
    for _ in range(2):
        service.perform("timer-start", TimerStart(slot="B"))
        clock.now += timedelta(minutes=10)
        service.perform("timer-stop", TimerStop())
    assert spent(service) == 25


def test_time_that_is_wholly_logged_keeps_the_slot_and_the_note_and_no_record() -> None:
    service, clock = desk()
    service.perform("timer-start", TimerStart(slot="B"))
    service.perform("log", Log(people=("Ana Ek",), kind="message", minutes=20))
    clock.now += timedelta(minutes=15)
    done = service.perform("timer-stop", TimerStop(note="all answered"))
    slot = service.snapshot.slots[SlotId("B")]
    assert (slot.state, slot.note) == ("kept", "all answered")
    assert not service.snapshot.time_entries
    assert Words("en").tell(done.said) == "Kept: 2 messages."
    service.undo()
    assert service.snapshot.slots[SlotId("B")] == BATCH
    assert len(service.snapshot.time_entries) == 1


@pytest.mark.parametrize(
    ("slot", "stop"),
    [
        ("C", TimerStop(minutes=10, person="Eve Oh")),
        ("C", TimerStop(minutes=10, kind="preparing")),
        ("B", TimerStop(minutes=10, kind="preparing")),
        ("B", TimerStop(minutes=10, kind="call", person="Eve Oh")),
    ],
)
def test_a_timer_stopped_for_somebody_or_something_else_leaves_its_slot(
    slot: str, stop: TimerStop
) -> None:
    service, _ = desk()
    service.perform("timer-start", TimerStart(slot=slot))
    service.perform("timer-stop", stop)
    assert service.snapshot.slots[SlotId(slot)].state == "planned"
    assert all(each.slot is None for each in service.snapshot.time_entries.values())


@pytest.mark.parametrize(
    ("slot", "stop"),
    [("C", TimerStop(minutes=10, kind="video")), ("B", TimerStop(minutes=9, kind="e-mail"))],
)
def test_another_kind_with_the_same_person_or_another_way_of_writing_keeps_it(
    slot: str, stop: TimerStop
) -> None:
    service, _ = desk()
    service.perform("timer-start", TimerStart(slot=slot))
    service.perform("timer-stop", stop)
    assert service.snapshot.slots[SlotId(slot)].state == "kept"


def test_nobody_who_has_died_is_timed() -> None:
    service, _ = desk()
    with pytest.raises(Refusal) as caught:
        service.perform("timer-start", TimerStart(person="Dee"))
    assert caught.value.code == "deceased"
    assert not service.snapshot.time_entries


def talk(id: str) -> Interaction:
    return Interaction(id=id, people=(A,), kind="call", on=DAY, minutes=12)


def test_minutes_and_kind_told_of_a_slot_are_those_of_the_contact_that_is_there() -> None:
    service, _ = desk(talk("T"))
    done = service.perform("slot-kept", KeepSlot(slot="C", minutes=40, kind="video", note="roof"))
    (there,) = service.snapshot.interactions_of(A)
    assert (there.id, there.kind, there.minutes) == ("T", "video", 40)
    assert Words("en").tell(done.said) == "Kept: call with Ana Ek; logged 40 min."
    assert service.snapshot.slots[SlotId("C")].note == "roof"
    service.undo()
    assert service.snapshot.interactions_of(A) == (talk("T"),)


def test_of_several_contacts_none_is_changed_on_a_guess() -> None:
    service, _ = desk(talk("T"), talk("U"))
    with pytest.raises(Refusal) as caught:
        service.perform("slot-kept", KeepSlot(slot="C", minutes=40))
    assert caught.value.code == "several_contacts"
    service.perform("slot-kept", KeepSlot(slot="C"))
    assert service.snapshot.slots[SlotId("C")].state == "kept"


@pytest.mark.parametrize("params", [KeepSlot(slot="B", minutes=3), KeepSlot(slot="B", kind="call")])
def test_less_than_is_logged_and_another_kind_are_not_passed_over(params: KeepSlot) -> None:
    service, _ = desk()
    service.perform("log", Log(people=("Ana Ek",), kind="message", minutes=15))
    with pytest.raises(Refusal) as caught:
        service.perform("slot-kept", params)
    assert caught.value.code == "more_logged"


@pytest.mark.parametrize("slot", [BATCH, CALL])
@pytest.mark.parametrize(("stored", "counted"), [(10**9, 1440), (-30, 0)])
def test_minutes_that_cannot_be_count_for_a_day_at_most(
    slot: Slot, stored: int, counted: int
) -> None:
    service, _ = desk()
    odd = msgspec.structs.replace(slot, id="Odd", minutes=stored)
    service.commit("slot", Outcome(change_set=ChangeSet((make(odd),)), id="Odd", said=NOTHING))
    before = spent(service)
    service.perform("slot-kept", KeepSlot(slot="Odd"))
    assert spent(service) - before == counted
