"""Data file, journal, history, backups: whether they read, and whether they belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from store.actions.commit import UNDO_DEPTH, Entry
from store.actions.past import to_turn
from store.clock import Clock
from store.disk.backup_age import age_of
from store.disk.backups import backups
from store.disk.checkpoint import FILE_SHARE, JOURNAL_BYTES
from store.disk.file_keeper import FileKeeper
from store.disk.findings.finding import Finding, amiss, well
from store.disk.findings.times import times
from store.disk.journal import tail_of
from store.disk.meta import is_as_written
from store.disk.places import journal_path
from store.disk.repairs.found import Found, found_at
from store.disk.repairs.history_lines import history_damage, history_wrong
from store.disk.repairs.journal_lines import journal_problem
from store.disk.repairs.wrong import in_words
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
        yield from times(keeper.snapshot, clock())
    yield from _backups(path)


def _in_the_way(path: Path, clock: Clock, problem: DataProblem) -> Iterator[Finding]:
    try:
        found = found_at(path, clock)
    except DataProblem:
        yield Finding(check="file", ok=False, message=problem.message)
        return
    of_journal = journal_problem(found)
    if of_journal is None:
        told = in_words(problem, found.data)
        yield Finding(check="file", ok=False, message=told.message)
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
    steps = undo_steps(entries)
    damage = history_damage(found)
    if damage is None:
        return well("history", "doctor.history", n=steps)
    wrong = history_wrong(found, damage)
    return amiss("history", "doctor.history_damaged", n=steps, wrong=wrong)


def undo_steps(entries: Sequence[Entry]) -> int:
    """How many changes undo would take back, one after the other.

    Args:
        entries: the commits remembered, oldest first.
    """
    turned = list(entries)
    while len(turned) - len(entries) < UNDO_DEPTH:
        entry = to_turn(turned, "undo")
        if entry is None:
            break
        turned.append(msgspec.structs.replace(entry, how="undo", of=entry.revision, revision=-1))
    return len(turned) - len(entries)


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
        newest = max(good, key=lambda each: age_of(each.id))
        yield well("backups", "doctor.backups", n=len(good), newest=newest.id)
    elif not bad:
        yield well("backups", "doctor.backups_none")
