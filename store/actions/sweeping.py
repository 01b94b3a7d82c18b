"""Changes that sweep over many people, and are not made without asking."""

from __future__ import annotations

import msgspec

from store.records.change import ChangeSet
from store.records.ids import PersonId
from store.records.naming import named_in
from store.records.snapshot import Snapshot

MANY_PEOPLE = 20
ONE_IN = 10
"""More than twenty people, or more than one in ten, are not changed without asking."""


class Sweep(msgspec.Struct, frozen=True):
    """Whom a change set touches: people that were there before."""

    changed: frozenset[PersonId]
    """Their card changes, or a record that names them goes."""
    removed: frozenset[PersonId]


def sweep_of(change_set: ChangeSet) -> Sweep:
    """Whom a change set touches; new people do not count, nor do new records about anybody."""
    changed: set[PersonId] = set()
    removed: set[PersonId] = set()
    for change in change_set.changes:
        if change.before is None:
            continue
        if change.table != "people":
            if change.after is None:
                changed.update(named_in(change.before))
        elif change.after is None:
            removed.add(PersonId(change.id))
        else:
            changed.add(PersonId(change.id))
    return Sweep(frozenset(changed - removed), frozenset(removed))


def sweeps(change_set: ChangeSet, snapshot: Snapshot) -> bool:
    """Whether people must be asked first: more than 20, or more than 10 %, change or go."""
    sweep = sweep_of(change_set)
    return is_sweep(len(sweep.changed), len(sweep.removed), len(snapshot.people))


def is_sweep(changed: int, removed: int, people: int) -> bool:
    """The same by numbers.

    Args:
        changed: how many people change.
        removed: how many go.
        people: how many there are before.
    """
    touched = changed + removed
    return touched > MANY_PEOPLE or touched * ONE_IN > people
