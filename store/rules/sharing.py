"""How many people share what two have in common: only that is looked at, each spelling once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache

from store.records.person import Person
from store.rules.common_ground import What, institution_key
from store.words.fold import fold


def _schools(person: Person) -> Iterable[str]:
    return (school.name for school in person.schools)


def _employers(person: Person) -> Iterable[str]:
    return (person.org, *person.employers) if person.org else person.employers


def _cities(person: Person) -> Iterable[str]:
    return (city.name for city in person.cities)


NAMES: Mapping[What, Callable[[Person], Iterable[str]]] = {
    "school": _schools,
    "employer": _employers,
    "city": _cities,
    "passion": lambda person: person.passions,
    "field": lambda person: person.fields,
    "language": lambda person: person.languages,
}
"""What of a person stands for what may be shared, as it is noted."""

INSTITUTIONS: frozenset[What] = frozenset({"school", "employer"})


def count_sharing(
    everybody: Collection[Person], wanted: Iterable[tuple[What, str]]
) -> dict[tuple[What, str], int]:
    """How many people share each of some things.

    Args:
        everybody: all people; looked at once for each kind of thing.
        wanted: what, and its name as compared.
    """
    counts = dict.fromkeys(wanted, 0)
    for what in {key[0] for key in counts}:
        names = NAMES[what]
        compared = cache(institution_key if what in INSTITUTIONS else fold)
        sought = {key[1] for key in counts if key[0] == what}
        for person in everybody:
            for name in sought.intersection(map(compared, names(person))):
                counts[what, name] += 1
    return counts
