"""A data file that cannot be read: put back from a backup, with the changes that came after it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from store.disk.data_file import Contents
from store.disk.repairs.forgotten_found import forgotten_in
from store.disk.repairs.found import Fix, Found, put_right
from store.disk.repairs.reaches import BEGINNING, Reach, until
from store.disk.repairs.readable import known_tip, leading_to
from store.disk.repairs.repair import Repair
from store.disk.repairs.scanned import meta_in
from store.disk.repairs.wrong import wrong
from store.words.message import Message


def backup_repair(found: Found, best: Reach | None) -> Repair | None:
    """Put back a backup; None where there is no good one.

    Args:
        found: the files.
        best: the backup that reaches furthest.
    """
    if best is None or found.problem is None:
        return None
    contents = best.brought()
    records = record_count(contents)
    missing = newest_known(found) - best.revision
    return Repair(
        kind="backup",
        wrong=wrong(found.problem),
        would=_would(best, found, records),
        lost=(
            Message("repair.backup.missing", {"n": missing})
            if missing > 0
            else Message("repair.backup.none_missing")
        ),
        records=records,
        apply=partial(_put_back, found, contents),
    )


def _would(reach: Reach, found: Found, records: int) -> Message:
    """What would be done, and how far it goes."""
    values: dict[str, object] = {
        "id": reach.id,
        "until": until(reach, found),
        "records": Message("repair.rows", {"n": records}),
    }
    if reach.id == BEGINNING:
        return Message("repair.backup.from_changes", values)
    if not reach.commits:
        return Message("repair.backup.as_it_is", values)
    values["changes"] = Message("repair.changes", {"n": len(reach.commits)})
    return Message("repair.backup.fitted" if reach.fitted else "repair.backup.would", values)


def newest_known(found: Found) -> int:
    """The highest revision that anything tells of."""
    meta = meta_in(found.data)
    told = [read.line.seq for read in found.reads]
    return max((*told, meta.seq if meta is not None else 0), default=0)


def record_count(contents: Contents) -> int:
    """How many records there are in all tables."""
    return sum(len(table) for table in contents.snapshot.tables.values())


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
