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
    done: list[Entry] = []
    undone: list[Entry] = []
    for entry in history:
        if entry.how == "do":
            done.append(entry)
            undone.clear()
        elif entry.how == "undo" and done:
            undone.append(done.pop())
        elif entry.how == "redo" and undone:
            done.append(undone.pop())
    stack = done[-UNDO_DEPTH:] if how == "undo" else undone
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
