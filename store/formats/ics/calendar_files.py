"""The calendar files under some paths: files as they are named, and those of folders (vdir)."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.formats.incoming import Refused
from store.formats.walk import TEMPORARY, shown_path, why_unreadable
from store.words.message import Message

MOST_FILES = 3_000
"""Files that are taken in all."""

MOST_ENTRIES = 20_000
"""Names of folders that are looked at."""

DEEPEST = 2
"""Folders within folders: a vdir holds one for each calendar."""

_ENDING = ".ics"


class CalendarFound(NamedTuple):
    """A file, and by what it is known to be the same as before."""

    path: Path
    shown: str
    """The path made harmless."""
    size: int
    stamp: tuple[int, int, int]
    """When it was changed, its size and its number on the disk."""


def calendar_files(
    paths: Iterable[Path],
) -> tuple[tuple[CalendarFound, ...], tuple[Refused, ...]]:
    """The files, each once, and what could not be reached; never raises.

    Hidden and half-written files of folders are passed over, and all but those called `.ics`.
    """
    found: dict[tuple[int, int], CalendarFound] = {}
    refused: list[Refused] = []
    left = [MOST_ENTRIES]
    for path in paths:
        for each in _under(path, DEEPEST, left):
            if isinstance(each, Refused):
                refused.append(each)
                continue
            mark, file = each
            if mark not in found and len(found) == MOST_FILES:
                refused.append(_refused(path, Message("busy.too_many_files", {"n": MOST_FILES})))
                break
            found.setdefault(mark, file)
    return tuple(found.values()), tuple(refused)


def _under(
    path: Path, deep: int, left: list[int], named: bool = True
) -> Iterator[tuple[tuple[int, int], CalendarFound] | Refused]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            inside = _names(path, left) if deep else []
        elif not stat.S_ISREG(status.st_mode):
            if named:
                yield _refused(path, Message("import.not_a_file"))
            return
        else:
            stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
            file = CalendarFound(path, shown_path(path), status.st_size, stamp)
            yield (status.st_dev, status.st_ino), file
            return
    except (OSError, ValueError) as error:
        if named:
            yield _refused(path, Message(why_unreadable(error)))
        return
    for name in inside:
        each = path / name
        if name.lower().endswith(_ENDING) or (deep > 1 and each.is_dir()):
            yield from _under(each, deep - 1, left, named=False)


def _names(folder: Path, left: list[int]) -> list[str]:
    """The names in a folder that may be of use, in order; no more than are left to be looked at."""
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not left[0]:
                break
            left[0] -= 1
            if not entry.name.startswith(".") and not entry.name.endswith(TEMPORARY):
                names.append(entry.name)
    return sorted(names)


def _refused(path: Path, why: Message) -> Refused:
    return Refused(file=shown_path(path), line=0, why=why)
