"""The slots of some days: those booked, those proposed, and the free time between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec

from store.records.ids import PersonId, SlotId
from store.records.interaction import Interaction
from store.records.kinds import Band, BudgetKind
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.budget import Week
from store.rules.busy import Busy
from store.rules.free_time import Span, free_spans, hours_of
from store.rules.pauses import covers
from store.rules.slots import SlotStanding, minute_of, standing_of_slot
from store.views.slot_proposals import ProposedSlot, There, proposed_slots
from store.views.ties import Ties
from store.views.week import rest_days

__all__ = ["BookedSlot", "ProposedSlot", "SlotsView", "There", "days_shown", "slots_view"]

AHEAD = timedelta(days=7)
"""How far beyond today this week's slots look, so that a Friday shows the days that follow."""


class BookedSlot(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes set aside."""

    id: SlotId
    kind: BudgetKind
    on: date
    at: str
    """`HH:MM`; empty is any time of the day."""
    minutes: int
    person: PersonId | None
    name: str
    """The person's; empty for nobody in particular."""
    count: int
    """How many pieces are to be done in it."""
    standing: SlotStanding
    band: Band | None
    """The person's, for the glyph."""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still ahead, or just now."""
        return self.standing in ("to_come", "now")


class SlotsView(msgspec.Struct, frozen=True, kw_only=True):
    """The slots of some days, each list by day and time."""

    booked: tuple[BookedSlot, ...]
    proposed: tuple[ProposedSlot, ...]
    spans: tuple[Span, ...]
    """What is free, before anything proposed is booked."""


def days_shown(week: Week, today: date) -> Week:
    """The days whose slots are shown with a week: of this one also the seven days that follow."""
    if not week.holds(today) or today > date.max - AHEAD:
        return week
    return Week(week.start, max(week.until, today + AHEAD))


def slots_view(
    snapshot: Snapshot,
    ties: Ties,
    now: datetime,
    busy: Sequence[Busy],
    days: Week,
    *,
    there: There | None = None,
) -> SlotsView:
    """The slots of some days, of one week or of several.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        now: on the user's clock, without a zone, on the day of `ties`.
        busy: what calendars have taken in these days.
        days: those shown; days gone by have no free time. See `days_shown`.
        there: tells the time in another's zone, so that nobody is rung up at night.
    """
    booked = booked_slots(snapshot, ties, now, days)
    over = {each.id for each in booked if not each.is_open}
    standing = (
        each
        for each in snapshot.slots.plain().values()
        if each.state == "planned" and each.id not in over
    )
    hours = hours_of(ties.settings.free_hours)
    spans = free_spans(_working(snapshot, ties, days), hours, busy, standing, now)
    return SlotsView(
        booked=booked,
        proposed=proposed_slots(snapshot, ties, spans, there),
        spans=spans,
    )


def booked_slots(
    snapshot: Snapshot, ties: Ties, now: datetime, days: Week
) -> tuple[BookedSlot, ...]:
    """The slots booked in some days, by day and time.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        now: on the user's clock, without a zone, on the day of `ties`.
        days: the days.
    """
    kept = [each for each in snapshot.slots.plain().values() if days.holds(each.on)]
    if not kept:
        return ()
    talks = tuple(_talks(snapshot, ties, kept))
    entries = tuple(snapshot.time_entries.plain().values())
    minute = now.hour * 60 + now.minute
    found = []
    for slot in sorted(kept, key=_order):
        person = None if slot.person is None else snapshot.people.get(slot.person)
        found.append(
            BookedSlot(
                id=SlotId(slot.id),
                kind=slot.kind,
                on=slot.on,
                at="" if minute_of(slot.at) is None else slot.at,
                minutes=slot.minutes,
                person=None if person is None else slot.person,
                name="" if person is None else person.name,
                count=slot.count,
                standing=standing_of_slot(slot, talks, entries, ties.today, minute),
                band=None if person is None else ties[PersonId(person.id)].band,
                note=slot.note,
            )
        )
    return tuple(found)


def _order(slot: Slot) -> tuple[date, str, str]:
    return slot.on, slot.at, slot.id


def _talks(snapshot: Snapshot, ties: Ties, slots: Iterable[Slot]) -> Iterable[Interaction]:
    """The contacts that can tell of some slots: those of their days, as far as they have come."""
    come = [each for each in slots if each.state == "planned" and each.on <= ties.today]
    if all(ties.calendar.holds(each.on) for each in come):
        return ties.week.values()
    days = frozenset(each.on for each in come)
    every = snapshot.interactions.plain().values()
    return (talk for talk in every if talk.on in days)


def _working(snapshot: Snapshot, ties: Ties, days: Week) -> Iterator[date]:
    """The days that are neither off nor gone by."""
    rest, pauses = rest_days(ties.settings), snapshot.me.pauses
    first = max(days.start, ties.today)
    for ahead in range((days.until - first).days + 1):
        day = first + timedelta(days=ahead)
        if day.weekday() not in rest and not covers(pauses, day):
            yield day
