"""The program itself on a pseudo-terminal, and what a person would see there; for tests."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import Any

import pyte

ROOT = Path(__file__).parents[2]
PROGRAM = "from tui.entry import main; main()"
ROWS, COLUMNS = 24, 80
STARTS_WITHIN = 20.0

ON_AND_OFF = {"1049": b"h", "2004": b"h", "1004": b"h", "1000": b"h", "1003": b"h", "1006": b"h"}
"""Modes that a program sets for itself, and must have left at its end."""


class RealTerminal:
    """A child on a terminal of its own, in a home of its own."""

    def __init__(self, home: Path, *arguments: str) -> None:
        """Start the program."""
        here = {k: v for k, v in os.environ.items() if not k.startswith(("SSH", "TEXTUAL", "XDG"))}
        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
        clean = here | folders | {"HOME": str(home), "TERM": "xterm-256color"}
        clean |= {"LANG": "en_GB.UTF-8", "PYTHONPATH": str(ROOT)}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, *arguments], clean)
        self.before = termios.tcgetattr(self.fd)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self.status: int | None = None

    def _read(self) -> None:
        if select.select([self.fd], [], [], 0.02)[0]:
            try:
                read = os.read(self.fd, 65536)
            except OSError:
                return
            self.sent += read
            # The emulator takes the private forms of these for colours; they draw nothing.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][\d;]*[um]", b"", read))

    def wait_for(self, text: str) -> None:
        """Read until a text stands on the screen."""
        end = time.monotonic() + STARTS_WITHIN
        while not any(text in line for line in self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self._read()

    def type(self, text: str) -> None:
        """Keys, as a terminal sends them."""
        os.write(self.fd, text.encode())

    def ends_within(self, seconds: float) -> int:
        """Wait for the end; its exit status.

        Raises:
            AssertionError: where it does not come.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._read()
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError("it did not end")

    def modes_left_on(self) -> list[str]:
        """Modes that were set last and not taken back, the cursor's absence among them."""
        left = []
        for mode in (*ON_AND_OFF, "25"):
            turns = re.findall(rb"\x1b\[\?" + mode.encode() + rb"([hl])", self.sent)
            asleep = b"l" if mode == "25" else b"h"
            if turns and turns[-1] == asleep:
                left.append(mode)
        return left

    def settings_changed(self) -> list[Any]:
        """Settings of the line that are not as they were: echo, raw mode, flow control."""
        after = termios.tcgetattr(self.fd)
        return [(a, b) for a, b in zip(self.before, after, strict=True) if a != b]

    def close(self) -> None:
        """Leave nothing behind."""
        if self.status is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self.fd)
