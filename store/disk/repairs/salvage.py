"""A data file that cannot be read: the rows that still can, and those that the lines tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import msgspec

from store.disk.data_file import Contents
from store.disk.keys import Keys, keys_of
from store.disk.line import Read, entry_of_line
from store.disk.meta import APPLICATION, SCHEMA
from store.disk.places import leftovers
from store.disk.repairs.doubled import single
from store.disk.repairs.forgotten_found import forgotten_in
from store.disk.repairs.found import Fix, Found, put_right
from store.disk.repairs.from_backup import record_count
from store.disk.repairs.reaches import BEGINNING, Reach
from store.disk.repairs.readable import going_on, known_tip, leading_to
from store.disk.repairs.repair import Repair
from store.disk.repairs.scanned import meta_in, scanned
from store.disk.repairs.wrong import wrong
from store.disk.replay import Told, replay
from store.records.change import Change
from store.records.document import BadDocumentError
from store.records.kinds import TABLES, TableName
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.words.message import Message


class Salvaged(msgspec.Struct, frozen=True, kw_only=True):
    """What can be made of a damaged file."""

    contents: Contents
    kept: int
    """Rows of it."""
    from_lines: int
    """Of these, rows that history and journal told of."""
    unread: int
    """Rows of the file that cannot be read."""
    doubles: int
    """Rows that went into another one with the same id."""
    cut: bool
    """Whether there may be more that is missing."""


def salvage_repair(found: Found, best: Reach | None) -> Repair | None:
    """Keep the rows that can be read; None where there are none, or the file is not ours.

    Args:
        found: the files.
        best: the backup that reaches furthest, which tells how much there was.
    """
    if found.problem is None or not found.data or not is_ours(found):
        return None
    salvaged = salvage(found)
    if not salvaged.kept:
        return None
    if not salvaged.cut and not salvaged.unread and salvaged.doubles:
        return _doubles_repair(found, salvaged)
    records = record_count(replay(salvaged.contents, _journal_of(found, salvaged)))
    return Repair(
        kind="salvage",
        wrong=wrong(found.problem),
        would=Message(
            "repair.salvage.would",
            {
                "rows": Message("repair.rows", {"n": salvaged.kept}),
                "lines": Message("repair.rows", {"n": salvaged.from_lines}),
            },
        ),
        lost=_lost(salvaged, records, best),
        records=records,
        apply=partial(_put, found, salvaged),
    )


def _lost(salvaged: Salvaged, records: int, best: Reach | None) -> Message:
    """What is given up, and how much that is where a backup tells."""
    id = "repair.salvage.lost_cut" if salvaged.cut else "repair.salvage.lost"
    if not salvaged.unread:
        id = "repair.salvage.lost_unknown"
    lost = Message(id, {"n": salvaged.unread})
    fewer = 0 if best is None else record_count(best.brought()) - records
    if best is None or fewer <= 0:
        return lost
    if best.id == BEGINNING:
        compared = Message("repair.salvage.fewer_changes", {"n": fewer})
    else:
        compared = Message("repair.salvage.fewer", {"n": fewer, "id": best.id})
    return Message("repair.salvage.lost_compared", {"lost": lost, "compared": compared})


def _journal_of(found: Found, salvaged: Salvaged) -> tuple[Told, ...]:
    """What the journal adds to it."""
    seq, tip = salvaged.contents.snapshot.revision, salvaged.contents.tip
    return going_on(seq, tip, found.journal_lines.reads)


def _doubles_repair(found: Found, salvaged: Salvaged) -> Repair:
    return Repair(
        kind="doubles",
        wrong=Message("repair.doubles.wrong", {"n": salvaged.doubles}),
        would=Message("repair.doubles.would"),
        lost=Message("repair.doubles.lost"),
        apply=partial(_put, found, salvaged),
    )


def is_ours(found: Found) -> bool:
    """Whether a damaged file is one that this version may touch."""
    meta = meta_in(found.data)
    if meta is None:
        return bool(leftovers(found.path))
    return meta.app == APPLICATION and meta.schema <= SCHEMA


def _put(found: Found, salvaged: Salvaged) -> tuple[Path, ...]:
    return put_right(found, Fix(contents=salvaged.contents))


def salvage(found: Found) -> Salvaged:
    """Read the rows, and take what is missing from the lines before and after the file."""
    seq, tip = _place(found)
    rows = scanned(found.data)
    changes = _changes_around(found, seq, tip) if rows.cut or rows.unread else ((), ())
    tables: dict[TableName, dict[str, Record]] = {}
    keys: dict[TableName, Keys] = {}
    doubles = kept = from_lines = 0
    for name in TABLES:
        own = single(rows.rows[name])
        missing = _missing(name, own.records, *changes)
        first = max(map(int, own.keys.values()), default=0) + 1
        given = {id: str(number) for number, id in enumerate(missing, first)}
        tables[name] = {**own.records, **missing}
        keys[name] = keys_of({**own.keys, **given})
        doubles += own.doubles
        kept += len(tables[name])
        from_lines += len(missing)
    return Salvaged(
        contents=Contents(
            snapshot=snapshot_of(tables, seq, forgotten_in(found)),
            keys=keys,
            foreign=dict(rows.foreign),
            tip=tip,
        ),
        kept=kept,
        from_lines=from_lines,
        unread=rows.unread,
        doubles=doubles,
        cut=rows.cut,
    )


def _place(found: Found) -> tuple[int, str]:
    """The revision that the file holds, and the checksum of its line.

    Where the file no longer says so, its history ends there, or its journal goes on from there.
    """
    meta = meta_in(found.data)
    if meta is not None:
        return meta.seq, known_tip(meta.seq, meta.tip, found.reads)
    history, journal = found.history_lines.reads, found.journal_lines.reads
    if history:
        return history[-1].line.seq, history[-1].tip
    if journal:
        return journal[0].line.seq - 1, journal[0].line.prev
    return 0, ""


def _changes_around(
    found: Found, seq: int, tip: str
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes that led up to the file, and those that go on from it, in their order."""
    before = leading_to(seq, tip, found.reads)
    after = going_on(seq, tip, found.journal_lines.reads)
    return (
        tuple(_changes(before)),
        tuple(change for each in after for change in each.entry.change_set.changes),
    )


def _changes(reads: Iterable[Read]) -> Iterator[Change]:
    for read in reads:
        try:
            yield from entry_of_line(read.line).change_set.changes
        except BadDocumentError:
            continue


def _missing(
    table: TableName,
    present: Mapping[str, Record],
    before: Iterable[Change] = (),
    after: Iterable[Change] = (),
) -> dict[str, Record]:
    """Records of a table that the file held by what the lines tell, and holds no longer."""
    held: dict[str, Record | None] = {}
    for change in before:
        if change.table == table:
            held[change.id] = change.after
    first: dict[str, Record | None] = {}
    for change in after:
        if change.table == table:
            first.setdefault(change.id, change.before)
    held.update(first)
    return {id: record for id, record in held.items() if record is not None and id not in present}
