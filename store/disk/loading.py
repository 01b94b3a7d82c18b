"""Reading the data file and its journal, together and as of one moment; the lock is not needed."""

from __future__ import annotations

import gc
import stat
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from store.disk.data_file import Contents, decode, empty
from store.disk.durable import checksum, hexadecimal
from store.disk.foreign import told_apart
from store.disk.history_file import history_after
from store.disk.journal import Tail, read_tail, size_of
from store.disk.line import Read
from store.disk.meta import is_as_written
from store.disk.migrations import brought_up
from store.disk.places import journal_path, leftovers
from store.disk.replay import Told, newer_lines, replay, replay_over_edited, told
from store.words.message import DataProblem

T = TypeVar("T")

Mark = tuple[int, int, int]
"""Inode, time of change in nanoseconds, size: differs once somebody has written the file."""

TRIES = 60
"""How often a reading is begun anew, since somebody was writing meanwhile."""

TRIES_ON_THE_SAME = 5
"""How often where nothing has changed from one try to the next."""

PAUSE = 0.02
"""Seconds between two of them."""

FRESH_SECONDS = 2.0
"""A file that cannot be read may be half-written if it is younger than this."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A data file and its journal."""

    contents: Contents
    """Both together."""
    base: Contents
    """The data file alone."""
    commits: tuple[Told, ...]
    """What the journal tells beyond the data file."""
    mark: Mark | None
    """Of the data file; None where there is none."""
    journal: tuple[int, int]
    """Inode of the journal, and where its last whole line ends."""
    last: int
    """Where that line begins."""
    edited: str = ""
    """The checksum of the data file where another program has edited it, and no line says so."""
    older: bytes = b""
    """The data file as it is, where it is of an older shape."""


def mark_of(path: Path) -> Mark | None:
    """What to know a version of the data file by; None where there is none.

    Raises:
        DataProblem: where it is no file: a device may be read without end.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise DataProblem("not_a_file", "problem.not_a_file", path=str(path))
    return found.st_ino, found.st_mtime_ns, found.st_size


def load(path: Path) -> Loaded:
    """Read both, as often as it takes to find them unchanged meanwhile.

    Raises:
        OSError: where they cannot be read.
        DataProblem: where one is damaged, foreign or newer, or they do not belong together.
    """
    same = 0
    for attempt in range(1, TRIES + 1):
        seen = mark_of(path), size_of(journal_path(path))[0]
        problem: DataProblem | None = None
        try:
            loaded = _without_gc(partial(_load, path, *seen))
        except DataProblem as error:
            problem = error
        now = mark_of(path), size_of(journal_path(path))[0]
        same = same + 1 if now == seen else 0
        if problem is None and (same or attempt == TRIES):
            return loaded
        if problem is not None and _is_final(same, seen[0], attempt):
            raise problem
        time.sleep(PAUSE)
    raise AssertionError("the last try returns or raises")


def _is_final(same: int, mark: Mark | None, attempt: int) -> bool:
    """Whether waiting on will not help: nobody is writing."""
    return attempt == TRIES or same >= (TRIES_ON_THE_SAME if _is_fresh(mark) else 1)


def _load(path: Path, mark: Mark | None, inode: int) -> Loaded:
    data = path.read_bytes() if mark is not None else b""
    tail = read_tail(journal_path(path), 0)
    older = b""
    if data:
        try:
            current, older = brought_up(data)
            base = decode(current)
        except DataProblem as problem:
            raise told_apart(problem, data, path) from problem
    elif leftovers(path):
        # A file that was there and is gone or empty: taking it for new would bury the loss.
        raise DataProblem("emptied", "problem.emptied", path=str(path))
    else:
        base = empty()
    edited = hexadecimal(checksum(data)) if data and not is_as_written(data) else ""
    return _together(path, base, tail, (mark, inode), edited, older)


def _together(
    path: Path,
    base: Contents,
    tail: Tail,
    seen: tuple[Mark | None, int],
    edited: str,
    older: bytes,
) -> Loaded:
    revision, tip = base.snapshot.revision, base.tip
    lines: Sequence[Read] = tail.lines
    if edited and tip:
        # An editor may have written the file as it was some checkpoints ago.
        lines = (*history_after(path, revision, tip), *tail.lines)
    commits = told(newer_lines(lines, revision, tip))
    return Loaded(
        contents=replay_over_edited(base, commits) if edited else replay(base, commits),
        base=base,
        commits=commits,
        mark=seen[0],
        journal=(seen[1], tail.end),
        last=tail.end - len(tail.lines[-1].raw) if tail.lines else 0,
        edited="" if any(each.read.line.file == edited for each in commits) else edited,
        older=older,
    )


def _is_fresh(mark: Mark | None) -> bool:
    """Whether a file was written a moment ago."""
    return mark is not None and abs(time.time() - mark[1] / 1e9) < FRESH_SECONDS


def _without_gc(work: Callable[[], T]) -> T:
    """Many small objects at once: collecting in between finds nothing and costs half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return work()
    finally:
        if was_on:
            gc.enable()
