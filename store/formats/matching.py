"""Who a card is: found among the people there and those that the same import has brought."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from store.formats.comparing import (
    birthdays_agree,
    can_be_one,
    contradict,
    giver_of,
    share_a_phone,
    share_a_word,
)
from store.formats.incoming import Whom
from store.records.identity import keys_of, phone_key, same_words, text_key
from store.records.ids import PersonId
from store.records.marks import SHORTEST_PHONE
from store.records.person import Person
from store.records.person_uid import source_of_person
from store.records.profile_slug import slug_in
from store.rules.twin_words import SHARED_BOXES

MatchedBy = Literal["key", "email", "link", "phone", "name", "none"]

MOST_LOOKED_AT = 8
"""People of one address, number or name who are compared; beyond them a card is somebody new."""

MAILTO = "mailto:"
"""How the stable key begins of somebody who is known by an address alone."""


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
        self._by_phone: dict[str, list[PersonId]] = {}
        self._by_name: dict[str, list[PersonId]] = {}
        self._by_nickname: dict[str, list[PersonId]] = {}
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
        self._by_source.setdefault(source_of_person(person.id), id)
        for source in person.sources:
            self._by_source.setdefault(source, id)
        for key in keys_of(person):
            self._by_link.setdefault(key, id)
        for email in _addresses(person):
            _into(self._by_email, text_key(email), id)
        for phone in _numbers(person):
            _into(self._by_phone, phone, id)
        _into(self._by_name, text_key(person.name), id)
        for nickname in person.nicknames:
            _into(self._by_nickname, text_key(nickname), id)

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
        phone = self._find_by_phone(card, claim)
        if phone.person is not None:
            return phone
        name = self._find_by_name(card, claim)
        if name.person is not None or name.like is not None:
            return name
        return email if email.like is not None else phone

    def named(self, whom: Whom) -> PersonId | None:
        """Somebody by stable key or address, else by a name that only one bears.

        A name is not enough where a key belies it. A nickname stands for a name that nobody bears.
        """
        for key in (whom.source, f"{MAILTO}{whom.email}" if whom.email else ""):
            found = self._keyed(key, whom.name) if key else None
            if found is not None:
                return found
        name = text_key(whom.name)
        bearers = self._by_name.get(name) or self._by_nickname.get(name, [])
        if not whom.name or len(bearers) != 1:
            return None
        held = self._people[bearers[0]]
        if slug_in(whom.source) and any(slug_in(key) for key in keys_of(held)):
            return None
        return bearers[0]

    def is_keyed(self, source: str) -> bool:
        """Whether a stable key is that of somebody there."""
        return bool(source) and self._keyed(source, "") is not None

    def has_address(self, address: str) -> bool:
        """Whether somebody has an e-mail address."""
        return text_key(address) in self._by_email

    def _keyed(self, key: str, name: str) -> PersonId | None:
        """Whose own key it is, else whose link: two cards may name one profile.

        Of several who have one address it is the one of that name, if any.
        """
        found = self._by_source.get(key) or self._by_link.get(key)
        if found is not None or not key.startswith(MAILTO):
            return found
        owners = self._by_email.get(text_key(key.removeprefix(MAILTO)), [])
        if len(owners) == 1:
            return owners[0]
        named = [id for id in owners if same_words(name, self._people[id].name)]
        return named[0] if len(named) == 1 else None

    def _find_by_email(self, card: Person, claim: tuple[int, str]) -> Match:
        like: PersonId | None = None
        for email in _addresses(card):
            own = email.partition("@")[0].lower() not in SHARED_BOXES
            for id in self._by_email.get(text_key(email), ()):
                if self._may_be(card, id, claim, married=own):
                    return Match(by="email", person=id)
                if own or share_a_word(card.name, self._people[id].name):
                    like = like or id
        return Match(by="none", like=like)

    def _find_by_phone(self, card: Person, claim: tuple[int, str]) -> Match:
        like: PersonId | None = None
        for phone in _numbers(card):
            for id in self._by_phone.get(phone, ()):
                if self._may_be(card, id, claim, married=False):
                    return Match(by="phone", person=id)
                # Whole offices have one number: it alone says nothing of who somebody is.
                if share_a_word(card.name, self._people[id].name):
                    like = like or id
        return Match(by="none", like=like)

    def _may_be(self, card: Person, id: PersonId, claim: tuple[int, str], *, married: bool) -> bool:
        held = self._people[id]
        return (
            can_be_one(card, held, married=married)
            and birthdays_agree(card.birthday, held.birthday)
            and not self._is_other_card(card, id, claim)
        )

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
        bearers = self._bearers(card)
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

    def _bearers(self, card: Person) -> list[PersonId]:
        """Who bears the name; for a card that is little but a name, who is called so, too."""
        name = text_key(card.name)
        bearers = self._by_name.get(name, [])
        if bearers or card.emails or card.phones or card.links:
            return bearers
        if (called := self._by_nickname.get(name)) is not None:
            return called
        nicknames = (text_key(each) for each in card.nicknames)
        return next((each for key in nicknames if (each := self._by_name.get(key))), [])

    def _is_other_card(self, card: Person, held: PersonId, claim: tuple[int, str]) -> bool:
        """Whether the same file holds another card of that person, under another name.

        Couples share an address; one of them must not vanish into the other.
        """
        known = self._people[held]
        return claim in self._claims.get(held, ()) and not same_words(card.name, known.name)


def _addresses(card: Person) -> tuple[str, ...]:
    """The addresses of a card; that by which alone somebody is known is one of them."""
    keys = [key.removeprefix(MAILTO) for key in card.sources if key.startswith(MAILTO)]
    return tuple(dict.fromkeys((*card.emails, *keys))) if keys else card.emails


def _numbers(card: Person) -> list[str]:
    """Numbers as compared; a short one is an extension, and nobody's own."""
    if not card.phones:
        return []
    keys = dict.fromkeys(map(phone_key, card.phones))
    return [key for key in keys if sum(sign.isdigit() for sign in key) >= SHORTEST_PHONE]


def _into(buckets: dict[str, list[PersonId]], key: str, id: PersonId) -> None:
    bucket = buckets.setdefault(key, [])
    if len(bucket) < MOST_LOOKED_AT and id not in bucket:
        bucket.append(id)
