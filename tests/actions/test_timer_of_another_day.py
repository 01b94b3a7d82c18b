"""A timer keeps its slot on the slot's own day alone; of a slot to come nothing can be said yet."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.slot_missed import MissSlot
from store.actions.slot_move import MoveSlot
from store.actions.timer_start import TimerStart
from store.actions.timer_stop import TimerStop
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.ids import PersonId, SlotId
from store.records.kinds import BudgetKind
from store.records.person import Person
from store.records.snapshot import snapshot_of
from store.records.time_entry import Slot
from store.views.timer import running
from store.words.message import Refusal
from store.words.words import Words

TODAY = date(2026, 11, 26)
TUESDAY = date(2026, 12, 1)
S = SlotId("S")


def desk(kind: BudgetKind = "call", who: str | None = "A", on: date = TUESDAY) -> Service:
    """Ana at 10:23, with a slot at 16:00."""
    person = None if who is None else PersonId(who)
    slot = Slot(id="S", kind=kind, on=on, at="16:00", minutes=45, person=person)
    snapshot = snapshot_of({"people": {"A": Person(id="A", name="Ana Ek")}, "slots": {"S": slot}})
    numbers = count(1)
    now = datetime(2026, 11, 26, 10, 23, tzinfo=UTC)
    keeper = MemoryKeeper(snapshot)
    return Service(keeper, ACTIONS, lambda: now, lambda: f"Z{next(numbers)}", Settings())


def test_a_timer_begun_on_a_slot_of_another_day_is_with_its_person_and_leaves_it() -> None:
    service = desk("video")
    service.perform("timer-start", TimerStart(slot="S"))
    timer = running(service.snapshot)
    assert timer is not None
    assert (timer.person, timer.contact, timer.slot) == ("A", "video", None)
    service.perform("timer-stop", TimerStop(minutes=1))
    (talk,) = service.snapshot.interactions_of(PersonId("A"))
    assert (talk.kind, talk.on, talk.minutes) == ("video", TODAY, 1)
    assert service.snapshot.slots[S].state == "planned"


def test_a_timer_told_as_of_another_day_leaves_its_slot() -> None:
    service = desk(on=TODAY)
    service.perform("timer-start", TimerStart(slot="S"))
    service.perform("timer-stop", TimerStop(minutes=20, on=TODAY - timedelta(days=1)))
    assert service.snapshot.slots[S].state == "planned"


def test_time_for_nobody_is_not_spent_on_a_slot_that_was_moved_away_meanwhile() -> None:
    service = desk("preparing", None, on=TODAY)
    service.perform("timer-start", TimerStart(slot="S"))
    service.perform("slot-move", MoveSlot(slot="S", on=TUESDAY))
    service.perform("timer-stop", TimerStop(minutes=20))
    (entry,) = service.snapshot.time_entries.values()
    assert (entry.slot, entry.minutes) == (None, 20)
    assert service.snapshot.slots[S].state == "planned"


def test_a_slot_of_later_today_cannot_have_failed_yet() -> None:
    service = desk(on=TODAY)
    with pytest.raises(Refusal) as caught:
        service.perform("slot-missed", MissSlot(slot="S"))
    assert caught.value.code == "not_yet"
    assert Words("en").tell(caught.value.message, TODAY) == (
        "That slot is still to come, today at 16:00. It can be moved or dropped."
    )
    service.perform("slot-move", MoveSlot(slot="S", at="10:20"))
    service.perform("slot-missed", MissSlot(slot="S"))
    assert service.snapshot.slots[S].state == "missed"
