"""FILE.journal: what is newer than the data file, one line a commit, only ever appended to.

Whoever appends holds the lock. The descriptor is opened before the lock is taken and belongs to one
inode for good: a session that was stopped in the middle of a commit and taken over writes, when it
goes on, to an inode that nobody reads any more (`renew` has made another one).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from store.disk.durable import (
    FILE_MODE,
    make_folder,
    put_in_place,
    read_or_nothing,
    refuse_no_file,
    removed_in_the_end,
    sync_data,
    sync_folder,
    write_all,
    write_beside,
)
from store.disk.line import BadLineError, Read, read_line
from store.disk.lock import Keeping
from store.words.message import DataProblem


class Tail(msgspec.Struct, frozen=True):
    """What stands in the journal from some place on."""

    lines: tuple[Read, ...]
    end: int
    """Where the last whole line ends, in bytes from the beginning of the file."""
    torn: bool
    """Whether an unfinished line follows."""


class Journal:
    """The journal of one data file, as one session has it open."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet."""
        self.path = path
        self._descriptor: int | None = None
        self._name_lasts = False
        """Whether the folder was synced since the file was opened, whoever has made it."""

    def open(self) -> None:
        """Open for appending; make the file where there is none.

        Raises:
            OSError: where that cannot be done.
        """
        if self._descriptor is not None:
            return
        make_folder(self.path.parent)
        if self.path.exists():
            refuse_no_file(self.path)
        self._name_lasts = False
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
        self._descriptor = os.open(self.path, flags, FILE_MODE)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    @property
    def descriptor(self) -> int:
        """The open file."""
        assert self._descriptor is not None
        return self._descriptor

    @property
    def inode(self) -> int:
        """Of the open file."""
        return os.fstat(self.descriptor).st_ino

    def is_current(self) -> bool:
        """Whether the open file is still the one that bears the name."""
        try:
            named = self.path.stat()
        except FileNotFoundError:
            return False
        return named.st_ino == os.fstat(self.descriptor).st_ino

    def append(self, raw: bytes, end: int, *, behind_others: bool) -> None:
        """Add a line after the last whole one, durably; an unfinished line is cut off first.

        Args:
            raw: the line.
            end: where the last whole line ends.
            behind_others: whether the line before is somebody else's, who may have been killed
                before it was durable: a hole must not come to stand before a whole line.

        Raises:
            OSError: where it cannot be done; the line is taken back.
        """
        descriptor = self.descriptor
        if os.fstat(descriptor).st_size != end:
            os.ftruncate(descriptor, end)
            behind_others = True
        if behind_others:
            sync_data(descriptor)
        try:
            write_all(descriptor, raw)
            sync_data(descriptor)
            if not self._name_lasts:
                sync_folder(self.path.parent)
                self._name_lasts = True
        except OSError:
            os.ftruncate(descriptor, end)
            raise

    def empty(self) -> None:
        """Forget all lines, since the data file holds them.

        Raises:
            OSError: where that cannot be done.
        """
        os.ftruncate(self.descriptor, 0)
        sync_data(self.descriptor)

    def ends_with(self, tip: str, start: int) -> bool:
        """Whether the line that begins at a place is still the one with this checksum."""
        return os.pread(self.descriptor, len(tip), start) == tip.encode()

    def renew(self, keeping: Keeping, refused: str = "") -> bool:
        """Give the name to a new file with the same whole lines, and open that.

        Args:
            keeping: keeps the lock from being taken over while the name is given.
            refused: the checksum of a last line that was said not to be saved.

        Returns:
            Whether it was done; not where the lock was lost meanwhile.

        Raises:
            OSError: where that cannot be done.
            DataProblem: where the journal is damaged.
        """
        self.close()
        data = read_or_nothing(self.path)
        tail = tail_of(data, 0, self.path)
        end = tail.end
        if tail.lines and tail.lines[-1].tip == refused:
            end -= len(tail.lines[-1].raw)
        fresh = write_beside(self.path, (data[:end],))
        with removed_in_the_end(fresh), keeping() as is_held:
            if not is_held:
                return False
            put_in_place(fresh, self.path)
        self.open()
        return True


def size_of(path: Path) -> tuple[int, int]:
    """Inode and length of a journal; zeros where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_ino, found.st_size


def read_tail(path: Path, start: int) -> Tail:
    """Read the lines from a place on; the lock need not be held.

    Raises:
        OSError: where the file cannot be read.
        DataProblem: where a whole line is damaged.
    """
    try:
        refuse_no_file(path)
        with path.open("rb") as file:
            file.seek(start)
            data = file.read()
    except FileNotFoundError:
        data = b""
    return tail_of(data, start, path)


def tail_of(data: bytes, start: int, path: Path) -> Tail:
    """The lines in some bytes of a journal.

    A last line without its end, or with holes where a power cut left pages unwritten, was never
    acknowledged: it is torn. Any other line that does not fit its checksum was damaged later.

    Raises:
        DataProblem: where a line is damaged.
    """
    lines: list[Read] = []
    end = 0
    for raw in _raw_lines(data):
        try:
            lines.append(read_line(raw))
        except BadLineError as error:
            if end + len(raw) == len(data) and b"\x00" in raw:
                return Tail(tuple(lines), start + end, torn=True)
            number = data.count(b"\n", 0, end) + 1
            raise DataProblem(
                "journal_damaged", "problem.journal_damaged", path=str(path), line=number
            ) from error
        end += len(raw)
    return Tail(tuple(lines), start + end, torn=end < len(data))


def _raw_lines(data: bytes) -> Iterator[bytes]:
    """The lines that have an end."""
    place = 0
    while (found := data.find(b"\n", place)) >= 0:
        yield data[place : found + 1]
        place = found + 1
