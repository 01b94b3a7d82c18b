"""Where the files of a data file are: all beside it, all named after it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

BackupKind = Literal["daily", "weekly", "now", "schema"]
"""Of a day or week with changes, made by hand, or before a migration."""


@lru_cache(maxsize=64)
def journal_path(data_file: Path) -> Path:
    """What is newer than the data file."""
    return data_file.with_name(f"{data_file.name}.journal")


def history_path(data_file: Path) -> Path:
    """The last changes that the data file holds already, for undo."""
    return data_file.with_name(f"{data_file.name}.history")


@lru_cache(maxsize=64)
def lock_path(data_file: Path) -> Path:
    """Held for the time of a commit."""
    return data_file.with_name(f"{data_file.name}.lock")


def checkpoint_lock_path(data_file: Path) -> Path:
    """Held while the data file is written anew."""
    return data_file.with_name(f"{data_file.name}.checkpoint.lock")


def backups_folder(data_file: Path) -> Path:
    """Where the backups are."""
    return data_file.with_name(f"{data_file.name}.backups")


def parts_folder(data_file: Path) -> Path:
    """Where that lies which is too large for the data file, each named by its hash."""
    return data_file.with_name(f"{data_file.name}.parts")


def leftovers(data_file: Path) -> tuple[Path, ...]:
    """What shows that a data file was there, though it is gone or empty."""
    found = [journal_path(data_file), history_path(data_file)]
    folder = backups_folder(data_file)
    if folder.is_dir():
        found += sorted(folder.glob("*.json"))
    return tuple(each for each in found if each.is_file() and each.stat().st_size)
