"""The folded words of a text, and where each letter of them stands in the original spelling.

Folding changes lengths: ß becomes ss, œ oe, and an accent written as a sign of its own vanishes.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from store.words.fold import fold

LONGEST = 200
"""Characters of one value that are searched; comparing a megabyte would hold everything up."""

_WORD = re.compile(r"[a-z0-9+#]+")

Span = tuple[int, int]
"""The first character, and the one behind the last."""


class PlacedWord(msgspec.Struct, frozen=True):
    """One word of a text."""

    text: str
    """Folded."""
    at: int
    """Where it begins in the folded text."""


class PlacedText(msgspec.Struct, frozen=True):
    """A text with its words."""

    words: tuple[PlacedWord, ...]
    origin: tuple[int, ...]
    """Per folded letter its place in the original; empty where all places are the same."""
    ends: tuple[int, ...]
    """Per folded letter the place behind it in the original, vanishing signs included."""
    spaced: str
    """All words, a blank between two."""

    def span(self, start: int, length: int) -> Span:
        """Where some folded letters stand in the original.

        Args:
            start: the first of them, in the folded text.
            length: how many, at least one.
        """
        if not self.origin:
            return start, start + length
        return self.origin[start], self.ends[start + length - 1]


def words_of(text: str) -> list[str]:
    """The folded words of a text, at most 200 characters of it."""
    return _WORD.findall(fold(text[:LONGEST]))


def words_in(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    return _WORD.findall(folded)


def all_words_of(text: str) -> list[str]:
    """The folded words of a text of any length."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def placed(text: str) -> PlacedText:
    """The words of a short text and where they stand; kept for the next time."""
    return placed_once(text)


def placed_once(text: str) -> PlacedText:
    """The words of a text and where they stand."""
    if text.isascii():
        return _placed(text.lower(), (), ())
    pieces = [fold(sign) for sign in text]
    origin: list[int] = []
    ends: list[int] = []
    for place, piece in enumerate(pieces):
        if piece:
            origin += [place] * len(piece)
            ends += [place + 1] * len(piece)
        elif ends and text[place].isprintable() and not text[place].isspace():
            # An accent of its own belongs to the letter before it.
            ends[-1] = place + 1
    return _placed("".join(pieces), tuple(origin), tuple(ends))


def _placed(folded: str, origin: tuple[int, ...], ends: tuple[int, ...]) -> PlacedText:
    words = tuple(PlacedWord(each[0], each.start()) for each in _WORD.finditer(folded))
    return PlacedText(words, origin, ends, " ".join(word.text for word in words))
