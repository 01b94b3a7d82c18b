"""When a tie slips further: the day of its next turn, or since when it is thin."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from store.rules.bands import COLD_FROM, TURNING
from store.rules.pauses import after_pauses
from store.views.ties import Standing

TurnWhat = Literal["slips", "thins", "thin"]
"""Begins to slip, turns thin, or is thin since."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which the band changes, or changed."""

    what: TurnWhat
    on: date


def turns_of(standing: Standing, cadence: int | None, today: date) -> tuple[Turn, ...]:
    """What is to come, soonest first; of a thin tie since when it is that.

    A cadence set by the user counts where it is stricter. Nothing is said while a clock stands
    still, of ties that sleep or were not yet talked to.
    """
    if standing.state != "tended" or standing.p_lost is None:
        return ()
    thin = _sooner(standing.day_at(COLD_FROM), _past(standing, cadence, 2))
    if standing.band in ("cold", "frozen"):
        return (Turn(what="thin", on=thin),) if thin is not None and thin <= today else ()
    found: list[Turn] = []
    if standing.band in ("hot", "warm"):
        slips = _sooner(standing.day_at(TURNING), _past(standing, cadence, 1))
        if slips is not None and slips > today:
            found.append(Turn(what="slips", on=slips))
    if standing.band in ("hot", "warm", "cooling") and thin is not None and thin > today:
        found.append(Turn(what="thins", on=thin))
    if len(found) == 2 and found[0].on >= found[1].on:
        del found[0]
    return tuple(found)


def _past(standing: Standing, cadence: int | None, times: int) -> date | None:
    """The first day past so many of the user's cadences."""
    last = standing.last_on
    if not cadence or last is None:
        return None
    day = after_pauses(standing.spans, last.toordinal(), times * cadence + 1)
    return date.fromordinal(min(int(day), date.max.toordinal()))


def _sooner(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return min(one, other)
