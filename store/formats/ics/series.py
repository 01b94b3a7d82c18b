"""The days on which an event takes place: once, or as often as its series says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo

import msgspec

from store.formats.ics.event import CalendarEvent
from store.formats.ics.event_fields import Moment, day_in, zone_of
from store.formats.ics.rule import days_looked_at, days_of, rule_of, why_not
from store.words.message import Message

BACK = timedelta(days=5 * 365 + 1)
"""How far back a series is followed."""

AHEAD = timedelta(days=366)
"""How far ahead anything is taken."""

MOST_OF_A_SERIES = 400
"""Occurrences of one series; those nearest to today are taken."""

MOST_OCCURRENCES = 20_000
"""Occurrences of one file."""

MOST_DAYS = 5_000_000
"""Days that are looked at for one file; so many take a few seconds."""


class Stretch(msgspec.Struct, frozen=True):
    """The days in which a series is followed."""

    first: date
    today: date
    last: date


class Occurrence(msgspec.Struct, frozen=True):
    """An event on one day."""

    of: date
    """The day on which the series has it: it stays the same when it is moved."""
    day: date
    event: CalendarEvent


class Budget:
    """What is left of the work that one file may make."""

    def __init__(self, days: int = MOST_DAYS) -> None:
        """Begin with all of it; so many days may be looked at."""
        self._days = days
        self._occurrences = MOST_OCCURRENCES

    def allows_days(self, days: int) -> bool:
        """Whether so many days may be looked at; if so they are counted."""
        if self._days < days or not self._occurrences:
            return False
        self._days -= days
        return True

    def allowed(self, occurrences: int) -> int:
        """How many of some occurrences may be taken; they are counted."""
        taken = min(occurrences, self._occurrences)
        self._occurrences -= taken
        return taken


class Series(msgspec.Struct, frozen=True):
    """The occurrences of one UID, and what was not followed of it."""

    occurrences: tuple[Occurrence, ...] = ()
    losses: tuple[Message, ...] = ()


def stretch_around(today: date) -> Stretch:
    """The days in which a series is followed."""
    return Stretch(today - BACK, today, today + AHEAD)


def series_of(events: Sequence[CalendarEvent], stretch: Stretch | None, budget: Budget) -> Series:
    """The occurrences of the events of one UID.

    Args:
        events: the series or single event, and what stands in the place of occurrences of it.
        stretch: the days in which a series is followed; None for its first day alone.
        budget: what may still be done for the file.
    """
    master = _latest(each for each in events if each.instead_of is None)
    zone = zone_of(master.start) if master is not None else None
    others: dict[date, CalendarEvent] = {}
    for each in events:
        if each.instead_of is not None:
            of = day_in(each.instead_of, zone or zone_of(each.start))
            others[of] = _latest((others.get(of, each), each)) or each
    losses: list[Message] = []
    days = {master.day: None} if master is not None else {}
    recurs = master is not None and master.recurs
    if master is not None and stretch is not None:
        days = _days(master, stretch, budget, losses)
    found = [
        each
        for each in _placed(master, days, others)
        if not recurs or stretch is None or stretch.first <= each.day <= stretch.last
    ]
    return Series(_bounded(found, stretch, budget, losses), tuple(losses))


def _latest(events: Iterable[CalendarEvent]) -> CalendarEvent | None:
    """The newest version of an event of which a file holds several."""
    newest: CalendarEvent | None = None
    for each in events:
        if newest is None or each.sequence >= newest.sequence:
            newest = each
    return newest


def _days(
    master: CalendarEvent, stretch: Stretch, budget: Budget, losses: list[Message]
) -> dict[date, None]:
    """The days by the series itself, without what stands in the place of some."""
    zone, start = zone_of(master.start), master.day
    days: dict[date, None] = {}
    is_over = False
    for parts in master.rules:
        until = _until(parts.get("UNTIL", ()), master.start, zone)
        rule = rule_of(parts, start, until)
        is_over = until is not None and until < start
        if rule is None:
            losses.append(why_not(parts))
        elif not budget.allows_days(days_looked_at(rule, start, stretch.first, stretch.last)):
            losses.append(Message("ics.too_many_series"))
        else:
            days.update((day, None) for day in days_of(rule, start, stretch.first, stretch.last))
    if not is_over:
        days[start] = None
    days.update((day_in(each, zone), None) for each in master.more)
    for each in master.less:
        days.pop(day_in(each, zone), None)
    return days


def _until(values: Sequence[object], start: Moment, zone: tzinfo | None) -> date | None:
    """The last day that an UNTIL leaves to a series, whose hour may lie behind that of UNTIL."""
    until = values[0] if values else None
    if not isinstance(until, date):
        return None
    day = day_in(until, zone)
    if isinstance(until, datetime) and isinstance(start, datetime):
        try:
            local = until.astimezone(zone) if zone and until.tzinfo else until
        except OverflowError:
            return day
        return day - timedelta(days=local.time() < start.time())
    return day


def _placed(
    master: CalendarEvent | None, days: dict[date, None], others: dict[date, CalendarEvent]
) -> Iterator[Occurrence]:
    ruling: CalendarEvent | None = None
    moved = timedelta(0)
    for of in sorted({**days, **dict.fromkeys(others)}):
        other = others.get(of)
        if other is not None:
            yield Occurrence(of, other.day, other)
            if other.and_after:
                ruling, moved = other, other.day - of
        elif ruling is not None:
            yield Occurrence(of, of + moved, ruling)
        elif master is not None:
            yield Occurrence(of, of, master)


def _bounded(
    found: list[Occurrence], stretch: Stretch | None, budget: Budget, losses: list[Message]
) -> tuple[Occurrence, ...]:
    kept = found
    if stretch is not None and len(found) > MOST_OF_A_SERIES:
        nearest = sorted(found, key=lambda each: abs((each.day - stretch.today).days))
        kept = nearest[:MOST_OF_A_SERIES]
        losses.append(Message("ics.many_days", {"n": len(found), "kept": len(kept)}))
    allowed = budget.allowed(len(kept))
    if allowed < len(kept):
        losses.append(Message("ics.too_many_series"))
    return tuple(sorted(kept[:allowed], key=lambda each: each.day))
