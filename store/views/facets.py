"""What a list of people can be narrowed by, and how many each choice leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

import msgspec

from store.records.ids import PersonId
from store.records.kinds import LAYERS
from store.records.person import Person
from store.rules.common_ground import institution_key
from store.words.fold import fold

FacetKind = Literal["school", "city", "passion", "layer", "tag"]
FACETS: tuple[FacetKind, ...] = get_args(FacetKind)


class Choice(msgspec.Struct, frozen=True):
    """One value that somebody may have."""

    kind: FacetKind
    key: str
    """As compared: "INSA de Lyon" and "insa lyon" are one school."""
    name: str
    """As most people have it written."""


class Facet(msgspec.Struct, frozen=True):
    """A choice, and how many people of the list have it."""

    choice: Choice
    count: int


class Narrowed(msgspec.Struct, frozen=True):
    """What choices leave of a list."""

    ids: tuple[PersonId, ...]
    facets: tuple[Facet, ...]
    """By kind, the commonest first."""


def narrowed(people: Iterable[Person], chosen: tuple[Choice, ...]) -> Narrowed:
    """The people who have what was chosen, and what else they could be narrowed by.

    Of choices of one kind one is enough, of choices of several kinds all must hold. The counts of a
    kind are those the list would have without its own choices, so that a second school can be
    chosen beside the first.
    """
    wanted: dict[FacetKind, set[str]] = {}
    for choice in chosen:
        wanted.setdefault(choice.kind, set()).add(choice.key)
    tally = _Tally()
    ids: list[PersonId] = []
    for person in people:
        missing = [
            kind for kind, keys in wanted.items() if keys.isdisjoint(tally.keys(person, kind))
        ]
        if not missing:
            ids.append(PersonId(person.id))
            tally.count(person, FACETS)
        elif len(missing) == 1:
            tally.count(person, (missing[0],))
    return Narrowed(tuple(ids), tally.facets(chosen))


class _Tally:
    """Counts values; each way of writing is folded once."""

    def __init__(self) -> None:
        self._key_of: dict[FacetKind, dict[str, str]] = {kind: {} for kind in FACETS}
        self._written: dict[FacetKind, dict[str, dict[str, int]]] = {kind: {} for kind in FACETS}
        self._counts: dict[FacetKind, dict[str, int]] = {kind: {} for kind in FACETS}

    def keys(self, person: Person, kind: FacetKind) -> set[str]:
        """What a person has of a kind, as compared."""
        return {self._key(kind, name) for name in VALUES[kind](person)}

    def _key(self, kind: FacetKind, name: str) -> str:
        known = self._key_of[kind]
        key = known.get(name)
        if key is None:
            key = known[name] = facet_key(kind, name)
        return key

    def count(self, person: Person, kinds: Iterable[FacetKind]) -> None:
        """Count a person in, each value once."""
        for kind in kinds:
            counts, written = self._counts[kind], self._written[kind]
            seen: set[str] = set()
            for name in VALUES[kind](person):
                key = self._key(kind, name)
                if key and key not in seen:
                    seen.add(key)
                    counts[key] = counts.get(key, 0) + 1
                    ways = written.setdefault(key, {})
                    ways[name] = ways.get(name, 0) + 1

    def facets(self, chosen: tuple[Choice, ...]) -> tuple[Facet, ...]:
        """All values counted, and those chosen that nobody has."""
        out: list[Facet] = []
        for kind in FACETS:
            found = [
                Facet(Choice(kind, key, _commonest(self._written[kind][key])), count)
                for key, count in self._counts[kind].items()
            ]
            gone = (each for each in chosen if each.kind == kind)
            found += [Facet(each, 0) for each in gone if each.key not in self._counts[kind]]
            found.sort(key=_layer_place if kind == "layer" else _commonest_first)
            out += found
        return tuple(out)


def facet_key(kind: FacetKind, name: str) -> str:
    """A value as compared."""
    return institution_key(name) if kind == "school" else fold(name)


def _schools(person: Person) -> Iterable[str]:
    return [school.name for school in person.schools]


def _cities(person: Person) -> Iterable[str]:
    return [city.name for city in person.cities]


def _layer(person: Person) -> Iterable[str]:
    return () if person.layer is None else (str(person.layer),)


VALUES: Mapping[FacetKind, Callable[[Person], Iterable[str]]] = {
    "school": _schools,
    "city": _cities,
    "passion": lambda person: person.passions,
    "layer": _layer,
    "tag": lambda person: person.tags,
}
"""What a person has of each kind, as written."""


def _commonest(ways: Mapping[str, int]) -> str:
    return min(ways, key=lambda way: (-ways[way], way))


def _commonest_first(facet: Facet) -> tuple[int, str]:
    return (-facet.count, fold(facet.choice.name))


def _layer_place(facet: Facet) -> tuple[int, str]:
    return (LAYERS.index(_LAYER_NAMED[facet.choice.key]), "")


_LAYER_NAMED = {str(layer): layer for layer in LAYERS}


def values_written(people: Iterable[Person], kind: FacetKind) -> tuple[Facet, ...]:
    """All values of a kind that anybody has, the commonest first; for completing what is typed."""
    tally = _Tally()
    for person in people:
        tally.count(person, (kind,))
    return tally.facets(())
