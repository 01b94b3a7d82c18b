"""How a word of a query stands in one text, and which letters of it that is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, permutations

import msgspec

from store.search.aliases import SAINTS, aliases_of, also_typed
from store.search.lexicon import LONG, SHORTEST_BEGUN, SHORTEST_MEANT
from store.search.placed_words import PlacedText, PlacedWord, Span
from store.search.score import (
    APART,
    FAINT,
    INITIALS,
    INSIDE,
    OTHER_FORM,
    SHORT,
    SLIPPED_START,
    SLIPPED_VALUE,
    VALUE_START,
    WHOLE_VALUE,
    WHOLE_WORD,
    WORD_START,
    slipped,
)
from store.search.searched_fields import INSTITUTIONS
from store.search.word_levels import SHORTEST_APART, SHORTEST_NAME, is_number


class Sought(msgspec.Struct, frozen=True):
    """A word that is looked for."""

    text: str
    forms: tuple[str, ...]
    """The word and what it is also taken for."""
    forgiven: bool = False
    """Whether it may be mistyped."""
    last: bool = False
    """Whether it may still be typed."""
    alone: bool = True
    """Whether it is the only word."""
    links: bool = False
    """Whether it links others, and stands nowhere but as a whole word."""


def sought(
    text: str,
    *,
    first: bool = False,
    forgiven: bool = False,
    last: bool = False,
    alone: bool = True,
    links: bool = False,
) -> Sought:
    """A word that is looked for; see `also_typed` for `first`."""
    return Sought(text, (text, *also_typed(text, first)), forgiven, last, alone, links)


class Stand(msgspec.Struct, frozen=True):
    """How exactly a word stands somewhere, 0 to 100, and in which letters."""

    exactness: int
    spans: tuple[Span, ...]


NOWHERE = Stand(0, ())


def stands(word: Sought, field: str, text: str, read: PlacedText) -> Stand:
    """How a word stands best in a value, as it was typed.

    Args:
        word: the word.
        field: of the value.
        text: the value.
        read: the same with its words placed.
    """
    found: list[tuple[int, Span]] = []
    alone = len(read.words) == 1
    if any(form in read.spaced for form in word.forms):
        for each in read.words:
            found += _in_word(word, each, read, alone=alone)
    for alias in aliases_of(field, text):
        if alias.text in word.forms:
            exactness = WHOLE_VALUE if alone and field not in INSTITUTIONS else WHOLE_WORD
        elif alias.text.startswith(word.text):
            exactness = INSIDE if is_number(word.text) else WORD_START
        else:
            continue
        exactness = FAINT if alias.faint else exactness
        found.append((exactness, read.span(alias.at, alias.length)))
    if not found and field == "name":
        found += _initials(word.text, read)
    if word.links:
        found = [each for each in found if each[0] >= WHOLE_WORD]
    return _best(found)


def nearly(word: Sought, field: str, text: str, read: PlacedText) -> Stand:
    """How a mistyped word stands best in a value; nowhere for one that may not be mistyped."""
    if not word.forgiven or is_number(word.text):
        return NOWHERE
    found = list(_apart(word.text, field, read)) if len(word.text) >= SHORTEST_APART else []
    shortest = SHORTEST_NAME if field == "name" and not word.alone else SHORTEST_MEANT
    gain = SLIPPED_VALUE if len(read.words) == 1 else 0
    for each in read.words:
        exactness, letters = _slipped(word, each.text, shortest)
        if exactness:
            more = gain if letters == len(each.text) else 0
            found.append((exactness + more, read.span(each.at, letters)))
    for alias in aliases_of(field, text):
        exactness, letters = _slipped(word, alias.text, SHORTEST_MEANT)
        if exactness and not alias.faint:
            found.append((exactness - OTHER_FORM, read.span(alias.at, alias.length)))
    return _best(found)


def _best(found: list[tuple[int, Span]]) -> Stand:
    if not found:
        return NOWHERE
    best = max(exactness for exactness, _ in found)
    return Stand(best, tuple(span for exactness, span in found if exactness == best))


def _in_word(
    sought: Sought, word: PlacedWord, read: PlacedText, *, alone: bool
) -> Iterable[tuple[int, Span]]:
    text = sought.text
    if word.text in sought.forms:
        yield WHOLE_VALUE if alone else WHOLE_WORD, read.span(word.at, len(word.text))
        return
    at = word.text.find(text)
    number = is_number(text)
    if at == 0:
        start = VALUE_START if alone else WORD_START
        yield INSIDE if number else start, read.span(word.at, len(text))
    elif at > 0 and len(text) > SHORT and not number:
        yield INSIDE, read.span(word.at + at, len(text))


def _initials(text: str, read: PlacedText) -> Iterable[tuple[int, Span]]:
    letters = "".join(word.text[0] for word in read.words)
    at = letters.find(text) if len(text) > 1 else -1
    if at >= 0:
        for word in read.words[at : at + len(text)]:
            yield INITIALS, read.span(word.at, 1)


def _slipped(sought: Sought, other: str, shortest: int) -> tuple[int, int]:
    """How exactly a mistyped word stands for another, and how many letters of that it is."""
    text = sought.text
    if len(other) < shortest or is_number(other):
        return 0, 0
    # Loaded where a word was mistyped.
    from rapidfuzz.distance import OSA

    most = 2 if len(text) >= LONG else 1
    if abs(len(other) - len(text)) <= most:
        slips = int(OSA.distance(text, other, score_cutoff=most))
        if 0 < slips <= most:
            return slipped(text, other, slips), len(other)
    if sought.last and len(text) >= SHORTEST_BEGUN and other[0] == text[0]:
        for length in (len(text), len(text) + 1, len(text) - 1):
            if len(other) > len(text) and OSA.distance(text, other[:length], score_cutoff=1) <= 1:
                return SLIPPED_START, min(length, len(other))
    return 0, 0


def _apart(text: str, field: str, read: PlacedText) -> Iterable[tuple[int, Span]]:
    """Two words of a name, or side by side in another value."""
    words = read.words
    pairs = permutations(words, 2) if field == "name" else pairwise(words)
    for left, right in pairs:
        for form in (left.text, *(each for each in SAINTS if left.text in also_typed(each, True))):
            rest = text[len(form) :]
            if rest and text.startswith(form) and right.text.startswith(rest):
                yield APART, read.span(left.at, len(left.text))
                yield APART, read.span(right.at, len(rest))
