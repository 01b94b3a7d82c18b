"""Days on which the clock of a tie stands still, for one person or for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.records.person import Pause

Spans = tuple[tuple[int, int], ...]
"""Half-open spans of ordinals, `(first - 1, last)`, in order and apart from each other."""


def spans_of(*pauses: Iterable[Pause]) -> Spans:
    """All pauses as one, overlapping ones merged; a pause that ends before it begins is none."""
    raw = sorted(
        (pause.start.toordinal() - 1, pause.until.toordinal())
        for each in pauses
        for pause in each
        if pause.start <= pause.until
    )
    merged: list[tuple[int, int]] = []
    for start, end in raw:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def paused_between(spans: Spans, start: float, end: float) -> float:
    """How many days after `start`, up to and with `end`, were paused."""
    return sum(
        max(0.0, min(end, until) - max(start, since)) for since, until in spans if since < end
    )


def is_paused(spans: Spans, day: int) -> bool:
    """Whether a day is among the paused ones."""
    return any(since < day <= until for since, until in spans)


def after_pauses(spans: Spans, start: float, days: float) -> float:
    """The moment that lies so many days of running clock after `start`."""
    moment = start + days
    for since, until in spans:
        if until <= start:
            continue
        if since >= moment:
            break
        moment += until - max(start, since)
    return moment


def covers(pauses: Iterable[Pause], day: date) -> bool:
    """Whether one of these pauses holds a day."""
    return any(pause.start <= day <= pause.until for pause in pauses)
