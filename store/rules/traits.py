"""What a card may share with others, and how the names of it are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from store.records.kinds import CityKind
from store.records.person import City, Employment, School
from store.rules.institution import institution_key
from store.rules.institution_words import PLACES
from store.rules.no_organisation import is_no_organisation
from store.rules.profession import profession_key, professions_in
from store.words.fold import fold
from store.words.language_codes import language_code

What = Literal["school", "employer", "city", "passion", "field", "language", "person", "event"]

Key = tuple[What, str]
"""Something that may be shared, as compared; a person or an event by the id."""

INSTITUTIONS: frozenset[What] = frozenset({"school", "employer"})
"""Whose names agree where they are not written alike."""

LONGEST = 200
"""Characters of a name that are looked at."""


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody's card may share with others."""

    schools: tuple[School, ...] = ()
    employers: tuple[str, ...] = ()
    employment: tuple[Employment, ...] = ()
    """The years at one of the employers, where they are known."""
    cities: tuple[City, ...] = ()
    passions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """What they are by profession; compared with fields, too."""


class Stay(msgspec.Struct, frozen=True):
    """When somebody was there."""

    start: str | None = None
    end: str | None = None
    city: CityKind | None = None
    """Of a city, whether they live there now, did, or come from there."""


class Held(msgspec.Struct, frozen=True):
    """Something that a card holds."""

    name: str
    """As noted there."""
    stays: tuple[Stay, ...] = ()


def keys_of(traits: Traits) -> dict[Key, Held]:
    """What a card may share, as compared, with the name and the stays as noted."""
    found: dict[Key, Held] = {}
    for what, name, stay in _noted(traits):
        key = (what, KEYS[what](name))
        if key[1]:
            held = found.get(key)
            stays = () if held is None else held.stays
            found[key] = Held(
                name if held is None else held.name, stays if stay is None else (*stays, stay)
            )
    return found


def _noted(traits: Traits) -> Iterator[tuple[What, str, Stay | None]]:
    for school in traits.schools:
        yield "school", school.name, Stay(school.start, school.end)
    for city in traits.cities:
        yield "city", city.name, Stay(city.start, city.end, city.kind)
    employers = frozenset(map(institution_key, traits.employers))
    for post in traits.employment:
        if institution_key(post.name) in employers:
            yield "employer", post.name, Stay(post.start, post.end)
    plain: tuple[tuple[What, Iterable[str]], ...] = (
        ("employer", traits.employers),
        ("passion", traits.passions),
        ("field", traits.fields),
        ("field", (part for title in traits.titles for part in professions_in(title))),
        ("language", traits.languages),
    )
    for what, names in plain:
        for name in names:
            yield what, name, None


@lru_cache(maxsize=8192)
def _city_key(name: str) -> str:
    words = fold(name[:LONGEST]).replace("-", " ").split()
    return " ".join(PLACES.get(word, "saint" if word == "st" else word) for word in words)


@lru_cache(maxsize=8192)
def _plain_key(name: str) -> str:
    return " ".join(fold(name[:LONGEST]).replace("-", " ").split())


def _employer_key(name: str) -> str:
    return "" if is_no_organisation(name) else institution_key(name)


KEYS: Mapping[What, Callable[[str], str]] = {
    "school": institution_key,
    "employer": _employer_key,
    "city": _city_key,
    "passion": _plain_key,
    "field": profession_key,
    "language": language_code,
}
"""How a name of each kind is compared."""
