"""Ends the walk when it is told to: at once where it waits for a line, else before the next one.

An act under way is never broken off, so that what is said of it is true.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

STATUS_OF_SIGNAL = 128
"""Exit status of a program ended by a signal, as shells give it: 128 plus its number."""


class EndedError(Exception):
    """The walk is over before its end."""

    def __init__(self, status: int) -> None:
        """Say with which exit status."""
        super().__init__(status)
        self.status = status


class Ending:
    """Listens to the signals that end a program."""

    def __init__(self) -> None:
        """Nothing has been told yet."""
        self._status = 0
        self._waiting = False
        self._woken: int | None = None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take over the signals, those that are ignored excepted; give them back at the end."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.getsignal(number) for number in SIGNALS}
        taken = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
        with self._waking():
            for number in taken:
                signal.signal(number, self._told)
            try:
                yield
            finally:
                for number in taken:
                    signal.signal(number, before[number])

    @contextmanager
    def _waking(self) -> Iterator[None]:
        """A pipe into which the signals write, too."""
        self._woken, wake = os.pipe()
        os.set_blocking(wake, False)
        before = signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            os.close(self._woken)
            os.close(wake)
            self._woken = None

    def wait_for(self, descriptor: int) -> None:
        """Wait until there is something to read.

        A signal that comes after the last look at it, and before the system waits, is not heard by
        Python until the wait is over: so the pipe is waited for along with the descriptor.

        Raises:
            EndedError: where the end has been told, before or meanwhile.
        """
        with self.waiting():
            woken = [] if self._woken is None else [self._woken]
            select.select([descriptor, *woken], [], [])
        if self._status:
            raise EndedError(self._status)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """What is done in here may be broken off.

        Raises:
            EndedError: where the end has been told, before or meanwhile.
        """
        self._waiting = True
        try:
            if self._status:
                raise EndedError(self._status)
            yield
        finally:
            self._waiting = False

    def _told(self, number: int, frame: FrameType | None) -> None:
        self._status = STATUS_OF_SIGNAL + number
        if self._waiting:
            raise EndedError(self._status)
