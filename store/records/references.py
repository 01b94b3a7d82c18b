"""Records that name people, and whether those are there."""

from __future__ import annotations

from store.records.change import ChangeSet
from store.records.snapshot import Snapshot, people_of


def names_the_missing(change_set: ChangeSet, snapshot: Snapshot) -> bool:
    """Whether a record that is made names somebody who is not there.

    Args:
        change_set: what has changed.
        snapshot: the data after it.
    """
    return any(
        person not in snapshot.people
        for change in change_set.changes
        if change.before is None and change.after is not None
        for person in people_of(change.after)
    )
