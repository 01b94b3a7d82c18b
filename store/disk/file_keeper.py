"""The commit seam over one TinyDB JSON file and its journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from store.actions.commit import Committed, Entry, Note
from store.clock import Clock, system_clock
from store.disk.data_file import Contents
from store.disk.durable import refuse_read_only
from store.disk.history_file import history_holds
from store.disk.keeping_order import KeepingOrder
from store.disk.line import Op, Read, ops_of
from store.disk.lock import PATIENCE
from store.disk.memory_keeper import entry_of
from store.disk.replay import keys_for
from store.disk.said import said
from store.records.change import ChangeSet
from store.records.overwritten import overwritten
from store.records.rebase import ConflictError, rebase
from store.records.references import names_the_missing
from store.words.message import BusyProblem, DataProblem, Refusal

NO_KEYS_GIVEN: Mapping[tuple[str, str], str] = {}
"""New records get the next free doc_ids."""


class FileKeeper(KeepingOrder):
    """Keeps the data in a file that stock TinyDB opens; other sessions may write it too.

    A commit takes the lock, takes in what others have written, appends a line to the journal, and
    only once that is durable changes what it holds in memory. `tidy` moves the journal's lines into
    the file; it may run in another thread meanwhile.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        patience: float = PATIENCE,
        clock: Clock = system_clock,
    ) -> None:
        """Read file and journal, if there are any.

        Args:
            path: the data file; a symlink is followed and stays one.
            read_only: refuse every commit.
            patience: seconds to wait for the lock.
            clock: dates the backups, and what other programs have edited.

        Raises:
            DataProblem: where it cannot be read, is damaged, foreign or newer.
        """
        super().__init__(path, read_only=read_only, patience=patience, clock=clock)

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Make a change durable.

        Raises:
            DataProblem: where nothing could be saved.
            BusyProblem: where another session held the lock too long.
            Refusal: where a record to be changed is gone.
        """
        try:
            return self.commit_all(change_set, (), note)
        finally:
            self._parts.leave()

    def keep_parts(self, parts: Mapping[str, bytes]) -> None:
        """Write what is too large for the data file beside it, durably.

        Raises:
            ValueError: where a digest is not that of its part.
            DataProblem: where one cannot be saved; nothing new is kept then.
            BusyProblem: where another session is removing some.
        """
        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        with self._guard, said(self.path):
            refuse_read_only(self.path)
            self._parts.keep(parts)

    def leave_parts(self) -> None:
        """Let whoever repairs or forgets remove what nothing refers to."""
        self._parts.leave()

    def part(self, digest: str) -> bytes | None:
        """What is kept under a digest; read from the disk each time."""
        return self._parts.read(digest)

    def commit_all(
        self,
        change_set: ChangeSet,
        others: Sequence[Op],
        note: Note,
        keys: Mapping[tuple[str, str], str] = NO_KEYS_GIVEN,
    ) -> Committed:
        """Make a change durable, of our own tables and of those of other programs.

        Args:
            change_set: of our own tables.
            others: of other tables.
            note: what the commit says of itself.
            keys: the doc_ids of new records, where others than the next free ones are wanted.

        Raises:
            Problem: as `commit`.
        """
        tip = ""
        entry: Entry | None = None
        with self._guard, said(self.path):
            while True:
                with self._writing() as held:
                    self._catch_up()
                    if entry is not None and self._stands(tip):
                        # Taken over after the line was durable.
                        return Committed(self.snapshot, entry)
                    read, committed = self._append(change_set, others, note, keys)
                    if read is None or (held.still() and self._journal.is_current()):
                        return committed
                    # Stopped for so long that the line may stand in a file without a name.
                    tip, entry, self._doubt = read.tip, committed.entry, True
                    if self._held is not None:
                        raise BusyProblem("busy", "problem.busy", pid="?")

    def _stands(self, tip: str) -> bool:
        """Whether a line has come into the journal that bears the name, or on from there."""
        return tip in self._tips.values() or history_holds(self.path, tip)

    @contextmanager
    def alone(self) -> Iterator[Contents]:
        """Hold the lock over several steps, up to date; commits in between use it.

        Raises:
            Problem: as `commit`.
        """
        with self._guard, said(self.path), self._writing() as held:
            self._catch_up()
            before, self._held = self._held, held
            try:
                yield self.contents
            finally:
                self._held = before

    def _append(
        self,
        change_set: ChangeSet,
        others: Sequence[Op],
        note: Note,
        keys: Mapping[tuple[str, str], str],
    ) -> tuple[Read | None, Committed]:
        """Write a change on what is known to be the newest data."""
        if note.expects is not None and note.expects != self.snapshot.revision:
            raise Refusal("changed_meanwhile", "problem.changed_meanwhile")
        try:
            rebased = rebase(change_set, self.snapshot)
        except ConflictError as conflict:
            raise Refusal("gone", "problem.gone") from conflict
        if not rebased and not others:
            # Another session has made the same change: there is nothing to write or to undo.
            entry = entry_of(rebased, note, self.snapshot.revision, self.session)
            return None, Committed(self.snapshot, entry)
        snapshot = self.snapshot.apply(rebased)
        if note.action != "repair" and names_the_missing(rebased, snapshot):
            raise Refusal("gone", "problem.gone")
        over = dict.fromkeys((*note.over, *overwritten(change_set, rebased)))
        note = msgspec.structs.replace(note, over=tuple(over))
        entry = entry_of(rebased, note, snapshot.revision, self.session)
        given = keys_for(rebased, self.contents) | dict(keys)
        ops = (*ops_of(rebased, given), *others)
        read = self._write(entry, ops, snapshot)
        self._has_written = True
        return read, Committed(snapshot, entry)
