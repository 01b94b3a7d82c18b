"""Half-written files that ended processes left beside the data file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store.disk.places import backups_folder, parts_folder
from store.disk.repairs.repair import Repair
from store.disk.said import said
from store.words.message import Message

_WRITER = re.compile(r"\.(\d+)\.(?:[0-9a-f]{6}\.tmp|new)$")
"""The process that was writing, as its temporary files name it."""


def abandoned(path: Path) -> tuple[Path, ...]:
    """Temporary files of the data file, and of what is beside it, whose process has ended."""
    return tuple(each for each in _temporaries(path) if _is_abandoned(each))


def _temporaries(path: Path) -> Iterator[Path]:
    if path.parent.is_dir():
        yield from sorted(path.parent.glob(f".{path.name}.*"))
    for folder in (backups_folder(path), parts_folder(path)):
        if folder.is_dir():
            yield from sorted(folder.glob(".*.tmp"))


def _is_abandoned(temporary: Path) -> bool:
    found = _WRITER.search(temporary.name)
    return found is not None and not _is_alive(int(found[1]))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def temporaries_repair(path: Path) -> Repair | None:
    """Remove them; None where there are none."""
    found = abandoned(path)
    if not found:
        return None
    return Repair(
        kind="temporaries",
        wrong=Message("doctor.leftovers", {"n": len(found)}),
        would=Message("repair.temporaries.would"),
        lost=Message("repair.temporaries.lost"),
        apply=partial(_remove, path, found),
    )


def _remove(path: Path, found: tuple[Path, ...]) -> tuple[Path, ...]:
    with said(path):
        for each in found:
            if _is_abandoned(each):
                each.unlink(missing_ok=True)
    return ()
