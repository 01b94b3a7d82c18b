"""The heat of the network: one cell a person, by layer, from lively to silent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import LAYERS, Band, Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.bands import ORDER
from store.rules.due import Due
from store.views.sighting import TALKED_OF
from store.views.ties import Standing, Ties
from store.words.fold import fold


class HeatRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person in the heat."""

    person: PersonId
    name: str
    layer: Layer | None
    band: Band
    p_lost: float | None
    """None before the first contact."""
    usual_gap_days: float
    silent_days: int | None
    turns_cold_on: date | None


class HeatLane(msgspec.Struct, frozen=True, kw_only=True):
    """One layer: how many people in each band from hot to frozen, zeros included."""

    layer: Layer | None
    counts: dict[Band, int]


class Soon(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose tie turns thin within a week."""

    person: PersonId
    name: str
    days: int


class Back(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody back in touch after the tie had slept."""

    person: PersonId
    name: str
    days: int
    """The silence that ended."""
    on: date


class HeatSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What the pane shows at a glance."""

    people: int
    """All in the heat, those not yet talked to and dormant ones included."""
    lanes: tuple[HeatLane, ...]
    """Layers 5, 15, 50, 150, then people without one; always all five."""
    new: int
    dormant: int
    soon: tuple[Soon, ...]
    """Soonest first."""
    back: tuple[Back, ...]
    """Newest first."""


def clocked(ties: Ties) -> Iterator[tuple[Person, Standing]]:
    """Everybody with a place in the heat, in no order."""
    for sighting in ties.sightings.plain().values():
        standing = sighting.standing
        if standing.state in TALKED_OF and standing.band is not None:
            yield sighting.person, standing


def any_row(ties: Ties, people: Collection[str]) -> bool:
    """Whether anybody among these people has a row of today."""
    return any(waiting[1] in people for waiting in ties.roll.ordered)


def first_rows(ties: Ties, people: Collection[PersonId]) -> dict[PersonId, Due]:
    """The first row of today of each of these people who has one; one walk over all rows."""
    found: dict[PersonId, Due] = {}
    for waiting in ties.roll.ordered:
        person = waiting[1]
        if person in people and person not in found:
            found[person] = ties.row(waiting)
            if len(found) == len(people):
                break
    return found


def heat_rows(snapshot: Snapshot, ties: Ties, layer: Layer | None = None) -> tuple[HeatRow, ...]:
    """Everybody with a clock, the likeliest lost first; who was not yet talked to comes last.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        layer: only this layer, if given.
    """
    found: list[tuple[float, str, str, HeatRow]] = []
    for person, standing in clocked(ties):
        if standing.band is None or (layer is not None and person.layer != layer):
            continue
        row = HeatRow(
            person=PersonId(person.id),
            name=person.name,
            layer=person.layer,
            band=standing.band,
            p_lost=standing.p_lost,
            usual_gap_days=standing.usual_gap_days or standing.prior,
            silent_days=standing.silent_days,
            turns_cold_on=standing.turns_cold_on(),
        )
        order = 1.0 if standing.p_lost is None else -standing.p_lost
        found.append((order, fold(person.name), person.id, row))
    found.sort(key=lambda each: each[:3])
    return tuple(each[3] for each in found)


def heat_summary(snapshot: Snapshot, ties: Ties) -> HeatSummary:
    """Counts per layer and band, and the two short lists; costs no walk over everybody."""
    counts = ties.roll.lanes
    layers: tuple[Layer | None, ...] = (*LAYERS, None)
    return HeatSummary(
        people=sum(counts.values()),
        lanes=tuple(
            HeatLane(layer=layer, counts={band: counts.get((layer, band), 0) for band in ORDER})
            for layer in layers
        ),
        new=sum(counts.get((layer, "new"), 0) for layer in layers),
        dormant=sum(counts.get((layer, "dormant"), 0) for layer in layers),
        soon=_soon(snapshot, ties),
        back=_back(snapshot, ties),
    )


def _soon(snapshot: Snapshot, ties: Ties) -> tuple[Soon, ...]:
    found = [
        Soon(person=id, name=snapshot.people[id].name, days=(day - ties.today).days)
        for id, day in ties.roll.soon.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.days, fold(each.name), each.person)))


def _back(snapshot: Snapshot, ties: Ties) -> tuple[Back, ...]:
    found = [
        Back(person=id, name=snapshot.people[id].name, days=ties[id].back_after or 0, on=day)
        for id, day in ties.roll.back.items()
    ]
    return tuple(
        sorted(found, key=lambda each: (-each.on.toordinal(), fold(each.name), each.person))
    )
