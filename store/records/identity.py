"""Keys by which values written differently are the same: names, addresses, numbers, profiles."""

from __future__ import annotations

import re

from store.records.person import Person
from store.records.profile_slug import slug_of, source_of
from store.words.fold import fold

SIGNIFICANT_DIGITS = 9
"""The last digits of a number, which trunk prefixes and country codes leave alone."""

_EXTENSION = re.compile(r"(?:;|ext|x|#|p|w|,)")
_NOT_DIGITS = re.compile(r"\D+")
_WORDS = re.compile(r"\w+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?")


def text_key(text: str) -> str:
    """Words as compared; what folding leaves nothing of stays itself."""
    return fold(text).strip() or text


def same_words(one: str, other: str) -> bool:
    """Whether two names hold the same words, in any order: `LOVELACE Ada` is `Ada Lovelace`."""
    return sorted(_WORDS.findall(fold(one))) == sorted(_WORDS.findall(fold(other)))


def phone_key(phone: str) -> str:
    """A number as compared: `+33 (0)6 12 34 56 78` is `06 12 34 56 78`; extensions count."""
    text = fold(phone).removeprefix("tel:")
    number, _, extension = _EXTENSION.sub("|", text).partition("|")
    digits = _NOT_DIGITS.sub("", number)[-SIGNIFICANT_DIGITS:]
    after = _NOT_DIGITS.sub("", extension)
    if not digits:
        return text_key(phone)
    return f"{digits}x{after}" if after else digits


def link_key(link: str) -> str:
    """An address of the web as compared; a LinkedIn profile is its slug."""
    slug = slug_of(link)
    if slug:
        return source_of(slug)
    return _SCHEME.sub("", link.strip().lower()).rstrip("/") or link


def keys_of(person: Person) -> tuple[str, ...]:
    """The stable keys of a card: its sources, and the LinkedIn profiles among its links."""
    slugs = [slug for link in person.links if (slug := slug_of(link))]
    if not slugs:
        return person.sources
    return tuple(dict.fromkeys((*person.sources, *map(source_of, slugs))))
