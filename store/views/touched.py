"""Whom a change touches, and how far the contacts of one person have to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.change import Change, ChangeSet
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot, people_of
from store.rules.contacts import History
from store.rules.logged import logged
from store.rules.pauses import Spans
from store.rules.weights import Weights
from store.views.histories import person_spans, personal_history
from store.views.sighting import Sighting, side_to_turn_to


def touched_by(change_set: ChangeSet, snapshot: Snapshot) -> set[PersonId]:
    """Whose standing or rows a change may move."""
    return {id for change in change_set.changes for id in _touched(change, snapshot)}


def _touched(change: Change, snapshot: Snapshot) -> Iterable[PersonId]:
    if change.table == "people":
        # A plan with several people is asked about once, for the first of them who is tended.
        shared = (talk.people for talk in snapshot.interactions_of(PersonId(change.id)))
        planned = {each for people in shared if len(people) > 1 for each in people}
        return {PersonId(change.id), *planned}
    found: set[PersonId] = set()
    for record in (change.before, change.after):
        if isinstance(record, Introduction):
            side = side_to_turn_to(record)
            if side is not None:
                found.add(side)
        elif record is not None:
            found.update(people_of(record))
    return found


def moves_all(change_set: ChangeSet) -> bool:
    """Whether a change moves everybody: the user's own pauses and whereabouts do."""
    for change in change_set.changes:
        if change.table == "me":
            before = change.before if isinstance(change.before, Me) else Me()
            after = change.after if isinstance(change.after, Me) else Me()
            if before.pauses != after.pauses or before.cities != after.cities:
                return True
    return False


def history_after(
    old: Sighting | None,
    person: Person,
    change_set: ChangeSet,
    snapshot: Snapshot,
    today: int,
    everybody: Spans,
    weights: Weights,
) -> History:
    """The history of a person after a change.

    What was only added to is added to; anything else is made anew from the contacts.

    Args:
        old: the person as seen before.
        person: after the change.
        change_set: what was committed.
        snapshot: the records after it.
        today: an ordinal.
        everybody: the user's own pauses.
        weights: of contacts.
    """
    if old is not None and old.person.pauses == person.pauses:
        spans = person_spans(person, everybody, snapshot)
        kept = _added(old.history, person, change_set, today, spans, weights)
        if kept is not None:
            return kept
    return personal_history(snapshot, person, today, everybody, weights)


def _added(
    history: History | None,
    person: Person,
    change_set: ChangeSet,
    today: int,
    spans: Spans,
    weights: Weights,
) -> History | None:
    """The history with what was added to it; None where something else happened to it."""
    id = PersonId(person.id)
    for change in change_set.changes:
        before, after = change.before, change.after
        about = [each for each in (before, after) if isinstance(each, Interaction)]
        if not any(id in talk.people for talk in about):
            continue
        if before is not None or not isinstance(after, Interaction) or history is None:
            return None
        history = logged(history, after, today, spans, weights)
        if history is None:
            return None
    return history
