"""One pass over everybody's contacts: all that a day's standings are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

import msgspec

from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.kinds import KINDS, Kind
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.contacts import NO_HISTORY, History, contacts_of, history_of
from store.rules.pauses import Spans, spans_of
from store.rules.rhythm import own_usual


class Survey(msgspec.Struct, frozen=True):
    """The contacts of everybody, summed up."""

    histories: dict[PersonId, History]
    """Of people with a contact or a plan."""
    usual: float
    """The user's own usual gap in days, over contacts before today."""
    noted: dict[Kind, list[int]]
    """Minutes noted before today, by kind."""
    week: dict[InteractionId, Interaction]
    """Contacts from the first day of the week to today."""


def person_spans(person: Person, everybody: Spans, snapshot: Snapshot) -> Spans:
    """The days on which a person's clock stands still, everybody's included."""
    return spans_of(person.pauses, snapshot.me.pauses) if person.pauses else everybody


def personal_history(snapshot: Snapshot, person: Person, today: int, everybody: Spans) -> History:
    """The history of one person."""
    talks = [
        snapshot.interactions[InteractionId(id)]
        for id in snapshot.indexes["interactions"].get(PersonId(person.id), ())
    ]
    if not talks:
        return NO_HISTORY
    spans = person_spans(person, everybody, snapshot)
    return history_of(contacts_of(talks, today), today, spans)


def surveyed(snapshot: Snapshot, today: date, week_start: date) -> Survey:
    """Everybody's history, and what the user's own contacts say of gaps and minutes."""
    day = today.toordinal()
    everybody = spans_of(snapshot.me.pauses)
    histories: dict[PersonId, History] = {}
    talks = cast("Mapping[str, Interaction]", snapshot.interactions.plain())
    people = snapshot.people.plain()
    for id, named in snapshot.indexes["interactions"].plain().items():
        person = people.get(id)
        if person is not None and named:
            contacts = contacts_of(map(talks.__getitem__, named), day)
            histories[id] = history_of(contacts, day, person_spans(person, everybody, snapshot))
    noted: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
    week: dict[InteractionId, Interaction] = {}
    for talk in talks.values():
        minutes, on = talk.minutes, talk.on
        if week_start <= on <= today and not talk.planned:
            week[InteractionId(talk.id)] = talk
        if minutes and on < today and not talk.approximate and not talk.planned:
            noted[talk.kind].append(minutes)
    usual = own_usual(_mean_roots(snapshot, histories, day, everybody))
    return Survey(histories, usual, noted, week)


def _mean_roots(
    snapshot: Snapshot, histories: Mapping[PersonId, History], day: int, everybody: Spans
) -> Iterator[float]:
    """The mean square root gap of each person with one, as it was before today."""
    people = snapshot.people
    for id, history in histories.items():
        known = history
        if history.last == day:
            known = personal_history(snapshot, people[id], day - 1, everybody)
        if known.rhythm.gaps > 0:
            yield known.rhythm.roots / known.rhythm.gaps
