"""A lock between sessions, held for the time of one commit.

`flock` on FILE.lock, which is never removed; not `lockf`, which is let go as soon as any descriptor
of the file is closed. A session that is stopped (Ctrl-Z) or hangs in the middle of a commit keeps
its flock: after a second the name is given to a new, locked file. Whoever was taken over sees that
before it acknowledges anything, since its file no longer bears the name.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from store.disk.durable import FILE_MODE, make_folder
from store.disk.places import lock_path
from store.words.message import BusyProblem

PATIENCE = 5.0
"""Seconds to wait for another session."""

TAKE_OVER_SECONDS = 1.0
"""A commit takes milliseconds; one that has not ended after so long is not going to."""

SHORTEST_PAUSE, LONGEST_PAUSE = 0.0003, 0.01
"""Seconds between two tries: the longer it takes, the longer."""

HOLDER_BYTES = 48

UNSETTLED = "!"
"""Begins the holder's name from a take-over on until the journal has been renewed."""


Keeping = Callable[[], AbstractContextManager[bool]]
"""See `Held.keeping`."""


class Held:
    """The lock, while it is held."""

    def __init__(self, descriptor: int, path: Path, *, unsettled: bool) -> None:
        """Remember which file bears the name."""
        self._descriptor = descriptor
        self._path = path
        self.unsettled = unsettled
        """Whether it was taken from a session that had stopped in the middle of something, by this
        session or by one that has ended since, and the journal was not renewed yet."""

    def still(self) -> bool:
        """Whether nobody has taken it over."""
        return _names(self._path, self._descriptor)

    @contextmanager
    def keeping(self) -> Iterator[bool]:
        """Nobody takes the lock over meanwhile; gives whether nobody has before.

        For the moment in which a file is given its name: a session that is stopped there must not
        go on later and take the name of a newer file away.

        Raises:
            BusyProblem: where another session is stopped in such a moment.
        """
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        deadline = time.monotonic() + PATIENCE
        try:
            while not _try(folder):
                if time.monotonic() >= deadline:
                    raise BusyProblem("busy", "problem.busy", pid="?")
                time.sleep(SHORTEST_PAUSE)
            yield self.still()
        finally:
            os.close(folder)

    def settle(self) -> None:
        """The journal is renewed: whoever was taken over can do no harm any more."""
        _sign(self._descriptor)
        self.unsettled = False

    def release(self) -> None:
        """Let go."""
        os.close(self._descriptor)


@contextmanager
def locked(data_file: Path, patience: float = PATIENCE) -> Iterator[Held]:
    """Hold the lock of a data file.

    Raises:
        BusyProblem: where another session holds it for longer than `patience` seconds.
        OSError: where the lock file cannot be made.
    """
    path = lock_path(data_file)
    held = _acquired(path, patience)
    try:
        yield held
    finally:
        held.release()


@contextmanager
def locked_plainly(path: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold a lock that is not taken over: whoever waits in vain does without.

    Raises:
        BusyProblem: where another session holds it for longer than `patience` seconds.
        OSError: where the lock file cannot be made.
    """
    descriptor = _opened(path)
    deadline = time.monotonic() + patience
    try:
        while not _try(descriptor):
            if time.monotonic() >= deadline:
                raise BusyProblem("busy", "problem.busy", pid=_pid(_holder(descriptor)))
            time.sleep(LONGEST_PAUSE)
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def _acquired(path: Path, patience: float) -> Held:
    deadline = time.monotonic() + patience
    pause = SHORTEST_PAUSE
    watched: tuple[int, str] | None = None
    since = 0.0
    while True:
        descriptor = _opened(path)
        if _try(descriptor):
            if _names(path, descriptor):
                unsettled = _holder(descriptor).startswith(UNSETTLED)
                _sign(descriptor, unsettled=unsettled)
                return Held(descriptor, path, unsettled=unsettled)
            os.close(descriptor)
            continue
        now = time.monotonic()
        holding = os.fstat(descriptor).st_ino, _holder(descriptor)
        os.close(descriptor)
        if holding != watched:
            watched, since = holding, now
        elif now - since > TAKE_OVER_SECONDS:
            taken = _taken_over(path, holding)
            if taken is not None:
                return Held(taken, path, unsettled=True)
        if now >= deadline:
            raise BusyProblem("busy", "problem.busy", pid=_pid(holding[1]))
        # Chance keeps several waiting sessions from trying in step.
        time.sleep(pause * (0.5 + os.urandom(1)[0] / 256))
        pause = min(2 * pause, LONGEST_PAUSE)


def _taken_over(path: Path, holding: tuple[int, str]) -> int | None:
    """Give the name to a new, locked file; None where the holder has moved on or others do so."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        # One at a time: the second would take the lock from the first.
        if not _try(folder):
            return None
        seen = _opened(path)
        try:
            if _try(seen) or (os.fstat(seen).st_ino, _holder(seen)) != holding:
                return None
        finally:
            os.close(seen)
        fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
        descriptor = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, FILE_MODE)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            _sign(descriptor, unsettled=True)
            fresh.replace(path)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor
    finally:
        os.close(folder)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
    try:
        return os.open(path, flags, FILE_MODE)
    except FileNotFoundError:
        make_folder(path.parent)
        return os.open(path, flags, FILE_MODE)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _names(path: Path, descriptor: int) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    return False


def _sign(descriptor: int, *, unsettled: bool = False) -> None:
    """Write who holds it, in the same length each time, so that nothing of the last one is left."""
    text = f"{UNSETTLED if unsettled else ''}{os.getpid()} {time.monotonic_ns()}"
    # A full disk is no reason not to hold a lock.
    with suppress(OSError):
        os.pwrite(descriptor, text.ljust(HOLDER_BYTES - 1).encode() + b"\n", 0)


def _pid(holder: str) -> str:
    return holder.removeprefix(UNSETTLED).partition(" ")[0] or "?"


def _holder(descriptor: int) -> str:
    return os.pread(descriptor, HOLDER_BYTES, 0).decode("ascii", "replace").strip()
