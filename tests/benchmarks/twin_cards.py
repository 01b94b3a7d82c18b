"""Invented people, some of them on two cards, among others who only resemble each other.

Each kind of second card and each kind of resemblance is made the same number of times, so that none
hides behind another.
"""

from __future__ import annotations

import msgspec
from twin_maker import Invented
from twin_resemblances import RESEMBLANCES
from twin_second_cards import SECOND_CARDS

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of

Pair = frozenset[PersonId]


class Truth(msgspec.Struct, frozen=True):
    """A network, and which pairs of it are one person's."""

    snapshot: Snapshot
    same: dict[Pair, str]
    """Pairs that are one person, with how the second card came about."""
    alike: dict[Pair, str]
    """Pairs that are two people all the same, with what they share."""


def invented(people: int, seed: int, each: int) -> Truth:
    """A network of so many people and more.

    Args:
        people: who are on one card and resemble nobody but by chance.
        seed: on which all hangs.
        each: pairs of every kind.
    """
    made = Invented(seed)
    for _ in range(people):
        made.card()
    same = {_pair(make(made)): kind for kind, make in SECOND_CARDS.items() for _ in range(each)}
    alike = {_pair(make(made)): kind for kind, make in RESEMBLANCES.items() for _ in range(each)}
    made.chance.shuffle(made.cards)
    return Truth(snapshot_of({"people": {card.id: card for card in made.cards}}), same, alike)


def _pair(cards: tuple[Person, Person]) -> Pair:
    return frozenset(PersonId(card.id) for card in cards)
