"""How alike two names are, whatever the order of their words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


def similar(a: str, b: str) -> float:
    """From 0, nothing alike, to 100, the same words; names are to be folded and cut before."""
    return _token_sort_ratio()(a, b)


@cache
def _token_sort_ratio() -> Callable[[str, str], float]:
    # Loaded only where names are compared: most screens open without.
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio
