"""What the present rhythms promise a week, against the budget, and whose they are."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.kinds import LAYERS, Band, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.capacity import IDLE, SEATS, Asking, Idle
from store.rules.layer_steps import next_layer
from store.rules.tie import Standing
from store.views.ties import Ties
from store.views.weekly_minutes import WeeklyMinutes
from store.views.what_if import altered, line_then
from store.words.fold import fold


class TieCost(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One tie that counts."""

    person: PersonId
    name: str
    layer: Layer | None
    band: Band | None
    asking: Asking

    @property
    def weekly(self) -> float:
        """Minutes a week."""
        return self.asking.weekly


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A tie on another layer than it is on."""

    layer: Layer | None
    """None where the step takes the layer away."""
    weekly: float
    """Minutes; 0 where the tie then counts no more."""
    idle: Idle | None
    """Why it then counts no more."""
    supposed_days: float | None
    """The gap that is then supposed at first; None where a rhythm is set, which needs none."""


class Nudge(msgspec.Struct, frozen=True, kw_only=True):
    """What one layer closer, and one farther, would make of a tie; None where there is none."""

    closer: Moved | None
    farther: Moved | None


class LayerSeats(msgspec.Struct, frozen=True, kw_only=True):
    """One layer; without one, only minutes and people are told."""

    layer: Layer | None
    people: int
    """In this layer, whether they count for minutes or not."""
    within: int
    """In this layer or a closer one."""
    seats: int | None
    """For `within`."""
    weekly: float


class CapacityView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole."""

    minutes: float
    """A week, of all that count."""
    budget: int
    """Minutes a week; 0 where none is set."""
    people: int
    """Who count."""
    costs: tuple[TieCost, ...]
    """The dearest first."""
    layers: tuple[LayerSeats, ...]
    """5, 15, 50, 150, and none; always all five."""
    idle: tuple[tuple[Idle, int], ...]
    """Who do not count, and why: only those that there are."""
    seats: int = SEATS


def capacity_view(
    snapshot: Snapshot, ties: Ties, known: WeeklyMinutes | None = None
) -> CapacityView:
    """Everybody who counts, the dearest first.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        known: what everybody asks for in that snapshot, where that was counted already.
    """
    known = known or WeeklyMinutes.of(snapshot, ties)
    costs: list[TieCost] = []
    idle = Counter[Idle]({"unsorted": len(snapshot.people) - len(ties.sightings)})
    for id, sighting in ties.sightings.plain().items():
        line = known.lines[id]
        if line.asking is None:
            idle[line.idle or "unsorted"] += 1
        else:
            costs.append(_cost(sighting.person, sighting.standing, line.asking))
    return CapacityView(
        minutes=known.total(),
        budget=max(0, snapshot.me.budget.total),
        people=len(costs),
        costs=tuple(sorted(costs, key=lambda cost: (-cost.weekly, fold(cost.name), cost.person))),
        layers=_layers(snapshot, known),
        idle=tuple((each, idle[each]) for each in IDLE if idle[each]),
    )


def nudge_of(snapshot: Snapshot, ties: Ties, person: PersonId) -> Nudge:
    """What one layer closer or farther would make of a tie that counts.

    Raises:
        KeyError: where the person is not known.
    """
    card = snapshot.people[person]
    return Nudge(
        closer=_moved(snapshot, ties, card, closer=True),
        farther=_moved(snapshot, ties, card, closer=False),
    )


def _moved(snapshot: Snapshot, ties: Ties, card: Person, *, closer: bool) -> Moved | None:
    layer = next_layer(card.layer, closer=closer)
    if layer is None:
        return None
    line = line_then(snapshot, ties, altered(card, layer=layer))
    return Moved(
        layer=layer or None,
        weekly=line.weekly or 0.0,
        idle=line.idle,
        supposed_days=supposed_on(layer, ties) if card.cadence_days is None else None,
    )


def supposed_on(layer: Layer | Literal[0], ties: Ties) -> float:
    """The gap supposed on a layer before any is seen, in days; 0 is without one."""
    return float(ties.day.layer_days[layer]) if layer else ties.day.usual


def _cost(person: Person, standing: Standing, asking: Asking) -> TieCost:
    return TieCost(
        person=PersonId(person.id),
        name=person.name,
        layer=person.layer,
        band=standing.band,
        asking=asking,
    )


def _layers(snapshot: Snapshot, known: WeeklyMinutes) -> tuple[LayerSeats, ...]:
    """How many people each layer holds; the faded and the dead hold no seat."""
    here = Counter[Layer | None]()
    asked: dict[Layer | None, list[float]] = {}
    for id, person in snapshot.people.plain().items():
        minutes = known.weekly.get(id)
        if minutes is not None:
            asked.setdefault(person.layer, []).append(minutes)
        if person.status == "active" and (person.layer is not None or minutes is not None):
            here[person.layer] += 1
    found: list[LayerSeats] = []
    within = 0
    for layer in (*LAYERS, None):
        within += here[layer]
        found.append(
            LayerSeats(
                layer=layer,
                people=here[layer],
                within=within,
                seats=layer,
                weekly=fsum(asked.get(layer, ())),
            )
        )
    return tuple(found)
