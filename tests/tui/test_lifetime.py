"""The program on a real terminal: told to end, hung up on, and without colours."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

import pytest

from tui.lifetime import Lifetime, hung_up

STORIES = Path(__file__).parents[1] / "stories"
ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {stories!r}]
from stage import app_over, network
app = app_over(network(), state=Path({state!r}), environment=os.environ)
app.run(mouse=False)
sys.exit(app.return_code or 0)
"""
ENDS_WITHIN = 2.0
STARTS_WITHIN = 20.0


class Session:
    """A child on a terminal of its own."""

    def __init__(self, state: Path, ignore_hangup: bool = False, **environment: str) -> None:
        code = PROGRAM.format(root=str(ROOT), stories=str(STORIES), state=str(state))
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if ignore_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            clean = {k: v for k, v in os.environ.items() if not k.startswith(("SSH", "TEXTUAL"))}
            clean |= {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8", **environment}
            os.execve(sys.executable, [sys.executable, "-c", code], clean)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.sent = b""
        self.status: int | None = None

    def read_until(self, text: bytes) -> None:
        """Read until a text has come."""
        end = time.monotonic() + STARTS_WITHIN
        while text not in self.sent:
            assert time.monotonic() < end, self.sent[-400:]
            self._read()

    def _read(self) -> None:
        if select.select([self.fd], [], [], 0.02)[0]:
            try:
                self.sent += os.read(self.fd, 65536)
            except OSError:
                return

    def ends_within(self, seconds: float, *, read: bool = True) -> int:
        """Wait for the end; its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if read:
                self._read()
            else:
                select.select([], [], [], 0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                if read:
                    self._read()
                return self.status
        raise AssertionError("it did not end")

    def close(self) -> None:
        """Leave nothing behind."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    begun = Session(tmp_path)
    begun.read_until(b"help")
    yield begun
    begun.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_soon_and_restores_the_terminal(
    session: Session, number: signal.Signals
) -> None:
    os.kill(session.pid, number)
    assert session.ends_within(ENDS_WITHIN) == 128 + number
    assert b"\x1b[?1049l" in session.sent
    assert b"\x1b[?25h" in session.sent
    assert b"Traceback" not in session.sent


def test_a_vanished_terminal_ends_it_even_where_hangups_are_ignored(tmp_path: Path) -> None:
    session = Session(tmp_path, ignore_hangup=True)
    session.read_until(b"help")
    os.close(session.fd)
    try:
        session.ends_within(ENDS_WITHIN, read=False)
    finally:
        session.close()
    assert list(tmp_path.glob("crash-*")) == []


def test_what_is_being_typed_outlives_a_hangup(session: Session, tmp_path: Path) -> None:
    os.write(session.fd, b"n")
    session.read_until(b"Note on")
    os.write(session.fd, b"half a thou")
    session.read_until(b"half a tho")
    os.kill(session.pid, signal.SIGHUP)
    session.ends_within(ENDS_WITHIN)
    assert "half a tho" in (tmp_path / "drafts.json").read_text()


def test_the_window_is_named_after_the_program_and_nobody(session: Session) -> None:
    os.write(session.fd, b"q")
    assert session.ends_within(ENDS_WITHIN) == 0
    titles = re.findall(rb"\x1b\]2;([^\x07]*)\x07", session.sent)
    assert titles == [b"arrosoir"]


def test_no_color_sends_no_colour_code(tmp_path: Path) -> None:
    session = Session(tmp_path, NO_COLOR="1")
    session.read_until(b"help")
    os.write(session.fd, b"jq")
    session.ends_within(ENDS_WITHIN)
    session.close()
    codes = re.findall(rb"\x1b\[([\d;]*)m", session.sent)
    parts = {part for code in codes for part in code.split(b";") if part}
    # 39 and 49 give the terminal's own colours back and are none.
    colours = {p for p in parts if 30 <= int(p) < 39 or 40 <= int(p) < 49 or 90 <= int(p) <= 107}
    assert colours == set()


def test_a_terminal_with_nobody_at_the_other_end_is_hung_up() -> None:
    master, slave = pty.openpty()
    assert not hung_up(slave)
    os.close(master)
    assert hung_up(slave)
    os.close(slave)


def test_an_end_is_asked_for_once_and_forced_if_it_does_not_come() -> None:
    asked: list[int] = []
    forced: list[int] = []
    life = Lifetime(asked.append, None, forced.append)
    life.finish(143)
    life.finish(129)
    assert asked == [143]
    life._force(143)
    assert forced == [143]
    assert life._backstop is not None
    life._backstop.cancel()
