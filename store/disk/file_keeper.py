"""The commit seam over one TinyDB JSON file."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from store.actions.commit import Committed, Entry, Note
from store.disk.data_file import Contents, decode, empty, encode
from store.disk.history_file import append_history, history_path, read_history
from store.disk.lock import PATIENCE, locked
from store.disk.memory_keeper import entry_of
from store.disk.storage import SafeStorage, refuse_read_only
from store.records.change import Change, ChangeSet
from store.records.kinds import TableName
from store.records.rebase import ConflictError, rebase
from store.records.references import names_the_missing
from store.records.snapshot import Snapshot
from store.words.message import DataProblem, Refusal

T = TypeVar("T")

_Mark = tuple[int, int, int]
"""Inode, time of change in nanoseconds, size: differs once somebody has written the file."""


class FileKeeper:
    """Keeps the data in a file that stock TinyDB opens; other sessions may write it too.

    A commit takes the lock, takes in what others have written, writes history and file, and only
    then changes what it holds in memory.
    """

    def __init__(self, path: Path, *, read_only: bool = False, patience: float = PATIENCE) -> None:
        """Read the file, if there is one.

        Args:
            path: the data file; a symlink is followed and stays one.
            read_only: refuse every commit.
            patience: seconds to wait for the lock.

        Raises:
            DataProblem: where it cannot be read, is damaged, foreign or newer.
        """
        self._storage = SafeStorage(path)
        self._read_only = read_only
        self._patience = patience
        self._session = f"{os.uname().nodename}:{os.getpid()}"
        self._entries: list[Entry] | None = None
        self._mark: _Mark | None = None
        self._failed: tuple[_Mark | None, DataProblem] | None = None
        """A version of the file that could not be read, and why."""
        self._contents = empty()
        self._load()

    @property
    def path(self) -> Path:
        """The file itself, symlinks followed."""
        return self._storage.path

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot seen."""
        return self._contents.snapshot

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Make a change durable.

        Raises:
            DataProblem: where nothing could be saved.
            BusyProblem: where another session held the lock too long.
            Refusal: where a record to be changed is gone.
        """
        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        with _said(self.path), locked(self.path, self._patience):
            refuse_read_only(self.path)
            self.refresh()
            try:
                rebased = rebase(change_set, self.snapshot)
            except ConflictError as conflict:
                raise Refusal("gone", "problem.gone") from conflict
            if not rebased:
                # Another session has made the same change: there is nothing to write or to undo.
                return Committed(self.snapshot, self._entry(rebased, note, self.snapshot))
            snapshot = self.snapshot.apply(rebased)
            if names_the_missing(rebased, snapshot):
                raise Refusal("gone", "problem.gone")
            contents = self._with(snapshot, rebased)
            entry = self._entry(rebased, note, snapshot)
            entries = self._history()
            if self._mark is None or not self._mark[2]:
                # A history without its file means a loss: the first commit makes the file first.
                self._storage.write_bytes(encode(self._contents))
                self._mark = _mark_of(self.path)
            append_history(self.path, entries, entry)
            self._storage.write_bytes(encode(contents))
            self._contents = contents
            self._mark = _mark_of(self.path)
            entries.append(entry)
        return Committed(snapshot, entry)

    def _entry(self, change_set: ChangeSet, note: Note, snapshot: Snapshot) -> Entry:
        return entry_of(change_set, note, snapshot.revision, self._session)

    def _with(self, snapshot: Snapshot, change_set: ChangeSet) -> Contents:
        """The contents after a change: new records get the next free doc_id of their table."""
        keys: dict[TableName, dict[str, str]] = dict(self._contents.keys)
        for name in {change.table for change in change_set.changes}:
            touched = [change for change in change_set.changes if change.table == name]
            keys[name] = _numbered(keys[name], touched)
        return msgspec.structs.replace(self._contents, snapshot=snapshot, keys=keys)

    def history(self) -> Sequence[Entry]:
        """The commits remembered, oldest first."""
        return tuple(self._history())

    def _history(self) -> list[Entry]:
        if self._entries is None:
            with _said(self.path):
                self._entries = read_history(self.path, self.snapshot.revision)
        return self._entries

    def refresh(self) -> Snapshot:
        """Take in what other sessions have written; one `stat` where they have not.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        with _said(self.path):
            mark = _mark_of(self.path)
        if mark == self._mark:
            return self.snapshot
        if self._failed is not None and mark == self._failed[0]:
            # As unreadable as a moment ago: not worth another look.
            raise self._failed[1]
        try:
            self._load()
        except DataProblem as problem:
            self._failed = mark, problem
            raise
        self._failed = None
        return self.snapshot

    def _load(self) -> None:
        with _said(self.path):
            mark = _mark_of(self.path)
            if mark is not None and not self.path.is_file():
                # A device may be read without end, and would be replaced by a file.
                raise DataProblem("not_a_file", "problem.not_a_file", path=str(self.path))
            data = self._storage.read_bytes()
        if data:
            self._contents = _without_gc(lambda: decode(data))
        elif history_path(self.path).exists():
            # A file that was there and is gone or empty: taking it for new would bury the loss.
            raise DataProblem("emptied", "problem.emptied", path=str(self.path))
        else:
            self._contents = empty()
        self._mark = mark
        self._entries = None

    def close(self) -> None:
        """Nothing is held between commits."""


def _numbered(keys: dict[str, str], changes: Iterable[Change]) -> dict[str, str]:
    """The doc_ids of a table after changes; numbers of removed records are not given again soon."""
    following = max(map(int, keys.values()), default=0) + 1
    numbered = dict(keys)
    for change in changes:
        if change.after is None:
            numbered.pop(change.id, None)
        elif change.id not in numbered:
            numbered[change.id] = str(following)
            following += 1
    return numbered


def _mark_of(path: Path) -> _Mark | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _without_gc(work: Callable[[], T]) -> T:
    """Many small objects at once: collecting in between finds nothing and costs half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return work()
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Errors of the system as problems a person can act on."""
    try:
        yield
    except OSError as error:
        raise DataProblem(
            "file_error", "problem.file_error", path=str(path), why=error.strerror or str(error)
        ) from error


def write_new(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot to a file that does not exist yet.

    Raises:
        DataProblem: where there is one already, or it cannot be written.
    """
    storage = SafeStorage(path)
    if storage.path.exists() or history_path(storage.path).exists():
        raise DataProblem("exists", "problem.exists", path=str(path))
    keys = {
        name: {key: str(place) for place, key in enumerate(table, 1)}
        for name, table in snapshot.tables.items()
    }
    with _said(storage.path), locked(storage.path):
        storage.write_bytes(encode(Contents(snapshot=snapshot, keys=keys, foreign={})))
