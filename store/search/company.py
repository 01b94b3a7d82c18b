"""Words of a query that stand together: in one value, in one name, as one institution."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from store.rules.institution_words import SMALL_WORDS
from store.search.aliases import aliases_of
from store.search.index import Index
from store.search.levels import Levels, gathered
from store.search.people_set import Bits, bits_of, places_of, united
from store.search.placed_words import words_of
from store.search.query import LINKING
from store.search.score import ALL_TOGETHER, ENTIRE, SCATTERED, TOGETHER, WHOLE_VALUE, worth
from store.search.searched_fields import INSTITUTIONS
from store.search.values import Value, key_of
from store.search.word_levels import Told

WINDOW = 6
"""Words of a query that may be together the name of one institution."""

MOST_NAMES = 2000
"""People whose whole name is compared with a query."""

Raised = list[dict[int, list[int]]]
"""Per word of the query, values by the score that it has in them."""


def in_company(index: Index, texts: Sequence[str], told: Sequence[Told]) -> list[Levels]:
    """The levels of all words, raised where several stand in one value or are all of it.

    Args:
        index: of everybody.
        texts: the words of a query.
        told: what is known of each.
    """
    levels = [each.levels for each in told]
    if len(texts) == 1:
        return levels
    raised: Raised = [{} for _ in texts]
    _in_one_value(index, texts, told, raised)
    _named(index, texts, raised)
    names = _whole_names(index, texts)
    out: list[Levels] = []
    for one, more in zip(levels, raised, strict=True):
        found = {score: [index.values.having(some)] for score, some in more.items()}
        if names:
            found.setdefault(WHOLE_VALUE, []).append(names)
        out.append(one.raised(gathered(found, len(index.ids))) if found else one)
    return out


def together(value: Value, texts: Sequence[str], holding: Sequence[int], exactness: int) -> int:
    """How exactly a word stands in a value that holds others of the query, too.

    Args:
        value: holds them.
        texts: all words of the query.
        holding: the places of those that it holds, in order, two at least.
        exactness: of the word alone.
    """
    telling = [place for place, text in enumerate(texts) if text not in LINKING]
    telling = telling or list(range(len(texts)))
    held = [place for place in telling if place in holding]
    if len(held) < min(2, len(telling)):
        return exactness
    if len(held) == len(telling):
        most, gain = WHOLE_VALUE + ENTIRE, ENTIRE
    else:
        most, gain = WHOLE_VALUE, 0
    between = set(range(held[0], held[-1])).intersection(telling).difference(held)
    asked = [texts[place] for place in holding]
    return max(
        exactness, min(most, exactness + gain + (SCATTERED if between else _gain(value, asked)))
    )


def _gain(value: Value, asked: Sequence[str]) -> int:
    """What each of several words gains that stand in one value; 100 where they are all of it."""
    words = " ".join(asked)
    if sorted(value.words) == sorted(asked) or value.key == key_of(value.field, words):
        return WHOLE_VALUE
    others = {alias.text for alias in aliases_of(value.field, value.text)}
    if not others.isdisjoint(asked):
        # Words of another form do not tell how many of the value's own are asked for.
        return TOGETHER
    telling = sum(word not in SMALL_WORDS for word in asked)
    own = sum(word not in SMALL_WORDS for word in value.words)
    return ALL_TOGETHER if telling == own else TOGETHER


def _in_one_value(index: Index, texts: Sequence[str], told: Sequence[Told], raised: Raised) -> None:
    several: set[int] = set()
    for one, other in combinations(told, 2):
        several |= one.values.keys() & other.values.keys()
    for number in several:
        value = index.values[number]
        holding = [place for place, each in enumerate(told) if number in each.values]
        for place in holding:
            exactness = together(value, texts, holding, told[place].values[number])
            raised[place].setdefault(worth(value.weight, exactness), []).append(number)


def _named(index: Index, texts: Sequence[str], raised: Raised) -> None:
    """Runs of words that are together the name of an institution, in whichever form."""
    for start in range(len(texts)):
        for end in range(start + 2, min(len(texts), start + WINDOW) + 1):
            run = " ".join(texts[start:end])
            for field in INSTITUTIONS:
                for number in index.values.keyed(field, key_of(field, run)):
                    score = worth(index.values[number].weight, WHOLE_VALUE)
                    for place in range(start, end):
                        raised[place].setdefault(score, []).append(number)


def _whole_names(index: Index, texts: Sequence[str]) -> Bits:
    """Whose name is made of these words and no others, in any order."""
    bits = index.everybody
    for text in texts:
        holders = index.words.holders(text)
        bits &= united((holders,)) if holders is not None else 0
        if not bits:
            return 0
    if bits.bit_count() > MOST_NAMES:
        return 0
    names, wanted = index.names, sorted(texts)
    return bits_of([place for place in places_of(bits) if sorted(words_of(names[place])) == wanted])
