"""FILE.parts: pictures, sounds and keys that are too large for the data file, named by SHA-256.

Written before the commit that refers to them is durable, and never changed: writing one twice is
nothing. Only forgetting and repairing remove any, alone; whoever writes is there together with
others, and stays until the commit is made, so that nothing goes between the two.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from store.disk.durable import (
    make_folder,
    put_in_place_unsynced,
    read_or_nothing,
    sync_folder,
    write_beside,
)
from store.disk.places import parts_folder
from store.records.attachment import MOST_BYTES, digest_of, is_digest
from store.words.message import BusyProblem

PAUSE = 0.01
"""Seconds between two tries to come in."""

PATIENCE = 5.0
"""Seconds to wait for whoever removes some."""


class PartsFolder:
    """The parts of one data file; whoever has written some is in it until `leave`."""

    def __init__(self, data_file: Path) -> None:
        """Bind the data file, symlinks followed; nothing is made yet."""
        self._data_file = data_file
        self.path = parts_folder(data_file)
        self._inside: int | None = None
        """The folder's descriptor, with a lock that is shared with others who write."""

    def keep(self, parts: Mapping[str, bytes]) -> None:
        """Make parts durable; those that are there whole already are left as they are.

        Args:
            parts: by digest; each is asked for once, when its turn comes.

        Raises:
            ValueError: where a digest is not that of its part, or a part is larger than a part
                may be.
            OSError: where one cannot be written; no new one stays then.
            BusyProblem: where another session removes some for longer than a few seconds.
        """
        if not parts:
            return
        make_folder(self.path)
        self._enter()
        written: list[str] = []
        try:
            for digest in parts:
                if self.read(digest) is None:
                    self._write(digest, parts[digest])
                    written.append(digest)
            if written:
                sync_folder(self.path)
        except BaseException:
            self._take_back(written)
            raise

    def _write(self, digest: str, part: bytes) -> None:
        if digest_of(part) != digest or len(part) > MOST_BYTES:
            raise ValueError(f"not the part {digest}")
        path = self.path / digest
        put_in_place_unsynced(write_beside(path, (part,)), path)

    def _take_back(self, written: Iterable[str]) -> None:
        """Where there is no room for all, the rest takes none either; unless somebody uses it."""
        # Loaded only where something has gone wrong.
        from store.disk.parts_referred import referred

        with suppress(OSError, BusyProblem):
            self.leave()
            with self.alone(0.0):
                self.remove(set(written) - referred(self._data_file))

    def read(self, digest: str) -> bytes | None:
        """A part; None where it is not there whole."""
        if not is_digest(digest):
            return None
        try:
            part = read_or_nothing(self.path / digest)
        except OSError:
            return None
        return part if digest_of(part) == digest else None

    def sizes(self) -> dict[str, int]:
        """The bytes of all that is there, by digest; whole or not."""
        try:
            found = sorted(os.scandir(self.path), key=lambda each: each.name)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        return {
            each.name: each.stat().st_size
            for each in found
            if is_digest(each.name) and each.is_file(follow_symlinks=False)
        }

    def remove(self, digests: Iterable[str]) -> tuple[str, ...]:
        """Remove parts; whoever does it is alone. Gives those that were there.

        Raises:
            OSError: where one cannot be removed.
        """
        gone: list[str] = []
        for digest in sorted(digests):
            with suppress(FileNotFoundError):
                (self.path / digest).unlink()
                gone.append(digest)
        if gone:
            sync_folder(self.path)
        return tuple(gone)

    def _enter(self) -> None:
        if self._inside is None:
            self._inside = _locked(_opened(self.path), fcntl.LOCK_SH, PATIENCE)

    def leave(self) -> None:
        """What was written is referred to by now, or by nobody."""
        inside, self._inside = self._inside, None
        if inside is not None:
            os.close(inside)

    @contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """Nobody else is between writing parts and referring to them.

        Raises:
            BusyProblem: where another session is for longer than `patience` seconds.
            OSError: where the folder cannot be opened.
        """
        self.leave()
        try:
            descriptor = _opened(self.path)
        except FileNotFoundError:
            # Nobody has ever kept any.
            yield
            return
        _locked(descriptor, fcntl.LOCK_EX, patience)
        try:
            yield
        finally:
            os.close(descriptor)


def _opened(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def _locked(descriptor: int, how: int, patience: float) -> int:
    """The same descriptor once it is locked; closed where it cannot be."""
    deadline = time.monotonic() + patience
    try:
        while True:
            try:
                fcntl.flock(descriptor, how | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise BusyProblem("busy", "problem.busy", pid="?") from error
                time.sleep(PAUSE)
            else:
                return descriptor
    except BaseException:
        os.close(descriptor)
        raise
