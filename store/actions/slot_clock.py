"""What the clock says of a slot that is booked: beyond its day, gone by, or over another one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from store.actions.slot_meant import slot_message, slot_name, slot_order
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.slots import minute_of
from store.words.durations import DAY
from store.words.message import Message, Refusal


def within_its_day(slot: Slot) -> Slot:
    """The slot, if it ends by midnight.

    Raises:
        Refusal: where it would go on after.
    """
    start = minute_of(slot.at)
    if start is not None and start + slot.minutes > DAY:
        raise Refusal("past_midnight", "problem.slot_past_midnight", at=slot.at)
    return slot


def with_remarks(said: Message, snapshot: Snapshot, slot: Slot, now: datetime) -> Message:
    """What is told of a slot, and whatever about its time is hardly meant.

    Args:
        said: what is told of it.
        snapshot: the records.
        slot: as it is booked from now on.
        now: on the user's clock.
    """
    start = minute_of(slot.at)
    if start is not None and slot.on == now.date() and start < now.hour * 60 + now.minute:
        said = Message("said.slot_gone_by", {"said": said, "at": slot.at})
    others = tuple(lying_over(slot, snapshot.slots.plain().values()))
    if not others:
        return said
    told = tuple(
        Message(
            "slot.beside",
            {"what": slot_message(each, slot_name(snapshot, each)), "at": each.at},
        )
        for each in others
    )
    return Message("said.slot_beside", {"said": said, "others": told})


def lying_over(slot: Slot, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The other slots, planned as well, that take some of the same minutes; in order."""
    begin = minute_of(slot.at)
    if begin is None:
        return ()
    found = []
    for each in slots:
        start = minute_of(each.at)
        if start is None or each.id == slot.id or each.on != slot.on or each.state != "planned":
            continue
        if start < begin + slot.minutes and begin < start + each.minutes:
            found.append(each)
    return tuple(sorted(found, key=slot_order))
