"""Which change undo and redo mean, told from the history alone, so that both outlive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from store.actions.commit import UNDO_DEPTH, Entry
from store.records.change import Change, ChangeSet
from store.records.me import Me

Turn = Literal["undo", "redo"]


def to_turn(history: Sequence[Entry], how: Turn) -> Entry | None:
    """The change to take back or to do again; None where there is none.

    A new change forgets what could have been done again, as everywhere.
    """
    done: dict[int, Entry] = {}
    undone: dict[int, Entry] = {}
    for entry in history:
        # What is taken back or done again is named, as its own line may have been cut off.
        named = -1 if entry.of is None else entry.of
        if entry.how == "do":
            done[entry.revision] = entry
            undone.clear()
        elif entry.how == "undo" and named in done:
            undone[named] = done.pop(named)
        elif entry.how == "redo" and named in undone:
            done[named] = undone.pop(named)
    stack = list(done.values())[-UNDO_DEPTH:] if how == "undo" else list(undone.values())
    return stack[-1] if stack else None


def without_stamp(change_set: ChangeSet) -> ChangeSet:
    """The change set less the day of the last own act, which undo leaves alone."""
    changes = (_unstamped(change) for change in change_set.changes)
    return ChangeSet(tuple(each for each in changes if each.before != each.after))


def _unstamped(change: Change) -> Change:
    if not isinstance(change.after, Me):
        return change
    # A document made for the first time counts as an empty one that was changed, so that taking
    # it back leaves the day in place.
    before = change.before if isinstance(change.before, Me) else Me()
    after = msgspec.structs.replace(change.after, last_act=before.last_act)
    return Change(change.table, change.id, before, after)
