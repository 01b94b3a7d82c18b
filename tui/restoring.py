"""A backup made the data of today again, as one step of undo."""

from __future__ import annotations

from store.actions.action import Outcome
from store.actions.restoring import ACTION, Restored, restored
from store.actions.service import Done, Service
from store.records.snapshot import Snapshot
from store.words.counts import DONE, counted
from store.words.message import Message


def restoring(service: Service, then: Snapshot) -> Restored:
    """What restoring would do to the data as they are now.

    Raises:
        DataProblem: where the file can no longer be read.
    """
    service.refresh()
    return restored(service.snapshot, then)


def commit_restored(service: Service, plan: Restored, id: str, seen: Snapshot) -> Done:
    """Make it durable, as one step of undo.

    Args:
        service: the single writer.
        plan: what would change.
        id: of the backup, for the history.
        seen: the snapshot that was planned on.

    Raises:
        Refusal: `changed_meanwhile`, where the data are no longer those.
        Problem: where the data cannot be kept.
    """
    outcome = Outcome(change_set=plan.change_set, id=id, about=id, said=restored_message(plan))
    return service.commit_if_unchanged(ACTION, outcome, seen)


def restored_message(plan: Restored) -> Message:
    """How many people are as they were, gone, and back."""
    counts = counted(DONE, changed=plan.changed, removed=plan.removed, back=plan.new)
    return Message("said.restored", {"counts": counts})
