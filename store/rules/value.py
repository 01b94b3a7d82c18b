"""How much a turn with somebody is worth, against the turns of others on the same day.

Never shown as a number, and no judgement of anybody: it only orders rows.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from store.records.kinds import Layer
from store.records.person import Person
from store.words.fold import fold

BRIDGE = 1.25
"""The weight of the only way into a field or a city (Burt, Social Networks 2002)."""


def value_of(layer_value: float, recent: int, bridge: float = 1.0) -> float:
    """The value of a turn.

    Args:
        layer_value: the weight of the person's layer; 1 without one.
        recent: contacts in the last 365 days.
        bridge: the weight of a bridge, where this is the only tended contact in a field or city.
    """
    return bridge * layer_value * log(2.0 * (1.0 + recent))


def layer_value(layer: Layer | None, values: dict[str, float]) -> float:
    """The weight of a layer by the settings."""
    return 1.0 if layer is None else values.get(str(layer), 1.0)


def places_of(person: Person) -> tuple[str, ...]:
    """The fields and present cities in which a person may be the only one, as compared."""
    found = [_city(city.name) for city in person.cities if city.kind == "now"]
    found.extend(map(_field, person.fields))
    return tuple(found) if len(found) < 2 else tuple(set(found))


@lru_cache(maxsize=4096)
def _city(name: str) -> str:
    """A city as compared; few names stand for many people, and folding accents is slow."""
    return f"city:{fold(name)}"


@lru_cache(maxsize=4096)
def _field(name: str) -> str:
    """A field as compared."""
    return f"field:{fold(name)}"
