"""Copies that a synchronising program leaves beside a file that was written on two machines."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

_MARKS = (
    # Syncthing
    r"\.sync-conflict-\d{8}-\d{6}-\w+",
    # Dropbox, Nextcloud; in English and in French
    r" \([^()]*\bconflicted copy\b[^()]*\)",
    r" \([^()]*\bcopie en conflit\b[^()]*\)",
    # Nextcloud, ownCloud
    r"_conflict-[\w-]+",
    # Google Drive
    r" ?\[conflict\]",
    # OneDrive: the names that Windows gives to machines; any other could be the user's own word.
    r"-(?:DESKTOP|LAPTOP)-[A-Z0-9]{6,8}",
    # Saved a second time under one name
    r" ?\(\d{1,3}\)",
)


def twins(data_file: Path) -> tuple[Path, ...]:
    """Copies of the data file, of its journal and of its other parts, by name.

    Args:
        data_file: a symlink is followed.
    """
    path = Path(os.path.realpath(data_file))
    if not path.parent.is_dir():
        return ()
    return tuple(each for each in _beside(path) if each.is_file())


def twins_with(data_file: Path, touches: Callable[[str], bool]) -> tuple[Path, ...]:
    """Those of them that may hold something; they are only read.

    Args:
        data_file: a symlink is followed.
        touches: whether a text may hold it, a whole file of JSON for instance.

    Returns:
        Those that cannot be read as well: nobody knows.
    """
    return tuple(each for each in twins(data_file) if _may_hold(each, touches))


def _may_hold(twin: Path, touches: Callable[[str], bool]) -> bool:
    try:
        return touches(twin.read_bytes().decode("utf-8", "surrogateescape"))
    except OSError:
        return True


def _beside(path: Path) -> Iterator[Path]:
    stem, ending = re.escape(path.stem), re.escape(path.suffix)
    marked = re.compile(f"{stem}(?:{'|'.join(_MARKS)}){ending}", re.IGNORECASE)
    # Of the journal and the rest: the ending is theirs, what stands before it is the file's name.
    part = re.compile(f"{re.escape(path.name)}(?:{'|'.join(_MARKS[:4])}).*", re.IGNORECASE)
    for each in sorted(path.parent.iterdir()):
        if marked.fullmatch(each.name) or part.fullmatch(each.name):
            yield each
