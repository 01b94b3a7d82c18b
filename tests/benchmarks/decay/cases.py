"""Looks: one person on one day, the ties they might lose, and what became of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import msgspec

from decay.contact_sets import ContactSet, Correspondence, Tie

FIRST_LOOK = 0.35
"""Part of the time that passes before the first look."""

LEAST_KNOWN = 20
"""Others that a person must know to be asked about theirs."""

LEAST_TIES = 8
"""Ties that must be in question on a day."""

LEAST_DAYS = 2
"""Contact days of a tie in question: below that there is no gap yet."""

OWN_GAPS = 3
"""A tie is off its own rhythm after so many usual gaps."""

SHORTEST_USUAL = 7
"""The least usual gap of an own rhythm, in days."""

NEVER = 10**6


class TieInQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a tie on the day of the look, and what follows."""

    other: int
    days: list[int]
    """Contact days up to the look, at least two."""
    gaps: list[int]
    silence: int
    recent: int
    """Contact days in the span beyond which ties are not asked about."""
    quiet: bool
    """No contact within the short horizon."""
    lost: bool
    """No contact within the long one."""
    off_rhythm: bool
    """No contact within three of its own usual gaps."""
    stays: bool
    """The other writes to somebody at the end of the long horizon: it was not they who left."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One person on one day."""

    ego: int
    day: int
    known: dict[int, Tie]
    """Everybody the person ever meets, days to come included; whoever scores must not look."""
    ties: list[TieInQuestion]


def looks_at(found: Correspondence, chosen: ContactSet) -> Iterator[Look]:
    """All looks of a set, by day, then by person."""
    active = {
        ego: sorted({day for tie in others.values() for day in tie.days})
        for ego, others in found.people.items()
    }
    known_enough = {
        ego: others for ego, others in found.people.items() if len(others) >= LEAST_KNOWN
    }
    for day in range(int(found.last * FIRST_LOOK), found.last - chosen.follow_up + 1, chosen.step):
        end = day + chosen.follow_up - chosen.horizon
        for ego, others in known_enough.items():
            days = active[ego]
            there = _any_between(days, day, day + chosen.horizon) and days[-1] > end
            if not there or sum(tie.days[0] <= day for tie in others.values()) < LEAST_KNOWN:
                continue
            ties = [
                _in_question(other, tie.days, day, chosen, active[other][-1] > end)
                for other, tie in others.items()
                if _is_in_question(tie.days, day, chosen)
            ]
            if len(ties) >= LEAST_TIES:
                yield Look(ego=ego, day=day, known=others, ties=ties)


def _any_between(days: list[int], after: int, until: int) -> bool:
    place = bisect_right(days, after)
    return place < len(days) and days[place] <= until


def _is_in_question(days: list[int], day: int, chosen: ContactSet) -> bool:
    place = bisect_right(days, day)
    return place >= LEAST_DAYS and day - days[place - 1] <= chosen.longest_silence


def _in_question(
    other: int, days: list[int], day: int, chosen: ContactSet, stays: bool
) -> TieInQuestion:
    place = bisect_right(days, day)
    past = days[:place]
    gaps = [later - earlier for earlier, later in pairwise(past)]
    until_next = days[place] - day if place < len(days) else NEVER
    own = OWN_GAPS * max(median(gaps), SHORTEST_USUAL)
    return TieInQuestion(
        other=other,
        days=past,
        gaps=gaps,
        silence=day - past[-1],
        recent=place - bisect_right(days, day - chosen.longest_silence),
        quiet=until_next > chosen.horizon,
        lost=until_next > chosen.follow_up,
        off_rhythm=until_next > min(max(own, chosen.horizon), chosen.follow_up),
        stays=stays,
    )
