"""What others do: cadences, ratios, decay. Higher is colder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from math import exp, log
from statistics import fmean, median

from decay import bgnbd
from decay.cases import Look, TieInQuestion

Scorer = Callable[[Look, int], list[float]]
"""From a look and a horizon in days to a score for each of its ties."""

CADENCES = (7, 14, 30, 60, 90, 180, 365)
"""What a dialog offers, in days."""

TIERS = ((5, 7), (15, 30), (50, 182))
"""So many of the liveliest ties get a cadence of so many days."""

LAST_TIER = 365

HALF_LIVES = (7, 30, 90, 180)

ONE_CADENCE = "one cadence for all (days silent)"
TIER_CADENCE = "cadence by tier 7/30/182/365"
SET_ONCE = "cadence set once from the first 3 gaps"
MEDIAN_GAP = "silence / median gap"


def rivals_of(set_name: str) -> Mapping[str, Scorer]:
    """All rivals by name; only BG/NBD knows the set, to which it was fitted."""
    parameters = bgnbd.FITTED[set_name]
    found: dict[str, Scorer] = {
        ONE_CADENCE: _each(lambda tie: float(tie.silence)),
        TIER_CADENCE: by_tier,
        SET_ONCE: _each(set_once),
        MEDIAN_GAP: _each(lambda tie: tie.silence / max(1.0, median(tie.gaps))),
    }
    for days in HALF_LIVES:
        found[f"exponential decay, half-life {days} d"] = partial(_decayed, half_life=days)
    found["BG/NBD 1 - p(alive)"] = _each(lambda tie: bgnbd.dead_odds(tie, parameters))
    found["BG/NBD P(quiet next)"] = lambda look, horizon: [
        bgnbd.quiet_chance(tie, horizon, parameters) for tie in look.ties
    ]
    return found


def _each(score: Callable[[TieInQuestion], float]) -> Scorer:
    return lambda look, horizon: [score(tie) for tie in look.ties]


def by_tier(look: Look, horizon: int) -> list[float]:
    """Silence over the cadence of the tier; the liveliest of late are sorted nearest."""
    liveliest = sorted(range(len(look.ties)), key=lambda place: -look.ties[place].recent)
    found = [0.0] * len(liveliest)
    for rank, place in enumerate(liveliest):
        cadence = next((days for until, days in TIERS if rank < until), LAST_TIER)
        found[place] = look.ties[place].silence / cadence
    return found


def set_once(tie: TieInQuestion) -> float:
    """Silence over the cadence on offer that was nearest when it was set."""
    first = log(max(1.0, fmean(tie.gaps[:3])))
    return tie.silence / min(CADENCES, key=lambda days: abs(log(days) - first))


def _decayed(look: Look, horizon: int, half_life: int) -> list[float]:
    return [
        -log(sum(exp(-log(2) * (look.day - day) / half_life) for day in tie.days) + 1e-300)
        for tie in look.ties
    ]
