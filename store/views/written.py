"""What people have noted of a kind: each value once, as most write it, with how many have it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.card_values import CardValue, names_on, value_key
from store.words.fold import fold


class Written(msgspec.Struct, frozen=True):
    """One value."""

    key: str
    """As compared."""
    name: str
    """As most have it written."""
    people: frozenset[PersonId]
    """Who has it."""


def values_of(snapshot: Snapshot, what: CardValue) -> tuple[Written, ...]:
    """All values of a kind that anybody has, the commonest first, then by name."""
    ways: dict[str, dict[str, int]] = {}
    holders: dict[str, set[PersonId]] = {}
    keys: dict[str, str] = {}
    for id, person in snapshot.people.plain().items():
        for name in names_on(person, what):
            key = keys.get(name)
            if key is None:
                key = keys[name] = value_key(what, name)
            if key:
                holders.setdefault(key, set()).add(id)
                written = ways.setdefault(key, {})
                written[name] = written.get(name, 0) + 1
    return _sorted(
        Written(key, _commonest(ways[key]), frozenset(people)) for key, people in holders.items()
    )


def circles_of(snapshot: Snapshot) -> tuple[Written, ...]:
    """All circles, the largest first, then by name."""
    return _sorted(
        Written(fold(each.name), each.name, frozenset(each.people))
        for each in snapshot.circles.values()
    )


def _commonest(ways: dict[str, int]) -> str:
    return min(ways, key=lambda way: (-ways[way], way))


def _sorted(values: Iterable[Written]) -> tuple[Written, ...]:
    return tuple(sorted(values, key=lambda each: (-len(each.people), fold(each.name))))
