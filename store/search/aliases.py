"""Other words by which a value may be looked for: "ENS" for "École normale supérieure"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from store.rules.institution_words import ROMAN, WORDS
from store.search.institution_aliases import (
    Alias,
    institution_aliases,
    standing_for,
    telling_words,
)
from store.search.placed_words import PlacedWord, placed
from store.search.searched_fields import INSTITUTIONS
from store.words.language_names import language_names

PLACES = INSTITUTIONS | {"cities", "circles", "where"}
"""Fields in which words have another form: names of towns, `univ`, Roman numerals."""

SAINTS = frozenset({"st", "ste"})


def also_typed(word: str, first: bool) -> tuple[str, ...]:
    """Other forms of a word of a query: `st` is `saint`, `univ` university, `ii` 2.

    Args:
        word: folded.
        first: whether it opens the query; an `x` alone is no number.
    """
    forms = (WORDS.get(word, word), word if first else ROMAN.get(word, word))
    return tuple(dict.fromkeys(form for form in forms if form != word))


@lru_cache(maxsize=4096)
def aliases_of(field: str, text: str) -> tuple[Alias, ...]:
    """Words that find a value although it does not hold them; each once."""
    if field == "notes":
        return ()
    words = placed(text).words
    found: dict[str, Alias] = {}
    for alias in _aliases(field, text, words):
        found.setdefault(alias.text, alias)
    for word in words:
        found.pop(word.text, None)
    return tuple(found.values())


def _aliases(field: str, text: str, words: tuple[PlacedWord, ...]) -> Iterator[Alias]:
    yield from _joined_letters(words)
    if field == "languages":
        for name in language_names(text):
            yield from standing_for(telling_words(name), words)
        return
    for place, word in enumerate(words):
        form = WORDS.get(word.text) if field in PLACES or word.text in SAINTS else None
        if form is not None:
            yield Alias(form, word.at, len(word.text))
        if place and field in PLACES and word.text in ROMAN:
            yield Alias(ROMAN[word.text], word.at, len(word.text))
    if field in INSTITUTIONS:
        yield from institution_aliases(text, words)


def _joined_letters(words: tuple[PlacedWord, ...]) -> Iterator[Alias]:
    """Letters that stand alone in a row: "E.N.S." is found by `ens`."""
    run: list[PlacedWord] = []
    for word in (*words, PlacedWord("", 0)):
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        if len(run) > 1:
            yield from standing_for(("".join(each.text for each in run),), run)
        run = []
