"""The commit seam over one TinyDB JSON file and its journal."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from store.actions.commit import Committed, Note, TidyWhen
from store.actions.purge import Purge, Purged
from store.clock import Clock, system_clock
from store.disk import checkpoint
from store.disk.data_file import Contents
from store.disk.durable import clear_temporaries, put_in_place
from store.disk.following import Following
from store.disk.history_file import extend_history
from store.disk.line import Op, Read, ops_of
from store.disk.loading import mark_of
from store.disk.lock import PATIENCE, locked_plainly
from store.disk.memory_keeper import entry_of
from store.disk.places import backups_folder, checkpoint_lock_path
from store.disk.replay import keys_for, newer_lines
from store.disk.said import said
from store.disk.standing import Base, Standing
from store.disk.writing import written_beside
from store.records.change import ChangeSet
from store.records.overwritten import overwritten
from store.records.rebase import ConflictError, rebase
from store.records.references import names_the_missing
from store.words.message import BusyProblem, DataProblem, Refusal

NO_KEYS_GIVEN: Mapping[tuple[str, str], str] = {}
"""New records get the next free doc_ids."""


class ClosingError(Exception):
    """A checkpoint is given up, since the session ends; the journal has all of it."""


class FileKeeper(Following):
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
        self._has_written = False
        self._closing = threading.Event()

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Make a change durable.

        Raises:
            DataProblem: where nothing could be saved.
            BusyProblem: where another session held the lock too long.
            Refusal: where a record to be changed is gone.
        """
        return self.commit_all(change_set, (), note)

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
        with self._guard, said(self.path):
            while True:
                with self._writing() as held:
                    commits = self._catch_up()
                    known = next((e for e in commits if tip and e.read.tip == tip), None)
                    if known is not None:
                        # Taken over after the line was durable: it stands.
                        return Committed(self.snapshot, known.entry)
                    read, committed = self._append(change_set, others, note, keys)
                    if read is None or held.still():
                        return committed
                    # Stopped for so long that the line may stand in a file without a name.
                    if self._held is not None:
                        raise BusyProblem("busy", "problem.busy", pid="?")
                    tip, self._doubt = read.tip, True

    @contextmanager
    def alone(self) -> Iterator[Contents]:
        """Hold the lock over several steps, up to date; commits in between use it.

        Raises:
            Problem: as `commit`.
        """
        with self._guard, said(self.path), self._writing() as held:
            self._catch_up()
            self._held = held
            try:
                yield self.contents
            finally:
                self._held = None

    def _append(
        self,
        change_set: ChangeSet,
        others: Sequence[Op],
        note: Note,
        keys: Mapping[tuple[str, str], str],
    ) -> tuple[Read | None, Committed]:
        """Write a change on what is known to be the newest data."""
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
        mark = self._standing.mark
        if mark is None or not mark[2] or self._standing.older:
            self._standing = checkpoint.begin_file(self.path, self._standing, self._clock)
            self._older = None
        over = dict.fromkeys((*note.over, *overwritten(change_set, rebased)))
        note = msgspec.structs.replace(note, over=tuple(over))
        entry = entry_of(rebased, note, snapshot.revision, self.session)
        given = keys_for(rebased, self.contents) | dict(keys)
        ops = (*ops_of(rebased, given), *others)
        read = self._write(entry, ops, snapshot)
        self._has_written = True
        return read, Committed(snapshot, entry)

    # Keeping order ----------------------------------------------------------------------------

    def tidy(self, when: TidyWhen) -> None:
        """Move the journal into the file where that is due, and make the day's backup.

        Skipped where another session is at it.

        Raises:
            DataProblem: where there is no room, for instance; what was saved is saved all the same.
        """
        if not self.is_due(when):
            return
        with said(self.path, "problem.not_tidied"):
            try:
                with locked_plainly(checkpoint_lock_path(self.path)):
                    self._checkpoint(calm=when == "idle")
                    if when != "large" and self._has_written:
                        self._keep_backups()
            except BusyProblem:
                return

    def is_due(self, when: TidyWhen) -> bool:
        """Whether there is something to put in order."""
        standing = self._standing
        if self._read_only or not standing.journal[1] or standing.mark is None:
            return False
        if when == "idle" or checkpoint.is_large(standing):
            return True
        if when == "large":
            return False
        return self._has_written and (checkpoint.is_small(standing) or self._lacks_backup())

    def _checkpoint(self, *, calm: bool) -> None:
        """Write the file as it is now; the lock is held at the beginning and at the end only."""
        clear_temporaries(self.path, backups_folder(self.path))
        with self._guard, self._writing():
            self._catch_up()
            then = self._standing
            tail = checkpoint.journal_of(self.path)
        lines = newer_lines(tail.lines, then.base.seq, then.base.tip)
        extend_history(self.path, lines, then.base.seq, then.base.tip)
        between = self._give_way if calm else None
        try:
            temporary = written_beside(self.path, then.contents, between)
        except ClosingError:
            return
        with self._guard, self._writing() as held:
            self._catch_up()
            if self._standing.mark != then.mark:
                # Edited by another program meanwhile: what was written lacks that.
                temporary.unlink()
                return
            put_in_place(temporary, self.path)
            self._settle(then)
            self._doubt = self._doubt or not held.still()

    def _give_way(self) -> None:
        """Other threads of the process go first; whoever closes does not wait."""
        if self._closing.wait(checkpoint.CALM_SECONDS):
            raise ClosingError

    def _settle(self, then: Standing) -> None:
        """The file holds what was known then; the journal is emptied if that is all."""
        inode, end = self._standing.journal
        if end == then.journal[1]:
            self._journal.empty()
            end = 0
        contents = then.contents
        base = Base(contents.snapshot.revision, contents.tip)
        self._standing = msgspec.structs.replace(
            self._standing, base=base, mark=mark_of(self.path), journal=(inode, end)
        )
        self._older = None
        self._forget_up_to(base.seq)

    def purge(self, purge: Purge) -> Purged:
        """End a person everywhere; there is no way back.

        Raises:
            DataProblem: where a file cannot be written; it can be asked for again then.
            BusyProblem: where another session is writing the file, or is stopped in it.
        """
        # Loaded only for the one act that needs it.
        from store.disk.purging import purge_copies, purge_history, purged_contents

        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        lock = locked_plainly(checkpoint_lock_path(self.path), self._patience)
        with said(self.path, "problem.not_purged"), lock, self.alone():
            clear_temporaries(self.path, backups_folder(self.path))
            done = purge_copies(self.path, purge)
            contents = self.contents
            snapshot = contents.snapshot.apply(purge.change_set)
            snapshot = msgspec.structs.replace(snapshot, forgotten=purge.forgotten)
            entries, revision = self.history(), snapshot.revision
            last = purge_history(self.path, entries, revision, self.session, purge)
            contents = purged_contents(
                msgspec.structs.replace(contents, snapshot=snapshot, tip=last.tip), purge
            )
            put_in_place(written_beside(self.path, contents), self.path)
            self._standing = msgspec.structs.replace(self._standing, contents=contents)
            self._settle(self._standing)
        return done

    def backup(self) -> str:
        """Make a backup of what there is now; give its id.

        Raises:
            DataProblem: where that cannot be done.
            BusyProblem: where another session is writing the file.
        """
        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        lock = locked_plainly(checkpoint_lock_path(self.path), self._patience)
        with said(self.path, "problem.no_backup"), lock:
            self._checkpoint(calm=False)
            from store.disk.backups import backup_now

            return backup_now(self.path, self._clock())

    def _keep_backups(self) -> None:
        # Loaded where a session ends or rests, not where it starts.
        from store.disk.backups import keep_backups

        keep_backups(self.path, self._clock().date())

    def _lacks_backup(self) -> bool:
        from store.disk.backups import is_due

        return is_due(self.path, self._clock().date())

    def close(self) -> None:
        """Put the files in order and let go of them.

        Raises:
            DataProblem: where they cannot be put in order; what was saved is saved all the same.
        """
        self._closing.set()
        try:
            self.tidy("exit")
        finally:
            super().close()
