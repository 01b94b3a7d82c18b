"""BG/NBD: how a shop counts its customers (Fader, Hardie & Lee, Marketing Science 2005).

A tie has contacts at a steady rate and dies after any of them with a chance; rate and chance differ
from tie to tie, as a gamma and a beta distribution say. The four parameters are fitted to all the
ties in question of a set, which no rule in use could do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from math import exp, inf, lgamma, log

import msgspec

from decay.cases import Look, TieInQuestion

STEPS = 220
START = (0.0, 3.0, -1.0, 1.0)
FARTHEST = 9.0
"""Logarithms of parameters beyond this are out of bounds."""

Point = tuple[float, ...]


class Parameters(msgspec.Struct, frozen=True):
    """As the paper names them: rate gamma(r, alpha), chance of dying beta(a, b)."""

    r: float
    alpha: float
    a: float
    b: float


FITTED = {
    "enron": Parameters(0.907, 15.549, 2.314, 580.448),
    "xfs": Parameters(0.583, 12.368, 0.137, 0.953),
    "college": Parameters(1.599, 6.450, 1.524, 3.123),
}
"""By largest likelihood over the set; `tests/benchmarks/decay_table.py --refit` fits anew."""


def dead_odds(tie: TieInQuestion, with_: Parameters) -> float:
    """The logarithm of the odds that the tie is dead: orders as 1 - P(alive) does."""
    repeats = len(tie.days) - 1
    age = tie.days[-1] - tie.days[0]
    ratio = (with_.alpha + age + tie.silence) / (with_.alpha + age)
    return log(with_.a / (with_.b + repeats - 1 + 1e-9)) + (with_.r + repeats) * log(ratio)


def quiet_chance(tie: TieInQuestion, horizon: int, with_: Parameters) -> float:
    """The chance that no contact follows within the horizon."""
    odds = min(500.0, max(-500.0, dead_odds(tie, with_)))
    alive = 1 / (1 + exp(odds))
    known = with_.alpha + tie.days[-1] - tie.days[0] + tie.silence
    repeats = len(tie.days) - 1
    return 1 - alive * (1 - exp((with_.r + repeats) * log(known / (known + horizon))))


def fitted(looks: Iterable[Look]) -> Parameters:
    """The parameters under which the ties in question are likeliest."""
    seen = Counter(
        (len(tie.days) - 1, tie.days[-1] - tie.days[0], tie.days[-1] - tie.days[0] + tie.silence)
        for look in looks
        for tie in look.ties
    )
    point = _lowest(partial(_unlikelihood, seen), START)
    return Parameters(*(exp(each) for each in point))


def _unlikelihood(seen: Counter[tuple[int, int, int]], logs: Point) -> float:
    """Minus the logarithm of the likelihood (equation 6 of the paper)."""
    if any(abs(each) >= FARTHEST for each in logs):
        return inf
    r, alpha, a, b = (exp(each) for each in logs)
    fixed = -lgamma(r) + r * log(alpha) + lgamma(a + b) - lgamma(b)
    total = 0.0
    for (repeats, last, age), times in seen.items():
        alive = -(r + repeats) * log(alpha + age)
        dead = log(a) - log(b + max(repeats, 1) - 1) - (r + repeats) * log(alpha + last)
        top = max(alive, dead)
        mixed = top + log(exp(alive - top) + (exp(dead - top) if repeats else 0.0))
        ties = lgamma(r + repeats) + lgamma(b + repeats) - lgamma(a + b + repeats)
        total -= times * (fixed + ties + mixed)
    return total


def _lowest(value: Callable[[Point], float], start: Point) -> Point:
    """Where a function is least, by Nelder and Mead's walking simplex."""
    corners = [start, *(_moved(start, place) for place in range(len(start)))]
    known = sorted((value(each), each) for each in corners)
    for _ in range(STEPS):
        worst, away = known[-1]
        middle = tuple(sum(each) / len(start) for each in zip(*_points(known[:-1]), strict=True))
        mirrored = _along(middle, away, -1.0)
        height = value(mirrored)
        if height < known[0][0]:
            farther = _along(middle, away, -2.0)
            known[-1] = min((value(farther), farther), (height, mirrored))
        elif height < known[-2][0]:
            known[-1] = (height, mirrored)
        else:
            nearer = _along(middle, away, 0.5)
            inside = value(nearer)
            if inside < worst:
                known[-1] = (inside, nearer)
            else:
                best = known[0][1]
                drawn = [_along(best, each, 0.5) for each in _points(known[1:])]
                known[1:] = [(value(each), each) for each in drawn]
        known.sort()
    return known[0][1]


def _points(known: Sequence[tuple[float, Point]]) -> list[Point]:
    return [point for _, point in known]


def _moved(start: Point, place: int) -> Point:
    return tuple(each + (0.5 if index == place else 0.0) for index, each in enumerate(start))


def _along(start: Point, end: Point, part: float) -> Point:
    return tuple(one + part * (other - one) for one, other in zip(start, end, strict=True))
