"""The one value that a change taken back or done again has set."""

from __future__ import annotations

from msgspec.structs import fields

from store.actions.replaced import value_text
from store.records.change import ChangeSet
from store.records.record import Record

QUIET = frozenset({"last_act"})
"""Fields that every act sets."""

LONG = frozenset({"notes", "private_notes"})
"""Fields whose text is not told in passing."""

ACTIONS = frozenset({"edit", "me"})
"""Acts that set fields as they are told, and no more."""

NAMED = 4
"""People named at most where something is done for many at once; the others are counted."""

ON_MANY = frozenset({"edit", "trait"})
"""Acts of which so much is told where they were done for more people than are named."""


def turned_value(action: str, change_set: ChangeSet) -> tuple[str, str, str] | None:
    """The field, its value before and after; None where more or something else has changed.

    Args:
        action: that was turned.
        change_set: as it was committed.
    """
    if action not in ACTIONS or len(change_set.changes) != 1:
        return None
    before, after = change_set.changes[0].before, change_set.changes[0].after
    if before is None or after is None:
        return None
    names = _changed(before, after)
    if len(names) != 1 or names[0] in LONG:
        return None
    then, now = (getattr(side, names[0]) for side in (before, after))
    if isinstance(then, bool):
        return None
    return names[0], value_text(then), value_text(now)


def turned_for_many(action: str, change_set: ChangeSet) -> tuple[str, int] | None:
    """The one field that was set for more people than are named, and for how many; else None.

    Args:
        action: that was turned.
        change_set: as it was committed.
    """
    changes = [each for each in change_set.changes if each.table == "people"]
    if action not in ON_MANY or len(changes) <= NAMED:
        return None
    found: set[str] = set()
    for each in changes:
        if each.before is None or each.after is None:
            return None
        found.update(_changed(each.before, each.after))
    return (found.pop(), len(changes)) if len(found) == 1 else None


def _changed(before: Record, after: Record) -> list[str]:
    """The fields that differ."""
    return [
        each.name
        for each in fields(after)
        if each.name not in QUIET and getattr(before, each.name) != getattr(after, each.name)
    ]
