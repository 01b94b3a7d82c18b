"""Which change undo and redo mean, told from the history alone, so that both outlive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from store.actions.commit import UNDO_DEPTH, Entry
from store.records.change import Change, ChangeSet
from store.records.me import Me

Turn = Literal["undo", "redo"]


def to_turn(history: Sequence[Entry], how: Turn, session: str = "") -> Entry | None:
    """The change to take back or to do again; None where there is none.

    That of the session itself goes first: whoever presses a key means what was just said on the
    screen, not what came in from elsewhere meanwhile. Where it has none, the last of any session.
    A new change forgets what could have been done again, as everywhere.

    Args:
        history: the commits remembered, oldest first.
        how: which of both.
        session: who asks.
    """
    done: dict[int, Entry] = {}
    undone: dict[int, tuple[Entry, str]] = {}
    for entry in history:
        # What is taken back or done again is named, as its own line may have been cut off.
        named = -1 if entry.of is None else entry.of
        if entry.how == "do" and entry.change_set:
            done[entry.revision] = entry
            undone = {
                revision: pair
                for revision, pair in undone.items()
                if pair[1] == session != entry.session
            }
        elif entry.how == "undo" and named in done:
            undone[named] = done.pop(named), entry.session
        elif entry.how == "redo" and named in undone:
            done[named] = undone.pop(named)[0]
    if how == "undo":
        stack = list(done.values())[-UNDO_DEPTH:]
        own = [entry for entry in stack if entry.session == session]
    else:
        stack = [entry for entry, _ in undone.values()]
        own = [entry for entry, by in undone.values() if by == session]
    candidates = own or stack
    return candidates[-1] if candidates else None


def changed_it(history: Sequence[Entry], table: str, id: str, field: str) -> Entry | None:
    """The commit that gave a field its present value; None where it is not remembered.

    Args:
        history: the commits remembered, oldest first.
        table: of the record.
        id: of the record.
        field: its field; empty for the record as a whole.
    """
    for entry in reversed(history):
        for change in entry.change_set.changes:
            if (change.table, change.id) == (table, id) and _touches(change, field):
                return entry
    return None


def _touches(change: Change, field: str) -> bool:
    if not field or change.before is None or change.after is None:
        return True
    return bool(getattr(change.before, field) != getattr(change.after, field))


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
