"""Backups: whole copies of the data file, verified by reading them back.

The last seven days on which something was changed, the last four such weeks, and those made by
hand or before a migration; each is a data file of its own that stock TinyDB opens.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec

from store.disk.data_file import Contents, decode
from store.disk.durable import (
    COPY_BYTES,
    make_folder,
    put_in_place,
    removed_in_the_end,
    write_beside,
)
from store.disk.meta import is_as_written
from store.disk.migrations import brought_up
from store.disk.places import BackupKind, backups_folder
from store.disk.writing import written_beside
from store.words.message import DataProblem, UnknownProblem

DAYS = 7
WEEKS = 4

KEPT: dict[BackupKind, int] = {"daily": DAYS, "weekly": WEEKS}
"""How many of a kind are kept; of the others all."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One copy."""

    id: str
    """Its name without the ending, e.g. `daily-2026-11-25`."""
    kind: BackupKind
    size: int
    """Bytes."""
    good: bool
    """Whether it reads as it was written."""


class BadCopyError(OSError):
    """A copy that does not read back as it was written."""


def daily_id(day: date) -> str:
    """The backup of a day."""
    return f"daily-{day.isoformat()}"


def weekly_id(day: date) -> str:
    """The backup of a day's week (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return f"weekly-{year}-W{week:02d}"


def is_due(data_file: Path, day: date) -> bool:
    """Whether there is no backup of a day yet."""
    return not _path(data_file, daily_id(day)).exists()


def keep_backups(
    data_file: Path, day: date, newer: Contents | None = None, *, anew: bool = False
) -> None:
    """Make the backups of a day and of its week where they are not there, and let old ones go.

    Args:
        data_file: what is copied.
        day: today.
        newer: what there is, where the data file does not hold all of it.
        anew: make that of the day even where it is there.

    Raises:
        OSError: where one cannot be made; the others are as they were.
    """
    for id in (daily_id(day), weekly_id(day)):
        if not _path(data_file, id).exists() or (anew and id == daily_id(day)):
            copy(data_file, id, newer)
    ids: dict[BackupKind, str] = {"daily": daily_id(day), "weekly": weekly_id(day)}
    for kind, present in ids.items():
        found = sorted(backups_folder(data_file).glob(f"{kind}-*.json"), reverse=True)
        # Of days to come, as of a clock that was ahead, the first to go.
        found.sort(key=lambda path: path.stem <= present, reverse=True)
        for old in found[KEPT[kind] :]:
            old.unlink(missing_ok=True)


def backup_now(data_file: Path, moment: datetime, newer: Contents | None = None) -> str:
    """Make a backup by hand; give its id.

    Args:
        data_file: what is copied.
        moment: now.
        newer: what there is, where the data file does not hold all of it.

    Raises:
        OSError: where it cannot be made.
    """
    id = f"now-{moment:%Y-%m-%dT%H%M%S}"
    copy(data_file, id, newer)
    return id


def keep_older(data_file: Path, data: bytes, schema: int, day: date) -> None:
    """Keep a file of an older shape, before it is brought up.

    Raises:
        OSError: where that cannot be done.
    """
    target = _path(data_file, f"schema-{schema}-{day.isoformat()}")
    make_folder(target.parent)
    _verified(write_beside(target, (data,)), target, lambda found: found == data)


def copy(data_file: Path, id: str, newer: Contents | None = None) -> None:
    """Copy the data file to a backup, or write what is newer there, and read it back.

    Raises:
        OSError: where that cannot be done or the copy is not what was copied.
    """
    target = _path(data_file, id)
    make_folder(target.parent)
    if newer is None:
        copied = write_beside(target, _pieces(data_file))
        _verified(copied, target, lambda found: found == data_file.read_bytes())
    else:
        _verified(written_beside(target, newer), target, is_as_written)


def _verified(temporary: Path, target: Path, is_right: Callable[[bytes], bool]) -> None:
    """Give a copy its name, if it reads back as it should."""
    with removed_in_the_end(temporary):
        if not is_right(temporary.read_bytes()):
            raise BadCopyError(5, "the copy differs", str(target))
        put_in_place(temporary, target)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(COPY_BYTES):
            yield piece


def backups(data_file: Path) -> tuple[Backup, ...]:
    """All backups, by their ids, each read to see whether it is whole."""
    folder = backups_folder(data_file)
    found = sorted(folder.glob("*.json")) if folder.is_dir() else []
    return tuple(_told(each) for each in found if _kind(each.stem) is not None)


def _told(path: Path) -> Backup:
    kind = _kind(path.stem)
    assert kind is not None
    return Backup(id=path.stem, kind=kind, size=path.stat().st_size, good=_is_good(path))


def _is_good(path: Path) -> bool:
    try:
        data = path.read_bytes()
        if not is_as_written(data):
            # Of an older shape, or of a file that other programs have edited: read it in earnest.
            decode(brought_up(data)[0])
    except (OSError, DataProblem):
        return False
    return True


def _kind(id: str) -> BackupKind | None:
    kinds: tuple[BackupKind, ...] = ("daily", "weekly", "now", "schema")
    return next((kind for kind in kinds if id.startswith(f"{kind}-")), None)


def read_backup(data_file: Path, id: str) -> Contents:
    """What a backup holds.

    Raises:
        UnknownProblem: where there is none of that id.
        DataProblem: where it cannot be read.
    """
    path = _path(data_file, id)
    if _kind(id) is None or "/" in id or not path.is_file():
        raise UnknownProblem("unknown_backup", "problem.unknown_backup", id=id)
    return decode(brought_up(path.read_bytes())[0])


def _path(data_file: Path, id: str) -> Path:
    return backups_folder(data_file) / f"{id}.json"


def copies(data_file: Path) -> Iterable[Path]:
    """Whole copies of the data file that lie beside it: backups, and what a repair has kept."""
    folder = backups_folder(data_file)
    if folder.is_dir():
        yield from sorted(each for each in folder.iterdir() if each.is_file())
    yield from sorted(data_file.parent.glob(f"{glob.escape(data_file.name)}.kept-*"))
    yield from sorted(data_file.parent.glob(f"{glob.escape(data_file.name)}.*.kept-*"))


def copies_with(data_file: Path, text: str) -> tuple[str, ...]:
    """The names of the copies in which a text stands, an id for instance.

    Raises:
        OSError: where one cannot be read.
    """
    wanted = text.encode()
    return tuple(each.name for each in copies(data_file) if wanted in each.read_bytes())
