"""Who comes next, for a list with nothing on it."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot
from store.rules.portion import DORMANT_EVERY
from store.rules.scene import Subject
from store.rules.slots import last_slots
from store.rules.tie import Day, standing_of
from store.rules.to_come import Outlook, row_day
from store.views.histories import usual_of
from store.views.sighting import Sighting, asked_of, woken_on
from store.views.ties import Ties, weights_in


class NextDue(msgspec.Struct, frozen=True, kw_only=True):
    """The next day on which a row appears, and whose."""

    person: PersonId
    name: str
    on: date


def next_due(snapshot: Snapshot, ties: Ties) -> NextDue | None:
    """The first row to come after today; None where nothing is foreseen.

    Foreseen is what is known today. A contact noted for a day to come that is no plan is not: when
    that day comes it moves the rhythm, as any contact does.
    """
    day = _tomorrow(snapshot, ties)
    lane_from = _lane_from(ties)
    slots = last_slots(snapshot.slots.plain().values(), ties.today)
    best: NextDue | None = None
    for id, sighting in ties.sightings.plain().items():
        outlook = _outlook(snapshot, ties, sighting, day, lane_from, slots.get(id))
        found = row_day(outlook, date.max if best is None else best.on)
        if found is None:
            continue
        name = sighting.person.name
        if best is None or (found, name, id) < (best.on, best.name, best.person):
            best = NextDue(person=id, name=name, on=found)
    return best


def next_day_of(snapshot: Snapshot, ties: Ties, person: PersonId, row: str) -> date | None:
    """The first day after today on which one row of a person's appears."""
    sighting = ties.sightings.get(person)
    if sighting is None:
        return None
    slot = last_slots(snapshot.slots.plain().values(), ties.today).get(person)
    outlook = _outlook(snapshot, ties, sighting, _tomorrow(snapshot, ties), 0, slot)
    return row_day(outlook, id=row)


def _tomorrow(snapshot: Snapshot, ties: Ties) -> Day:
    """What is the same for everybody from tomorrow on: today's contacts then make the usual gap."""
    day = msgspec.structs.replace(ties.day, today=ties.day.today + 1)
    seen = ties.sightings.plain()
    if all(each.history.last != ties.day.today for each in seen.values()):
        return day
    weights, people = weights_in(ties.settings), snapshot.people.plain()
    known = ((people[id], seen[id].history) for id in people if id in seen)
    return msgspec.structs.replace(day, usual=usual_of(snapshot, known, day.today, weights))


def _lane_from(ties: Ties) -> int:
    """The first day (an ordinal) on which a tie that sleeps may be proposed again."""
    woken = (ties.sightings[id] for id in ties.roll.woken)
    return max((woken_on(each.person, each.standing) + DORMANT_EVERY for each in woken), default=0)


def _outlook(
    snapshot: Snapshot,
    ties: Ties,
    sighting: Sighting,
    day: Day,
    lane_from: int,
    slot: date | None,
) -> Outlook:
    """A person with what is known to lie ahead."""
    person, history = sighting.person, sighting.history
    id, indexes = PersonId(person.id), snapshot.indexes
    passed: list[Interaction] = []
    plans: list[Interaction] = []
    if history.plan is not None or history.passed:
        for talk in snapshot.interactions_of(id):
            if talk.planned:
                (passed if talk.on.toordinal() < day.today else plans).append(talk)
    asked = frozenset(each.id for each in (*passed, *plans) if asked_of(snapshot, each.id) == id)
    standing = sighting.standing
    if day.usual != ties.day.usual:
        standing = standing_of(person, history, standing.spans, day)
    return Outlook(
        subject=Subject(
            person=person,
            standing=standing,
            follow_ups=snapshot.follow_ups_of(id) if id in indexes["follow_ups"] else (),
            exchanges=snapshot.exchanges_of(id) if id in indexes["exchanges"] else (),
            passed=tuple(each for each in passed if each.id in asked),
            introductions=ties.introductions.get(id, ()),
        ),
        day=day,
        scene=ties.scene,
        plans=tuple(plans),
        asked=asked,
        lane_from=lane_from,
        slot_on=0 if slot is None else slot.toordinal(),
    )
