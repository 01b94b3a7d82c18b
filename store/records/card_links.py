"""Whom a card names besides the one whose it is, and the same card without some of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.person import Person

CardLink = Literal["through", "knows", "distinct_from"]
CARD_LINKS: tuple[CardLink, ...] = ("through", "knows", "distinct_from")
"""Fields of a card that hold the ids of people."""


def named_on(card: Person) -> tuple[PersonId, ...]:
    """Everybody whom a card names, each once."""
    if card.through is None and not card.knows and not card.distinct_from:
        return ()
    through = () if card.through is None else (card.through,)
    return tuple(dict.fromkeys((*through, *card.knows, *card.distinct_from)))


def links_to(card: Person, person: PersonId) -> tuple[CardLink, ...]:
    """The fields in which a card names somebody."""
    return tuple(
        link
        for link in CARD_LINKS
        if (held := getattr(card, link)) == person or (isinstance(held, tuple) and person in held)
    )


def card_without(card: Person, gone: AbstractSet[PersonId]) -> Person:
    """The card naming none of some people; the very same where it names none of them."""
    if gone.isdisjoint(named_on(card)):
        return card
    return msgspec.structs.replace(
        card,
        through=None if card.through in gone else card.through,
        knows=tuple(each for each in card.knows if each not in gone),
        distinct_from=tuple(each for each in card.distinct_from if each not in gone),
    )
