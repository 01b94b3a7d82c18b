"""`walk` on a real terminal and without one: how it ends, and that it sends nothing but text."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

import pytest
from walk_trial import TODAY, home_of, network

from store.disk.file_keeper import FileKeeper
from store.disk.new_file import write_new
from store.records.ids import FollowUpId

PROGRAM = "from tui.entry import main; main()"
WITHIN = 20.0
COLUMNS = 40


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "network.json"
    write_new(path, network())
    return path


def command(path: Path, *options: str) -> list[str]:
    where = ("--data", str(path), "--today", TODAY.isoformat(), "--lang", "en")
    return [sys.executable, "-c", PROGRAM, *where, "walk", *options]


def piped(path: Path, typed: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(path, *options),
        input=typed,
        capture_output=True,
        env=home_of(path.parent) | {"TERM": "dumb"},
        timeout=60,
        check=False,
    )


class Telephone:
    """A terminal of forty columns that keeps all it is sent."""

    def __init__(self, path: Path) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
            program = command(path)
            os.execve(program[0], program, home_of(path.parent) | {"TERM": "xterm-256color"})
        self.sent = b""

    def wait_for(self, text: str, times: int = 1) -> None:
        end = time.monotonic() + WITHIN
        while self.sent.decode(errors="replace").count(text) < times:
            assert time.monotonic() < end, self.sent.decode(errors="replace")
            self._read()

    def type(self, text: str) -> None:
        os.write(self.fd, text.encode())

    def status(self) -> int:
        end = time.monotonic() + WITHIN
        while time.monotonic() < end:
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._read()
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("it did not end")

    def _read(self) -> None:
        if select.select([self.fd], [], [], 0.02)[0]:
            try:
                self.sent += os.read(self.fd, 65536)
            except OSError:
                return

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


@pytest.fixture
def telephone(there: Path) -> Iterator[Telephone]:
    begun = Telephone(there)
    begun.wait_for("w, ?: ")
    yield begun
    begun.close()


def test_on_a_terminal_it_sends_text_and_nothing_else(telephone: Telephone) -> None:
    telephone.type("d\n")
    telephone.wait_for("w, ?: ", 2)
    telephone.type("w\n")
    telephone.wait_for("w, ?: ", 3)
    telephone.type("q\n")
    assert telephone.status() == 0
    assert re.findall(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", telephone.sent) == []
    lines = telephone.sent.decode().replace("\r", "").split("\n")
    assert max(map(len, lines)) <= COLUMNS
    assert "Amélie Roussel, done. u takes it back." in " ".join(lines)


def test_the_end_of_the_file_ends_it_with_the_line(telephone: Telephone) -> None:
    telephone.type("\x04")
    assert telephone.status() == 0
    assert telephone.sent.endswith(b"\n")


@pytest.mark.parametrize("question", [False, True])
def test_ctrl_c_ends_it_with_the_line(telephone: Telephone, question: bool) -> None:
    if question:
        telephone.type("s\n")
        telephone.wait_for("s: ")
    telephone.type("\x03")
    assert telephone.status() == 128 + signal.SIGINT
    assert telephone.sent.endswith(b"\n")
    assert b"Traceback" not in telephone.sent


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_ends_it_in_good_order(
    telephone: Telephone, there: Path, number: signal.Signals
) -> None:
    telephone.type("d\n")
    telephone.wait_for("w, ?: ", 2)
    os.kill(telephone.pid, number)
    assert telephone.status() == 128 + number
    assert b"Traceback" not in telephone.sent
    assert FileKeeper(there).snapshot.follow_ups[FollowUpId("INTRO")].closed == TODAY
    journal = there.with_name("network.json.journal")
    assert journal.read_bytes() == b"", "the files are put in order"


def test_a_terminal_that_goes_away_ends_it(there: Path) -> None:
    telephone = Telephone(there)
    telephone.wait_for("w, ?: ")
    os.close(telephone.fd)
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        pid, status = os.waitpid(telephone.pid, os.WNOHANG)
        if pid:
            assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP
            return
        time.sleep(0.02)
    raise AssertionError("it did not end")


def test_lines_may_come_from_a_pipe(there: Path) -> None:
    run = piped(there, b"d\nn \xff likes jazz\nq\n")
    assert run.returncode == 0
    assert run.stderr == b""
    assert "Tomás Herrera, noted.".encode() in run.stdout
    assert b"\x1b" not in run.stdout
    assert FileKeeper(there).snapshot.follow_ups[FollowUpId("INTRO")].closed == TODAY


def test_without_any_input_it_tells_about_the_first_and_ends(there: Path) -> None:
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *command(there)],
        capture_output=True,
        env=home_of(there.parent),
        timeout=60,
        check=False,
    )
    assert closed.returncode == 0, closed.stderr
    assert "Amélie Roussel.".encode() in closed.stdout
    assert closed.stderr == b""


def test_a_reader_that_goes_away_is_no_failure(there: Path) -> None:
    run = subprocess.run(
        ["sh", "-c", '"$@" | head -c 1', "sh", *command(there)],
        input=b"?\n" * 2000,
        capture_output=True,
        env=home_of(there.parent),
        timeout=60,
        check=False,
    )
    assert run.stderr == b""
    assert not list(there.parent.rglob("crash-*"))


def test_a_locale_without_the_letters_shows_others_and_goes_on(there: Path) -> None:
    run = subprocess.run(
        command(there),
        input=b"?\nd\n",
        capture_output=True,
        env=home_of(there.parent) | {"PYTHONIOENCODING": "ascii"},
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert b"Roussel, done. u takes it back." in run.stdout


def test_walking_never_loads_a_screen(there: Path) -> None:
    script = (
        "import sys\n"
        "from tui.cli.main import CommandLine\n"
        f"CommandLine({command(there)[3:]!r}).run()\n"
        "held = {name.partition('.')[0] for name in sys.modules}\n"
        "assert not held & {'textual', 'rich', 'readline'}, held\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=b"w\nc call 20\nu\np zo\nq\n",
        capture_output=True,
        env=home_of(there.parent),
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
