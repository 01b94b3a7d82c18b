"""What one session holds of the data, kept in step with what others write."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from store.actions.commit import Entry, Note
from store.clock import Clock
from store.disk.data_file import Contents
from store.disk.durable import refuse_read_only
from store.disk.history_file import read_history
from store.disk.journal import Journal, size_of
from store.disk.line import Op, Read, line_of_entry, ops_of, written
from store.disk.loading import load, mark_of
from store.disk.lock import Held, locked
from store.disk.memory_keeper import entry_of
from store.disk.places import journal_path
from store.disk.replay import Told, applied
from store.disk.said import said
from store.disk.session import OUTSIDE, session_name
from store.disk.standing import News, OutsideEdit, caught_up, standing_of
from store.records.snapshot import Snapshot
from store.words.message import BusyProblem, DataProblem


class Following:
    """Follows a data file and its journal, and appends to the journal under the lock."""

    def __init__(self, path: Path, *, read_only: bool, patience: float, clock: Clock) -> None:
        """Read both; see `FileKeeper`."""
        self.path = Path(os.path.realpath(path))
        self.session = session_name()
        self._read_only = read_only
        self._patience = patience
        self._clock = clock
        self._journal = Journal(journal_path(self.path))
        self._guard = threading.RLock()
        """Held by a thread of this process while it changes what is held here."""
        self._held: Held | None = None
        self._doubt = False
        """Whether what is on the disk may be otherwise than it seems."""
        self._failed: tuple[object, DataProblem] | None = None
        """A version of the files that could not be read, and why."""
        with said(self.path):
            self._standing = standing_of(loaded := load(self.path))
        self._recent: list[Entry] = []
        """The commits since the data file was written, by this session and by others."""
        self._tips: dict[int, str] = {}
        """The checksum of the line of each of them, by revision."""
        self._older: list[Entry] | None = None
        """The commits before those, once they were asked for."""
        self._remember(loaded.commits)

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot seen."""
        return self._standing.contents.snapshot

    @property
    def contents(self) -> Contents:
        """The newest contents seen."""
        return self._standing.contents

    def history(self) -> Sequence[Entry]:
        """The commits remembered, oldest first."""
        with self._guard:
            if self._older is None:
                base = self._standing.base
                with said(self.path):
                    self._older = read_history(self.path, base.seq, base.tip)
            return (*self._older, *self._recent)

    # Following --------------------------------------------------------------------------------

    def refresh(self) -> Snapshot:
        """Take in what other sessions have written; two `stat` where they have not.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        with self._guard, said(self.path):
            seen = mark_of(self.path), size_of(self._journal.path)
            if self._failed is not None and seen == self._failed[0]:
                # As unreadable as a moment ago: not worth another look.
                raise self._failed[1]
            self._failed = None
            if (self._standing.mark, self._standing.journal) == seen and self._standing.sure:
                return self.snapshot
            try:
                self._look()
            except DataProblem as problem:
                self._failed = seen, problem
                raise
            return self.snapshot

    def _look(self) -> None:
        """Read without the lock; it is taken only to write down what another program edited."""
        try:
            self._take_in(caught_up(self.path, self._standing, self._knows))
        except OutsideEdit as edit:
            if not self._read_only and self._absorbed():
                return
            self._take_in(
                News(standing=standing_of(edit.loaded), commits=edit.loaded.commits, reread=True)
            )

    def _absorbed(self) -> bool:
        try:
            with self._writing():
                self._catch_up()
        except (BusyProblem, OSError):
            return False
        return True

    def _catch_up(self) -> Sequence[Told]:
        """Take in what others have written, with the lock held; gives their commits."""
        self._failed = None
        try:
            news = caught_up(self.path, self._standing, self._knows)
        except OutsideEdit as edit:
            news = edit.before
            self._take_in(news)
            self._absorb(edit)
        else:
            self._take_in(news)
        return news.commits

    def _knows(self, revision: int, tip: str) -> bool:
        """Whether a revision is one that this session has gone through."""
        base, contents = self._standing.base, self._standing.contents
        held = (base.seq, base.tip), (contents.snapshot.revision, contents.tip)
        return (revision, tip) in held or self._tips.get(revision) == tip

    def _take_in(self, news: News) -> None:
        before, self._standing = self._standing, news.standing
        if news.reread:
            self._recent.clear()
            self._tips.clear()
        if news.reread or news.standing.base != before.base:
            self._older = None
            self._forget_up_to(news.standing.base.seq)
        self._remember(news.commits)

    def _remember(self, commits: Sequence[Told]) -> None:
        for each in commits:
            self._recent.append(each.entry)
            self._tips[each.entry.revision] = each.read.tip

    def _forget_up_to(self, revision: int) -> None:
        """The history file has them from now on."""
        self._recent = [entry for entry in self._recent if entry.revision > revision]
        self._tips = {seq: tip for seq, tip in self._tips.items() if seq > revision}

    def _absorb(self, edit: OutsideEdit) -> None:
        """Write what another program did to the file as a commit of its own."""
        if not edit.change_set:
            return
        snapshot = self.snapshot.apply(edit.change_set)
        note = Note(at=self._clock(), action=OUTSIDE)
        entry = entry_of(edit.change_set, note, snapshot.revision, OUTSIDE)
        keys = edit.loaded.contents.keys
        given: dict[tuple[str, str], str] = {
            (each.table, each.id): keys[each.table].by_id[each.id]
            for each in edit.change_set.changes
            if each.before is None
        }
        self._write(entry, ops_of(edit.change_set, given), snapshot)

    # Writing ----------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Held]:
        """The lock, with a journal that was opened before and bears the name still."""
        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        if self._held is not None:
            yield self._held
            return
        while True:
            refuse_read_only(self.path)
            self._journal.open()
            with locked(self.path, self._patience) as held:
                if held.taken_over or self._doubt:
                    # Whoever was taken over may write on, to a file that has lost its name.
                    self._journal.renew()
                    self._standing = msgspec.structs.replace(self._standing, sure=False)
                    self._doubt = False
                elif not self._journal.is_current():
                    self._journal.close()
                    continue
                yield held
                return

    def _write(self, entry: Entry, ops: Sequence[Op], snapshot: Snapshot) -> Read:
        """Append one commit to the journal, durably; only then is it held in memory."""
        read = written(line_of_entry(entry, tuple(ops), self.contents.tip))
        inode, end = self._standing.journal
        try:
            self._journal.append(read.raw, end)
        except OSError:
            self._doubt = True
            raise
        self._standing = msgspec.structs.replace(
            self._standing,
            contents=applied(self.contents, snapshot, ops, read.tip),
            journal=(inode or self._journal.inode, end + len(read.raw)),
        )
        self._recent.append(entry)
        self._tips[entry.revision] = read.tip
        return read

    def close(self) -> None:
        """Let go of the files."""
        self._journal.close()
