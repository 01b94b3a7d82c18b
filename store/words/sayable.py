"""Texts in the signs that an encoding has: for those it lacks stand the nearest ones."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import category

from store.words.glyphs import ASCII

UNKNOWN = "?"
"""In the place of a sign for which there are no letters."""

WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Unicode's categories of signs that only change their neighbours: accents, joiners."""


class Nearest(dict[int, str]):
    """For `str.translate`: what an encoding has stays, `Łukasz` becomes `Lukasz` where it must."""

    def __init__(self, encoding: str, signs: Mapping[int, str] | None = None) -> None:
        """Begin with some signs that are replaced in any case.

        Args:
            encoding: as Python names it.
            signs: by code point.
        """
        super().__init__(signs or {})
        self._encoding = encoding

    def __missing__(self, code: int) -> str:
        """Look a sign up once."""
        sign = chr(code)
        self[code] = sign if has(sign, self._encoding) else nearest(sign)
        return self[code]


def sayable(text: str, encoding: str) -> str:
    """A text in the signs that an encoding has."""
    return text if has(text, encoding) else text.translate(Nearest(encoding))


def has(text: str, encoding: str) -> bool:
    """Whether an encoding has all signs of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def nearest(sign: str) -> str:
    """ASCII's letters for a sign; nothing for one that only changes its neighbours."""
    found = ASCII.get(ord(sign))
    if found is None:
        # Loaded only where a text needs it.
        from anyascii import anyascii

        found = str(anyascii(sign))
    return found or ("" if category(sign) in WITHOUT_WIDTH else UNKNOWN)
