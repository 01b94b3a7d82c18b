"""Backups of the data file: listed, made, and read."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

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


class Made(msgspec.Struct, frozen=True):
    """When a backup was made, as its id says."""

    day: date
    """Of a weekly one the Monday of its week."""
    time: datetime | None = None
    """The moment, for those made by hand."""

    @property
    def iso(self) -> str:
        """ISO 8601: a day, or a day and the time of day."""
        return self.day.isoformat() if self.time is None else self.time.isoformat()


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
        return tuple(sorted(found, key=_age, reverse=True))

    def holding(self, id: str) -> tuple[str, ...]:
        """The names of the copies that hold a record.

        Raises:
            OSError: where one cannot be read.
        """
        from store.disk.backups import copies_with

        return copies_with(self._maker.path, f'"{id}"')

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


def _age(kept: Kept) -> tuple[str, str]:
    """For the order: of one day, those made by hand come after that of the day."""
    return "" if kept.made is None else kept.made.iso, kept.id


def made_of(id: str) -> Made | None:
    """When a backup was made; None where its id does not say it."""
    kind, _, rest = id.partition("-")
    try:
        if kind == "now":
            moment = datetime.strptime(rest, "%Y-%m-%dT%H%M%S")  # noqa: DTZ007 - as it was there
            return Made(moment.date(), moment)
        if kind == "weekly":
            year, _, week = rest.partition("-W")
            return Made(date.fromisocalendar(int(year), int(week), 1))
        return Made(date.fromisoformat(rest.partition("-")[2] if kind == "schema" else rest))
    except ValueError:
        return None
