"""Lists of addresses in headers, as programs write them (RFC 5322, 3.4) and as they should not.

An own reader: that of the standard library takes many times as long, looks names of encodings up
that are none of text, and takes `"Ana" <ana@x.org>:<bo@y.org>` for either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from store.formats.mail.encoded_words import decoded
from store.formats.mail.letter import Party
from store.records.clean import clean_line

MOST_PARTIES = 200
"""Of one header; who writes to more writes to nobody."""

MOST_TOKENS = 8000
"""Pieces of one header that are looked at: those of 200 addresses with names, many times over."""

MOST_NAME = 120
"""Characters of a name that are kept."""

_KEPT = 4096
"""Headers whose reading is remembered: the same people write and are written to again and again."""

_SHORT = 400
"""Characters up to which a header is remembered."""

_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.)*+)"'  # a quoted piece
    r"|\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+)\)"  # a comment, which may hold others
    r"|<([^<>]*)>"
    r"|([,;:])"
    r'|([^"(),;:<>]+)'
    r"|(.)",
    re.DOTALL,
)
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\]{1,253}")
_NO_QUOTES = str.maketrans('"', " ")
_NO_BRACKETS = str.maketrans("()", "  ")
_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)


def parties_of(text: str) -> tuple[Party, ...]:
    """All whom a header names by an address, each address once; groups by their members.

    Never raises; time grows with the length alone. What has no address, or two that differ, is
    left out.

    Args:
        text: the header's value on one line, encoded words as they stand.
    """
    return _remembered(text) if len(text) <= _SHORT else _parties(text)


def address_of(text: str) -> str:
    """An address as compared, without what may stand around it; nothing where it is none."""
    # A route before the address (RFC 822) ends with a colon, as does the scheme of a link.
    address = clean_line(text).rpartition(":")[2].strip().strip("'").lower()
    return address if _ADDRESS.fullmatch(address) else ""


@lru_cache(maxsize=_KEPT)
def _remembered(text: str) -> tuple[Party, ...]:
    return _parties(text)


def _parties(text: str) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in _items(text):
        held = found.get(party.address)
        if held is None or (party.name and not held.name):
            found[party.address] = party
        if len(found) >= MOST_PARTIES:
            break
    return tuple(found.values())


def _items(text: str) -> Iterator[Party]:
    item = _Item()
    for token in islice(_tokens(text), MOST_TOKENS):
        quoted, comment, angle, mark, plain, _ = token.groups()
        if mark == ":" and not item.has_address():
            item = _Item()  # It was the name of a group.
        elif mark in (",", ";"):
            yield from item.party()
            item = _Item()
        elif angle is not None:
            item.angles.append(angle)
        elif comment is not None:
            item.comments.append(_QUOTED_PAIR.sub(r"\1", comment))
        elif quoted is not None:
            item.phrase.append(_QUOTED_PAIR.sub(r"\1", quoted))
        elif plain is not None:
            item.phrase.append(plain)
    yield from item.party()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The pieces of a list; where a quotation mark or a bracket is never closed, none counts."""
    while lone := next(filter(_is_lone, islice(_TOKEN.finditer(text), MOST_TOKENS)), None):
        text = text.translate(_NO_QUOTES if lone[6] == '"' else _NO_BRACKETS)
    return _TOKEN.finditer(text)


def _is_lone(token: re.Match[str]) -> bool:
    return token[6] is not None and token[6] in '"()'


class _Item:
    """What stands between two commas."""

    def __init__(self) -> None:
        self.phrase: list[str] = []
        self.angles: list[str] = []
        self.comments: list[str] = []

    def has_address(self) -> bool:
        return bool(self.angles) or any("@" in piece for piece in self.phrase)

    def party(self) -> tuple[Party, ...]:
        words = "".join(self.phrase).split()
        addresses = {address_of(angle) for angle in self.angles}
        if not self.angles:
            addresses = {address_of(word) for word in words if "@" in word}
            words = [word for word in words if "@" not in word]
        if len(addresses) != 1 or "" in addresses:
            return ()
        (address,) = addresses
        name = _name(" ".join(words or self.comments))
        return (Party(address, "" if name.lower() == address else name),)


def _name(text: str) -> str:
    return " ".join(clean_line(decoded(text)).split())[:MOST_NAME].rstrip()
