"""Telephone numbers: how one is typed or pasted, and how it is found by its last digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.records.identity import SIGNIFICANT_DIGITS, phone_key
from store.records.person import Person
from store.search.placed_words import LONGEST, Span

FEWEST_DIGITS = 6
"""Fewer digits are no number: a year, a month, a house."""

_SCHEME = re.compile(r"(?<!\S)tel:(?=[+(0-9])", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\S)[+(]?[0-9](?:[\s().\u2010-\u2015/-]*[0-9])+(?!\S)")
_DIGIT = re.compile(r"[0-9]")
_NOT_DIGITS = re.compile(r"[^0-9]+")


def without_scheme(text: str) -> str:
    """A query with blanks in the place of `tel:` before a number, as links have it."""
    return _SCHEME.sub("    ", text) if ":" in text else text


def numbers_in(text: str) -> list[tuple[int, int, str]]:
    """Where numbers stand in a query, and their last digits, nine at most.

    Whatever stands between the digits counts for nothing: `+33 (0)6 12 34 56 78`.
    """
    found: list[tuple[int, int, str]] = []
    for each in _NUMBER.finditer(text):
        digits = _NOT_DIGITS.sub("", each[0])
        if len(digits) >= FEWEST_DIGITS:
            found.append((each.start(), each.end(), digits[-SIGNIFICANT_DIGITS:]))
    return found


def turned_numbers(person: Person) -> dict[str, None]:
    """The last digits of each number of a card, turned round: who types the end finds the start."""
    return dict.fromkeys(
        key[::-1] for phone in person.phones if len(key := _digits_of(phone)) >= FEWEST_DIGITS
    )


def numbers_ending(person: Person, digits: str) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The numbers of a card that end in some digits, and where these stand.

    Args:
        person: whose card.
        digits: six at least, nine at most; nine mark the number from its beginning.
    """
    for phone in person.phones:
        key = _digits_of(phone)
        if len(key) < FEWEST_DIGITS or not key.endswith(digits):
            continue
        places = [each.start() for each in _DIGIT.finditer(phone)]
        written = _NOT_DIGITS.sub("", phone)
        last = written.rfind(key) + len(key)
        if last < len(key) or last > len(places):
            yield phone, ()
            continue
        first = places[last - len(digits)] if len(digits) < SIGNIFICANT_DIGITS else 0
        yield phone, ((first, places[last - 1] + 1),)


def _digits_of(phone: str) -> str:
    """The last digits of a number, without an extension; empty for what is none."""
    key = phone_key(phone[:LONGEST]).partition("x")[0]
    return key if key.isdigit() else ""
