"""What the user and a person, or two people, have in common: doors into a talk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import log
from typing import Literal

import msgspec

from store.records.person import City, School
from store.words.fold import fold

DOORS = 3
"""More doors than that are no help."""

OVERLAP = 2.0
"""The weight of having been there at the same time."""

What = Literal["school", "employer", "city", "passion", "field", "language"]

_WORD = re.compile(r"[a-z0-9]+")
_DROPPED = frozenset({"de", "du", "des", "d", "of", "the", "la", "le", "les", "l"})
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_LONG_FORMS = {"univ": "university", "universite": "university", "universitat": "university"}


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody may share with others."""

    schools: tuple[School, ...] = ()
    employers: tuple[str, ...] = ()
    cities: tuple[City, ...] = ()
    passions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in common."""

    what: What
    name: str
    """As the other side has it noted."""
    years: str = ""
    """Where both were there at the same time: the years they share."""
    weight: float


@lru_cache(maxsize=4096)
def institution_key(name: str) -> str:
    """A name of an institution as compared: folded, small words dropped, numerals in digits."""
    found = _WORD.findall(fold(name))
    kept = [_LONG_FORMS.get(word, word) for word in found if word not in _DROPPED]
    # A single letter or numeral opening a name is part of it ("X", "V Squared").
    numbered = [_ROMAN.get(word, word) if place else word for place, word in enumerate(kept)]
    return " ".join(sorted(numbered))


def keys_of(traits: Traits) -> dict[tuple[What, str], tuple[str, str | None, str | None]]:
    """What somebody may share, as compared, with the name and years as noted."""
    found: dict[tuple[What, str], tuple[str, str | None, str | None]] = {}
    for school in traits.schools:
        found[("school", institution_key(school.name))] = (school.name, school.start, school.end)
    for employer in traits.employers:
        found[("employer", institution_key(employer))] = (employer, None, None)
    for city in traits.cities:
        found[("city", fold(city.name))] = (city.name, city.start, city.end)
    plain: tuple[tuple[What, tuple[str, ...]], ...] = (
        ("passion", traits.passions),
        ("field", traits.fields),
        ("language", traits.languages),
    )
    for what, names in plain:
        for name in names:
            found[(what, fold(name))] = (name, None, None)
    return {key: value for key, value in found.items() if key[1]}


def shared_keys(mine: Traits, theirs: Traits) -> frozenset[tuple[What, str]]:
    """What two have in common, as compared."""
    return frozenset(keys_of(mine).keys() & keys_of(theirs).keys())


def in_common(
    mine: Traits, theirs: Traits, sharing: Mapping[tuple[What, str], int], people: int
) -> list[Common]:
    """At most three things in common, the rarest first.

    Args:
        mine: one side.
        theirs: the other; names are said as noted there.
        sharing: how many people share a key, where counted.
        people: how many people there are; what all share is no door.
    """
    ours = keys_of(mine)
    found: list[Common] = []
    for key, (name, start, end) in keys_of(theirs).items():
        if key not in ours:
            continue
        _, my_start, my_end = ours[key]
        years = _overlap(my_start, my_end, start, end)
        weight = log(max(1.0, people / max(1, sharing.get(key, 1))))
        weight *= OVERLAP if years else 1.0
        if weight > 0:
            found.append(Common(what=key[0], name=name, years=years, weight=weight))
    found.sort(key=lambda each: (-each.weight, each.what, fold(each.name)))
    return found[:DOORS]


def _overlap(
    start: str | None, end: str | None, other_start: str | None, other_end: str | None
) -> str:
    """The years that two stays share: "2007" or "2007-2009"; empty where unknown or none."""
    first, second = _years(start, end), _years(other_start, other_end)
    if first is None or second is None:
        return ""
    begun, ended = max(first[0], second[0]), min(first[1], second[1])
    if begun > ended:
        return ""
    return str(begun) if begun == ended else f"{begun}-{ended}"


def _years(start: str | None, end: str | None) -> tuple[int, int] | None:
    known = [int(text[:4]) for text in (start, end) if text and text[:4].isdigit()]
    return (min(known), max(known)) if known else None
