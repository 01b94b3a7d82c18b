"""Time that is taken already, as calendars tell it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec


class Busy(msgspec.Struct, frozen=True, order=True):
    """From one moment to another on the user's own clock; both without a zone."""

    start: datetime
    until: datetime
    """The first moment that is free again."""


def joined_busy(times: Iterable[Busy]) -> tuple[Busy, ...]:
    """The same times in order, those that overlap or touch as one; empty ones are left out."""
    joined: list[Busy] = []
    for each in sorted(times):
        if each.until <= each.start:
            continue
        if joined and each.start <= joined[-1].until:
            joined[-1] = Busy(joined[-1].start, max(joined[-1].until, each.until))
        else:
            joined.append(each)
    return tuple(joined)
