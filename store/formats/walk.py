"""From the paths that a user names to the files that are read, folders walked in order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.words.message import Message

MOST_BYTES = 200 * 1024 * 1024
"""Of one file that is held whole."""

TEMPORARY = (".tmp", ".part", "~")
"""How names end of files that another program is still writing, or has left behind."""

_BOXES = frozenset({"cur", "new"})
"""Folders that make a Maildir of the one that holds them."""

_MAILDIR_INDEX = re.compile(
    r"dovecot|courier|maildir(?:folder|size)$|subscriptions$|uidvalidity|uidlist|\.?mbsync"
)
"""Files that servers keep in a Maildir beside the mail."""

_MAIL_INDEX = ".msf"
"""What Thunderbird keeps beside each mailbox."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be read."""

    path: Path
    shown: str
    """The path as the user named it or its folder, made harmless."""
    walked: bool
    """Whether it was met in a folder rather than named."""
    size: int = 0
    """In bytes; what is to be held whole is refused above `MOST_BYTES`."""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """All files under some paths, each once, and what could not be reached."""

    files: tuple[Found, ...]
    refused: tuple[Refused, ...]


def walk(paths: Iterable[str | Path]) -> Walk:
    """Find the files to read.

    Folders are walked by name; hidden and half-written files in them are skipped, and so are
    folders met before, so that links that go in circles end. Of mailboxes (Maildir) the hidden
    folders are walked as well, and neither what is still being delivered nor their indexes count.
    """
    files: list[Found] = []
    refused: list[Refused] = []
    seen: set[tuple[int, int]] = set()
    named = []
    for written in paths:
        if not str(written):
            # An unset variable of a shell must not mean the folder one is in.
            refused.append(Refused(file="", line=0, why=Message("import.missing")))
            continue
        named.append(Path(written))
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
            if not (walked and _is_link(path)):
                yield _refused(path, why_unreadable(error))
            continue
        mark = (status.st_dev, status.st_ino)
        if mark in seen:
            continue
        seen.add(mark)
        if stat.S_ISDIR(status.st_mode):
            try:
                inside = sorted(path.iterdir(), key=_name, reverse=True)
            except OSError as error:
                yield _refused(path, why_unreadable(error))
                continue
            waiting.extend((each, True) for each in _worth_reading(inside))
        elif not stat.S_ISREG(status.st_mode):
            if not walked:
                yield _refused(path, "import.not_a_file")
        else:
            shown = shown_path(path)
            yield Found(path=path, shown=shown, walked=walked, size=status.st_size)


def at_once(path: str, flags: int) -> int:
    """How a file is opened (`opener` of `open`) that may no longer be what it was when found.

    A pipe that has taken its place is not waited for.
    """
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # A path longer than the system takes, in folders within folders.
        return False


def shown_path(path: Path) -> str:
    """A path as it may be shown."""
    return clean_line(os.fsencode(path).decode("utf-8", errors="replace"))


def _name(path: Path) -> str:
    return path.name


def _worth_reading(inside: Iterable[Path]) -> Iterator[Path]:
    paths = list(inside)
    names = {path.name for path in paths}
    is_mailbox = not _BOXES.isdisjoint(names) and any(
        path.is_dir() for path in paths if path.name in _BOXES
    )
    for path in paths:
        name = path.name
        if name.endswith(TEMPORARY) or (name.endswith(_MAIL_INDEX) and name[:-4] in names):
            continue
        if is_mailbox and (name == "tmp" or _MAILDIR_INDEX.match(name)):
            continue
        if not name.startswith(".") or (is_mailbox and _holds_boxes(path)):
            yield path


def _holds_boxes(path: Path) -> bool:
    return any((path / box).is_dir() for box in _BOXES)


def why_unreadable(error: Exception) -> str:
    """The id of the sentence that says why a file or folder cannot be read."""
    if isinstance(error, PermissionError):
        return "import.no_permission"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "import.missing"
    return "import.unreadable"


def _refused(path: Path, why: str) -> Refused:
    return Refused(file=shown_path(path), line=0, why=Message(why))
