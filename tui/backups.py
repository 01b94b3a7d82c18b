"""Backups of the data file: listed, made, and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from store.disk.backup_age import Made, age_of, made_of
from store.disk.places import BackupKind
from store.records.snapshot import Snapshot

if TYPE_CHECKING:
    from store.disk.backups import Backup


class Maker(Protocol):
    """Whatever keeps the data in a file, as far as backups go."""

    path: Path
    """The data file, symlinks resolved."""

    def backup(self) -> str:
        """Make a backup of what there is now; give its id.

        Raises:
            DataProblem: where that cannot be done.
            BusyProblem: where another session is writing the file.
        """


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One backup, for people to choose."""

    id: str
    kind: BackupKind
    size: int
    """Bytes."""
    good: bool
    """Whether it reads back as it was written."""
    made: Made | None
    """None where the id does not say it."""


class Backups:
    """The backups of one data file."""

    def __init__(self, maker: Maker) -> None:
        """Bind the keeper of the file."""
        self._maker = maker

    def all(self) -> tuple[Kept, ...]:
        """All of them, newest first; each is read to see whether it is whole."""
        # Loaded here and below where it is needed: most commands have nothing to do with backups.
        from store.disk.backups import backups

        found = [_kept(each) for each in backups(self._maker.path)]
        return tuple(sorted(found, key=lambda each: age_of(each.id), reverse=True))

    def holding(self, id: str) -> tuple[str, ...]:
        """The names of the copies that hold a record.

        Raises:
            OSError: where one cannot be read.
        """
        from store.disk.backups import copies_with

        return copies_with(self._maker.path, f'"{id}"')

    def twins_with(self, touches: Callable[[str], bool]) -> tuple[str, ...]:
        """The names of a synchronising program's copies that may hold something; only read."""
        from store.disk.twins import twins_with

        return tuple(each.name for each in twins_with(self._maker.path, touches))

    def now(self) -> str:
        """Make one; give its id.

        Raises:
            DataProblem: where that cannot be done.
            BusyProblem: where another session is writing the file.
        """
        return self._maker.backup()

    def read(self, id: str) -> Snapshot:
        """The data that a backup holds.

        Raises:
            UnknownProblem: where there is none of that id.
            DataProblem: where it cannot be read.
        """
        from store.disk.backups import read_backup

        return read_backup(self._maker.path, id).snapshot


def _kept(each: Backup) -> Kept:
    made = made_of(each.id)
    return Kept(id=each.id, kind=each.kind, size=each.size, good=each.good, made=made)
