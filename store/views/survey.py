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
    noted: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
    week: dict[InteractionId, Interaction] = {}
    for talk in talks.values():
        minutes, on = talk.minutes, talk.on
        if on >= week_start and on <= today and not talk.planned:
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
        if history.last == day:
            known = personal_history(snapshot, people[id], day - 1, everybody)
        else:
            known = history
        if known.rhythm.gaps > 0:
            yield known.rhythm.roots / known.rhythm.gaps
