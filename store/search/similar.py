"""How alike two names are, whatever the order of their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

LOOSER, ROUNDING = 0.5, 1e-6
"""A likeness that is just enough would be lost to the last digits of a fraction: a little less is
asked for, and what is less indeed is left out after.
"""


def similar(a: str, b: str) -> float:
    """From 0, nothing alike, to 100, the same words; names are to be folded and cut before."""
    return _token_sort_ratio()(a, b)


def resembling(word: str, words: Sequence[str], least: float) -> Iterator[tuple[str, float]]:
    """Those of many single words that are alike, and how; the most alike first.

    Args:
        word: folded.
        words: folded.
        least: how alike they have to be, of 100.
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    # A single word has no order of words to forgive, and one call compares them all.
    cutoff = least - LOOSER
    for found, score, _ in extract(word, words, scorer=ratio, score_cutoff=cutoff, limit=None):
        if score >= least - ROUNDING:
            yield found, score


@cache
def _token_sort_ratio() -> Callable[[str, str], float]:
    # Loaded only where names are compared: most screens open without.
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio
