"""Ends the program when it is told to, or when its terminal is gone.

Plain Textual lives on, busily, when SIGHUP is ignored and the terminal vanishes. Here SIGTERM,
SIGHUP and a hung-up terminal all end it within two seconds: in good order where the event loop
still turns, by force otherwise. What was said to be saved is on the disk before it is said.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import termios
import threading
from collections.abc import Callable
from typing import Any

POLL_SECONDS = 0.5
"""How often the terminal is looked at."""

GRACE_SECONDS = 1.4
"""After so long an orderly end is given up; with one poll that is below two seconds."""

SIGNALS = (signal.SIGTERM, signal.SIGHUP)

STATUS_OF_SIGNAL = 128
"""Exit status of a program ended by a signal, as shells give it: 128 plus its number."""

RESTORE = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Leaves paste, mouse, keyboard, alternate screen and focus modes; shows the cursor."""


def hung_up(descriptor: int) -> bool:
    """Whether the other end of a terminal is gone."""
    poll = select.poll()
    try:
        poll.register(descriptor, select.POLLHUP | select.POLLERR)
        return any(event & (select.POLLHUP | select.POLLNVAL) for _, event in poll.poll(0))
    except (OSError, ValueError):
        return True


class Lifetime:
    """Watches signals and the terminal, and ends the program once."""

    def __init__(
        self,
        end: Callable[[int], None],
        descriptor: int | None,
        leave: Callable[[int], None] = os._exit,
    ) -> None:
        """Remember what to do.

        Args:
            end: asks for an orderly end with an exit status; runs on the event loop.
            descriptor: the terminal, or None where there is none to watch.
            leave: ends the process at once.
        """
        self._end = end
        self._descriptor = descriptor
        self._leave = leave
        self._ending = False
        self._backstop: threading.Timer | None = None
        self._attributes = _attributes(descriptor)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take over the signals; only the main thread may."""
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                loop.add_signal_handler(number, self.finish, STATUS_OF_SIGNAL + number)

    def release(self, loop: asyncio.AbstractEventLoop) -> None:
        """Give the signals back, and call off the end by force."""
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                loop.remove_signal_handler(number)

    def look(self) -> None:
        """End where the terminal is gone; to be called every `POLL_SECONDS`."""
        if self._descriptor is not None and hung_up(self._descriptor):
            self.finish(STATUS_OF_SIGNAL + signal.SIGHUP)

    def finish(self, status: int) -> None:
        """Ask for an orderly end, and force it if it does not come."""
        if self._ending:
            return
        self._ending = True
        self._backstop = threading.Timer(GRACE_SECONDS, self._force, (status,))
        self._backstop.daemon = True
        self._backstop.start()
        self._end(status)

    def _force(self, status: int) -> None:
        if self._descriptor is not None:
            restore(self._descriptor, self._attributes)
        self._leave(status)


def _attributes(descriptor: int | None) -> list[Any] | None:
    if descriptor is None:
        return None
    try:
        return termios.tcgetattr(descriptor)
    except (termios.error, ValueError):
        return None


def restore(descriptor: int, attributes: list[Any] | None) -> None:
    """Give a terminal back as a shell expects it; a terminal that is gone is no trouble."""
    try:
        os.set_blocking(descriptor, False)
        os.write(descriptor, RESTORE.encode())
        os.set_blocking(descriptor, True)
        if attributes is not None:
            termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        return
