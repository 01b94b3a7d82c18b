"""A session in a process of its own that tells over a pipe what it has done.

Forked from the test, which has everything imported, so that hundreds of them cost seconds.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Tell = Callable[[str], None]
"""Says one line to the test; once it returns, the line is there whatever befalls the child."""

PATIENCE = 60.0
"""Seconds after which a child that says nothing has failed the test."""

FAILED = "!"
"""Begins the line of a child that ended with an exception."""


class Child:
    """One forked session, as the test sees it."""

    def __init__(self, pid: int, pipe: int) -> None:
        """Remember both."""
        self.pid = pid
        self._pipe = pipe
        self._data = b""
        self._ended = False
        self._status: int | None = None

    def line(self, patience: float = PATIENCE) -> str | None:
        """The next line it says; None once it says no more."""
        deadline = time.monotonic() + patience
        while b"\n" not in self._data:
            if self._ended:
                return None
            assert self._hear(deadline - time.monotonic()), "the child says nothing"
        line, self._data = self._data.split(b"\n", 1)
        text = line.decode()
        assert not text.startswith(FAILED), text.replace("\\n", "\n")
        return text

    def until(self, wanted: str) -> None:
        """Wait for one line; those before it must not be needed any more."""
        while (line := self.line()) != wanted:
            assert line is not None, f"ended before it said {wanted!r}"

    def rest(self) -> list[str]:
        """All that it still says, to its end."""
        lines = []
        while (line := self.line()) is not None:
            lines.append(line)
        return lines

    def said(self) -> None:
        """Take in what it has said by now, so that the pipe never fills up."""
        while not self._ended and self._hear(0):
            pass

    def says_more(self) -> None:
        """Wait until it has said something that it had not said yet."""
        self.said()
        assert self._ended or self._hear(PATIENCE), "the child says nothing more"

    def _hear(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._pipe], [], [], max(seconds, 0))
        if ready:
            data = os.read(self._pipe, 1 << 16)
            self._ended = not data
            self._data += data
        return bool(ready)

    def signal(self, number: signal.Signals) -> None:
        """Send it one; nothing happens where it has ended."""
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def stopped(self) -> None:
        """Wait until it stands still."""
        deadline = time.monotonic() + PATIENCE
        while Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2][0] != "T":
            assert time.monotonic() < deadline, "the child does not stop"
            select.select([], [], [], 0.001)

    def wait(self) -> int:
        """Its exit status, negative for a signal."""
        if self._status is None:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def done(self) -> list[str]:
        """All that it still says, and that it ends well."""
        lines = self.rest()
        assert self.wait() == 0
        return lines

    def end(self) -> None:
        """Kill it where it still runs."""
        if self._status is None:
            self.signal(signal.SIGKILL)
            self.wait()
        os.close(self._pipe)


@contextmanager
def forked(work: Callable[[Tell], None]) -> Iterator[Child]:
    """Run something in a child process; it is killed where the test leaves before it ends."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _run(work, writing)
    os.close(writing)
    child = Child(pid, reading)
    try:
        yield child
    finally:
        child.end()


def _run(work: Callable[[Tell], None], pipe: int) -> None:
    """Never returns: what the test has opened is not the child's to close."""

    def tell(text: str) -> None:
        os.write(pipe, text.encode() + b"\n")

    status = 1
    try:
        gc.disable()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        work(tell)
        status = 0
    except BaseException:  # noqa: BLE001 - told to the test
        tell(FAILED + traceback.format_exc().replace("\n", "\\n"))
    finally:
        sys.stdout = sys.stderr = None
        os._exit(status)


def stop_oneself() -> None:
    """What Ctrl-Z does; returns once the test lets it go on."""
    os.kill(os.getpid(), signal.SIGSTOP)
