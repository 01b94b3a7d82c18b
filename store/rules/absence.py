"""Coming back after days away: one question, never a red wall."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from store.records.me import Me
from store.rules.pauses import is_paused, spans_of

AWAY_DAYS = 10
"""Days without an act of the user's own that count as an absence."""


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
