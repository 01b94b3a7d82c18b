"""What another program did to the data file, as it is taken over."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from store.disk.standing import OutsideEdit, Standing
from store.records.change import Change, ChangeSet, combine
from store.records.forgotten import Forgotten
from store.records.lost import without_lost
from store.records.person import Person
from store.records.rebase import ConflictError, rebase
from store.records.snapshot import Snapshot


def edit_on(edit: OutsideEdit, snapshot: Snapshot) -> ChangeSet:
    """What another program did, on the data as they are now; the forgotten do not come back."""
    forgotten, people = snapshot.forgotten, snapshot.people
    changes: list[Change] = []
    for change in edit.change_set.changes:
        after = change.after
        if isinstance(after, Person) and change.id not in people and forgotten.holds(after):
            continue
        with suppress(ConflictError):
            changes += rebase(ChangeSet((change,)), snapshot).changes
    whole = ChangeSet(tuple(changes))
    return combine((whole, without_lost(snapshot.apply(whole)))) if forgotten.hashes else whole


def still_forgetting(standing: Standing, forgotten: Forgotten) -> Standing:
    """A file that was written by somebody who knows nothing of the forgotten brings nobody back."""
    held = standing.contents.snapshot.forgotten
    if set(held.hashes) >= set(forgotten.hashes):
        return standing
    hashes = tuple(
        sorted({*held.hashes, *forgotten.hashes} if held.key == forgotten.key else forgotten.hashes)
    )
    fresh = Forgotten(key=forgotten.key, hashes=hashes)
    snapshot = msgspec.structs.replace(standing.contents.snapshot, forgotten=fresh)
    contents = msgspec.structs.replace(standing.contents, snapshot=snapshot)
    return msgspec.structs.replace(standing, contents=contents)
