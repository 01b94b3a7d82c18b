"""What becomes of a slot: said so, done on its day, or its day over without."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

import msgspec
import pytest

from store.records.ids import PersonId, SlotId, stable_id, ulid
from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.records.record import Record
from store.records.time_entry import Slot, TimeEntry
from store.rules.slots import clock_text, last_slots, minute_of, standing_of_slot

R = TypeVar("R", bound=Record)

DAY = date(2026, 11, 20)
ADA, BO = PersonId("A"), PersonId("B")
CALL = Slot(id="S", kind="call", on=DAY, at="10:00", minutes=25, person=ADA)
BATCH = Slot(id="W", kind="writing", on=DAY, minutes=15, count=3)


def talk(*people: PersonId, kind: Kind = "call", on: date = DAY, **more: bool) -> Interaction:
    return Interaction(id="X", people=people, kind=kind, on=on, **more)  # type: ignore[arg-type]


def stamped(hour: int, record: R) -> R:
    """A record made at an hour of the day."""
    return msgspec.structs.replace(record, id=ulid(hour * 3_600_000, bytes(10)))


def standing(
    slot: Slot, *done: Interaction | TimeEntry, days: int = 0, minute: int = 9 * 60
) -> str:
    talks = [each for each in done if isinstance(each, Interaction)]
    entries = [each for each in done if isinstance(each, TimeEntry)]
    return standing_of_slot(slot, talks, entries, DAY + timedelta(days=days), minute)


@pytest.mark.parametrize(
    ("days", "minute", "found"),
    [(-1, 23 * 60, "to_come"), (0, 599, "to_come"), (0, 600, "now"), (0, 1439, "now")],
)
def test_it_is_to_come_until_its_hour_and_then_now_as_long_as_the_day_lasts(
    days: int, minute: int, found: str
) -> None:
    assert standing(CALL, days=days, minute=minute) == found


def test_one_at_no_hour_is_to_come_all_day() -> None:
    assert standing(BATCH, minute=1439) == "to_come"


def test_a_day_over_without_is_missed() -> None:
    assert standing(CALL, days=1) == "missed"
    assert standing(CALL, talk(BO), days=1) == "missed"
    assert standing(CALL, talk(ADA, on=DAY - timedelta(days=1)), days=1) == "missed"
    assert standing(CALL, talk(ADA, planned=True), days=1) == "missed"


def test_any_contact_with_the_person_on_its_day_keeps_it() -> None:
    for days in (0, 1):
        assert standing(CALL, talk(BO, ADA, kind="in_person"), days=days) == "kept"


def test_what_was_noted_before_it_was_booked_and_what_was_imported_keep_none() -> None:
    booked = stamped(9, CALL)
    preparing = stamped(9, Slot(id="", kind="preparing", on=DAY, minutes=30))
    for hour, kept in ((8, False), (10, True)):
        for days, else_found in ((0, "to_come"), (1, "missed")):
            wanted = "kept" if kept else else_found
            assert standing(booked, stamped(hour, talk(ADA)), days=days) == wanted
            spent = stamped(hour, TimeEntry(id="", kind="preparing", on=DAY, minutes=5))
            assert standing(preparing, spent, days=days) == wanted
    imported = msgspec.structs.replace(talk(ADA), id=stable_id("monica:call:1"))
    assert standing(booked, imported, days=1) == "missed"
    inside = stamped(
        8, TimeEntry(id="", kind="preparing", on=DAY, minutes=5, slot=SlotId(booked.id))
    )
    assert standing(booked, inside, days=1) == "kept", "what was noted in it is its own"


def test_a_batch_is_kept_once_all_is_done_and_after_its_day_with_any_of_it() -> None:
    two = (talk(ADA, kind="message"), talk(BO, kind="email"))
    assert standing(BATCH, *two) == "to_come"
    assert standing(BATCH, *two, talk(ADA, kind="email")) == "kept"
    assert standing(BATCH, *two, days=1) == "kept"
    assert standing(BATCH, talk(ADA), days=1) == "missed"


def test_time_spent_in_it_or_of_its_kind_keeps_it_and_a_running_timer_does_not_yet() -> None:
    other_day = DAY + timedelta(days=1)
    preparing = Slot(id="P", kind="preparing", on=DAY, minutes=30)
    noted = TimeEntry(id="T", kind="call", on=other_day, minutes=9, slot=SlotId("S"))
    assert standing(CALL, noted, days=1) == "kept"
    assert standing(CALL, TimeEntry(id="T", kind="call", on=DAY, slot=SlotId("S"))) == "to_come"
    assert standing(preparing, TimeEntry(id="T", kind="preparing", on=DAY, minutes=5)) == "kept"
    elsewhere = TimeEntry(id="T", kind="preparing", on=DAY, minutes=5, slot=SlotId("Q"))
    assert standing(preparing, elsewhere) == "to_come"


@pytest.mark.parametrize("state", ["kept", "missed"])
def test_what_was_said_holds_whatever_was_done(state: str) -> None:
    said = Slot(id="S", kind="call", on=DAY, minutes=5, person=ADA, state=state)  # type: ignore[arg-type]
    assert standing(said, talk(ADA), days=3) == state
    assert standing(said, days=-3) == state


def test_times_are_read_as_they_are_written() -> None:
    assert all(minute_of(clock_text(each)) == each for each in range(24 * 60))
    wrong = ("", "24:00", "9", "10:60", "-1:00", "٩:٠٠", ":30", "12:", "1:2:3", f"{'0' * 5000}:00")
    assert [minute_of(each) for each in wrong] == [None] * len(wrong)


def test_the_last_slot_after_today_counts_and_only_one_that_still_stands() -> None:
    def slot(days: int, **more: str) -> Slot:
        on = DAY + timedelta(days=days)
        return Slot(id=f"{days}", kind="call", on=on, minutes=5, person=ADA, **more)  # type: ignore[arg-type]

    assert last_slots([slot(0), slot(-1), slot(9, state="missed"), BATCH], DAY) == {}
    found = last_slots([slot(3), slot(5), slot(1)], DAY)
    assert found == {ADA: DAY + timedelta(days=5)}
