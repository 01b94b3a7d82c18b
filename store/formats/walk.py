"""From the paths that a user names to the files that are read, folders walked in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.words.message import Message

MOST_BYTES = 200 * 1024 * 1024
"""Of one file."""

TEMPORARY = (".tmp", ".part", "~")
"""How names end of files that another program is still writing, or has left behind."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be read."""

    path: Path
    shown: str
    """The path as the user named it or its folder, made harmless."""
    walked: bool
    """Whether it was met in a folder rather than named."""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """All files under some paths, each once, and what could not be reached."""

    files: tuple[Found, ...]
    refused: tuple[Refused, ...]


def walk(paths: Iterable[str | Path]) -> Walk:
    """Find the files to read.

    Folders are walked by name; hidden and half-written files in them are skipped, and so are
    folders met before, so that links that go in circles end.
    """
    files: list[Found] = []
    refused: list[Refused] = []
    seen: set[tuple[int, int]] = set()
    named = [Path(path) for path in paths]
    for path in named:
        for each in _reach(path, seen):
            if isinstance(each, Found):
                files.append(each)
            else:
                refused.append(each)
    if not files and not refused:
        refused = [_refused(path, "import.empty_folder") for path in named]
    return Walk(files=tuple(files), refused=tuple(refused))


def _reach(start: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Refused]:
    waiting = [(start, False)]
    while waiting:
        path, walked = waiting.pop()
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            if not (walked and path.is_symlink()):
                yield _refused(path, _reason(error))
            continue
        mark = (status.st_dev, status.st_ino)
        if mark in seen:
            continue
        seen.add(mark)
        if stat.S_ISDIR(status.st_mode):
            try:
                inside = sorted(path.iterdir(), key=_name, reverse=True)
            except OSError as error:
                yield _refused(path, _reason(error))
                continue
            waiting.extend((each, True) for each in inside if not _is_skipped(each.name))
        elif not stat.S_ISREG(status.st_mode):
            if not walked:
                yield _refused(path, "import.not_a_file")
        elif status.st_size > MOST_BYTES:
            yield _refused(path, "import.too_big")
        else:
            yield Found(path=path, shown=shown_path(path), walked=walked)


def shown_path(path: Path) -> str:
    """A path as it may be shown."""
    return clean_line(os.fsencode(path).decode("utf-8", errors="replace"))


def _name(path: Path) -> str:
    return path.name


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name.endswith(TEMPORARY)


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "import.no_permission"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "import.missing"
    return "import.unreadable"


def _refused(path: Path, why: str) -> Refused:
    return Refused(file=shown_path(path), line=0, why=Message(why))
