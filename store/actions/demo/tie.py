"""How near each person of the invented network stands, and what has become of the tie."""

from __future__ import annotations

from math import ceil
from typing import Literal, NamedTuple

from store.actions.demo.chance import Chance
from store.records.kinds import Layer

Role = Literal[
    "steady", "slipped", "cadenced", "soon", "back", "burst", "met_once",
    "away", "dormant", "new", "seen", "faded", "deceased",
]  # fmt: skip
"""What has become of a tie; `burst` was close for a project and fell silent, `away` is paused."""

INNER = 150
"""How many seats Dunbar counts."""

SEATS: tuple[tuple[Layer, int], ...] = ((5, 5), (15, 10), (50, 35), (150, 100))
"""How many people each layer adds to the nearer ones."""

APART: tuple[tuple[Role, int], ...] = (
    ("deceased", 1), ("faded", 3), ("new", 5), ("dormant", 4), ("seen", 2), ("met_once", 6),
)  # fmt: skip
"""Who stands outside all layers, among 150 people."""

SPECIAL: dict[Layer, tuple[tuple[Role, int], ...]] = {
    5: (),
    15: (("cadenced", 1), ("slipped", 1)),
    50: (("soon", 1), ("away", 1), ("cadenced", 4), ("slipped", 8)),
    150: (("soon", 1), ("back", 1), ("cadenced", 5), ("slipped", 17), ("burst", 6)),
}
"""How many ties of a full layer are not steady."""

OUTER: tuple[tuple[Role, float], ...] = (
    ("steady", 36), ("slipped", 14), ("met_once", 12), ("burst", 5), ("dormant", 17),
    ("new", 10), ("faded", 4.5), ("seen", 0.5), ("cadenced", 0.5), ("deceased", 0.5),
)  # fmt: skip
"""What becomes of people beyond the 150."""

GAPS: dict[Layer | None, float] = {5: 13.0, 15: 38.0, 50: 105.0, 150: 250.0, None: 210.0}
"""The middle of the usual gaps of steady ties, in days."""

COUNTS: dict[Layer | None, tuple[int, int]] = {
    5: (40, 80), 15: (25, 50), 50: (12, 26), 150: (7, 16), None: (5, 15),
}  # fmt: skip
"""How many contacts lie behind a steady tie."""


class Tie(NamedTuple):
    """The plan of one tie."""

    role: Role
    layer: Layer | None = None
    gap: float = 0.0
    """The own usual gap, in days."""
    talks: int = 0
    """How many contacts at most."""
    aim: float | None = None
    """The chance of loss (RULES, section 1) that the silence should have reached today."""
    cadence: int | None = None


def ties(people: int, chance: Chance) -> list[Tie]:
    """A plan for each of so many people, in an order of chance."""
    apart = [
        role for role, count in APART for _ in range(round(count * min(people, INNER) / INNER))
    ]
    left = people - len(apart)
    planned = [_tie(role, None, chance) for role in apart]
    for layer, seats in SEATS:
        taken = min(left, seats)
        left -= taken
        planned += [_tie(role, layer, chance) for role in _roles_in(layer, taken)]
    planned += [_tie(chance.weighted(OUTER), None, chance) for _ in range(left)]
    return chance.shuffled(planned)


def _roles_in(layer: Layer, count: int) -> list[Role]:
    """What becomes of the people of one layer; the nearer, the steadier."""
    share = count / dict(SEATS)[layer]
    roles: list[Role] = []
    for role, number in SPECIAL[layer]:
        roles += [role] * min(ceil(number * share), count - len(roles))
    steady: list[Role] = ["steady"] * (count - len(roles))
    return roles + steady


def _tie(role: Role, layer: Layer | None, chance: Chance) -> Tie:
    """The rhythm of a tie, once its role and layer are known."""
    low, high = COUNTS[layer]
    if role == "new":
        return Tie(role)
    if role == "met_once":
        return Tie(role, layer, 60.0, 1)
    if role == "seen":
        return Tie(role, layer, 20.0, chance.between(4, 9), cadence=0)
    if role == "cadenced":
        cadence = chance.pick((30, 30, 60, 90))
        return Tie(role, layer, cadence * 0.9, chance.between(6, 20), cadence=cadence)
    if role == "burst":
        aim = 0.76 + 0.1 * chance.share()
        return Tie(role, layer, 3.5 + 2 * chance.share(), chance.between(26, 34), aim)
    if role == "soon":
        return Tie(role, layer, 9 + 5 * chance.share(), chance.between(20, 26), 0.5)
    if role == "slipped":
        aim = 0.31 + 0.4 * chance.share()
        return Tie(role, layer, 8 + 11 * chance.share(), chance.between(14, 28), aim)
    if role == "back":
        return Tie(role, layer, 13 + 8 * chance.share(), chance.between(15, 20))
    if role == "dormant":
        return Tie(role, layer, 20 + 18 * chance.share(), chance.between(9, 18))
    return Tie(role, layer, chance.around(GAPS[layer], 0.3), chance.between(low, high))
