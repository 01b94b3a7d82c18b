"""How well one person answers the words of a query."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from store.search.folded import FoldedPerson, FoldedValue

WHOLE_VALUE = 1.0
WHOLE_WORD = 0.9
WORD_START = 0.75
INSIDE = 0.5
MISTYPED = 0.4
"""How much of a field's weight each kind of match is worth."""

SHORT = 2
"""Words up to this length match the start of a word only: an `a` is inside every name."""

SHOWN = 80
"""Characters of a value that are shown as the match."""


class Wanted(msgspec.Struct, frozen=True):
    """One word of a query."""

    text: str
    near: Mapping[str, float] = {}
    """Words that may have been meant, with how alike each is, above 0 and below 1."""


class Answer(msgspec.Struct, frozen=True):
    """How a person answers a query."""

    score: float
    """Above 0; 1 is the full name."""
    matched: tuple[tuple[str, str], ...]
    """Field and value of the best match of each word."""


def needle(word: str) -> str:
    """What has to stand in a text for a word to match as typed."""
    return f" {word}" if len(word) <= SHORT else word


def _exactness(text: str, word: str) -> float:
    if f" {word}" not in text:
        return INSIDE
    if f" {word} " not in text:
        return WORD_START
    return WHOLE_VALUE if len(text) == len(word) + 2 else WHOLE_WORD


def _best(values: tuple[FoldedValue, ...], wanted: Wanted) -> tuple[float, FoldedValue | None]:
    word, sought = wanted.text, needle(wanted.text)
    best, place = 0.0, None
    for value in values:
        if value.weight <= best:
            # What follows weighs no more, so that not even a whole value would be better.
            break
        if sought in value.text:
            found = value.weight * _exactness(value.text, word)
        elif wanted.near:
            found = value.weight * MISTYPED * _likeness(value.text, wanted.near)
        else:
            continue
        if found > best:
            best, place = found, value
    return best, place


def _likeness(text: str, near: Mapping[str, float]) -> float:
    return max((near[word] for word in text.split() if word in near), default=0.0)


def answer(person: FoldedPerson, wanted: tuple[Wanted, ...]) -> Answer | None:
    """The answer of a person to all words; None where one of them is nowhere."""
    total = 0.0
    matched: dict[tuple[str, str], None] = {}
    for word in wanted:
        score, value = _best(person.values, word)
        if value is None:
            return None
        total += score
        matched[value.field, value.value[:SHOWN]] = None
    if person.name and f" {' '.join(word.text for word in wanted)} " == person.values[0].text:
        return Answer(1.0, tuple(matched))
    return Answer(round(total / len(wanted), 4), tuple(matched))
