"""What was exported to which file: one line of JSON each, in `FILE.exports` beside the data file.

So that whoever is to be forgotten can be looked for there, and a file that is to be written again
is known to be ours. It never holds who was exported.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from store.disk.durable import FILE_MODE, read_or_nothing, replace_file, sync_folder, write_all
from store.records.kinds import Language

KEPT = 200
"""Files of which the last export is kept; there are twice as many lines at most."""

LONGEST = 1 << 22
"""Bytes beyond which the file cannot be ours, and is not read."""


class PastExport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One export to a file."""

    path: str
    """Absolute, symlinks resolved."""
    format: str
    on: str
    """The day, in ISO text."""
    people: int
    """How many."""
    private: bool = False
    """Whether private notes went out as well."""
    digest: str = ""
    """SHA-256 of what was written, hexadecimal."""
    everyone: bool = False
    query: str = ""
    """What was looked for, where that is how they were chosen."""
    language: Language = "en"


def exports_path(data_file: Path) -> Path:
    """Where they are noted."""
    return data_file.with_name(f"{data_file.name}.exports")


def past_exports(data_file: Path) -> tuple[PastExport, ...]:
    """The last export to each file, the latest last; damaged lines are passed over.

    Raises:
        OSError: where they cannot be read.
    """
    return _latest(_read(exports_path(data_file)))


def _latest(noted: Iterable[PastExport]) -> tuple[PastExport, ...]:
    latest: dict[str, PastExport] = {}
    for each in noted:
        latest.pop(each.path, None)
        latest[each.path] = each
    return tuple(latest.values())


def note_export(data_file: Path, export: PastExport) -> None:
    """Note an export durably; what is noted already but for its day is not noted again.

    Raises:
        OSError: where it cannot be noted.
    """
    path = exports_path(data_file)
    with _locked(path) as descriptor:
        noted = tuple(_read(path))
        last = next((each for each in reversed(noted) if each.path == export.path), None)
        if last is not None and msgspec.structs.replace(last, on=export.on) == export:
            return
        if len(noted) >= 2 * KEPT:
            replace_file(path, _lines(_latest((*noted, export))[-KEPT:]))
            return
        if noted and not read_or_nothing(path).endswith(b"\n"):
            # A line that was torn off while it was written.
            write_all(descriptor, b"\n")
        write_all(descriptor, _lines((export,)))
        os.fsync(descriptor)


def rewrite_exports(data_file: Path, changed: Callable[[PastExport], PastExport | None]) -> None:
    """Change what is noted; None lets a line go. Nothing is written where nothing changes.

    Raises:
        OSError: where it cannot be written.
    """
    path = exports_path(data_file)
    if not path.is_file():
        return
    with _locked(path):
        noted = tuple(_read(path))
        kept = tuple(each for each in map(changed, noted) if each is not None)
        if kept != noted:
            replace_file(path, _lines(kept))


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """The file, held alone: it may be replaced while one waits for it."""
    while True:
        descriptor = _opened(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if _is_still(path, descriptor):
                yield descriptor
                return
        finally:
            os.close(descriptor)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        return os.open(path, flags)
    except FileNotFoundError:
        descriptor = os.open(path, flags | os.O_CREAT, FILE_MODE)
        sync_folder(path.parent)
        return descriptor


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        named = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(named, os.fstat(descriptor))


def _read(path: Path) -> Iterator[PastExport]:
    data = read_or_nothing(path)
    if len(data) > LONGEST:
        return
    for line in data.splitlines():
        try:
            yield msgspec.json.decode(line, type=PastExport)
        except msgspec.DecodeError:
            continue


def _lines(exports: Iterable[PastExport]) -> bytes:
    return b"".join(msgspec.json.encode(each) + b"\n" for each in exports)
