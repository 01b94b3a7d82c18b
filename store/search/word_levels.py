"""Who has a word, and how well: as typed, and what it may be mistyped for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from store.search.aliases import also_typed
from store.search.index import Index
from store.search.levels import Levels, everybody_at, gathered
from store.search.lexicon import SHORTEST_MEANT, Lexicon
from store.search.people_set import Bits, Holders, each_of, united
from store.search.score import (
    AGAIN,
    APART,
    FAINT,
    INITIALS,
    INSIDE,
    LINKED,
    OTHER_FORM,
    SHORT,
    SLIPPED_START,
    SLIPPED_VALUE,
    VALUE_START,
    WHOLE_VALUE,
    WHOLE_WORD,
    WORD_START,
    slipped,
    worth,
)
from store.search.searched_fields import INSTITUTIONS, WEIGHTS
from store.search.values import Value, key_of

SHORTEST_NAME = 3
"""Letters of the shortest name that may be meant by one of several words."""

SHORTEST_APART = 4
"""Letters of the shortest word that is tried as two."""

Found = dict[int, list[Holders]]
"""Holders by score."""


class Told(msgspec.Struct, frozen=True, gc=False):
    """What is known of one word of a query."""

    levels: Levels
    values: dict[int, int]
    """How exactly it stands in each value that holds it, by the value's number."""


def is_number(word: str) -> bool:
    """Whether a word holds a digit: it is never taken for another."""
    return not word.isalpha() and any(sign.isdigit() for sign in word)


def as_typed(index: Index, word: str, *, first: bool, beside: frozenset[str] = frozenset()) -> Told:
    """Who has a word as typed: as a whole word, at the start of one, or within.

    Args:
        index: of everybody.
        word: folded.
        first: whether it opens the query.
        beside: other words of the query that hold this one.
    """
    number = is_number(word)
    start = INSIDE if number else WORD_START
    wholes = (word, *also_typed(word, first))
    found: Found = {}
    for field, lexicon in (
        ("name", index.words),
        ("emails", index.emails),
        ("notes", index.notes),
    ):
        weight = WEIGHTS[field]
        for each in wholes:
            _put(found, worth(weight, WHOLE_WORD), lexicon.holders(each))
        if len(word) == 1 and field == "name" and not beside:
            _put(found, worth(weight, start), index.letters.get(word))
        else:
            _put_all(found, worth(weight, start), lexicon, lexicon.beginning(word), beside)
        if len(word) > SHORT and not number:
            _put_all(found, worth(weight, INSIDE), lexicon, lexicon.holding(word), beside)
        for each in beside:
            _put(found, worth(weight, AGAIN), lexicon.holders(each))
    for each in wholes:
        _put(found, WHOLE_VALUE, index.sole.get(each))
    _put(found, INITIALS, index.initials.get(word))
    values = _values_as_typed(index, word, wholes, beside)
    _put_values(index, found, values)
    return Told(gathered(found, len(index.ids)), values)


def _values_as_typed(
    index: Index, word: str, wholes: Iterable[str], beside: frozenset[str]
) -> dict[int, int]:
    lexicon, values = index.values.lexicon, index.values
    number = is_number(word)
    found: dict[int, int] = {}
    for each in (*wholes, *values.faint.beginning(word)):
        found.update(dict.fromkeys(_numbers(values.faint, each), FAINT))
    for each in beside:
        found.update(dict.fromkeys(_numbers(lexicon, each), AGAIN))
    if len(word) > SHORT and not number:
        for each in lexicon.holding(word):
            if each not in beside:
                own = (one for one in _numbers(lexicon, each) if each in values[one].words)
                found.update(dict.fromkeys(own, INSIDE))
    for each in lexicon.beginning(word):
        for one in _numbers(lexicon, each) if each not in beside else ():
            sole = len(values[one].words) == 1
            found[one] = INSIDE if number else VALUE_START if sole else WORD_START
    for each in wholes:
        for one in _numbers(lexicon, each):
            found[one] = max(_whole(values[one], each), found.get(one, 0))
    for field in INSTITUTIONS:
        key = key_of(field, word)
        for one in values.keyed(field, key) if key else ():
            found[one] = WHOLE_VALUE
    return found


def _whole(value: Value, word: str) -> int:
    """How exactly a value is meant by one of its words, or by one of another form of it."""
    is_other = value.field in INSTITUTIONS and word not in value.words
    return WHOLE_VALUE if len(value.words) == 1 and not is_other else WHOLE_WORD


def linking(index: Index, word: str, others: Iterable[str]) -> Levels:
    """In whose name a word stands that links others, beside the beginning of one of these."""
    linked = _bits(index.words.holders(word) or 0)
    begun = (each for other in others for each in index.words.beginning(other))
    beside = united(held for each in begun if (held := index.words.holders(each)) is not None)
    return everybody_at(LINKED, linked & beside)


def mistyped(index: Index, word: str, *, last: bool, alone: bool = True) -> Told:
    """Who has a word that this one may be mistyped for, or the two words that it is.

    Args:
        index: of everybody.
        word: folded.
        last: whether it may still be typed.
        alone: whether it is the only word; beside others it may mean a short name.
    """
    found: Found = {}
    values: dict[int, int] = {}
    if not is_number(word):
        shortest = SHORTEST_MEANT if alone else SHORTEST_NAME
        for each, slips in index.words.near(word, shortest).items():
            if not is_number(each):
                _put(found, slipped(word, each, slips), index.words.holders(each))
        _slipped(index, word, found, values, last)
        if len(word) >= SHORTEST_APART:
            for place in range(1, len(word) - 1):
                _apart(index, word[:place], word[place:], found, values)
    _put_values(index, found, values)
    return Told(gathered(found, len(index.ids)), values)


def _slipped(index: Index, word: str, found: Found, values: dict[int, int], last: bool) -> None:
    lexicon = index.values.lexicon
    if last:
        _put_all(found, SLIPPED_START, index.words, index.words.near_beginning(word))
        for each in lexicon.near_beginning(word):
            for number in _numbers(lexicon, each):
                other = each not in index.values[number].words
                _raise(values, (number,), SLIPPED_START - (OTHER_FORM if other else 0))
    notes = index.notes
    for each, slips in notes.near(word).items():
        if not is_number(each):
            score = worth(WEIGHTS["notes"], slipped(word, each, slips))
            _put(found, score, notes.holders(each))
    for each, slips in lexicon.near(word).items():
        for number in () if is_number(each) else _numbers(lexicon, each):
            words = index.values[number].words
            more = -OTHER_FORM if each not in words else SLIPPED_VALUE if len(words) == 1 else 0
            _raise(values, (number,), slipped(word, each, slips) + more)


def _apart(index: Index, left: str, right: str, found: Found, values: dict[int, int]) -> None:
    """Two words of one name, or side by side in a value, written as one; the second may go on."""
    for each in (left, *also_typed(left, first=True)):
        holders = index.words.holders(each)
        if holders is not None:
            others = (index.words.holders(word) for word in index.words.beginning(right))
            both = _bits(holders) & united(other for other in others if other is not None)
            _put(found, APART, both)
        lexicon = index.values.lexicon
        numbers = set(_numbers(lexicon, each))
        if numbers:
            for word in lexicon.beginning(right):
                some = numbers.intersection(_numbers(lexicon, word))
                fitting = (one for one in some if _follow(index.values[one].words, each, word))
                _raise(values, fitting, APART)


def _follow(words: tuple[str, ...], left: str, right: str) -> bool:
    return (left, right) in pairwise(words)


def _numbers(lexicon: Lexicon, word: str) -> Iterable[int]:
    holders = lexicon.holders(word)
    return () if holders is None else each_of(holders)


def _bits(holders: Holders) -> Bits:
    return united((holders,))


def _put(found: Found, score: int, holders: Holders | None) -> None:
    if holders:
        found.setdefault(score, []).append(holders)


def _put_all(
    found: Found,
    score: int,
    lexicon: Lexicon,
    words: Iterable[str],
    beside: frozenset[str] = frozenset(),
) -> None:
    holders = [
        held for word in words if (held := lexicon.holders(word)) is not None and word not in beside
    ]
    if holders:
        found.setdefault(score, []).extend(holders)


def _put_values(index: Index, found: Found, values: dict[int, int]) -> None:
    for number, exactness in values.items():
        score = worth(index.values[number].weight, exactness)
        _put(found, score, index.values.holders(number))


def _raise(values: dict[int, int], numbers: Iterable[int], exactness: int) -> None:
    for number in numbers:
        if exactness > values.get(number, 0):
            values[number] = exactness
