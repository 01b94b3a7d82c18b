"""How much each kind of match is worth, and where in a person a word stands best."""

from __future__ import annotations

from collections.abc import Mapping

from store.search.folded import FoldedValue

WHOLE_VALUE = 1.0
WHOLE_WORD = 0.9
WORD_START = 0.75
INSIDE = 0.5
MISTYPED = 0.6
"""How much of a field's weight each kind of match is worth."""

SHORT = 2
"""Words up to this length match the start of a word only: an `a` is inside every name."""


def exactness(text: str, word: str) -> float:
    """How exactly a word stands in the folded text of a value; 0 where it does not."""
    if word not in text:
        return 0.0
    if f" {word} " in text:
        return WHOLE_VALUE if len(text) == len(word) + 2 else WHOLE_WORD
    if f" {word}" in text:
        return WORD_START
    return INSIDE if len(word) > SHORT else 0.0


def best_place(
    values: tuple[FoldedValue, ...], word: str, near: Mapping[str, float]
) -> FoldedValue | None:
    """The value in which a word, or else one that it may be mistyped for, stands best.

    Args:
        values: of one person, by weight, the highest first.
        word: folded.
        near: words that may have been meant, with how alike each is, below 1.
    """
    best, place = 0.0, None
    for value in values:
        if value.weight <= best:
            # What follows weighs no more, so that not even a whole value would be better.
            break
        found = value.weight * (exactness(value.text, word) or _mistyped(value.text, near))
        if found > best:
            best, place = found, value
    return place


def _mistyped(text: str, near: Mapping[str, float]) -> float:
    if not near:
        return 0.0
    return MISTYPED * max((near[word] for word in text.split() if word in near), default=0.0)
