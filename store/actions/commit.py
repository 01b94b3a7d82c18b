"""The commit seam: what actions ask of whatever keeps the data.

`store.disk` implements it over a TinyDB file and over memory; one suite of tests runs on both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from store.records.change import ChangeSet
from store.records.overwritten import Overwritten
from store.records.snapshot import Snapshot

if TYPE_CHECKING:
    from store.actions.purge import Purged, PurgePlan

How = Literal["do", "undo", "redo"]

TidyWhen = Literal["large", "idle", "exit"]
"""The moment at which a keeper is asked to put its files in order."""

UNDO_DEPTH = 200
"""How many changes back undo reaches."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One commit, as history tells it."""

    revision: int
    """The revision that this commit made."""
    at: datetime
    session: str
    """Which session made it, e.g. `host:pid`."""
    action: str
    """The action's name, e.g. `follow-up`."""
    about: str = ""
    """Whom or what it was about, for people to read."""
    how: How = "do"
    of: int | None = None
    """For undo and redo: the revision taken back or done again."""
    over: tuple[Overwritten, ...] = ()
    """Fields whose newer value, set elsewhere meanwhile, this commit wrote over."""
    change_set: ChangeSet


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a commit says of itself; the keeper adds revision and session."""

    at: datetime
    action: str
    about: str = ""
    how: How = "do"
    of: int | None = None
    over: tuple[Overwritten, ...] = ()
    """Fields known to be written over; the keeper adds what it finds itself."""
    expects: int | None = None
    """The revision that the change was worked out on; refused on any other one."""


class Committed(msgspec.Struct, frozen=True):
    """A change that is durable."""

    snapshot: Snapshot
    entry: Entry


class Keeper(Protocol):
    """Keeps the data; a single writer."""

    session: str
    """What this keeper's commits are signed with."""
    rereadings: int
    """How often all was read anew, so that what changed is more than the commits tell."""

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot this keeper has seen."""

    def commit(self, change_set: ChangeSet, note: Note) -> Committed:
        """Make a change durable, then give the snapshot after it.

        Changes of other sessions since `snapshot` are kept: this one is applied field by field to
        the data as they are now.

        Raises:
            DataProblem: where nothing could be saved; nothing has changed then.
            BusyProblem: where another session held the lock for five seconds.
            Refusal: `gone`, where a record to be changed is; `changed_meanwhile`, where the note
                expects another revision.
        """

    def keep_parts(self, parts: Mapping[str, bytes]) -> None:
        """Make durable what is too large for a record, before the commit that refers to it.

        What is kept already stays as it is. Nobody removes any of it until this keeper's next
        commit has come to its end, whatever that is.

        Args:
            parts: by digest (`store.records.attachment`).

        Raises:
            ValueError: where a digest is not that of its part.
            DataProblem: where one cannot be saved; nothing new is kept then.
            BusyProblem: where another session is removing some.
        """

    def leave_parts(self) -> None:
        """No commit is to come that refers to what was kept; it may go."""

    def part(self, digest: str) -> bytes | None:
        """What is kept under a digest; None where it is not there, or damaged."""

    def history(self) -> Sequence[Entry]:
        """The commits that are remembered, oldest first."""

    def refresh(self) -> Snapshot:
        """Take in what other sessions have committed.

        Raises:
            DataProblem: where the file can no longer be read.
        """

    def is_due(self, when: TidyWhen) -> bool:
        """Whether `tidy` would find something to do; costs nothing, any thread may ask."""

    def tidy(self, when: TidyWhen) -> None:
        """Put files in order where it is due; may run in another thread than the writer's.

        Raises:
            DataProblem: where that cannot be done; what was saved is saved all the same.
        """

    def purge(self, plan: PurgePlan) -> Purged:
        """End a person in everything that is kept.

        Args:
            plan: works out what is to end, from the newest data; asked again where they move.

        Raises:
            DataProblem: where a file cannot be written.
            BusyProblem: where another session keeps a file from being written.
        """

    def close(self) -> None:
        """Let go of files."""
