"""FILE.history: the last commits that the data file holds already, from which undo is told.

Its lines are those of the journal, moved here before the data file is written anew.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from store.actions.commit import UNDO_DEPTH, Entry
from store.disk.durable import (
    FILE_MODE,
    make_folder,
    read_or_nothing,
    refuse_read_only,
    replace_file,
    sync_folder,
    write_all,
)
from store.disk.line import BadLineError, Read, entry_of_line, read_line
from store.disk.older_history import from_older, is_older
from store.disk.places import history_path
from store.records.document import BadDocumentError

KEPT = 2 * UNDO_DEPTH
"""Lines that are kept; redo and undo of redo take lines of their own."""

LONGEST = KEPT + UNDO_DEPTH
"""Lines after which the file is cut."""


def read_history(data_file: Path, revision: int, tip: str) -> list[Entry]:
    """The commits up to a revision, oldest first.

    Args:
        data_file: whose history.
        revision: the one that the data file holds.
        tip: the checksum of the line that made it; empty where that is not known.

    Raises:
        OSError: where the file cannot be read.
    """
    entries: list[Entry] = []
    for read in _chained(read_or_nothing(history_path(data_file)), revision, tip)[0]:
        try:
            entries.append(entry_of_line(read.line))
        except BadDocumentError:
            # What lies behind it can no longer be undone in order.
            entries.clear()
    return entries


def history_after(data_file: Path, revision: int, tip: str) -> list[Read]:
    """The lines that go on from a revision which the history knows; none where it does not.

    Raises:
        OSError: where the file cannot be read.
    """
    found: list[Read] = []
    for raw in read_or_nothing(history_path(data_file)).splitlines(keepends=True):
        try:
            read = read_line(raw)
        except BadLineError:
            return []
        if read.line.seq == revision:
            if read.tip != tip:
                return []
        elif read.line.seq > revision:
            if read.line.prev != (found[-1].tip if found else tip):
                return []
            found.append(read)
    return found


def history_holds(data_file: Path, tip: str) -> bool:
    """Whether a line with this checksum has come into the history.

    Raises:
        OSError: where the file cannot be read.
    """
    data = read_or_nothing(history_path(data_file))
    wanted = tip.encode() + b" "
    return data.startswith(wanted) or b"\n" + wanted in data


def bring_up_history(data_file: Path, revision: int) -> str:
    """Write a history of an older form in that of today; give the checksum of its last line.

    Raises:
        OSError: where it cannot be done.
    """
    path = history_path(data_file)
    data = read_or_nothing(path)
    reads, whole = _chained(data, revision, "")
    if data and not whole:
        replace_file(path, b"".join(read.raw for read in reads))
    return reads[-1].tip if reads else ""


def extend_history(data_file: Path, lines: Sequence[Read], revision: int, tip: str) -> None:
    """Add the newest commits durably.

    Args:
        data_file: whose history.
        lines: the commits that follow on `revision`, in their order.
        revision: the one that the data file holds so far.
        tip: the checksum of the line that made it.

    Raises:
        OSError: where it cannot be done.
    """
    if not lines:
        return
    path = history_path(data_file)
    data = read_or_nothing(path)
    held, whole = _chained(data, revision, tip)
    if whole and len(held) + len(lines) <= LONGEST:
        _append(path, b"".join(read.raw for read in lines), len(data))
        return
    kept = [*held, *lines][-KEPT:]
    replace_file(path, b"".join(read.raw for read in kept))


def _chained(data: bytes, revision: int, tip: str) -> tuple[list[Read], bool]:
    """The lines that lead up to a revision, and whether the file holds nothing else.

    A line beyond it belongs to a checkpoint that never came to be: the journal has it still.
    """
    if is_older(data):
        return from_older(data, revision), False
    reads: list[Read] = []
    whole = True
    for raw in data.splitlines(keepends=True):
        try:
            read = read_line(raw)
        except BadLineError:
            reads.clear()
            whole = False
            continue
        if read.line.seq > revision:
            whole = False
            break
        if reads and (read.line.prev != reads[-1].tip or not raw.endswith(b"\n")):
            reads.clear()
            whole = False
        reads.append(read)
    if reads and (reads[-1].line.seq != revision or (tip and reads[-1].tip != tip)):
        return [], False
    return reads, whole


def _append(path: Path, data: bytes, end: int) -> None:
    make_folder(path.parent)
    refuse_read_only(path)
    known = path.exists()
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    descriptor = os.open(path, flags, FILE_MODE)
    try:
        try:
            write_all(descriptor, data)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, end)
            raise
    finally:
        os.close(descriptor)
    if not known:
        sync_folder(path.parent)
