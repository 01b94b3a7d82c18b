"""A data file that cannot be read: put back from a backup, with the changes that came after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec

from store.disk.backups import backups, read_backup
from store.disk.data_file import Contents, empty
from store.disk.places import backups_folder
from store.disk.repairs.forgotten_found import forgotten_in
from store.disk.repairs.found import Fix, Found, put_right
from store.disk.repairs.readable import going_on, known_tip, leading_to
from store.disk.repairs.repair import Repair
from store.disk.repairs.scanned import meta_in
from store.disk.repairs.wrong import wrong
from store.disk.replay import Told, replay
from store.words.message import Message

BEGINNING = ""
"""In the place of a backup's id: the empty file, from which all changes ever made go on."""


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A backup, and up to where it can be brought."""

    id: str
    contents: Contents
    """As in the backup."""
    commits: tuple[Told, ...]
    """What goes on from it without a gap."""
    made: datetime
    """When the backup was made."""

    @property
    def revision(self) -> int:
        """The last change that comes back."""
        if self.commits:
            return self.commits[-1].read.line.seq
        return self.contents.snapshot.revision

    @property
    def moment(self) -> datetime:
        """Up to when changes come back."""
        return self.commits[-1].entry.at if self.commits else self.made


def backup_repair(found: Found) -> Repair | None:
    """Put back the backup that reaches furthest; None where there is no good one."""
    best = max(_reaches(found), key=_order, default=None)
    if best is None or found.problem is None:
        return None
    moment = best.moment.astimezone(found.clock().tzinfo)
    until: dict[str, object] = {"day": moment.date(), "time": f"{moment:%H:%M}"}
    contents = replay(best.contents, best.commits)
    records = record_count(contents)
    until["records"] = Message("repair.rows", {"n": records})
    missing = newest_known(found) - best.revision
    if best.id == BEGINNING:
        would = Message("repair.backup.from_changes", until)
    else:
        would = Message("repair.backup.would", {"id": best.id, **until})
    return Repair(
        kind="backup",
        wrong=wrong(found.problem),
        would=would,
        lost=(
            Message("repair.backup.missing", {"n": missing})
            if missing > 0
            else Message("repair.backup.none_missing")
        ),
        records=records,
        apply=partial(_put_back, found, contents),
    )


def newest_known(found: Found) -> int:
    """The highest revision that anything tells of."""
    meta = meta_in(found.data)
    told = [read.line.seq for read in found.reads]
    return max((*told, meta.seq if meta is not None else 0), default=0)


def record_count(contents: Contents) -> int:
    """How many records there are in all tables."""
    return sum(len(table) for table in contents.snapshot.tables.values())


def _order(reach: Reach) -> tuple[int, int, datetime]:
    return reach.revision, reach.contents.snapshot.revision, reach.made


def _reaches(found: Found) -> Iterator[Reach]:
    zone = found.clock().tzinfo
    good = [backup.id for backup in backups(found.path) if backup.good]
    for id in good:
        written = (backups_folder(found.path) / f"{id}.json").stat().st_mtime
        contents = read_backup(found.path, id)
        yield _reach(found, id, contents, datetime.fromtimestamp(written, tz=zone))
    beginning = _reach(found, BEGINNING, empty(), found.clock())
    if beginning.commits and not good:
        yield beginning


def _reach(found: Found, id: str, contents: Contents, made: datetime) -> Reach:
    commits = going_on(contents.snapshot.revision, contents.tip, found.reads)
    return Reach(id=id, contents=contents, commits=commits, made=made)


def _put_back(found: Found, contents: Contents) -> tuple[Path, ...]:
    revision = contents.snapshot.revision
    tip = known_tip(revision, contents.tip, found.reads)
    snapshot = msgspec.structs.replace(contents.snapshot, forgotten=forgotten_in(found))
    history = b"".join(read.raw for read in leading_to(revision, tip, found.reads))
    fix = Fix(
        contents=msgspec.structs.replace(contents, snapshot=snapshot, tip=tip),
        journal=b"",
        history=None if history == found.history else history,
    )
    return put_right(found, fix)
