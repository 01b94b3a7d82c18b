"""What rhythms ask for as JSON answers; the keys are promised to other programs."""

from __future__ import annotations

from collections.abc import Sequence

from store.records.person import Person
from store.records.record import Document, Json
from store.views.capacity import CapacityView, LayerSeats, Nudge, TieCost
from store.views.weekly_minutes import TieMinutes
from store.views.what_if import WhatIf


def capacity_answer(view: CapacityView, ties: Sequence[tuple[TieCost, Nudge]]) -> Document:
    """The whole, and some ties; all minutes are of a week but those of one contact."""
    not_counted: Document = {**dict(view.idle)}
    return {
        "minutes": view.minutes,
        "budget": view.budget,
        "people": view.people,
        "seats": view.seats,
        "layers": [_layer(each) for each in view.layers],
        "not_counted": not_counted,
        "ties": [tie_answer(cost, nudge) for cost, nudge in ties],
    }


def tie_answer(cost: TieCost, nudge: Nudge) -> Document:
    """One tie that counts, and what one layer closer or farther would ask for."""
    return {
        "person": {"id": cost.person, "name": cost.name},
        "layer": cost.layer,
        "band": cost.band,
        "every_days": cost.asking.gap_days,
        "rhythm_set": cost.asking.is_set,
        "usual_gap_days": cost.asking.usual_gap_days,
        "minutes": cost.asking.minutes,
        "own_minutes": cost.asking.own,
        "weekly": cost.weekly,
        **_nudge(nudge),
    }


def person_capacity_answer(
    person: Person, now: TieMinutes, nudge: Nudge, told: WhatIf | None, total: float
) -> Document:
    """One person, who need not count, and what another layer or rhythm would change."""
    what_if: Json = None
    if told is not None:
        what_if = {
            "before": told.before,
            "after": told.after,
            "not_counted": told.idle,
            "total_before": told.total_before,
            "total_after": told.total_after,
        }
    asking = now.asking
    return {
        "person": {"id": person.id, "name": person.name},
        "layer": person.layer,
        "not_counted": now.idle,
        "every_days": None if asking is None else asking.gap_days,
        "rhythm_set": None if asking is None else asking.is_set,
        "usual_gap_days": None if asking is None else asking.usual_gap_days,
        "minutes": None if asking is None else asking.minutes,
        "own_minutes": None if asking is None else asking.own,
        "weekly": now.weekly,
        **_nudge(nudge),
        "total": total,
        "what_if": what_if,
    }


def _nudge(nudge: Nudge) -> Document:
    """Minutes a week one layer on; 0 where the tie then counts no more."""
    return {
        "closer": None if nudge.closer is None else nudge.closer.weekly,
        "farther": None if nudge.farther is None else nudge.farther.weekly,
    }


def _layer(layer: LayerSeats) -> Json:
    return {
        "layer": layer.layer,
        "people": layer.people,
        "within": layer.within,
        "seats": layer.seats,
        "minutes": layer.weekly,
    }
