"""Whether a text is a name: nothing in a plain list says so but its look."""

from __future__ import annotations

import re
import unicodedata

from store.words.fold import fold

LONGEST = 80
"""Characters of a name."""

MOST_WORDS = 6

MOST_SMALL_WORDS = 4
"""Where no capitals tell a name from a sentence."""

_MARKS = frozenset("'’ʼ`´.·-‐‑– \u00a0")
_CATEGORIES = frozenset({"So", "Sk", "Cf", "Zs"})
"""Of characters that stand in names beside letters: emoji, and what joins and colours them."""

_PARTICLES = frozenset(
    {
        *("a", "af", "al", "am", "at", "av", "ben", "bin", "bint", "da", "dal", "das", "de"),
        *("degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el"),
        *("et", "i", "ibn", "la", "las", "le", "les", "lo", "los", "of", "op", "och", "san"),
        *("st", "ten", "ter", "the", "to", "und", "van", "vander", "vom", "von", "y", "z", "zu"),
        *("zum", "zur", "jr", "sr", "dit", "dite", "née", "nee", "né", "ne"),
    }
)
"""Words that are written small in names."""

_SMALL_START = re.compile(r"[dl]['’ʼ]|al-|el-|bin-", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile(r"[^\W\d_]{4,}\.$")


def is_name(text: str, *, may_be_small: bool = False) -> bool:
    """Whether a text is made as names are: few words, letters, capitals where the script has them.

    Args:
        text: on one line.
        may_be_small: whether it may be written without capitals, since an address stands beside.
    """
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS or len(text) > LONGEST:
        return False
    if not any(letter.isalpha() for letter in text) or not all(map(_stands_in_names, text)):
        return False
    if _ENDS_A_SENTENCE.search(text):
        return False
    if not all(map(_is_word, words)):
        return False
    if may_be_small:
        return len(words) <= MOST_SMALL_WORDS
    large = [word for word in words if not _is_small(word)]
    return bool(large) and all(_is_particle(word) for word in words if _is_small(word))


def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals, as family names are in French lists."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def _stands_in_names(character: str) -> bool:
    if character.isalpha() or character in _MARKS:
        return True
    category = unicodedata.category(character)
    return category in _CATEGORIES or category.startswith("M")


def _is_word(word: str) -> bool:
    """Whether anything but dashes and points is in it."""
    return not all(each in _MARKS for each in word)


def _is_small(word: str) -> bool:
    first = next((each for each in word if each.isalpha()), "")
    return first.islower()


def _is_particle(word: str) -> bool:
    return fold(word).strip(".") in _PARTICLES or _SMALL_START.match(word) is not None
