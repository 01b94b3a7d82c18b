"""The kinds of values that a list of people can be narrowed by, and what somebody has of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.person import Person
from store.rules.institution import institution_key
from store.words.fold import fold

FacetKind = Literal["school", "city", "passion", "layer", "tag", "field", "circle"]
FACETS: tuple[FacetKind, ...] = get_args(FacetKind)
"""In the order in which they are shown."""


def facet_key(kind: FacetKind, name: str) -> str:
    """A value as compared."""
    return institution_key(name) if kind == "school" else fold(name)


def values_of(person: Person, circles: Iterable[str] = ()) -> Iterator[tuple[FacetKind, str]]:
    """All that somebody has, as written.

    Args:
        person: who.
        circles: names of those that they belong to; these stand on no card.
    """
    for school in person.schools:
        yield "school", school.name
    for city in person.cities:
        yield "city", city.name
    for passion in person.passions:
        yield "passion", passion
    if person.layer is not None:
        yield "layer", str(person.layer)
    for tag in person.tags:
        yield "tag", tag
    for field in person.fields:
        yield "field", field
    for circle in circles:
        yield "circle", circle


def circles_by_person(circles: Iterable[Circle]) -> dict[PersonId, tuple[str, ...]]:
    """The names of the circles that people belong to."""
    found: dict[PersonId, list[str]] = {}
    for circle in circles:
        for person in dict.fromkeys(circle.people):
            found.setdefault(person, []).append(circle.name)
    return {person: tuple(names) for person, names in found.items()}
