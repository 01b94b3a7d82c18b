"""Who each person of a document is among those who are there, and what becomes of their cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import msgspec

from store.formats.matching import Match, PeopleIndex
from store.formats.merging import merged
from store.formats.renaming import renamed
from store.formats.whole.document import Whole
from store.records.card_links import card_without, named_on
from store.records.identity import same_words
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot

_READING = 0
"""The document is one file; the index tells files apart."""


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """One person of a document."""

    person: PersonId
    """Who they are here: the id that is there, or their own."""
    before: Person | None
    """None for somebody new."""
    after: Person
    """The very same as `before` where the document adds nothing."""
    like: PersonId | None = None
    """For somebody new: who may be the same."""


class Seating(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody of a document."""

    seats: tuple[Seat, ...]
    names: Mapping[PersonId, PersonId]
    """Ids of the document that are others here."""
    away: frozenset[PersonId]
    """Those of the document who were forgotten here."""
    known: frozenset[PersonId]
    """Ids of the document, and of people here, by which records may name somebody."""

    def is_known(self, person: PersonId) -> bool:
        """Whether somebody whom a record of the document names will be there."""
        return person in self.known


def seated(snapshot: Snapshot, whole: Whole) -> Seating:
    """Find everybody of a document; time grows with the document and the people there alone."""
    cards = cast("tuple[Person, ...]", whole.tables.get("people", ()))
    finding = _Finding(snapshot)
    found = finding.all(cards)
    names = {
        id: each.person
        for id, each in found.items()
        if each.person is not None and each.person != id
    }
    known = frozenset((*found, *snapshot.people)) - finding.away
    seats = tuple(
        _seat(card, found[PersonId(card.id)], snapshot, names, known)
        for card in cards
        if card.id in found
    )
    return Seating(seats=seats, names=names, away=finding.away, known=known)


class _Finding:
    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._index = PeopleIndex(snapshot.people.values()) if snapshot.people else None
        self._taken: set[PersonId] = set()
        self.away: frozenset[PersonId] = frozenset()

    def all(self, cards: tuple[Person, ...]) -> dict[PersonId, Match]:
        """By the ids of the document, who they are here; nobody where they are new."""
        self._taken = {PersonId(each.id) for each in cards if each.id in self._snapshot.people}
        found: dict[PersonId, Match] = {}
        away: set[PersonId] = set()
        for card in cards:
            match = self._match(card)
            if match is None:
                away.add(PersonId(card.id))
            else:
                found[PersonId(card.id)] = match
        self.away = frozenset(away)
        return found

    def _match(self, card: Person) -> Match | None:
        """Who somebody is; None where they were forgotten."""
        id = PersonId(card.id)
        if id in self._snapshot.people:
            return Match(by="key", person=id)
        match = Match(by="none") if self._index is None else self._index.find(card, _READING)
        if match.by == "name" or match.person in self._taken:
            match = Match(by="none", like=match.person)
        if self._snapshot.forgotten.holds(card) and not self._is_back(card, match):
            return None
        if match.person is not None:
            self._taken.add(match.person)
        return match

    def _is_back(self, card: Person, match: Match) -> bool:
        """Whether a card that looks like a forgotten one is of somebody there all the same."""
        if match.person is None:
            return False
        held = self._snapshot.people[match.person]
        return match.by == "key" or same_words(card.name, held.name)


def _seat(
    card: Person,
    match: Match,
    snapshot: Snapshot,
    names: Mapping[PersonId, PersonId],
    known: frozenset[PersonId],
) -> Seat:
    person = match.person or PersonId(card.id)
    fitted = card_without(card, frozenset(each for each in named_on(card) if each not in known))
    if fitted.id != person:
        fitted = msgspec.structs.replace(fitted, id=person)
    fitted = renamed(fitted, names)
    before = snapshot.people.get(person)
    if before is None:
        return Seat(person=person, before=None, after=fitted, like=match.like)
    whole = merged(before, fitted, same_key=match.by == "key")
    return Seat(person=person, before=before, after=_with_links(whole, fitted))


def _with_links(held: Person, card: Person) -> Person:
    """The card with those whom it does not name yet; who brought us together stays."""
    through = held.through or card.through
    knows = _together(held.knows, card.knows)
    apart = _together(held.distinct_from, card.distinct_from)
    if (through, knows, apart) == (held.through, held.knows, held.distinct_from):
        return held
    return msgspec.structs.replace(held, through=through, knows=knows, distinct_from=apart)


def _together(held: tuple[PersonId, ...], more: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
    return (*held, *(each for each in more if each not in held))
