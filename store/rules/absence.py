"""Coming back after days away: one question, never a red wall."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from store.records.me import Me
from store.records.person import Pause
from store.rules.pauses import Spans, is_paused, spans_of

AWAY_DAYS = 10
"""Days without an act of the user's own that count as an absence."""

LEAST_STOP = AWAY_DAYS - 1
"""Days of the shortest stop that an absence brings: the days of both acts are no part of it."""

SPREAD_DAYS = 28
"""Over so many days what waited at the end of an absence comes back."""


class Away(msgspec.Struct, frozen=True):
    """The days on which the user did nothing here, both included."""

    start: date
    until: date


def away(me: Me, today: date) -> Away | None:
    """The absence that ends today; None where there is none, or the clock stood still anyway."""
    if me.last_act is None or (today - me.last_act).days < AWAY_DAYS:
        return None
    start, until = me.last_act + timedelta(days=1), today - timedelta(days=1)
    spans = spans_of(me.pauses)
    if is_paused(spans, start.toordinal()) and is_paused(spans, until.toordinal()):
        return None
    return Away(start, until)


def came_back(spans: Spans, own: tuple[Pause, ...], today: int) -> int | None:
    """The first day (an ordinal) after everybody's clock stood still, four weeks back at most.

    Args:
        spans: all pauses of a person, everybody's included.
        own: those of the person alone; they bring no wall of rows, hence nothing to spread.
        today: an ordinal.
    """
    for since, until in reversed(spans):
        if not until < today <= until + SPREAD_DAYS or until - since < LEAST_STOP:
            continue
        alone = any(
            each.start.toordinal() <= since + 1 and each.until.toordinal() >= until for each in own
        )
        if not alone:
            return until + 1
    return None
