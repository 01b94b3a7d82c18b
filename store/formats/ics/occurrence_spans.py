"""From when to when an event lasts on one of its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from store.formats.ics.event_fields import day_in, zone_of
from store.formats.ics.series import Occurrence


def spans_of(occurrence: Occurrence) -> Iterator[tuple[datetime, datetime]]:
    """The beginning and the end, in its own zone; several where its days are listed with hours."""
    event, day = occurrence.event, occurrence.day
    zone = zone_of(event.start)
    timed = isinstance(event.start, datetime)
    starts = [
        each
        for each in event.more
        if timed and isinstance(each, datetime) and day_in(each, zone) == day
    ]
    if not starts or day == event.day:
        at = event.start.timetz() if isinstance(event.start, datetime) else time.min
        starts.append(datetime.combine(day, at))
    for begun in starts:
        try:
            yield begun, begun + event.lengths.get(begun, event.length)
        except OverflowError:
            yield begun, datetime.combine(date.max, time.max, begun.tzinfo)
