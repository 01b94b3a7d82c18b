"""What another layer or another rhythm would change, before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import Literal

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.capacity import Idle, home
from store.rules.pauses import spans_of
from store.views.day_events import events_about
from store.views.histories import person_spans
from store.views.sighting import sighting_of
from store.views.ties import Ties
from store.views.weekly_minutes import TieMinutes, WeeklyMinutes, talks_with, tie_minutes

OWN_RHYTHM = -1


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes a week of some people, now and then; None where none of them counts."""

    before: float | None
    after: float | None
    idle: Idle | None
    """Why nobody counts then; None where somebody does."""


class WhatIf(Shift, frozen=True, kw_only=True):
    """The same, and what it makes of the whole; exactly what the view says once it is done."""

    total_before: float
    total_after: float


def altered(
    person: Person, *, layer: Layer | Literal[0] | None = None, cadence: int | None = None
) -> Person:
    """A card with another layer or rhythm.

    Args:
        person: the card.
        layer: 0 takes it away; None leaves it as it is.
        cadence: in days; 0 is seen anyway, -1 what the contacts show; None leaves it as it is.
    """
    if layer is not None:
        person = msgspec.structs.replace(person, layer=layer or None)
    if cadence is not None:
        days = None if cadence == OWN_RHYTHM else cadence
        person = msgspec.structs.replace(person, cadence_days=days)
    return person


def what_if(
    snapshot: Snapshot,
    ties: Ties,
    person: PersonId,
    *,
    layer: Layer | Literal[0] | None = None,
    cadence: int | None = None,
    known: WeeklyMinutes | None = None,
) -> WhatIf:
    """What one person's other layer or rhythm would change; see `altered`.

    Raises:
        KeyError: where the person is not known.
    """
    changed = altered(snapshot.people[person], layer=layer, cadence=cadence)
    return what_if_all(snapshot, ties, (changed,), known or WeeklyMinutes.of(snapshot, ties))


def what_if_all(
    snapshot: Snapshot, ties: Ties, changed: Iterable[Person], known: WeeklyMinutes
) -> WhatIf:
    """What other cards of some people would change.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        changed: the cards as they would be, each person once.
        known: what everybody asks for now.
    """
    cards = tuple(changed)
    lines = {PersonId(card.id): line_then(snapshot, ties, card) for card in cards}
    instead = {id: line.weekly for id, line in lines.items()}
    shift = _shift([known.weekly.get(id) for id in lines], list(lines.values()))
    return WhatIf(
        before=shift.before,
        after=shift.after,
        idle=shift.idle,
        total_before=known.total(),
        total_after=known.total(instead),
    )


def shift_of(snapshot: Snapshot, ties: Ties, changed: Iterable[Person]) -> Shift:
    """As `what_if_all`, of these people alone: costs them, and not everybody."""
    cards = [card for card in changed if PersonId(card.id) in snapshot.people]
    now = [line_then(snapshot, ties, snapshot.people[PersonId(card.id)]) for card in cards]
    return _shift(
        [line.weekly for line in now], [line_then(snapshot, ties, card) for card in cards]
    )


def line_then(snapshot: Snapshot, ties: Ties, card: Person) -> TieMinutes:
    """What a tie asks for with another card than it has."""
    id = PersonId(card.id)
    everybody = spans_of(snapshot.me.pauses)
    sighting = sighting_of(
        snapshot,
        card,
        ties[id].history,
        person_spans(card, everybody, snapshot),
        ties.day,
        events_about(snapshot, id, ties.today),
    )
    if sighting is None:
        return TieMinutes(None, "unsorted")
    here = home(snapshot.me.cities, ties.today)
    return tie_minutes(card, sighting.standing, talks_with(snapshot, id), ties.scene, here)


def _shift(before: list[float | None], after: list[TieMinutes]) -> Shift:
    weekly = [line.weekly for line in after]
    idle = next((line.idle for line in after if line.idle is not None), None)
    summed = _sum(weekly)
    return Shift(before=_sum(before), after=summed, idle=idle if summed is None else None)


def _sum(minutes: Iterable[float | None]) -> float | None:
    known = [each for each in minutes if each is not None]
    return fsum(known) if known else None
