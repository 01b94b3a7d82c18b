"""What the kernel is asked for, and in which order: the one proof that all lasts over a power cut.

A killed process loses nothing that it has written, synced or not; only the calls themselves show
that a change is on the disk before it is said to be saved.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from orders import line

CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,ftruncate,unlink,close"

_CALL = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<given>.*)\) += (?P<result>-?\d+)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Call(NamedTuple):
    """One system call that did what it was asked for."""

    name: str
    file: str
    """The name of the file that it is about, without its folder; `stdout` for the answer."""
    given: str

    def is_on(self, name: str, file: str) -> bool:
        """Whether it is of a kind, on a file."""
        return self.name == name and self.file == file


def calls_of(trace: str) -> list[Call]:
    """The calls of one process, with the files that their descriptors stood for."""
    files = {1: "stdout"}
    calls = []
    for text in trace.splitlines():
        found = _CALL.match(text)
        if found is None or int(found["result"]) < 0:
            continue
        name, given = found["name"], found["given"]
        paths = [Path(each).name for each in _QUOTED.findall(given)]
        if name == "openat":
            files[int(found["result"])] = paths[0]
            calls.append(Call(name, paths[0], given))
        elif name in ("rename", "renameat", "renameat2"):
            calls.append(Call("rename", paths[-1], paths[0]))
        elif name == "unlink":
            calls.append(Call(name, paths[0], given))
        else:
            number = int(given.split(",", 1)[0])
            calls.append(Call(name, files.get(number, "?"), given))
            if name == "close":
                files.pop(number, None)
    return calls


DATA = "arrosoir.json"
JOURNAL = f"{DATA}.journal"
HISTORY = f"{DATA}.history"


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Of a batch of two changes on a file that is there, and of the end of that session."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("there is no strace")
    folder = tmp_path_factory.mktemp("traced") / "data"
    program = [sys.executable, "-c", "from tui.entry import main; main()"]
    batch = [*program, "--data", str(folder / DATA), "batch"]
    environment = {"HOME": str(folder.parent), "PYTHONPATH": str(Path(__file__).parents[2])}
    orders = b"\n".join((line("add", name="First"), line("note", person="First", text="told")))
    first = subprocess.run(batch, input=orders, env=environment, capture_output=True, check=True)
    assert first.stdout.count(b'"ok":true') == 2
    out = folder.parent / "trace"
    traced = [strace, "-f", "-s", "32", "-e", f"trace={CALLS}", "-o", str(out), *batch]
    orders = orders.replace(b"First", b"Second")
    ran = subprocess.run(traced, input=orders, env=environment, capture_output=True, check=False)
    if b"ptrace" in ran.stderr and ran.returncode:
        pytest.skip(f"strace may not trace here: {ran.stderr.decode().splitlines()[0]}")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count(b'"ok":true') == 2
    return calls_of(out.read_text())


def places(calls: list[Call], wanted: Callable[[Call], bool]) -> list[int]:
    """Where the calls of a kind are."""
    return [place for place, call in enumerate(calls) if wanted(call)]


def test_a_change_lasts_before_it_is_answered(calls: list[Call]) -> None:
    """Guards fdatasync: line, sync of the same file, and only then the answer; twice."""
    order = [
        call.name if call.file == JOURNAL else "answer"
        for call in calls
        if call.is_on("write", JOURNAL)
        or call.is_on("fdatasync", JOURNAL)
        or call.is_on("write", "stdout")
    ]
    assert order[:6] == ["write", "fdatasync", "answer"] * 2


def test_the_history_lasts_before_the_file_is_replaced(calls: list[Call]) -> None:
    """Guards the order of a checkpoint: the history first, synced."""
    (renamed,) = places(calls, lambda call: call.is_on("rename", DATA))
    written = places(calls, lambda call: call.is_on("write", HISTORY))
    synced = places(calls, lambda call: call.is_on("fsync", HISTORY))
    assert written
    assert max(written) < max(synced) < renamed


def test_the_new_file_lasts_before_it_gets_the_name(calls: list[Call]) -> None:
    """Guards fsync before the rename, and that of the folder after it."""
    (renamed,) = places(calls, lambda call: call.is_on("rename", DATA))
    temporary = calls[renamed].given
    assert temporary != DATA
    written = places(calls, lambda call: call.file == temporary and "write" in call.name)
    synced = places(calls, lambda call: call.is_on("fsync", temporary))
    folder = places(calls, lambda call: call.is_on("fsync", "data"))
    assert max(written) < max(synced) < renamed < min(place for place in folder if place > renamed)


def test_the_journal_is_emptied_last(calls: list[Call]) -> None:
    """Guards that nothing is taken from the journal before the file that holds it has its name
    for good."""
    (renamed,) = places(calls, lambda call: call.is_on("rename", DATA))
    folder = places(calls, lambda call: call.is_on("fsync", "data"))
    (emptied,) = places(calls, lambda call: call.is_on("ftruncate", JOURNAL))
    assert min(place for place in folder if place > renamed) < emptied
    synced = places(calls, lambda call: call.is_on("fdatasync", JOURNAL))
    assert emptied < max(synced)


def test_the_data_file_itself_is_never_written(calls: list[Call]) -> None:
    """Guards that readers without a lock, TinyDB among them, find a whole file at any moment."""
    opened = [call.given for call in calls if call.is_on("openat", DATA)]
    assert opened
    assert all("O_RDONLY" in given for given in opened)
    assert not any(
        call.file == DATA and call.name in ("write", "pwrite64", "ftruncate", "unlink")
        for call in calls
    )


def test_the_backups_last_too(calls: list[Call]) -> None:
    """Guards that a backup is synced before it is one; this session's day has one already, so the
    files of the backups are not touched again."""
    assert not any(call.name == "rename" and call.file.startswith("daily-") for call in calls)
