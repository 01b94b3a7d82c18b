"""What one session holds of the data, kept in step with what others write."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import msgspec

from store.actions.commit import Entry, Note
from store.clock import Clock
from store.disk import checkpoint
from store.disk.data_file import Contents
from store.disk.durable import refuse_read_only
from store.disk.history_file import read_history
from store.disk.journal import Journal, size_of
from store.disk.line import Op, Read, line_of_entry, ops_of, written
from store.disk.loading import load, mark_of
from store.disk.lock import Held, locked, locked_plainly
from store.disk.memory_keeper import entry_of
from store.disk.outside import edit_on, still_forgetting
from store.disk.places import checkpoint_lock_path, journal_path
from store.disk.replay import Told, applied
from store.disk.said import said
from store.disk.session import OUTSIDE, session_name
from store.disk.standing import News, OutsideEdit, caught_up, standing_of
from store.records.change import ChangeSet
from store.records.snapshot import Snapshot
from store.words.message import BusyProblem, DataProblem

ATTEMPTS = 3
"""How often the files are looked at before the lock; after that, under it."""

ROUNDS = 4
"""How many times the patience of one wait for the lock a whole commit may take."""


class Following:
    """Follows a data file and its journal, and appends to the journal under the lock."""

    def __init__(self, path: Path, *, read_only: bool, patience: float, clock: Clock) -> None:
        """Read both; see `FileKeeper`."""
        self.path = Path(os.path.realpath(path))
        self.session = session_name()
        self.rereadings = 0
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
        self._edit: OutsideEdit | None = None
        """What another program did to the file, until it is written to the journal."""
        self._refused = ""
        """The checksum of a line that could not be made durable, nor surely be taken back."""
        self._own = ""
        """The checksum of the last line that this session has written."""
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
            self._take_in(edit.before)
            self._edit = edit
            if self._read_only or not self._absorbed():
                self._edit = None
                loaded = edit.loaded
                self._take_in(
                    News(standing=standing_of(loaded), commits=loaded.commits, reread=True)
                )

    def _absorbed(self) -> bool:
        try:
            with self._writing():
                self._catch_up()
        except (BusyProblem, OSError):
            return False
        return True

    def _catch_up(self) -> None:
        """Take in what others have written, with the lock held."""
        self._failed = None
        try:
            news = caught_up(self.path, self._standing, self._knows)
        except OutsideEdit as edit:
            news, self._edit = edit.before, edit
        self._take_in(news)
        if self._standing.edited:
            self._absorb()
        standing = self._standing
        if standing.journal[1] and standing.base.seq == self.snapshot.revision:
            # The file has all of it: a checkpoint was killed before it could say so.
            self._journal.empty()
            self._standing = msgspec.structs.replace(
                standing, journal=(self._journal.inode, 0), last=0
            )

    def _knows(self, revision: int, tip: str) -> bool:
        """Whether a revision is one that this session has gone through."""
        base, contents = self._standing.base, self._standing.contents
        held = (base.seq, base.tip), (contents.snapshot.revision, contents.tip)
        return (revision, tip) in held or self._tips.get(revision) == tip

    def _take_in(self, news: News) -> None:
        before, self._standing = self._standing, news.standing
        if news.reread:
            self.rereadings += 1
            self._recent.clear()
            self._tips.clear()
            self._standing = still_forgetting(self._standing, before.contents.snapshot.forgotten)
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

    def _absorb(self) -> None:
        """Write what another program did to the file as a commit of its own.

        Where that is not known, since this session did not see the file before, the line tells no
        more than that it was: whoever knows the line before looks at the whole file then.
        """
        edit, self._edit = self._edit, None
        change_set = ChangeSet() if edit is None else edit_on(edit, self.snapshot)
        snapshot = self.snapshot.apply(change_set)
        entry = entry_of(
            change_set, Note(at=self._clock(), action=OUTSIDE), snapshot.revision, OUTSIDE
        )
        ops: tuple[Op, ...] = ()
        if edit is not None:
            keys = edit.loaded.contents.keys
            given: dict[tuple[str, str], str] = {
                (each.table, each.id): keys[each.table].by_id[each.id]
                for each in change_set.changes
                if each.before is None and each.id in keys[each.table].by_id
            }
            ops = (*ops_of(change_set, given), *edit.others)
        try:
            self._write(entry, ops, snapshot, file=self._standing.edited)
        except OSError:
            self._standing = msgspec.structs.replace(self._standing, sure=False)
            raise
        self._standing = msgspec.structs.replace(self._standing, edited="")

    # Writing ----------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Held]:
        """The lock, with a journal that was opened before and bears the name still.

        What takes long is read before the lock is taken: it is held for milliseconds.
        """
        if self._read_only:
            raise DataProblem("read_only", "problem.read_only")
        if self._held is not None:
            yield self._held
            return
        deadline = time.monotonic() + ROUNDS * self._patience
        for attempt in count():
            refuse_read_only(self.path)
            self._journal.open()
            if attempt and self._is_behind():
                self._look()
            with locked(self.path, self._patience) as held:
                if self._is_ready(held, last=attempt >= ATTEMPTS):
                    yield held
                    return
            if time.monotonic() > deadline:
                raise BusyProblem("busy", "problem.busy", pid="?")

    def _is_behind(self) -> bool:
        return not self._standing.sure or mark_of(self.path) != self._standing.mark

    def _is_ready(self, held: Held, *, last: bool) -> bool:
        """Whether it can be written now; else what stood in the way is out of it."""
        if held.unsettled or self._doubt:
            # Whoever was taken over may write on, to a file that has lost its name.
            if self._journal.renew(held.keeping, self._refused):
                held.settle()
                self._doubt = False
            self._standing = msgspec.structs.replace(self._standing, sure=False)
            return False
        if not self._journal.is_current():
            self._journal.close()
            return False
        if self._is_behind() and not last:
            return False
        if self._has_lost_its_line():
            self._standing = msgspec.structs.replace(self._standing, sure=False)
            return False
        if checkpoint.needs_beginning(self._standing):
            return self._has_begun(held)
        return True

    def _has_lost_its_line(self) -> bool:
        """Whether the last line that was read has been taken back since."""
        standing = self._standing
        tip, inode = standing.contents.tip, standing.journal[0]
        if standing.base.seq == self.snapshot.revision or inode != self._journal.inode:
            return False
        return not self._journal.ends_with(tip, standing.last)

    def _has_begun(self, held: Held) -> bool:
        """Make the file, or bring it up; nobody else writes it meanwhile, if that can be had."""
        with suppress(BusyProblem), locked_plainly(checkpoint_lock_path(self.path)):
            return self._begin(held)
        return self._begin(held)

    def _begin(self, held: Held) -> bool:
        begun = checkpoint.begin_file(self.path, self._standing, self._clock, held.keeping)
        self._standing = begun or msgspec.structs.replace(self._standing, sure=False)
        self._older = None
        return begun is not None

    def _write(self, entry: Entry, ops: Sequence[Op], snapshot: Snapshot, file: str = "") -> Read:
        """Append one commit to the journal, durably; only then is it held in memory."""
        contents = self.contents
        read = written(line_of_entry(entry, tuple(ops), contents.tip, file))
        end = self._standing.journal[1]
        try:
            self._journal.append(read.raw, end, behind_others=end > 0 and contents.tip != self._own)
        except OSError:
            self._doubt, self._refused = True, read.tip
            raise
        self._standing = msgspec.structs.replace(
            self._standing,
            contents=applied(contents, snapshot, ops, read.tip),
            journal=(self._journal.inode, end + len(read.raw)),
            last=end,
        )
        self._own = read.tip
        self._recent.append(entry)
        self._tips[entry.revision] = read.tip
        return read

    def close(self) -> None:
        """Let go of the files."""
        with self._guard:
            self._journal.close()
