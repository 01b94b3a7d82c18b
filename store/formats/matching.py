"""Who a card is: found among the people there and those that the same import has brought."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from store.formats.comparing import (
    birthdays_agree,
    contradict,
    giver_of,
    share_a_phone,
    share_a_word,
)
from store.records.identity import keys_of, same_words, text_key
from store.records.ids import PersonId
from store.records.person import Person
from store.records.profile_slug import slug_in

MatchedBy = Literal["key", "email", "link", "name", "none"]

MOST_LOOKED_AT = 8
"""People of one address or name who are compared; beyond them a card is somebody new."""


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What was found for a card."""

    by: MatchedBy
    person: PersonId | None = None
    like: PersonId | None = None
    """Where nobody was found: who shares a name or an address, yet may be somebody else."""


class PeopleIndex:
    """People by stable key, address and name; grows while an import is planned."""

    def __init__(self, people: Iterable[Person], *, keeps_keys: bool = True) -> None:
        """Take in the people that are there.

        Args:
            people: in an order that stays the same from import to import.
            keeps_keys: whether those who are found are given the card's key. If not, the card must
                find them again beside namesakes that came since: the first that fits is taken.
        """
        self._keeps_keys = keeps_keys
        self._people: dict[PersonId, Person] = {}
        self._by_source: dict[str, PersonId] = {}
        self._by_link: dict[str, PersonId] = {}
        self._by_email: dict[str, list[PersonId]] = {}
        self._by_name: dict[str, list[PersonId]] = {}
        self._claims: dict[PersonId, set[tuple[int, str]]] = {}
        for person in people:
            self.put(person)

    def __getitem__(self, person: PersonId) -> Person:
        """Somebody as they are now."""
        return self._people[person]

    def put(self, person: Person) -> None:
        """Take in somebody new, or somebody as they have become."""
        id = PersonId(person.id)
        self._people[id] = person
        for source in person.sources:
            self._by_source.setdefault(source, id)
        for key in keys_of(person):
            self._by_link.setdefault(key, id)
        for email in person.emails:
            _into(self._by_email, text_key(email), id)
        _into(self._by_name, text_key(person.name), id)

    def claim(self, person: PersonId, reading: int, card: Person) -> None:
        """Remember that a card of a reading was found to be a person."""
        self._claims.setdefault(person, set()).add((reading, giver_of(card)))

    def find(self, card: Person, reading: int) -> Match:
        """Who a card is: by its key, its addresses, its profile, or its name if all agrees."""
        for source in card.sources:
            found = self._by_source.get(source)
            if found is not None:
                return Match(by="key", person=found)
        claim = (reading, giver_of(card))
        email = self._find_by_email(card, claim)
        if email.person is not None:
            return email
        link = self._find_by_link(card, claim)
        if link.person is not None or link.like is not None:
            return link
        name = self._find_by_name(card, claim)
        if name.person is None and name.like is None:
            return email
        return name

    def named(self, source: str, name: str) -> PersonId | None:
        """Somebody by stable key, else by a name that only one bears and that no key belies."""
        found = self._keyed(source) if source else None
        if found is not None:
            return found
        bearers = self._by_name.get(text_key(name), [])
        if len(bearers) != 1:
            return None
        held = self._people[bearers[0]]
        if slug_in(source) and any(slug_in(key) for key in keys_of(held)):
            return None
        return bearers[0]

    def is_keyed(self, source: str) -> bool:
        """Whether a stable key is that of somebody there."""
        return bool(source) and self._keyed(source) is not None

    def _keyed(self, key: str) -> PersonId | None:
        """Whose own key it is, else whose link: two cards may name one profile."""
        return self._by_source.get(key) or self._by_link.get(key)

    def _find_by_email(self, card: Person, claim: tuple[int, str]) -> Match:
        like: PersonId | None = None
        for email in card.emails:
            for id in self._by_email.get(text_key(email), ()):
                held = self._people[id]
                if (
                    share_a_word(card.name, held.name)
                    and birthdays_agree(card.birthday, held.birthday)
                    and not self._is_other_card(card, id, claim)
                ):
                    return Match(by="email", person=id)
                like = like or id
        return Match(by="none", like=like)

    def _find_by_link(self, card: Person, claim: tuple[int, str]) -> Match:
        like: PersonId | None = None
        for key in keys_of(card):
            for id in (self._by_source.get(key), self._by_link.get(key)):
                if id is None:
                    continue
                if not self._is_other_card(card, id, claim):
                    return Match(by="link", person=id)
                like = like or id
        return Match(by="none", like=like)

    def _find_by_name(self, card: Person, claim: tuple[int, str]) -> Match:
        bearers = self._by_name.get(text_key(card.name), [])
        fitting = [
            id
            for id in bearers
            if claim not in self._claims.get(id, ()) and not contradict(card, self._people[id])
        ]
        if self._keeps_keys and len(bearers) > 1:
            fitting = [id for id in fitting if share_a_phone(card, self._people[id])]
        if len(fitting) == 1 or (fitting and not self._keeps_keys):
            return Match(by="name", person=fitting[0])
        return Match(by="none", like=bearers[0] if bearers else None)

    def _is_other_card(self, card: Person, held: PersonId, claim: tuple[int, str]) -> bool:
        """Whether the same file holds another card of that person, under another name.

        Couples share an address; one of them must not vanish into the other.
        """
        known = self._people[held]
        return claim in self._claims.get(held, ()) and not same_words(card.name, known.name)


def _into(buckets: dict[str, list[PersonId]], key: str, id: PersonId) -> None:
    bucket = buckets.setdefault(key, [])
    if len(bucket) < MOST_LOOKED_AT and id not in bucket:
        bucket.append(id)
