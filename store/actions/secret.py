"""What tells of a person wherever it stands: names, addresses, numbers, and what was noted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from store.records.identity import phone_key
from store.records.marks import SHORTEST_PHONE
from store.records.person import Person
from store.records.profile_slug import slug_of, source_of

SecretKind = Literal["name", "email", "phone", "link", "source", "text"]

SHORTEST_NAME = 4
"""Letters of a name of two words; fewer would be found in anything."""

SHORTEST_TEXT = 12
FEWEST_WORDS = 3
"""A shorter note says nothing by which anybody could be told."""

SHORTEST_KEY = 8

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no blanks between words."""

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://(?:www\.)?")


class Secret(msgspec.Struct, frozen=True):
    """One of them."""

    kind: SecretKind
    text: str
    """As written."""


def card_secrets(person: Person) -> Iterator[Secret]:
    """The secrets of a card, without its notes."""
    names = (person.name, *person.nicknames)
    yield from (Secret("name", name) for name in names if is_telling_name(name))
    yield from (Secret("email", each) for each in person.emails if _is_address(each))
    yield from (
        Secret("phone", each) for each in person.phones if len(digits_of(each)) >= SHORTEST_PHONE
    )
    for link in person.links:
        yield from _link_secrets(link)
    yield from (Secret("source", each) for each in person.sources if len(each) >= SHORTEST_KEY)


def _link_secrets(link: str) -> Iterator[Secret]:
    if len(link) < SHORTEST_KEY or not {".", "/"} & set(link):
        return
    yield Secret("link", link)
    bare = _SCHEME.sub("", link.strip()).rstrip("/")
    if bare != link and len(bare) >= SHORTEST_KEY:
        yield Secret("link", bare)
    slug = slug_of(link)
    if slug:
        yield Secret("source", source_of(slug))


def text_secrets(texts: Iterator[str]) -> Iterator[Secret]:
    """Those of some notes that are long enough to tell anything, each whole."""
    for text in texts:
        bare = text.strip()
        if len(bare) < SHORTEST_TEXT:
            continue
        words = [word for word in bare.split() if any(map(str.isalnum, word))]
        if len(words) >= FEWEST_WORDS or _is_unspaced(bare):
            yield Secret("text", bare)


def digits_of(phone: str) -> str:
    """The digits that a number is known by, at most the last nine; empty where there are none."""
    digits = phone_key(phone).partition("x")[0]
    return digits if digits.isdecimal() and digits.isascii() else ""


def is_telling_name(name: str) -> bool:
    """Whether a name is nobody else's in a text: two words of it, or a script without blanks."""
    words = [word for word in name.split() if any(map(str.isalpha, word))]
    if _is_unspaced(name):
        return True
    return len(words) > 1 and sum(map(str.isalpha, name)) >= SHORTEST_NAME


def _is_unspaced(text: str) -> bool:
    return len(UNSPACED.findall(text)) > 1


def _is_address(email: str) -> bool:
    before, at, after = email.strip().partition("@")
    return bool(before and at and after)
