"""Chance from a seed, the same on every machine and in every version of Python.

Only `random.Random.random` is asked: it alone is promised to give the same sequence for ever.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of decisions."""

    def __init__(self, seed: int) -> None:
        """Begin the stream of a seed."""
        self._next = random.Random(seed).random

    def share(self) -> float:
        """A number from 0 up to, not including, 1."""
        return self._next()

    def odds(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self._next() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def pick(self, values: Sequence[T]) -> T:
        """One of these, each as likely as the others."""
        return values[int(self._next() * len(values))]

    def few(self, values: Sequence[T], count: int) -> tuple[T, ...]:
        """So many of these, each at most once, in an order of chance."""
        left = list(values)
        taken = []
        for _ in range(min(count, len(left))):
            index = int(self._next() * len(left))
            left[index], left[-1] = left[-1], left[index]
            taken.append(left.pop())
        return tuple(taken)

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """All of these, in an order of chance (Fisher and Yates)."""
        mixed = list(values)
        for index in range(len(mixed) - 1, 0, -1):
            other = int(self._next() * (index + 1))
            mixed[index], mixed[other] = mixed[other], mixed[index]
        return mixed

    def weighted(self, values: Sequence[tuple[T, float]]) -> T:
        """One of these, as likely as the weight beside it says."""
        left = self._next() * math.fsum(weight for _, weight in values)
        for value, weight in values:
            left -= weight
            if left < 0:
                return value
        return values[-1][0]

    def around(self, middle: float, spread: float) -> float:
        """A number of the log-normal distribution whose median is `middle` (Box and Muller)."""
        radius = math.sqrt(-2 * math.log(1 - self._next()))
        return middle * math.exp(spread * radius * math.cos(math.tau * self._next()))
