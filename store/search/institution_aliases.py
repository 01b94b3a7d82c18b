"""Other forms of the name of an institution: short for long, its number for its name.

The tables are those by which names of institutions are compared (`store/rules`); here each form is
a way to find all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from store.rules.institution_key import institution_key
from store.rules.institution_names import SHORT_NAMES, WHOLE_NAMES
from store.rules.institution_words import PLACES, ROMAN, SMALL_WORDS, WORDS
from store.rules.numbered_universities import ALWAYS, NUMBERED
from store.search.placed_words import PlacedWord, placed

TOWNS = frozenset(
    {
        *PLACES,
        *PLACES.values(),
        *("paris", "palaiseau", "france", "london", "cambridge", "boston", "new", "york"),
        *("stockholm", "lausanne", "zurich", "louvain", "leuven", "montreal", "toulouse"),
        *("lyon", "grenoble", "delft", "compiegne", "troyes", "cachan", "saclay", "ulm"),
        *("bordeaux", "lille", "strasbourg", "montpellier", "nanterre", "creteil", "orsay"),
    }
)
"""Where an institution is; who looks for a town means no institution in it that does not say so."""

_Words = tuple[str, ...]


class Alias(msgspec.Struct, frozen=True):
    """A word that is not written, and the letters that it stands for."""

    text: str
    at: int
    """Where these begin in the folded text."""
    length: int
    faint: bool = False
    """Whether it tells forms apart that other words have found already."""


def plain_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a place or an institution in the form by which they are compared."""
    return tuple(
        WORDS.get(word, ROMAN.get(word, word) if place else word)
        for place, word in enumerate(words)
    )


def institution_aliases(text: str, words: Iterable[PlacedWord]) -> Iterator[Alias]:
    """Words of all other forms of a name.

    Args:
        text: the name.
        words: its words.
    """
    telling = [each for each in words if each.text not in SMALL_WORDS]
    for alias in _institution(text, telling):
        faint = alias.text in TOWNS
        yield msgspec.structs.replace(alias, faint=True) if faint else alias


def standing_for(texts: Iterable[str], words: Iterable[PlacedWord]) -> Iterator[Alias]:
    """Aliases that stand for some words of a name, from the first to the last."""
    all_of = tuple(words)
    if not all_of:
        return
    start, last = all_of[0].at, all_of[-1]
    for text in texts:
        yield Alias(text, start, last.at + len(last.text) - start)


def _institution(text: str, words: list[PlacedWord]) -> Iterator[Alias]:
    forms = plain_forms(tuple(each.text for each in words))
    groups, longest = _phrases()
    place = 0
    while place < len(forms):
        for length in range(min(longest.get(forms[place], 0), len(forms) - place), 0, -1):
            group = groups.get(forms[place : place + length])
            if group is not None:
                yield from standing_for(group, words[place : place + length])
                place += length - 1
                break
        place += 1
    yield from standing_for(_whole_names().get(institution_key(text), ()), words)
    yield from _numbered(forms, words)


def _numbered(forms: _Words, words: list[PlacedWord]) -> Iterator[Alias]:
    """The number of a university by its name, and the other way round."""
    for name, others in _numbered_names():
        at = _place_in(forms, name)
        if at is not None:
            phrases = [each for each in others if each[0] in ALWAYS or not set(each) & set(forms)]
            texts = (each for phrase in phrases for each in phrase)
            yield from standing_for(texts, words[at : at + len(name)])
            continue
        for other in others:
            at = _place_in(forms, other)
            told = other[0] in ALWAYS or "university" in forms or name[1] in forms
            if at is not None and told:
                yield from standing_for(name, words[at : at + len(other)])


def _place_in(words: _Words, phrase: _Words) -> int | None:
    if phrase[0] not in words:
        return None
    starts = range(len(words) - len(phrase) + 1)
    return next((at for at in starts if words[at : at + len(phrase)] == phrase), None)


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text but the small ones."""
    return tuple(each.text for each in placed(text).words if each.text not in SMALL_WORDS)


def _compared(text: str) -> _Words:
    return tuple(WORDS.get(word, word) for word in telling_words(text))


@cache
def _phrases() -> tuple[dict[_Words, _Words], dict[str, int]]:
    """The words of all forms by each form; and the longest form by its first word."""
    groups: dict[_Words, _Words] = {}
    longest: dict[str, int] = {}
    for short, longs in SHORT_NAMES.items():
        texts = tuple(
            dict.fromkeys(word for form in (short, *longs) for word in telling_words(form))
        )
        for form in (short, *longs):
            phrase = _compared(form)
            groups[phrase] = texts
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return groups, longest


@cache
def _whole_names() -> dict[str, _Words]:
    return {
        institution_key(short): tuple(
            dict.fromkeys(word for form in (short, *longs) for word in telling_words(form))
        )
        for short, longs in WHOLE_NAMES.items()
    }


@cache
def _numbered_names() -> tuple[tuple[_Words, tuple[_Words, ...]], ...]:
    return tuple(
        (tuple(numbered.split()), tuple(tuple(name.split()) for name in names))
        for numbered, names in NUMBERED.items()
    )
