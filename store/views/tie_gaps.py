"""The gaps of one tie: the days between talks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import msgspec

from store.records.interaction import Interaction
from store.rules.contacts import silence_between
from store.rules.pauses import Spans


class TieGaps(msgspec.Struct, frozen=True, kw_only=True):
    """Days from one talk to the next, and since the last."""

    gaps: tuple[int, ...]
    """The newest last; paused days taken out."""
    usual: float | None
    """The usual gap in days; None where no clock runs."""
    silent: int | None
    """Since the last talk, paused days taken out; None where there was none."""


def tie_gaps(
    talks: Iterable[Interaction], usual: float | None, spans: Spans, today: date
) -> TieGaps:
    """The gaps of a tie; several talks on a day are one, a sign on a social network is none.

    Args:
        talks: all of one person, in any order; planned ones and those to come are left out.
        usual: the usual gap in days, if there is one.
        spans: the days on which the clock stood still.
        today: the day.
    """
    had = {
        talk.on.toordinal()
        for talk in talks
        if not talk.planned and talk.on <= today and talk.kind != "social"
    }
    days = sorted(had)
    silent = silence_between(days[-1], today.toordinal(), spans) if days else None
    return TieGaps(
        gaps=tuple(silence_between(one, other, spans) for one, other in pairwise(days)),
        usual=usual,
        silent=silent,
    )
