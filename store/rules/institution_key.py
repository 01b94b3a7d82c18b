"""The name of an institution as compared: what differs in writing alone has one key."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from store.rules.institution_names import SHORT_NAMES, WHOLE_NAMES
from store.rules.institution_words import LEGAL_FORMS, ROMAN, SMALL_WORDS, WORDS
from store.rules.numbered_universities import ALWAYS, NUMBERED
from store.rules.one_slip import one_slip
from store.words.fold import fold

LONGEST = 200
"""Characters of a name that are looked at."""

_Words = tuple[str, ...]

_SPELT_OUT = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_AMPERSAND = re.compile(r"\b([a-z0-9]{1,2})&([a-z0-9]{1,2})\b")
_APOSTROPHE = re.compile(r"(?<=[a-z]{2})'(?=[a-z])")
_WORD = re.compile(r"[a-z]{4,}(?=\d+\b)|[a-z0-9]+")
_UNIVERSITY = ("university", "universite")
_NUMBERED_PLACES = frozenset(
    {name.split()[0] for name in NUMBERED} | {"bordeaux", "lille", "montpellier", "rennes"}
)


@lru_cache(maxsize=16384)
def institution_key(name: str) -> str:
    """A name as compared.

    Folded; small words and legal forms dropped; Roman numerals in digits; long forms shortened
    ("Institut national des sciences appliquées" is "insa"); the words in order of the alphabet.
    Empty where the name holds no letter and no digit.
    """
    words = _without_legal_forms(_words(name))
    return " ".join(sorted(_shortened(words)))


@cache
def long_forms() -> dict[str, tuple[str, ...]]:
    """The usual long form of each short name that is one word, as compared."""
    return {short: _words(longs[0]) for short, longs in SHORT_NAMES.items() if " " not in short}


def _words(name: str) -> _Words:
    folded = fold(name[:LONGEST]).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    folded = _SPELT_OUT.sub(lambda found: found[0].replace(".", "") + " ", folded)
    folded = _APOSTROPHE.sub("", _AMPERSAND.sub(r"\1\2", folded))
    found = [_university(word) for word in _WORD.findall(folded)]
    kept = [word for word in found if word not in SMALL_WORDS] or found
    # A single letter or numeral opening a name is part of it ("X", "V Squared").
    return tuple(
        WORDS.get(word, ROMAN.get(word, word) if place else word) for place, word in enumerate(kept)
    )


def _university(word: str) -> str:
    """The word misspelt most, in either language, before its other language is looked up."""
    near = word.startswith("uni") and any(one_slip(word, each) for each in _UNIVERSITY)
    return "university" if near else word


def _without_legal_forms(words: _Words) -> _Words:
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return words


def _shortened(words: _Words) -> _Words:
    phrases = _phrases()
    for _ in range(4):
        fresh = _replaced(words, phrases)
        if fresh == words:
            break
        words = fresh
    words = tuple(dict.fromkeys(_numbered(words)))
    if len(words) == 2 and words[0] in _NUMBERED_PLACES and words[1].isdigit():
        return ("university", *words)
    return _whole_names().get(words, words)


def _numbered(words: _Words) -> _Words:
    for phrase, (place, number) in _numbered_names().items():
        if phrase[0] in words and (phrase[0] in ALWAYS or "university" in words or number in words):
            words = _replaced(words, {phrase: (place, number)})
    return words


def _replaced(words: _Words, phrases: dict[_Words, _Words]) -> _Words:
    """Each phrase by what stands for it, the longest first, from left to right."""
    out: list[str] = []
    place = 0
    while place < len(words):
        for length in range(len(words) - place, 0, -1):
            found = phrases.get(words[place : place + length])
            if found is not None:
                out += found
                place += length
                break
        else:
            out.append(words[place])
            place += 1
    return tuple(out)


@cache
def _phrases() -> dict[_Words, _Words]:
    return {_words(each): _words(short) for short, longs in SHORT_NAMES.items() for each in longs}


@cache
def _whole_names() -> dict[_Words, _Words]:
    names = ((each, short) for short, longs in WHOLE_NAMES.items() for each in longs)
    return {_replaced(_words(each), _phrases()): _words(short) for each, short in names}


@cache
def _numbered_names() -> dict[_Words, tuple[str, str]]:
    """The longest first."""
    found = [
        (tuple(name.split()), (numbered.split()[0], numbered.split()[1]))
        for numbered, names in NUMBERED.items()
        for name in names
    ]
    return dict(sorted(found, key=lambda each: -len(each[0])))
