"""How well an order finds the ties that are lost, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import nan
from random import Random
from statistics import fmean

import msgspec

QUEUE = 5
"""The rows that Today shows."""

LEAST_OF_EACH = 3
"""An order is judged where so many are lost and so many are not."""

LEAST_LOST = 2
"""A queue is judged where so many are lost, and there are more than two queues of ties."""

DRAWS = 1000
SEED = 7


class Estimate(msgspec.Struct, frozen=True):
    """A mean over people with its interval of 95 %, by drawing people anew."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        """As printed in the tables."""
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def ranks(values: Sequence[float]) -> list[float]:
    """The place of each value from 1, equal ones sharing the middle of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            found[place] = (start + end) / 2 + 1
        start = end + 1
    return found


def _descending(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda place: -scores[place])


def area(lost: Sequence[bool], scores: Sequence[float]) -> float:
    """How often a lost tie scores higher than a kept one (AUC); nan where that says nothing."""
    there = sum(lost)
    others = len(lost) - there
    if there < LEAST_OF_EACH or others < LEAST_OF_EACH:
        return nan
    total = sum(rank for rank, is_lost in zip(ranks(scores), lost, strict=True) if is_lost)
    return (total - there * (there + 1) / 2) / (there * others)


def average_precision(lost: Sequence[bool], scores: Sequence[float]) -> float:
    """The mean precision at each lost tie, from the highest score down."""
    there = sum(lost)
    if there < LEAST_OF_EACH or len(lost) - there < LEAST_OF_EACH:
        return nan
    hits, total = 0, 0.0
    for place, index in enumerate(_descending(scores), 1):
        if lost[index]:
            hits += 1
            total += hits / place
    return total / there


def precision(lost: Sequence[bool], scores: Sequence[float]) -> float:
    """The part of the first five that is lost."""
    if len(lost) <= 2 * QUEUE or sum(lost) < LEAST_LOST:
        return nan
    return fmean(lost[place] for place in _descending(scores)[:QUEUE])


def captured(lost: Sequence[bool], values: Sequence[float], scores: Sequence[float]) -> float:
    """The part of the value that the best possible five would have kept from being lost."""
    gains = [value if is_lost else 0.0 for value, is_lost in zip(values, lost, strict=True)]
    if len(lost) <= 2 * QUEUE or sum(gain > 0 for gain in gains) < LEAST_LOST:
        return nan
    best = sum(sorted(gains, reverse=True)[:QUEUE])
    return sum(gains[place] for place in _descending(scores)[:QUEUE]) / best


def known_mean(values: Iterable[float]) -> float:
    """The mean of those that say something; nan where none does."""
    known = [value for value in values if value == value]
    return fmean(known) if known else nan


def estimate(by_ego: Iterable[float]) -> Estimate:
    """The mean over people, and how far it moves when they are drawn anew with replacement."""
    known = [value for value in by_ego if value == value]
    random = Random(SEED)
    size = len(known)
    means = sorted(fmean(random.choices(known, k=size)) for _ in range(DRAWS))
    return Estimate(fmean(known), means[DRAWS * 25 // 1000], means[DRAWS * 975 // 1000 - 1])
