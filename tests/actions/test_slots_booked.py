"""Slots are booked, moved, kept, missed and dropped; each can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from store.actions.action import Outcome
from store.actions.delete import Delete
from store.actions.merge import Merge
from store.actions.registry import ACTIONS
from store.actions.service import Done, Service
from store.actions.slot_add import AddSlot
from store.actions.slot_drop import DropSlot
from store.actions.slot_kept import KeepSlot
from store.actions.slot_missed import MissSlot
from store.actions.slot_move import MoveSlot
from store.actions.timer_start import TimerStart
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, make
from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.kinds import LANGUAGES
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import EMPTY
from store.records.time_entry import Slot, TimeEntry
from store.words.message import Message, Problem
from store.words.words import Words

DAY = date(2026, 11, 20)
TOMORROW = DAY + timedelta(days=1)
ADA, BO = PersonId("A"), PersonId("B")


def service(*records: Record) -> Service:
    numbers = count(1)

    def clock() -> datetime:
        return datetime(2026, 11, 20, 9, tzinfo=UTC)

    found = Service(MemoryKeeper(EMPTY), ACTIONS, clock, lambda: f"Z{next(numbers)}", Settings())
    people = (
        Person(id="A", name="Ada", prefers="email"),
        Person(id="B", name="Bo", layer=5),
        Person(id="D", name="Dee", status="deceased"),
    )
    made = ChangeSet(tuple(make(each) for each in (*people, *records)))
    found.commit("import", Outcome(change_set=made, id="A", said=Message("said.imported")))
    return found


def slot_of(found: Service, done: Done) -> Slot:
    return found.snapshot.slots[SlotId(done.id)]


def code(found: Service, name: str, params: object) -> str:
    with pytest.raises(Problem) as caught:
        found.perform(name, params)  # type: ignore[arg-type]
    assert all(Words(each).tell(caught.value.message, DAY) for each in LANGUAGES)
    return caught.value.code


CALL = Slot(id="S", kind="call", on=DAY, at="10:00", minutes=25, person=BO, note="the roof")
BATCH = Slot(id="W", kind="writing", on=DAY, minutes=15, count=3)


def test_a_slot_with_somebody_takes_the_step_proposed_and_its_usual_minutes() -> None:
    found = service()
    done = found.perform("slot", AddSlot(person="bo", on=TOMORROW, at="17h30", note=" roof "))
    assert slot_of(found, done) == Slot(
        id=done.id, kind="call", on=TOMORROW, at="17:30", minutes=20, person=BO, note="roof"
    )
    assert Words("en").tell(done.said, DAY) == "Booked: call with Bo, tomorrow at 17:30, 20 min."
    done = found.perform("slot", AddSlot(person="Ada", on=DAY))
    assert (slot_of(found, done).kind, slot_of(found, done).minutes) == ("writing", 10)
    found.undo()
    found.undo()
    assert not found.snapshot.slots


def test_a_batch_takes_the_usual_minutes_of_each_and_a_word_its_own() -> None:
    found = service()
    done = found.perform("slot", AddSlot(kind="messages", count=3, on=DAY))
    assert (slot_of(found, done).kind, slot_of(found, done).minutes) == ("writing", 15)
    assert Words("fr").tell(done.said, DAY) == "Réservé\u00a0: 3 messages, aujourd'hui, 15 min."
    done = found.perform("slot", AddSlot(kind="lunch", person="Bo", on=DAY))
    assert (slot_of(found, done).kind, slot_of(found, done).minutes) == ("in_person", 90)
    done = found.perform("slot", AddSlot(kind="préparation", on=DAY))
    assert (slot_of(found, done).kind, slot_of(found, done).minutes) == ("preparing", 30)


@pytest.mark.parametrize(
    ("params", "wanted"),
    [
        (AddSlot(person="Bo", on=DAY - timedelta(days=1)), "day_gone"),
        (AddSlot(person="Dee", on=DAY), "deceased"),
        (AddSlot(person="Zed", on=DAY), "unknown_person"),
        (AddSlot(on=DAY), "slot_for_what"),
        (AddSlot(kind="brunch", on=DAY), "bad_kind"),
        (AddSlot(kind="call", on=DAY, at="soon"), "bad_time"),
        (AddSlot(kind="call", on=DAY, minutes=0), "bad_minutes"),
        (AddSlot(kind="call", on=DAY, count=0), "bad_count"),
    ],
)
def test_what_cannot_be_booked_is_refused_in_words(params: AddSlot, wanted: str) -> None:
    assert code(service(), "slot", params) == wanted


def test_a_slot_moves_and_stands_again_whatever_was_said_of_it() -> None:
    found = service(Slot(id="S", kind="call", on=DAY, at="08:30", minutes=25, person=BO))
    found.perform("slot-missed", MissSlot(slot="S"))
    found.perform("slot-move", MoveSlot(slot="S", on=TOMORROW, at="9", minutes=40))
    moved = found.snapshot.slots[SlotId("S")]
    assert (moved.on, moved.at, moved.minutes, moved.state) == (TOMORROW, "09:00", 40, "planned")
    found.perform("slot-move", MoveSlot(slot="Bo", at=""))
    assert found.snapshot.slots[SlotId("S")].at == ""
    assert code(found, "slot-move", MoveSlot(slot="S")) == "slot_to_when"
    assert code(found, "slot-move", MoveSlot(slot="S", on=DAY - timedelta(days=1))) == "day_gone"
    assert code(found, "slot-move", MoveSlot(slot="Ada", at="9")) == "no_slot"
    assert code(found, "slot-move", MoveSlot(slot="", at="9")) == "unknown_slot"


def test_one_kept_with_somebody_logs_the_contact_once() -> None:
    found = service(CALL)
    done = found.perform("slot-kept", KeepSlot(slot="Bo", note="she said yes"))
    (talk,) = found.snapshot.interactions_of(BO)
    assert (talk.kind, talk.on, talk.minutes, talk.note) == ("call", DAY, 25, "she said yes")
    assert found.snapshot.slots[SlotId("S")].state == "kept"
    assert Words("en").tell(done.said, DAY) == "Kept: call with Bo; logged 25 min."
    found.perform("slot-kept", KeepSlot(slot="S"))
    assert len(found.snapshot.interactions) == 1, "what is said twice is logged once"
    found.undo()
    assert not found.snapshot.interactions
    assert found.snapshot.slots[SlotId("S")] == CALL


def test_a_note_on_one_of_which_nothing_is_logged_anew_stays_with_it() -> None:
    talk = Interaction(id="T", people=(BO,), kind="call", on=DAY, minutes=12)
    found = service(CALL, talk)
    found.perform("slot-kept", KeepSlot(slot="S", note="she said yes"))
    assert found.snapshot.interactions_of(BO) == (talk,)
    kept = found.snapshot.slots[SlotId("S")]
    assert (kept.state, kept.note) == ("kept", "the roof\nshe said yes")
    found.perform("slot-kept", KeepSlot(slot="S", note="[b]no[/b]"))
    assert found.snapshot.slots[SlotId("S")].note.endswith("yes\n[b]no[/b]")


def test_one_kept_takes_other_minutes_and_another_kind_where_told() -> None:
    found = service(CALL, Slot(id="M", kind="writing", on=DAY, minutes=10, person=ADA))
    found.perform("slot-kept", KeepSlot(slot="S", kind="in_person", minutes=50))
    (talk,) = found.snapshot.interactions_of(BO)
    assert (talk.kind, talk.minutes) == ("in_person", 50)
    found.perform("slot-kept", KeepSlot(slot="M"))
    assert [each.kind for each in found.snapshot.interactions_of(ADA)] == ["email"]


def test_one_kept_with_nobody_counts_the_minutes_that_nothing_else_has_taken() -> None:
    written = Interaction(id="X", people=(ADA,), kind="message", on=DAY, minutes=4)
    before = Interaction(id="I", people=(BO,), kind="message", on=DAY, minutes=3)
    found = service(BATCH, written, before)
    found.perform("slot-kept", KeepSlot(slot="W"))
    (entry,) = found.snapshot.time_entries.values()
    assert (entry.kind, entry.minutes, entry.on, entry.slot) == ("writing", 11, DAY, "W")
    found.perform("slot-kept", KeepSlot(slot="W"))
    assert len(found.snapshot.time_entries) == 1, "it is counted once"


def test_preparing_for_somebody_is_time_and_no_contact() -> None:
    found = service(Slot(id="P", kind="preparing", on=DAY, minutes=30, person=BO))
    found.perform("slot-kept", KeepSlot(slot="P"))
    assert not found.snapshot.interactions
    assert [each.person for each in found.snapshot.time_entries.values()] == [BO]


def test_nothing_is_said_yet_of_a_slot_to_come() -> None:
    found = service(Slot(id="S", kind="call", on=TOMORROW, minutes=25, person=BO))
    assert code(found, "slot-kept", KeepSlot(slot="S")) == "not_yet"
    assert code(found, "slot-missed", MissSlot(slot="Bo")) == "not_yet"


def test_of_several_with_somebody_the_one_that_has_come_is_kept_and_the_next_one_moved() -> None:
    later = Slot(id="L", kind="call", on=TOMORROW, minutes=25, person=BO)
    past = Slot(id="P", kind="call", on=DAY - timedelta(days=2), minutes=25, person=BO)
    found = service(later, past)
    found.perform("slot-move", MoveSlot(slot="Bo", minutes=30))
    assert found.snapshot.slots[SlotId("L")].minutes == 30
    found.perform("slot-missed", MissSlot(slot="Bo"))
    assert found.snapshot.slots[SlotId("P")].state == "missed"


def test_one_kept_and_then_said_missed_gives_back_the_time_that_keeping_counted() -> None:
    measured = TimeEntry(
        id="T", kind="writing", on=DAY, minutes=2, slot=SlotId("W"), started=datetime.now(UTC)
    )
    found = service(BATCH, measured)
    found.perform("slot-kept", KeepSlot(slot="W"))
    found.perform("slot-missed", MissSlot(slot="W"))
    assert list(found.snapshot.time_entries) == ["T"], "what a timer measured was spent"
    assert found.snapshot.slots[SlotId("W")].state == "missed"
    found.undo()
    assert sum(each.minutes or 0 for each in found.snapshot.time_entries.values()) == 15
    assert found.snapshot.slots[SlotId("W")].state == "kept"


def test_a_contact_that_keeping_logged_stays_and_is_told_of() -> None:
    found = service(CALL)
    found.perform("slot-kept", KeepSlot(slot="S"))
    done = found.perform("slot-missed", MissSlot(slot="S"))
    assert len(found.snapshot.interactions_of(BO)) == 1
    assert Words("en").tell(done.said, DAY) == (
        "Noted that it did not happen: call with Bo. The contact logged that day stays."
    )
    found.perform("slot-kept", KeepSlot(slot="S"))
    assert len(found.snapshot.interactions_of(BO)) == 1, "it is there already"


def test_a_talk_before_the_booking_is_another_one() -> None:
    early = Interaction(id="01", people=(BO,), kind="call", on=DAY, minutes=5)
    found = service(CALL, early)
    found.perform("slot-kept", KeepSlot(slot="S"))
    assert len(found.snapshot.interactions_of(BO)) == 2


def test_two_open_slots_with_somebody_are_told_apart_by_whoever_named_them() -> None:
    later = Slot(id="L", kind="call", on=DAY, at="18:00", minutes=25, person=BO)
    found = service(CALL, later)
    for name, params in (
        ("slot-kept", KeepSlot(slot="Bo")),
        ("slot-missed", MissSlot(slot="Bo")),
        ("slot-drop", DropSlot(slot="Bo")),
        ("slot-move", MoveSlot(slot="Bo", at="9")),
    ):
        with pytest.raises(Problem) as caught:
            found.perform(name, params)
        assert (caught.value.code, caught.value.status) == ("ambiguous_slot", 3)
    said = Words("en").tell(caught.value.message, DAY)
    assert said == (
        "Which slot is “Bo”? call with Bo, today at 10:00 (S), call with Bo, today at 18:00 (L)"
    )


def test_what_lies_over_another_slot_or_behind_us_is_booked_and_said() -> None:
    found = service(CALL, BATCH)
    done = found.perform("slot", AddSlot(person="Ada", kind="call", on=DAY, at="9:45", minutes=20))
    assert Words("en").tell(done.said, DAY).endswith("At the same time as call with Bo (10:00).")
    done = found.perform("slot-move", MoveSlot(slot=done.id, at="9:35"))
    told = [Words(each).tell(done.said, DAY) for each in LANGUAGES]
    assert told[0] == "Moved: call with Ada, today at 09:35, 20 min.", "one may follow the other"
    done = found.perform("slot-move", MoveSlot(slot=done.id, at="8:00"))
    assert Words("en").tell(done.said, DAY).endswith("20 min. 08:00 has gone by today.")
    assert code(found, "slot", AddSlot(kind="call", on=DAY, at="23:50", minutes=11)) == (
        "past_midnight"
    )
    assert code(found, "slot-move", MoveSlot(slot="S", minutes=14 * 60 + 1)) == "past_midnight"
    found.perform("slot-move", MoveSlot(slot="S", minutes=14 * 60))


def test_one_dropped_leaves_the_time_that_was_spent_in_it() -> None:
    entry = TimeEntry(id="T", kind="call", on=DAY, minutes=9, slot=SlotId("S"))
    found = service(CALL, entry)
    found.perform("slot-drop", DropSlot(slot="S"))
    assert not found.snapshot.slots
    assert [(each.minutes, each.slot) for each in found.snapshot.time_entries.values()] == [
        (9, None)
    ]
    found.undo()
    assert dict(found.snapshot.slots) == {"S": CALL}
    assert [each.slot for each in found.snapshot.time_entries.values()] == ["S"]


def test_a_timer_started_in_a_slot_is_for_its_person() -> None:
    found = service(CALL)
    found.perform("timer-start", TimerStart(slot="S"))
    (entry,) = found.snapshot.time_entries.values()
    assert (entry.slot, entry.person, entry.contact) == ("S", BO, "call")


def test_who_is_deleted_takes_their_slots_along_and_who_is_merged_hands_them_on() -> None:
    entry = TimeEntry(id="T", kind="call", on=DAY, minutes=9, slot=SlotId("S"), note="with Ada")
    found = service(CALL, BATCH, entry)
    found.perform("delete", Delete(person="Bo"))
    assert list(found.snapshot.slots) == ["W"]
    assert [(each.slot, each.note) for each in found.snapshot.time_entries.values()] == [
        (None, "with Ada")
    ]
    found.undo()
    assert len(found.snapshot.slots) == 2
    found.perform("merge", Merge(a="Ada", b="Bo"))
    assert found.snapshot.slots[SlotId("S")].person == ADA
