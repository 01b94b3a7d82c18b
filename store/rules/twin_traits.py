"""A card as it is compared with others to see whether both are one person's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

import msgspec

from store.records.identity import keys_of, link_key, phone_key
from store.records.ids import PersonId
from store.records.marks import SHORTEST_PHONE
from store.records.person import Person
from store.records.profile_slug import slug_in
from store.rules.no_organisation import is_no_organisation
from store.rules.twin_words import GENERATIONS, PARTICLES, TITLES
from store.words.fold import fold

STRANGERS = 300
"""Added to the people known: of those one does not know many bear usual names too."""

LONGEST = 200
"""Signs of a name that are looked at."""

MOST_WORDS = 6
MOST_VALUES = 12
"""Words of a name, and values of a list, that are looked at."""

Name = tuple[str, ...]
"""Folded words in the order of the card."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What of a card tells who it is."""

    id: PersonId
    name: Name
    sorted_name: Name
    """Its words in alphabetical order."""
    others: tuple[Name, ...]
    """Nicknames."""
    generation: str
    """What tells the father from the son, or the first of several from the second."""
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profiles: frozenset[str]
    """Slugs of LinkedIn."""
    links: frozenset[str]
    sources: frozenset[str]
    """Keys that an address book gave."""
    birthday: str
    org: str
    cities: frozenset[str]
    schools: frozenset[str]


def traits_of(person: Person) -> Traits:
    """The traits of a card."""
    words = _words(person.name)
    name = _name(words)
    keys = keys_of(person) if person.sources or person.links else ()
    profiles = frozenset(slug for key in keys if (slug := slug_in(key)))
    links = (link_key(each) for each in person.links[:MOST_VALUES])
    return Traits(
        id=PersonId(person.id),
        name=name,
        sorted_name=tuple(sorted(name)),
        others=tuple(_name(_words(each)) for each in person.nicknames[:3]),
        generation=_generation(person.name, words),
        emails=tuple(_emails(person.emails[:MOST_VALUES])),
        phones=tuple(_phones(person.phones[:MOST_VALUES])),
        profiles=profiles,
        links=frozenset(each for each in links if not slug_in(each)),
        sources=frozenset(each for each in person.sources if not slug_in(each)),
        birthday=person.birthday,
        org="" if is_no_organisation(person.org) else fold(person.org[:LONGEST]).strip(),
        cities=frozenset(fold(each.name[:LONGEST]) for each in person.cities),
        schools=frozenset(fold(each.name[:LONGEST]) for each in person.schools),
    )


def _words(text: str) -> Name:
    """The words of a name; where an address stands for it, those before the @."""
    local, at, domain = text[:LONGEST].partition("@")
    return tuple(_WORD.findall(fold(local if at and "." in domain else text[:LONGEST])))


def _generation(name: str, words: Name) -> str:
    told = next((GENERATIONS[word] for word in words if word in GENERATIONS), "")
    return told or ("" if "@" in name else " ".join(_NUMBER.findall(name[:LONGEST])))


def _name(words: Name) -> Name:
    kept = tuple(word for word in words if word not in TITLES and word not in GENERATIONS)
    telling = tuple(word for word in kept if word not in PARTICLES or word is kept[-1])
    return (telling if len(telling) > 1 else kept)[:MOST_WORDS]


def _emails(emails: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(fold(each[:LONGEST]).strip() for each in emails if "@" in each)


def _phones(phones: Iterable[str]) -> Iterator[str]:
    for key in dict.fromkeys(phone_key(each[:LONGEST]) for each in phones):
        if sum(sign.isdigit() for sign in key) >= SHORTEST_PHONE:
            yield key


class Census(msgspec.Struct, frozen=True):
    """How many people share each value: what many have says little of any."""

    people: int
    prior: float
    """Natural logarithm of how many people somebody of a name could be taken for."""
    words: Counter[str]
    emails: Counter[str]
    phones: Counter[str]
    links: Counter[str]
    orgs: Counter[str]


def census_of(people: Iterable[Traits]) -> Census:
    """Count all."""
    census = Census(0, 0.0, Counter(), Counter(), Counter(), Counter(), Counter())
    number = 0
    for each in people:
        number += 1
        census.words.update(set(each.name))
        census.emails.update(each.emails)
        census.phones.update(each.phones)
        census.links.update(each.links)
        if each.org:
            census.orgs[each.org] += 1
    return msgspec.structs.replace(census, people=number, prior=log(number + STRANGERS))
