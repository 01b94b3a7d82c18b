"""Which change undo and redo mean, told from the history alone, so that both outlive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from store.actions.commit import UNDO_DEPTH, Entry
from store.actions.purge import ACTION as FORGET
from store.records.change import Change, ChangeSet
from store.records.me import Me
from store.words.message import Refusal

Turn = Literal["undo", "redo"]


class _Past(msgspec.Struct):
    """What stands after some commits, and what was taken back."""

    done: dict[int, Entry]
    undone: dict[int, Entry]
    again: dict[int, str]
    """Of these, what redo may take, and by whom it was taken back."""


def _past(history: Sequence[Entry], session: str) -> _Past:
    then = _Past({}, {}, {})
    for entry in history:
        # What is taken back or done again is named, as its own line may have been cut off.
        named = -1 if entry.of is None else entry.of
        if entry.how == "do" and without_stamp(entry.change_set):
            then.done[entry.revision] = entry
            then.again = {
                revision: by
                for revision, by in then.again.items()
                if by == session != entry.session
            }
        elif entry.how == "undo" and named in then.done:
            then.undone[named] = then.done.pop(named)
            then.again[named] = entry.session
        elif entry.how == "redo" and named in then.undone:
            then.done[named] = then.undone.pop(named)
            then.again.pop(named, None)
    return then


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
    then = _past(history, session)
    if how == "undo":
        stack = list(then.done.values())[-UNDO_DEPTH:]
        own = [entry for entry in stack if entry.session == session]
    else:
        stack = [then.undone[revision] for revision in then.again]
        own = [then.undone[revision] for revision, by in then.again.items() if by == session]
    candidates = own or stack
    return candidates[-1] if candidates else None


def taken_back(history: Sequence[Entry]) -> frozenset[int]:
    """The revisions of commits that no longer hold: undone, or turned round again since."""
    last = {entry.of: entry for entry in history if entry.of is not None}
    return frozenset(
        entry.revision
        for entry in history
        if (entry.of is not None and last[entry.of] is not entry)
        or (entry.revision in last and last[entry.revision].how == "undo")
    )


def turn_of(history: Sequence[Entry], revision: int) -> tuple[Entry, Turn]:
    """The change that one commit made or turned, and how to turn that.

    Raises:
        Refusal: where it is not remembered, taken back already, or has no way back.
    """
    known = {entry.revision: entry for entry in history}
    entry = known.get(revision)
    if entry is not None and revision in taken_back(history):
        raise Refusal("already_undone", "problem.already_undone")
    if entry is not None and entry.action == FORGET:
        raise Refusal("no_way_back", "problem.no_way_back")
    meant = entry if entry is None or entry.of is None else known.get(entry.of)
    if entry is None or meant is None or not meant.change_set:
        raise Refusal("not_remembered", "problem.not_remembered")
    return meant, "redo" if entry.how == "undo" else "undo"


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
