"""How many slips of the keyboard lie between two words."""

from __future__ import annotations

from functools import cache
from typing import Protocol

MOST = 3
"""Beyond so many, the words have nothing to do with each other."""


class _Distance(Protocol):
    def __call__(self, one: str, other: str, /, *, score_cutoff: int) -> int: ...


def slips(one: str, other: str) -> int:
    """Letters more, less, other, or two swapped (optimal string alignment); above 3 all is 4."""
    return int(_distance()(one, other, score_cutoff=MOST))


@cache
def _distance() -> _Distance:
    """Loaded with the first two words that are compared."""
    from rapidfuzz.distance import OSA

    return OSA.distance
