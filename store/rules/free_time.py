"""The free spans of working days: their hours, less what is taken and what has gone by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import msgspec

from store.records.time_entry import Slot
from store.rules.busy import Busy
from store.rules.slots import minute_of, span_of
from store.words.durations import DAY

LEAST = 5
"""Minutes; a shorter span is none."""

STEP = 5
"""A span begins at such a minute of the clock, so that what is booked has a time to remember."""


class Hours(msgspec.Struct, frozen=True, order=True):
    """From one minute of the day to another, the second not included."""

    start: int
    until: int


class Span(msgspec.Struct, frozen=True, order=True):
    """Free time of one day, on the user's clock."""

    on: date
    start: int
    """Minute of the day."""
    until: int
    """The first minute that is not free."""

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.until - self.start


def hours_of(texts: Iterable[str]) -> tuple[Hours, ...]:
    """The hours of a day from `09:00-12:30`, in order; what is no such text is left out."""
    found = []
    for text in texts:
        first, dash, last = text.partition("-")
        start = minute_of(first.strip())
        until = DAY if last.strip() == "24:00" else minute_of(last.strip())
        if dash and start is not None and until is not None and start < until:
            found.append(Hours(start, until))
    return tuple(sorted(found))


def free_spans(
    days: Iterable[date],
    hours: Iterable[Hours],
    busy: Iterable[Busy],
    slots: Iterable[Slot],
    now: datetime,
) -> tuple[Span, ...]:
    """The free spans, by day and time; no two touch.

    Args:
        days: working ones; those gone by have no free time.
        hours: of each day.
        busy: what calendars have taken.
        slots: booked ones that still stand; one at no time takes none.
        now: on the user's clock, without a zone; what lies before is not free.
    """
    wanted = sorted(set(days))
    taken = _taken(frozenset(wanted), busy, slots)
    kept = _joined((each.start, each.until) for each in hours)
    found = []
    for day in wanted:
        if day < now.date():
            continue
        gone = [(0, _minute_after(now))] if day == now.date() else []
        closed = _joined((*taken.get(day, ()), *gone))
        for start, until in kept:
            found += [Span(day, *each) for each in _left(start, until, closed)]
    return tuple(found)


def _minute_after(now: datetime) -> int:
    """The minute of the day that has not begun yet, or has just."""
    return now.hour * 60 + now.minute + (1 if now.second or now.microsecond else 0)


def _taken(
    days: frozenset[date], busy: Iterable[Busy], slots: Iterable[Slot]
) -> dict[date, list[tuple[int, int]]]:
    """Minutes that are taken, by day."""
    taken: dict[date, list[tuple[int, int]]] = {}
    for slot in slots:
        span = span_of(slot)
        for day, minutes in () if span is None else _by_day(*span, days):
            taken.setdefault(day, []).append(minutes)
    for each in busy:
        for day, minutes in _by_day(each.start, each.until, days):
            taken.setdefault(day, []).append(minutes)
    return taken


def _by_day(
    start: datetime, until: datetime, days: frozenset[date]
) -> Iterator[tuple[date, tuple[int, int]]]:
    """The minutes of each of the days that lie between two moments."""
    for day in days:
        if start.date() <= day <= until.date() and start < until:
            first = start.hour * 60 + start.minute if start.date() == day else 0
            last = _minute_after(until) if until.date() == day else DAY
            if first < last:
                yield day, (first, last)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that meet as one."""
    joined: list[tuple[int, int]] = []
    for start, until in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((start, until))
    return joined


def _left(start: int, until: int, closed: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of some hours once the closed spans are taken out."""
    for first, last in (*closed, (until, DAY)):
        begins = -(-start // STEP) * STEP
        ends = min(first, until)
        if ends - begins >= LEAST:
            yield begins, ends
        start = max(start, last)
