"""A lock between sessions, held for the time of one commit."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.disk.storage import FILE_MODE, make_folder
from store.words.message import BusyProblem

PATIENCE = 5.0
"""Seconds to wait for another session."""

PAUSE = 0.01
"""Seconds between two tries."""


@contextmanager
def locked(data_file: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a data file: `flock` on FILE.lock, which is never unlinked.

    `flock` and not `lockf`: the latter is let go as soon as any descriptor of the file is closed.

    Raises:
        BusyProblem: where another session holds it for longer than `patience` seconds.
        OSError: where the lock file cannot be made.
    """
    make_folder(data_file.parent)
    path = data_file.with_name(f"{data_file.name}.lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
    try:
        _acquire(descriptor, patience)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
                raise BusyProblem("busy", "problem.busy", pid=holder or "?") from None
            time.sleep(PAUSE)
        else:
            return
