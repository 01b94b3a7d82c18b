"""From contacts to histories, one person's or everybody's, and the user's own usual gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.contacts import NO_HISTORY, History, contacts_of, history_of
from store.rules.pauses import Spans, spans_of
from store.rules.rhythm import own_usual
from store.rules.weights import Weights


def person_spans(person: Person, everybody: Spans, snapshot: Snapshot) -> Spans:
    """The days on which a person's clock stands still, everybody's included."""
    return spans_of(person.pauses, snapshot.me.pauses) if person.pauses else everybody


def personal_history(
    snapshot: Snapshot, person: Person, today: int, everybody: Spans, weights: Weights
) -> History:
    """The history of one person."""
    talks = [
        snapshot.interactions[InteractionId(id)]
        for id in snapshot.indexes["interactions"].get(PersonId(person.id), ())
    ]
    if not talks:
        return NO_HISTORY
    spans = person_spans(person, everybody, snapshot)
    return history_of(contacts_of(talks, today, weights), today, spans)


def histories_of(snapshot: Snapshot, today: date, weights: Weights) -> dict[PersonId, History]:
    """The histories of all who have a contact or a plan."""
    day = today.toordinal()
    everybody = spans_of(snapshot.me.pauses)
    histories: dict[PersonId, History] = {}
    talks = cast("Mapping[str, Interaction]", snapshot.interactions.plain())
    people = snapshot.people.plain()
    for id, named in snapshot.indexes["interactions"].plain().items():
        person = people.get(id)
        if person is not None and named:
            contacts = contacts_of(map(talks.__getitem__, named), day, weights)
            spans = person_spans(person, everybody, snapshot) if person.pauses else everybody
            histories[id] = history_of(contacts, day, spans)
    return histories


def usual_of(
    snapshot: Snapshot,
    histories: Iterable[tuple[Person, History]],
    day: int,
    weights: Weights,
) -> float:
    """The user's own usual gap in days, over contacts before a day (an ordinal)."""
    everybody = spans_of(snapshot.me.pauses)
    return own_usual(_mean_roots(snapshot, histories, day, everybody, weights))


def _mean_roots(
    snapshot: Snapshot,
    histories: Iterable[tuple[Person, History]],
    day: int,
    everybody: Spans,
    weights: Weights,
) -> Iterator[float]:
    """The mean square root gap of each person with one, as it was before the day."""
    for person, history in histories:
        known = history
        if history.last == day:
            known = personal_history(snapshot, person, day - 1, everybody, weights)
        if known.rhythm.gaps > 0:
            yield known.rhythm.roots / known.rhythm.gaps
