"""Which values fit a filter, and how exactly."""

from __future__ import annotations

from typing import Literal, get_args

from store.rules.institution_words import SMALL_WORDS
from store.search.aliases import also_typed
from store.search.index import Index
from store.search.lexicon import Lexicon
from store.search.people_set import each_of
from store.search.phrases import in_a_row, phrase_values
from store.search.query import Wanted
from store.search.values import Values, key_of
from store.search.word_levels import is_number

Reading = Literal["whole numbers", "beginnings", "slips"]
READINGS: tuple[Reading, ...] = get_args(Reading)
"""How the words of a filter are read, until somebody fits: 1 is not 13 where there is a 1."""

BEGUN = 2
"""What is forgiven of a word that only begins one of a value; as much again for each slip."""

OTHER_FORM = 1
"""What is forgiven besides where that word is one of another form of a name."""

Forgiven = dict[int, int]
"""What is forgiven of the words of a filter, by the number of a value."""


def fitting_values(
    index: Index, wanted: Wanted, fields: frozenset[str], *, forgiving: bool
) -> dict[int, int]:
    """The values that fit, by number, with what each falls short: 0 is just what was asked.

    Args:
        index: of everybody.
        wanted: one value of a filter.
        fields: which the filter asks.
        forgiving: whether slips are forgiven where nothing fits otherwise.
    """
    if not wanted.words or not fields:
        return {}
    exact = phrase_values(index, wanted.words, open=wanted.whole and wanted.open, fields=fields)
    found: Forgiven = {}
    if not wanted.whole:
        for reading in READINGS if forgiving else READINGS[:2]:
            found = _holding(index.values, wanted.words, fields, reading)
            if found or exact:
                break
    for number in exact:
        written = in_a_row(index.values[number].words, wanted.words, open=wanted.open)
        found[number] = 0 if written else OTHER_FORM
    return {one: _short_of(index.values, one, loss, wanted.words) for one, loss in found.items()}


def _short_of(values: Values, number: int, forgiven: int, words: tuple[str, ...]) -> int:
    """How words are read comes first, then whether the value holds no others."""
    value = values[number]
    if value.key == key_of(value.field, " ".join(words)):
        return 0
    return 2 * forgiven + (len(needed(value.words)) != len(needed(words)))


def _holding(
    values: Values, words: tuple[str, ...], fields: frozenset[str], reading: Reading
) -> Forgiven:
    """The values that hold all words, with the most that is forgiven of one."""
    found: Forgiven | None = None
    for word in needed(words):
        having = _having(values, word, fields, reading)
        if found is None:
            found = having
        else:
            both = having.keys() & found.keys()
            found = {number: max(having[number], found[number]) for number in both}
        if not found:
            return {}
    return found or {}


def _having(values: Values, word: str, fields: frozenset[str], reading: Reading) -> Forgiven:
    found: Forgiven = {}
    for way, loss in ways(values.lexicon, word, reading).items():
        held = values.lexicon.holders(way)
        for number in () if held is None else each_of(held):
            if values[number].field in fields:
                other = 0 if way in values[number].words else OTHER_FORM
                found[number] = min(loss + other, found.get(number, loss + other))
    if found and min(found.values()) < BEGUN:
        # A short name is no beginning of another ("ens", "ensmp").
        return {number: loss for number, loss in found.items() if loss != BEGUN + OTHER_FORM}
    return found


def needed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that have to stand in a value: all, or all but the small ones."""
    telling = tuple(word for word in words if word not in SMALL_WORDS)
    return telling or words


def ways(lexicon: Lexicon, word: str, reading: Reading) -> dict[str, int]:
    """The words of a lexicon that a word of a filter stands for, with what is forgiven."""
    found: dict[str, int] = {}
    if reading == "slips" and not is_number(word):
        near = lexicon.near(word).items()
        found |= {each: BEGUN + BEGUN * slips for each, slips in near if not is_number(each)}
    if reading != "whole numbers" or not is_number(word):
        found |= dict.fromkeys(lexicon.beginning(word), BEGUN)
    return found | dict.fromkeys((word, *also_typed(word, first=False)), 0)
