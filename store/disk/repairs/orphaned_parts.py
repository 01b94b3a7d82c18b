"""Pictures and other parts beside the data file to which nothing leads any more."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from store.disk.lock import PATIENCE, locked_plainly
from store.disk.parts import PartsFolder
from store.disk.parts_referred import referred
from store.disk.places import checkpoint_lock_path
from store.disk.repairs.repair import Repair
from store.disk.said import said
from store.words.message import Message

KILOBYTE = 1000


def orphaned(path: Path) -> dict[str, int]:
    """Parts that no record, no history and no copy refers to; the bytes of each by its name.

    Args:
        path: the data file, symlinks followed.

    Raises:
        OSError: where a file cannot be read: nobody knows then.
    """
    held = PartsFolder(path).sizes()
    if not held:
        return held
    known = referred(path)
    return {digest: size for digest, size in held.items() if digest not in known}


def parts_repair(path: Path) -> Repair | None:
    """Remove them; None where there are none."""
    with said(path):
        found = orphaned(path)
    if not found:
        return None
    return Repair(
        kind="parts",
        wrong=orphans_message(path, found),
        would=Message("repair.parts.would"),
        lost=Message("repair.parts.lost", {"n": len(found)}),
        apply=partial(_remove, path),
    )


def orphans_message(path: Path, found: dict[str, int]) -> Message:
    """How many there are, how much room they take, and where they lie."""
    return Message(
        "doctor.parts_orphaned",
        {
            "n": len(found),
            "size": Message("size.kilobytes", {"n": -(-sum(found.values()) // KILOBYTE)}),
            "folder": str(PartsFolder(path).path),
            "files": ", ".join(found),
        },
    )


def _remove(path: Path) -> tuple[Path, ...]:
    """Those that are orphans now, while nobody writes any or makes backups."""
    folder = PartsFolder(path)
    with (
        said(path, "problem.not_repaired"),
        locked_plainly(checkpoint_lock_path(path), PATIENCE),
        folder.alone(PATIENCE),
    ):
        folder.remove(orphaned(path))
    return ()
