"""Everybody on one day: who they are, what their contacts come to, and where they then stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.introduction import Introduction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.contacts import NO_HISTORY, History
from store.rules.pauses import spans_of
from store.rules.scene import Scene
from store.rules.tie import Day
from store.rules.weights import Weights
from store.views.day_events import events_of
from store.views.histories import histories_of, person_spans, personal_history
from store.views.roll import Roll
from store.views.sighting import Sighting, Waiting, rows_of, sighting_of

Known = tuple[Person, History, tuple[str, ...] | None]
"""A person, what the contacts with them come to, and their places where those are known."""


class Muster(msgspec.Struct, frozen=True):
    """Everybody, before they are looked at."""

    known: list[Known]
    held: Roll | None = None
    """Another roll in which the same people hold the same places, where there is one."""


def mustered(snapshot: Snapshot, today: date, weights: Weights) -> Muster:
    """Everybody, from all contacts."""
    histories = histories_of(snapshot, today, weights)
    return Muster(
        [
            (person, histories.get(id, NO_HISTORY), None)
            for id, person in snapshot.people.plain().items()
        ]
    )


def mustered_again(
    snapshot: Snapshot,
    sightings: Mapping[PersonId, Sighting],
    held: Roll,
    today: date,
    weights: Weights,
) -> Muster:
    """Everybody on a later day; contacts are looked at where a plan or a day has come.

    Args:
        snapshot: the records, the same as on the earlier day.
        sightings: everybody on the earlier day.
        held: the roll of the earlier day.
        today: the day.
        weights: of contacts.
    """
    day, everybody = today.toordinal(), spans_of(snapshot.me.pauses)
    known: list[Known] = []
    moved = False
    for id, person in snapshot.people.plain().items():
        sighting = sightings.get(id)
        if sighting is None:
            known.append((person, NO_HISTORY, None))
        elif sighting.history.holds >= day:
            known.append((person, sighting.history, sighting.places))
        else:
            history = personal_history(snapshot, person, day, everybody, weights)
            known.append((person, history, None))
            moved = True
    return Muster(known, None if moved else held)


def looked_at(snapshot: Snapshot, muster: Muster, day: Day) -> dict[PersonId, Sighting]:
    """Where everybody stands, unsorted cards left out."""
    today = date.fromordinal(day.today)
    everybody, events = spans_of(snapshot.me.pauses), events_of(snapshot, today)
    seen: dict[PersonId, Sighting] = {}
    for person, history, places in muster.known:
        spans = person_spans(person, everybody, snapshot) if person.pauses else everybody
        sighting = sighting_of(snapshot, person, history, spans, day, events, places)
        if sighting is not None:
            seen[PersonId(person.id)] = sighting
    return seen


def called(
    snapshot: Snapshot,
    seen: Mapping[PersonId, Sighting],
    scene: Scene,
    introductions: Mapping[PersonId, tuple[Introduction, ...]],
    held: Roll | None,
) -> Roll:
    """The roll of everybody: counts, places, and the rows that wait, in their order."""
    roll = Roll()
    for id, sighting in seen.items():
        roll.enter(id, sighting, scene.today)
    if held is None:
        roll.hold(seen)
    else:
        roll.hold_as(held)
    rows: list[Waiting] = []
    for id, sighting in seen.items():
        places = sighting.places
        bridge = bool(places) and roll.is_bridge(places)
        waiting = introductions.get(id, ()) if introductions else ()
        rows += rows_of(snapshot, sighting, scene, bridge, waiting)
    roll.lay_all(rows)
    return roll
