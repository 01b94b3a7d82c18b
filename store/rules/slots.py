"""What has become of a slot: to come, now, kept or missed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import BudgetKind, Group, Kind, budget_kind
from store.records.time_entry import Slot, TimeEntry
from store.words.durations import DAY

SlotStanding = Literal["to_come", "now", "kept", "missed"]

SLOTTED: frozenset[Group] = frozenset({"cooling", "dormant", "give"})
"""Groups of rows that a slot to come stands for."""

LEAST_WRITING, LEAST_OTHER = 10, 15
"""Minutes below which nobody sets time aside: for messages, and for all else."""


def minute_of(at: str) -> int | None:
    """The minute of the day that `HH:MM` means; None for any time of the day.

    What is no such time, from another program's hand, is any time of the day too.
    """
    if len(at) > len("00:00"):
        return None
    hours, _, minutes = at.partition(":")
    if not all(each.isascii() and each.isdigit() for each in (hours, minutes)):
        return None
    minute = int(hours) * 60 + int(minutes)
    return minute if int(minutes) < 60 and minute < DAY else None


def span_of(slot: Slot) -> tuple[datetime, datetime] | None:
    """When it begins and when it is over, on the user's clock; None for any time of the day.

    What goes on beyond the last day that there is ends with it.
    """
    minute = minute_of(slot.at)
    if minute is None:
        return None
    begins = datetime.combine(slot.on, time()) + timedelta(minutes=minute)
    try:
        return begins, begins + timedelta(minutes=slot.minutes)
    except OverflowError:
        return begins, datetime.combine(date.max, time.max)


def clock_text(minute: int) -> str:
    """A minute of the day as `HH:MM`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def set_aside(kind: BudgetKind, minutes: int) -> int:
    """The minutes of a slot for what takes so many; the slot's, not those of what is done in it.

    A call of five minutes alone is given a quarter of an hour, a message alone ten minutes: who
    plans a time also comes to it, looks up what there was, and notes what came of it.

    Args:
        kind: of time.
        minutes: what all of its pieces take together.
    """
    return max(minutes, LEAST_WRITING if kind == "writing" else LEAST_OTHER)


def contact_of(kind: BudgetKind) -> Kind | None:
    """The kind of contact that time of a kind is spent on; None for preparing, which is none."""
    if kind == "preparing":
        return None
    return "message" if kind == "writing" else kind


def standing_of_slot(
    slot: Slot,
    talks: Iterable[Interaction],
    entries: Iterable[TimeEntry],
    now_day: date,
    now_minute: int,
) -> SlotStanding:
    """Where a slot stands.

    What the user has said of it holds. Else it was kept where something of it was done on its
    day, and missed once its day is over without.

    Args:
        slot: booked.
        talks: contacts, at least those of its day; plans and those of other days do not count.
        entries: time without a contact, at least that of its day.
        now_day: today.
        now_minute: of the day, on the user's clock.
    """
    if slot.state != "planned":
        return slot.state
    done = _done(slot, talks, entries)
    if slot.on < now_day:
        return "kept" if done else "missed"
    if slot.on > now_day:
        return "to_come"
    # Of a batch the day may still bring the rest.
    if done >= max(1, slot.count):
        return "kept"
    begins = minute_of(slot.at)
    return "now" if begins is not None and now_minute >= begins else "to_come"


def serves(slot: Slot, talk: Interaction) -> bool:
    """Whether a contact does what a slot was set aside for: on its day, with the person, or of
    the kind where it is for nobody in particular, and noted since it was booked.

    Ids sort by the time at which they were made; those of imports are of no time at all, so that
    what is read from elsewhere keeps no slot.
    """
    if talk.planned or talk.on != slot.on or talk.id < slot.id:
        return False
    if slot.person is not None:
        return slot.person in talk.people
    return budget_kind(talk.kind) == slot.kind


def fills(slot: Slot, entry: TimeEntry) -> bool:
    """Whether time without a contact was spent on a slot: noted in it, or of its kind and day and
    noted since it was booked.
    """
    if not entry.minutes:
        return False
    if entry.slot is not None:
        return entry.slot == slot.id
    if entry.id < slot.id or entry.on != slot.on or entry.kind != slot.kind:
        return False
    return slot.person is None or entry.person == slot.person


def _done(slot: Slot, talks: Iterable[Interaction], entries: Iterable[TimeEntry]) -> int:
    """How many of its pieces were done; time noted for it is all of them."""
    if any(fills(slot, each) for each in entries):
        return max(1, slot.count)
    return sum(1 for each in talks if serves(slot, each))


def last_slots(slots: Iterable[Slot], today: date) -> dict[PersonId, date]:
    """Who has a slot after today, and the day of the last: before it their rhythm is quiet."""
    found: dict[PersonId, date] = {}
    for slot in slots:
        if slot.state == "planned" and slot.person is not None and slot.on > today:
            found[slot.person] = max(slot.on, found.get(slot.person, slot.on))
    return found
