"""The files as they were found, and putting others in their place."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.clock import Clock
from store.disk.data_file import Contents, decode
from store.disk.durable import (
    put_in_place,
    read_or_nothing,
    refuse_read_only,
    replace_file,
    write_beside,
)
from store.disk.foreign import told_apart
from store.disk.line import Read
from store.disk.loading import mark_of
from store.disk.lock import PATIENCE, Held, locked, locked_plainly
from store.disk.migrations import brought_up
from store.disk.places import checkpoint_lock_path, history_path, journal_path, leftovers
from store.disk.repairs.kept import keep
from store.disk.repairs.readable import Lines, readable
from store.disk.repairs.wrong import in_words
from store.disk.said import said
from store.disk.writing import written_beside
from store.words.message import BusyProblem, DataProblem, Refusal

Seen = tuple[tuple[int, int, int] | None, ...]
"""Inode, time of change and length of data file, journal and history."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Data file, journal and history at one moment."""

    path: Path
    clock: Clock
    """Dates the copies that are kept."""
    seen: Seen
    data: bytes
    journal: bytes
    history: bytes
    contents: Contents | None
    """Of the data file alone; None where it cannot be read."""
    problem: DataProblem | None
    """Why it cannot be read; None where it can, or where there is no file and never was."""
    journal_lines: Lines
    history_lines: Lines

    @property
    def reads(self) -> tuple[Read, ...]:
        """All lines that can be read, those of the journal last."""
        return (*self.history_lines.reads, *self.journal_lines.reads)


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """What shall stand in the files; None leaves one as it is."""

    contents: Contents | None = None
    journal: bytes | None = None
    history: bytes | None = None


def found_at(path: Path, clock: Clock) -> Found:
    """Read the files as they are.

    Raises:
        DataProblem: where one cannot be read at all.
    """
    with said(path):
        seen = _seen(path)
        data = b"" if mark_of(path) is None else path.read_bytes()
        journal = read_or_nothing(journal_path(path))
        history = read_or_nothing(history_path(path))
    contents: Contents | None = None
    problem: DataProblem | None = None
    try:
        if data:
            contents = decode(brought_up(data)[0])
        elif leftovers(path):
            problem = DataProblem("emptied", "problem.emptied", path=str(path))
    except DataProblem as error:
        problem = in_words(told_apart(error, data, path), data)
    return Found(
        path=path,
        clock=clock,
        seen=seen,
        data=data,
        journal=journal,
        history=history,
        contents=contents,
        problem=problem,
        journal_lines=readable(journal),
        history_lines=readable(history),
    )


def _seen(path: Path) -> Seen:
    return tuple(mark_of(each) for each in (path, journal_path(path), history_path(path)))


def put_right(found: Found, fix: Fix) -> tuple[Path, ...]:
    """Keep what changes, then put the files in place: history, data file, journal, in this order.

    The commit lock is held for the renaming alone: whoever holds it for longer is taken over.

    Raises:
        DataProblem: where that cannot be done.
        BusyProblem: where another session is writing.
        Refusal: `changed_meanwhile`, where the files are no longer what they were.
    """
    path = found.path
    with (
        said(path, "problem.not_repaired"),
        locked_plainly(checkpoint_lock_path(path), PATIENCE),
    ):
        refuse_read_only(path)
        kept = keep_changing(found, fix)
        temporary: Path | None = None
        try:
            if fix.contents is not None:
                temporary = written_beside(path, fix.contents)
            with locked(path, PATIENCE) as held:
                _refuse_if_changed(found)
                _put_in_place(path, fix, temporary)
                _refuse_if_taken_over(held)
        except Exception as error:
            if temporary is not None:
                temporary.unlink(missing_ok=True)
            if isinstance(error, Refusal) or _seen(path) == found.seen:
                for copy in kept:
                    copy.unlink(missing_ok=True)
            raise
    return kept


def _refuse_if_changed(found: Found) -> None:
    if _seen(found.path) != found.seen:
        raise Refusal("changed_meanwhile", "problem.changed_meanwhile")


def _refuse_if_taken_over(held: Held) -> None:
    """Another session has gone on meanwhile: what stands in the files now is for a second look."""
    if not held.still():
        raise BusyProblem("busy", "problem.busy", pid="?")


def _put_in_place(path: Path, fix: Fix, temporary: Path | None) -> None:
    if fix.history is not None:
        replace_file(history_path(path), fix.history)
    if temporary is not None:
        put_in_place(temporary, path)
    if fix.journal is not None:
        # A new inode: a session that was stopped while writing reaches the old one.
        journal = journal_path(path)
        put_in_place(write_beside(journal, (fix.journal,)), journal)


def keep_changing(found: Found, fix: Fix) -> tuple[Path, ...]:
    """Keep the files that a fix changes, as they were found.

    Raises:
        OSError: where that cannot be done; no copy is left behind then.
    """
    path, moment = found.path, found.clock()
    changing = (
        (path, found.data, fix.contents),
        (journal_path(path), found.journal, fix.journal),
        (history_path(path), found.history, fix.history),
    )
    kept: list[Path] = []
    try:
        for each, data, change in changing:
            if data and change is not None:
                kept.append(keep(each, data, moment))
    except OSError:
        for copy in kept:
            copy.unlink(missing_ok=True)
        raise
    return tuple(kept)
