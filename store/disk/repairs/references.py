"""Records that name what is not there: set right by one change that can be undone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from store.actions.commit import Note
from store.clock import Clock
from store.disk.file_keeper import FileKeeper
from store.disk.lock import PATIENCE, locked_plainly
from store.disk.places import checkpoint_lock_path
from store.disk.repairs.found import Fix, found_at, keep_changing
from store.disk.repairs.repair import Repair
from store.disk.said import said
from store.records.lost import without_lost
from store.records.snapshot import Snapshot
from store.words.message import Message

ACTION = "repair"


def references_repair(path: Path, snapshot: Snapshot, clock: Clock) -> Repair | None:
    """Drop names that lead nowhere; None where there are none.

    Args:
        path: the data file.
        snapshot: what it holds, with its journal.
        clock: the moment of the change.
    """
    changes = without_lost(snapshot).changes
    if not changes:
        return None
    removed = sum(change.after is None for change in changes)
    return Repair(
        kind="references",
        wrong=Message("doctor.references", {"n": len(changes)}),
        would=Message("repair.references.would"),
        lost=Message(
            "repair.references.lost" if removed else "repair.nothing_lost", {"n": removed}
        ),
        apply=partial(_commit, path, clock),
    )


def _commit(path: Path, clock: Clock) -> tuple[Path, ...]:
    with (
        said(path, "problem.not_repaired"),
        locked_plainly(checkpoint_lock_path(path), PATIENCE),
    ):
        keeper = FileKeeper(path, clock=clock)
        found = found_at(path, clock)
        fix = Fix(contents=found.contents, journal=b"", history=b"")
        kept = keep_changing(found, fix)
        keeper.commit(without_lost(keeper.snapshot), Note(at=clock(), action=ACTION))
    keeper.close()
    return kept
