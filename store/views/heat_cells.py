"""The heat person by person: lanes of cells, the warmest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from store.records.ids import PersonId
from store.records.kinds import LAYERS, Band, Layer
from store.rules.bands import ORDER
from store.views.heat import clocked
from store.views.ties import Ties
from store.words.fold import fold

APART: tuple[Band, ...] = ("dormant", "new")
"""Bands with a lane of their own, whatever the layer."""

_RANKS: dict[Band, int] = {band: rank for rank, band in enumerate(ORDER)}

_Cell = tuple[int, float, str, PersonId]
"""Rank of the band, chance of loss, name, id: the order within a lane, the name yet unfolded."""


class CellLane(msgspec.Struct, frozen=True, kw_only=True):
    """The people of one layer, or those apart, one cell each."""

    layer: Layer | None = None
    apart: Band | None = None
    """The band of a lane apart, which holds people of every layer."""
    counts: tuple[tuple[Band, int], ...]
    """How many cells of each band, in the order of the cells; bands without any are left out."""
    people: tuple[PersonId, ...]


def heat_cells(ties: Ties) -> tuple[CellLane, ...]:
    """Lanes 5, 15, 50, 150, without a layer, dormant, not yet talked to; empty ones are left out.

    Within a lane the cells stand from lively to silent: by band, then by the chance of loss, then
    by name and id, so that the order is total and stable.
    """
    lanes: dict[Layer | Band | None, list[_Cell]] = {}
    for person, standing in clocked(ties):
        band = standing.band
        if band is None:
            continue
        lane = band if band in APART else person.layer
        cell = (_RANKS.get(band, 0), standing.p_lost or 0.0, person.name, PersonId(person.id))
        lanes.setdefault(lane, []).append(cell)
    layers = (_layer_lane(layer, lanes.get(layer, ())) for layer in (*LAYERS, None))
    apart = (_apart_lane(band, lanes.get(band, ())) for band in APART)
    return tuple(lane for lane in (*layers, *apart) if lane.people)


def _layer_lane(layer: Layer | None, cells: Sequence[_Cell]) -> CellLane:
    ordered = _ordered(cells)
    ranks = groupby(cell[0] for cell in ordered)
    return CellLane(
        layer=layer,
        counts=tuple((ORDER[rank], sum(1 for _ in group)) for rank, group in ranks),
        people=tuple(cell[3] for cell in ordered),
    )


def _apart_lane(band: Band, cells: Sequence[_Cell]) -> CellLane:
    people = tuple(cell[3] for cell in _ordered(cells))
    return CellLane(apart=band, counts=((band, len(people)),), people=people)


def _ordered(cells: Iterable[_Cell]) -> list[_Cell]:
    """The cells in their order; names are folded only where nothing else tells two apart."""
    ordered = sorted(cells)
    start = 0
    for end in range(1, len(ordered) + 1):
        if end < len(ordered):
            here, first = ordered[end], ordered[start]
            if here[1] == first[1] and here[0] == first[0]:
                continue
        if end - start > 1:
            ordered[start:end] = sorted(
                ordered[start:end], key=lambda cell: (fold(cell[2]), cell[3])
            )
        start = end
    return ordered
