"""A city that is known of some colleagues, supposed of the others where nothing contradicts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.no_organisation import is_no_organisation
from store.words.fold import fold

SHOWN = 3
"""People named at most as the reason."""


class Supposed(msgspec.Struct, frozen=True, kw_only=True):
    """What may hold of somebody, and why."""

    person: PersonId
    value: str
    source: str
    """The organisation, or the domain of mail, that they share with those of whom it is known."""
    whom: tuple[PersonId, ...]
    """Of whom it is known, a few of them."""
    known: int
    """Of how many it is known."""


def cities_of_colleagues(people: Iterable[Person], key: Callable[[str], str]) -> Iterator[Supposed]:
    """The city of today of those who have none noted, as all their known colleagues have it.

    Args:
        people: who is looked at.
        key: an organisation's name as compared.
    """
    groups: dict[str, list[Person]] = {}
    keys: dict[str, str] = {}
    for person in people:
        if not person.org:
            continue
        group = keys.get(person.org)
        if group is None:
            group = keys[person.org] = "" if is_no_organisation(person.org) else key(person.org)
        if group:
            groups.setdefault(group, []).append(person)
    for colleagues in groups.values():
        yield from _supposed(colleagues)


def _supposed(colleagues: list[Person]) -> Iterator[Supposed]:
    cities: dict[str, str] = {}
    known: list[Person] = []
    without: list[Person] = []
    for person in colleagues:
        now = [city.name for city in person.cities if city.kind == "now" and city.name.strip()]
        (known if now else without).append(person)
        for name in now:
            cities.setdefault(fold(name), name)
    if len(cities) != 1:
        return
    whom = tuple(PersonId(each.id) for each in known[:SHOWN])
    for person in without:
        if any(fold(city.name) in cities for city in person.cities if city.kind == "past"):
            continue  # They have moved away from there.
        yield Supposed(
            person=PersonId(person.id),
            value=next(iter(cities.values())),
            source=person.org,
            whom=whom,
            known=len(known),
        )
