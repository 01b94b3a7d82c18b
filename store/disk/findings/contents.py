"""Data file, journal, history, backups: whether they read, and whether they belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from store.actions.commit import UNDO_DEPTH, Entry
from store.clock import Clock
from store.disk.backups import backups
from store.disk.checkpoint import FILE_SHARE, JOURNAL_BYTES
from store.disk.file_keeper import FileKeeper
from store.disk.findings.finding import Finding, amiss, well
from store.disk.journal import tail_of
from store.disk.meta import is_as_written
from store.disk.places import backups_folder, journal_path
from store.disk.repairs.found import Found, found_at
from store.disk.repairs.journal_lines import journal_problem
from store.records.lost import without_lost
from store.words.message import DataProblem

LONG = 2
"""A journal so many times as long as it gets before it is moved into the file is worth a word."""


def contents(path: Path, clock: Clock) -> Iterator[Finding]:
    """All that is told of what the files hold.

    Args:
        path: the data file, symlinks followed.
        clock: the present moment.
    """
    try:
        found = found_at(path, clock)
        keeper = None if found.problem else FileKeeper(path, read_only=True, clock=clock)
    except DataProblem as problem:
        # Either no file at all, such as a device, or the journal is what stands in the way.
        yield from _in_the_way(path, clock, problem)
        yield from _backups(path)
        return
    if found.problem is not None:
        yield Finding(check="file", ok=False, message=found.problem.message)
    elif keeper is not None and not found.data and not keeper.snapshot.revision:
        yield well("file", "doctor.no_file", path=str(path))
        return
    elif keeper is not None:
        yield well("file", "doctor.file", path=str(path), n=len(keeper.snapshot.people))
        yield _sum(found)
        yield _journal(found)
        yield _history(found, keeper.history())
        yield _references(keeper)
    yield from _backups(path)


def _in_the_way(path: Path, clock: Clock, problem: DataProblem) -> Iterator[Finding]:
    try:
        found = found_at(path, clock)
    except DataProblem:
        yield Finding(check="file", ok=False, message=problem.message)
        return
    of_journal = journal_problem(found)
    if of_journal is None:
        yield Finding(check="file", ok=False, message=problem.message)
        return
    yield amiss("file", "doctor.file_waits", path=str(path))
    yield _sum(found)
    yield Finding(check="journal", ok=False, message=of_journal.message)


def _sum(found: Found) -> Finding:
    if is_as_written(found.data):
        return well("sum", "doctor.sum_good")
    return well("sum", "doctor.sum_edited")


def _journal(found: Found) -> Finding:
    size, held = len(found.journal), found.contents.snapshot.revision if found.contents else 0
    tail = tail_of(found.journal, 0, journal_path(found.path))
    newer = sum(read.line.seq > held for read in tail.lines)
    if size > LONG * max(JOURNAL_BYTES, len(found.data) // FILE_SHARE):
        return amiss("journal", "doctor.journal_long", n=newer, size=f"{size / (1 << 20):.1f}")
    if tail.torn:
        return well("journal", "doctor.journal_torn")
    if newer:
        return well("journal", "doctor.journal", n=newer)
    return well("journal", "doctor.journal_empty")


def _history(found: Found, entries: Sequence[Entry]) -> Finding:
    taken_back = sum(entry.how == "undo" for entry in entries)
    steps = sum(bool(entry.change_set) for entry in entries) - 2 * taken_back
    steps = min(max(steps, 0), UNDO_DEPTH)
    if found.history_lines.damaged:
        damaged = found.history_lines.damaged
        return amiss("history", "doctor.history_damaged", n=damaged, steps=steps)
    return well("history", "doctor.history", n=steps)


def _references(keeper: FileKeeper) -> Finding:
    lost = len(without_lost(keeper.snapshot).changes)
    if lost:
        return amiss("references", "doctor.references", n=lost)
    return well("references", "doctor.references_good")


def _backups(path: Path) -> Iterator[Finding]:
    every = backups(path)
    good = [each for each in every if each.good]
    bad = [each.id for each in every if not each.good]
    if bad:
        yield amiss("backups", "doctor.backups_bad", n=len(bad), ids=", ".join(bad))
    if good:
        folder = backups_folder(path)
        newest = max(good, key=lambda each: (folder / f"{each.id}.json").stat().st_mtime_ns)
        yield well("backups", "doctor.backups", n=len(good), newest=newest.id)
    elif not bad:
        yield well("backups", "doctor.backups_none")
