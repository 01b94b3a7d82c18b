"""Putting the files in order: checkpoints, backups, and ending a person in all of them."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec

from store.actions.commit import TidyWhen
from store.actions.purge import Purge, Purged, PurgePlan
from store.clock import Clock
from store.disk import checkpoint
from store.disk.data_file import Contents
from store.disk.durable import (
    clear_temporaries,
    put_in_place,
    removed_in_the_end,
    replace_file,
)
from store.disk.following import Following
from store.disk.history_file import extend_history
from store.disk.in_use import is_open_elsewhere
from store.disk.loading import mark_of
from store.disk.lock import locked_plainly
from store.disk.parts import PartsFolder
from store.disk.places import backups_folder, checkpoint_lock_path, history_path
from store.disk.replay import newer_lines
from store.disk.said import said
from store.disk.standing import Base, Standing, revision_of
from store.disk.writing import written_beside
from store.words.message import BusyProblem, DataProblem


class ClosingError(Exception):
    """A checkpoint is given up, since the session ends; the journal has all of it."""


class KeepingOrder(Following):
    """Moves the journal into the data file, also in another thread than that of the commits."""

    def __init__(self, path: Path, *, read_only: bool, patience: float, clock: Clock) -> None:
        """Read the files; see `FileKeeper`."""
        super().__init__(path, read_only=read_only, patience=patience, clock=clock)
        self._has_written = False
        self._parts = PartsFolder(self.path)
        self._closing = threading.Event()

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
                    if when == "idle" and self._closing.is_set():
                        # Whoever closes does not wait, and makes the backup where it is small.
                        return
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
        if standing.base.seq == self.snapshot.revision:
            # Lines that the file has all got: a checkpoint was killed before its end.
            return True
        return self._has_written and (checkpoint.is_small(standing) or self._lacks_backup())

    def _checkpoint(self, *, calm: bool) -> bool:
        """Write the file as it is now; the lock is held at the beginning and at the end only.

        Returns:
            Whether the file holds what was known at the beginning.
        """
        clear_temporaries(self.path, backups_folder(self.path))
        clear_temporaries(self.path, self._parts.path)
        with self._guard, self._writing():
            self._catch_up()
            then = self._standing
            tail = checkpoint.journal_of(self.path)
        if then.base.seq == then.contents.snapshot.revision:
            return True
        if not checkpoint.is_overdue(then) and is_open_elsewhere(self.path):
            # What that program writes later would go to the file that was replaced.
            return False
        lines = newer_lines(tail.lines, then.base.seq, then.base.tip)
        extend_history(self.path, lines, then.base.seq, then.base.tip)
        between = self._give_way if calm else None
        try:
            temporary = written_beside(self.path, then.contents, between)
        except ClosingError:
            return False
        with self._guard, removed_in_the_end(temporary), self._writing() as held:
            self._catch_up()
            if self._standing.mark != then.mark or not held.still():
                # Edited by another program meanwhile: what was written lacks that.
                return False
            # Stopped here and taken over, it does no harm later: the lock of the checkpoint is
            # never taken over, so the file is still the last one, and the journal nameless.
            put_in_place(temporary, self.path)
            self._settle(then)
            self._doubt = self._doubt or not held.still()
        return True

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
        base = Base(*revision_of(then))
        self._standing = msgspec.structs.replace(
            self._standing, base=base, mark=mark_of(self.path), journal=(inode, end), older=b""
        )
        self._older = None
        self._forget_up_to(base.seq)

    def purge(self, plan: PurgePlan) -> Purged:
        """End a person everywhere; there is no way back.

        Raises:
            DataProblem: where a file cannot be written; it can be asked for again then.
            BusyProblem: where another session is writing the file, or is stopped in it.
        """
        # Loaded only for the one act that needs it.
        from store.disk.purging import purge_copies

        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        lock = locked_plainly(checkpoint_lock_path(self.path), self._patience)
        alone = self._parts.alone(self._patience)
        with self._guard, said(self.path, "problem.not_purged"), lock, alone:
            clear_temporaries(self.path, backups_folder(self.path))
            clear_temporaries(self.path, self._parts.path)
            with self._writing():
                self._catch_up()
                purge = plan(self.snapshot, self.history())
            done = purge_copies(self.path, purge)
            with self._writing() as held, held.keeping() as is_held:
                self._catch_up()
                if not is_held:
                    raise BusyProblem("busy", "problem.busy", pid="?")
                parts = self._purge(plan(self.snapshot, self.history()))
            self._keep_backups(anew=True)
            return msgspec.structs.replace(done, parts=parts)

    def _purge(self, purge: Purge) -> int:
        """Write history and file without the person; nobody can take the lock over meanwhile.

        Returns:
            How many files beside the data file are gone.
        """
        from store.disk.purging import purged_contents, purged_history
        from store.disk.purging_parts import purge_parts

        contents = self.contents
        snapshot = contents.snapshot.apply(purge.change_set)
        snapshot = msgspec.structs.replace(snapshot, forgotten=purge.forgotten)
        lines = purged_history(self.history(), snapshot.revision, self.session, purge)
        contents = msgspec.structs.replace(contents, snapshot=snapshot, tip=lines[-1].tip)
        contents = purged_contents(contents, purge)
        with removed_in_the_end(written_beside(self.path, contents)) as temporary:
            parts = purge_parts(self.path, self._parts, contents, lines)
            replace_file(history_path(self.path), b"".join(read.raw for read in lines))
            put_in_place(temporary, self.path)
        self._standing = msgspec.structs.replace(self._standing, contents=contents)
        self._settle(self._standing)
        self._recent.clear()
        self._tips.clear()
        return parts

    def backup(self) -> str:
        """Make a backup of what there is now; give its id.

        Raises:
            DataProblem: where that cannot be done.
            BusyProblem: where another session is writing the file.
        """
        from store.disk.backups import backup_now

        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        lock = locked_plainly(checkpoint_lock_path(self.path), self._patience)
        with self._guard, said(self.path, "problem.no_backup"), lock:
            self._checkpoint(calm=False)
            with self._writing():
                self._catch_up()
            return backup_now(self.path, self._clock(), self._newer())

    def _newer(self) -> Contents | None:
        """What there is, where the data file does not hold all of it."""
        standing = self._standing
        return None if standing.base.seq == self.snapshot.revision else standing.contents

    def _keep_backups(self, *, anew: bool = False) -> None:
        # Loaded where a session ends or rests, not where it starts.
        from store.disk.backups import keep_backups

        keep_backups(self.path, self._clock().date(), self._newer(), anew=anew)

    def _lacks_backup(self) -> bool:
        from store.disk.backups import is_due

        return is_due(self.path, self._clock().date())

    def close(self) -> None:
        """Put the files in order and let go of them.

        Raises:
            DataProblem: where they cannot be put in order; what was saved is saved all the same.
        """
        self._closing.set()
        self._parts.leave()
        try:
            self.tidy("exit")
        finally:
            super().close()
