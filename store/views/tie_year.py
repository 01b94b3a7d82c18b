"""The last year of one tie, week by week: how one talked, and how the silence stood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from store.records.interaction import Interaction
from store.records.kinds import Kind
from store.rules.pauses import Spans, is_paused, paused_between
from store.rules.weights import WRITTEN

WEEKS = 52
WEEK = timedelta(weeks=1)

Way = Literal["none", "writing", "voice", "in_person"]
"""How one talked in a week, the nearest way there was."""

Silence = Literal["before", "within", "beyond", "paused"]
"""Before the first contact; within or beyond the usual gap; while the clock stood still."""

WAYS: dict[Kind, Way] = {
    "in_person": "in_person",
    "event": "in_person",
    "video": "voice",
    "call": "voice",
    "message": "writing",
    "email": "writing",
    "social": "writing",
}
NEARNESS: tuple[Way, ...] = ("none", "writing", "voice", "in_person")


class TieWeek(msgspec.Struct, frozen=True, kw_only=True):
    """One week."""

    start: date
    way: Way
    silence: Silence


class TieYear(msgspec.Struct, frozen=True, kw_only=True):
    """Fifty-two weeks, the last one that of today."""

    weeks: tuple[TieWeek, ...]
    mine: int = 0
    """How often the user wrote first, in these weeks."""
    theirs: int = 0


def tie_year(
    talks: Iterable[Interaction], usual: float | None, spans: Spans, week: date, today: date
) -> TieYear:
    """The year of a tie.

    Args:
        talks: all of one person, in any order; planned ones and those to come are left out.
        usual: the usual gap in days; None where no clock runs: no silence is beyond it then.
        spans: the days on which the clock stood still.
        week: the first day of the week that holds today.
        today: the day.
    """
    had = [talk for talk in talks if not talk.planned and talk.on <= today]
    first = week - (WEEKS - 1) * WEEK
    ways: dict[date, Way] = {}
    for talk in had:
        if talk.on >= first:
            start = first + WEEK * ((talk.on - first).days // WEEK.days)
            ways[start] = max(ways.get(start, "none"), WAYS[talk.kind], key=NEARNESS.index)
    days = sorted({talk.on.toordinal() for talk in had})
    recent = [talk for talk in had if talk.on >= first]
    return TieYear(
        weeks=tuple(_weeks(first, today, ways, days, usual, spans)),
        mine=sum(_began(talk) == "me" for talk in recent),
        theirs=sum(_began(talk) == "them" for talk in recent),
    )


def _weeks(
    first: date,
    today: date,
    ways: dict[date, Way],
    days: list[int],
    usual: float | None,
    spans: Spans,
) -> Iterable[TieWeek]:
    last: int | None = None
    known = 0
    for index in range(WEEKS):
        start = first + index * WEEK
        end = min(start + WEEK - timedelta(days=1), today).toordinal()
        while known < len(days) and days[known] <= end:
            last = days[known]
            known += 1
        yield TieWeek(
            start=start,
            way=ways.get(start, "none"),
            silence=_silence(start.toordinal(), end, last, usual, spans),
        )


def _silence(start: int, end: int, last: int | None, usual: float | None, spans: Spans) -> Silence:
    if last is None:
        return "before"
    if last >= start:
        return "within"
    if spans and is_paused(spans, end):
        return "paused"
    silent = end - last - paused_between(spans, last, end)
    return "beyond" if usual is not None and silent > usual else "within"


def _began(talk: Interaction) -> str | None:
    """Who wrote first: the user where nothing else is noted; None where nothing was written."""
    return (talk.by or "me") if talk.kind in WRITTEN else None
