"""How many people share a thing: counted kind by kind, when one is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import combinations
from operator import attrgetter

from store.records.ids import PersonId
from store.records.person import Person
from store.records.table import Table
from store.rules.institution import Similar, keys_agree
from store.rules.institution_index import InstitutionIndex
from store.rules.profession import professions_in
from store.rules.traits import INSTITUTIONS, KEYS, What

People = Table[PersonId, Person]


def _schools(person: Person) -> Collection[str]:
    return [school.name for school in person.schools] if person.schools else ()


def _employers(person: Person) -> Collection[str]:
    return (person.org, *person.employers) if person.org else person.employers


def _cities(person: Person) -> Collection[str]:
    return [city.name for city in person.cities] if person.cities else ()


def _fields(person: Person) -> Collection[str]:
    return (*person.fields, *professions_in(person.title)) if person.title else person.fields


NAMES: Mapping[What, Callable[[Person], Collection[str]]] = {
    "school": _schools,
    "employer": _employers,
    "city": _cities,
    "passion": attrgetter("passions"),
    "field": _fields,
    "language": attrgetter("languages"),
}
"""What of a person stands for what may be shared, as it is noted."""


class Sharing:
    """Counts over one set of people, and over the next at the cost of what changed."""

    def __init__(self, similar: Similar | None = None) -> None:
        """Nobody is counted yet.

        Args:
            similar: how alike two names are, for institutions written in several ways.
        """
        self._similar = similar
        self._people: People = Table()
        self._counts: dict[What, dict[str, int]] = {}
        self._alike: dict[What, InstitutionIndex] = {}
        self._same: dict[tuple[str, str], bool] = {}

    def over(self, people: People) -> None:
        """Count over these from now on; what did not change costs nothing, or next to nothing."""
        before, self._people = self._people, people
        if people is before or not self._counts:
            return
        changed = people.changes_since(before)
        if changed is None:
            known, now = before.plain(), people.plain()
            changed = tuple(id for id in {**known, **now} if known.get(id) is not now.get(id))
        if 2 * len(changed) > len(people):
            self._counts.clear()
            return
        for id in changed:
            self._changed(before.get(id), people.get(id))

    def count(self, what: What, key: str) -> int:
        """How many people share what has a key; names that agree are one thing."""
        counts = self._counts.get(what)
        if counts is None:
            counts = self._counts[what] = self._counted(what)
        if what not in INSTITUTIONS:
            return counts.get(key, 0)
        return sum(counts.get(each, 0) for each in self._alike[what].agreeing(key))

    def _counted(self, what: What) -> dict[str, int]:
        """All people once: few ways of writing stand for many, so each is compared once."""
        names_of, key_of = NAMES[what], KEYS[what]
        counts: dict[str, int] = {}
        keys: dict[str, str] = {}
        for person in self._people.plain().values():
            names = names_of(person)
            if not names:
                continue
            for name in names:
                if name not in keys:
                    keys[name] = key_of(name)
            held = map(keys.__getitem__, names)
            for key in self._once(what, held) if len(names) > 1 else held:
                if key:
                    counts[key] = counts.get(key, 0) + 1
        self._learn(what, counts)
        return counts

    def _changed(self, before: Person | None, after: Person | None) -> None:
        for what, counts in self._counts.items():
            old = self._once(what, _keys(before, what)) if before is not None else set()
            new = self._once(what, _keys(after, what)) if after is not None else set()
            for key in old - new:
                counts[key] -= 1
            for key in new - old:
                counts[key] = counts.get(key, 0) + 1
            self._learn(what, new - old)

    def _once(self, what: What, keys: Iterable[str]) -> set[str]:
        """One key of each thing: who has a school in two spellings is one of those who share it."""
        held = set(keys)
        held.discard("")
        if self._similar is None or what not in INSTITUTIONS or len(held) < 2:
            return held
        for pair in combinations(sorted(held), 2):
            same = self._same.get(pair)
            if same is None:
                same = self._same[pair] = keys_agree(*pair, self._similar)
            if same:
                held.discard(pair[1])
        return held

    def _learn(self, what: What, keys: Iterable[str]) -> None:
        if what in INSTITUTIONS:
            self._alike.setdefault(what, InstitutionIndex(self._similar)).learn(keys)


def _keys(person: Person, what: What) -> set[str]:
    """What a person may share of a kind, as compared, each once."""
    key = KEYS[what]
    return {found for name in NAMES[what](person) if (found := key(name))}
