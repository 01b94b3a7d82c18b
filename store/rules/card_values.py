"""The lists of a card whose values people have in common, and how two of them are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from store.records.me import Me
from store.records.person import Person
from store.rules.institution import institution_key
from store.words.fold import fold
from store.words.language_codes import language_code

CardValue = Literal[
    "tag", "school", "city", "passion", "field", "employer", "language", "need", "offer"
]
"""A value of which a card holds any number."""

PlainList = Literal["tag", "passion", "field", "language", "need", "offer"]
PLAIN_LISTS: Mapping[PlainList, str] = {
    "tag": "tags",
    "passion": "passions",
    "field": "fields",
    "language": "languages",
    "need": "needs",
    "offer": "offers",
}
"""Lists of plain text, with the name of their field; the user's own card lacks some of them."""

INSTITUTIONS: frozenset[CardValue] = frozenset({"school", "employer"})
"""What is compared as a name of an institution: "INSA de Lyon" and "insa lyon" are one."""


def value_key(what: CardValue, name: str) -> str:
    """A value as compared; empty for an empty one."""
    if what in INSTITUTIONS:
        return institution_key(name) or fold(name)
    return language_code(name) if what == "language" else fold(name)


def names_on(card: Person | Me, what: CardValue) -> tuple[str, ...]:
    """What a card has of a kind, as written; its organisation stands among the employers."""
    return _NAMES[what](card)


def _employers(card: Person | Me) -> tuple[str, ...]:
    return (card.org, *card.employers) if card.org else card.employers


def _plain(field: str) -> Callable[[Person | Me], tuple[str, ...]]:
    def names(card: Person | Me) -> tuple[str, ...]:
        found: Iterable[str] = getattr(card, field, ())
        return tuple(found)

    return names


_NAMES: Mapping[CardValue, Callable[[Person | Me], tuple[str, ...]]] = {
    "school": lambda card: tuple(each.name for each in card.schools),
    "city": lambda card: tuple(each.name for each in card.cities),
    "employer": _employers,
    **{what: _plain(field) for what, field in PLAIN_LISTS.items()},
}
