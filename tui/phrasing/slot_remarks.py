"""What is hardly meant of the time of a slot: another lies there, or it is night where they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from store.actions.slot_clock import lying_over
from store.actions.slot_meant import slot_message, slot_name
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.busy import Busy
from store.rules.decent_hours import are_decent
from store.rules.slots import clock_text, span_of
from store.views.slot_proposals import There
from store.words.words import Words
from store.words.zones import there
from tui.phrasing.curtain import name_shown


def slot_remarks(
    slot: Slot,
    snapshot: Snapshot,
    busy: Iterable[Busy],
    words: Words,
    *,
    curtain: bool,
    there: There = there,
) -> tuple[str, ...]:
    """What is said of a slot beside its facts; it may be booked all the same.

    Args:
        slot: as it would be.
        snapshot: the records.
        busy: what calendars have taken, as far as it is known.
        words: the language.
        curtain: whether names are hidden.
        there: tells the time in another's zone.
    """
    told = (
        _over_slots(slot, snapshot, words, curtain=curtain),
        _over_events(slot, busy, words),
        _hour_there(slot, snapshot, words, there),
    )
    return tuple(filter(None, told))


def _over_slots(slot: Slot, snapshot: Snapshot, words: Words, *, curtain: bool) -> str:
    others = lying_over(slot, snapshot.slots.plain().values())
    if not others:
        return ""
    name = name_shown(slot_name(snapshot, others[0]), curtain)
    what = words.tell(slot_message(others[0], name))
    more = f" +{len(others) - 1}" if len(others) > 1 else ""
    return words.say("time.slot.beside", what=what, at=f"{others[0].at}{more}")


def _over_events(slot: Slot, busy: Iterable[Busy], words: Words) -> str:
    span = span_of(slot)
    if span is None:
        return ""
    begins, ends = span
    over = next((each for each in busy if each.start < ends and begins < each.until), None)
    if over is None:
        return ""
    start, until = (_clock(each, slot) for each in (over.start, over.until))
    hours = words.say("clock.span", start=start, until=until)
    return words.say("time.slot.beside_event", span=hours)


def _clock(moment: datetime, slot: Slot) -> str:
    """The hour on the day of the slot; what began before begins, and what goes on after ends, at
    its midnight.
    """
    if moment.date() == slot.on:
        return f"{moment:%H:%M}"
    return "00:00" if moment.date() < slot.on else "24:00"


def _hour_there(slot: Slot, snapshot: Snapshot, words: Words, there: There) -> str:
    """The time on the person's own clock where nobody would be rung up."""
    span = span_of(slot)
    person = snapshot.people.get(slot.person) if slot.person is not None else None
    if span is None or person is None or not person.timezone:
        return ""
    first, last = (there(person.timezone, each) for each in span)
    if first is None or last is None or are_decent(first, last):
        return ""
    return words.say("time.slot.there", time=clock_text(first.hour * 60 + first.minute))
