"""How much of the free hours of some days the user's calendars have taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from store.config.settings import Settings
from store.records.person import Pause
from store.rules.budget import Week
from store.rules.busy import Busy
from store.rules.free_time import free_spans, hours_of
from store.rules.pauses import covers
from store.views.week import rest_days


def taken_of_free(
    settings: Settings, pauses: Iterable[Pause], busy: Iterable[Busy], days: Week
) -> tuple[int, int]:
    """Minutes of the free hours that are taken, and of all of them; nights and days off are none.

    Args:
        settings: with the free hours and the days off of every week.
        pauses: days off by date.
        busy: what calendars have taken.
        days: the days; all of the first counts.
    """
    rest, kept = rest_days(settings), tuple(pauses)
    working = [
        day
        for ahead in range((days.until - days.start).days + 1)
        if (day := days.start + timedelta(days=ahead)).weekday() not in rest
        and not covers(kept, day)
    ]
    hours, begin = hours_of(settings.free_hours), datetime.combine(days.start, time())
    free = sum(each.minutes for each in free_spans(working, hours, (), (), begin))
    left = sum(each.minutes for each in free_spans(working, hours, busy, (), begin))
    return free - left, free
