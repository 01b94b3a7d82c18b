"""Changes to the user's own document, which is made the first time it is touched."""

from __future__ import annotations

import msgspec

from store.records.change import Change, alter, make
from store.records.me import ME, Me
from store.records.snapshot import Snapshot


def me_change(snapshot: Snapshot, **fields: object) -> Change:
    """Set fields of `me`."""
    if ME in snapshot.tables["me"]:
        return alter(snapshot.me, **fields)
    return make(msgspec.structs.replace(Me(), **fields))
