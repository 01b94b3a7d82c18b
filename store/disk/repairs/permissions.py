"""Files that others on the machine can read, or a folder that they can enter."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from store.disk.places import backups_folder, parts_folder
from store.disk.repairs.repair import Repair
from store.disk.said import said
from store.words.message import Message

FOR_THE_OWNER = 0o700
"""What may be set of a mode."""

OWN_FOLDER = "arrosoir"
"""The program's own folder, by its name."""


def open_to_others(path: Path) -> tuple[Path, ...]:
    """Files and folders of a data file that somebody else may read, write or enter."""
    return tuple(each for each in _own(path) if _mode(each) & ~FOR_THE_OWNER)


def _own(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    folder = path.parent
    if not folder.is_dir():
        return
    for each in sorted(folder.glob(f"{path.name}.*")):
        if each.is_file() and not each.is_symlink():
            yield each
    for inner in (backups_folder(path), parts_folder(path)):
        if inner.is_dir():
            yield inner
            yield from (each for each in sorted(inner.iterdir()) if each.is_file())
    if path.is_file() and _is_own_folder(path):
        yield folder


def _is_own_folder(path: Path) -> bool:
    """Whether a folder is there for the data file alone; one with other files is not ours."""
    folder = path.parent
    if folder.stat().st_uid != os.getuid():
        return False
    names = (each.name.removeprefix(".") for each in folder.iterdir())
    return folder.name == OWN_FOLDER or all(name.startswith(path.stem) for name in names)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def permissions_repair(path: Path) -> Repair | None:
    """Close them to others; what the owner may do stays. None where all are closed."""
    wide = open_to_others(path)
    if not wide:
        return None
    return Repair(
        kind="permissions",
        wrong=Message("repair.wrong.open", {"files": named(wide)}),
        would=Message("repair.permissions.would"),
        lost=Message("repair.nothing_lost"),
        apply=partial(_close, path, wide),
    )


def _close(path: Path, wide: tuple[Path, ...]) -> tuple[Path, ...]:
    with said(path):
        for each in wide:
            each.chmod(_mode(each) & FOR_THE_OWNER)
    return ()


def named(paths: tuple[Path, ...]) -> str:
    """Paths for people to read."""
    return ", ".join(map(str, paths))
