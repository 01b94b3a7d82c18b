"""A person ended in every file of the store: backups, kept copies, history, data file, journal.

In this order, so that whatever ends the program in between leaves the person in the data file, and
forgetting can be asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from store.actions.commit import Entry
from store.actions.purge import ACTION, Purge, Purged, purged_entry, purged_record
from store.disk.backups import copies
from store.disk.data_file import Contents, Rows, decode
from store.disk.durable import put_in_place, sync_folder
from store.disk.line import Read, line_of_entry, ops_of, written
from store.disk.migrations import brought_up
from store.disk.writing import written_beside
from store.records.change import ChangeSet
from store.records.kinds import TABLES, TableName
from store.records.record import Record
from store.records.snapshot import snapshot_of
from store.words.message import DataProblem


def purge_copies(data_file: Path, purge: Purge) -> Purged:
    """Rewrite every copy of the data file that lies beside it and holds something of the person.

    Raises:
        OSError: where one cannot be rewritten.
    """
    rewritten: list[str] = []
    removed: list[str] = []
    for copy in copies(data_file):
        data = copy.read_bytes()
        touched = purge.touches(data.decode("utf-8", "surrogateescape"))
        try:
            contents = decode(brought_up(data)[0])
        except DataProblem:
            if touched:
                # Good for nothing but to be read by strangers.
                copy.unlink()
                sync_folder(copy.parent)
                removed.append(copy.name)
            continue
        if touched:
            contents = purged_contents(contents, purge)
            rewritten.append(copy.name)
        # All of them learn who is not to come back, should one be put in the file's place.
        snapshot = msgspec.structs.replace(contents.snapshot, forgotten=purge.forgotten)
        contents = msgspec.structs.replace(contents, snapshot=snapshot)
        put_in_place(written_beside(copy, contents), copy)
    return Purged(rewritten=tuple(rewritten), removed=tuple(removed))


def purged_contents(contents: Contents, purge: Purge) -> Contents:
    """The contents of a copy without the person."""
    tables: dict[TableName, dict[str, Record]] = {}
    for name in TABLES:
        records = contents.snapshot.tables[name].plain().values()
        kept = (purged_record(record, purge) for record in records)
        tables[name] = {record.id: record for record in kept if record is not None}
    return msgspec.structs.replace(
        contents,
        snapshot=snapshot_of(tables, contents.snapshot.revision, purge.forgotten),
        foreign={name: _purged_rows(name, rows, purge) for name, rows in contents.foreign.items()},
    )


def _purged_rows(name: str, rows: Rows | msgspec.Raw, purge: Purge) -> Rows | msgspec.Raw:
    """A table of another program, without the person's words."""
    if not purge.touches(msgspec.json.encode(rows).decode()):
        return rows
    if isinstance(rows, msgspec.Raw):
        value = purge.redact(name, {"value": msgspec.json.decode(rows)}) or {}
        return msgspec.Raw(msgspec.json.encode(value.get("value")))
    whole: dict[str, msgspec.Raw] = {}
    for key, row in rows.items():
        document = purge.redact(name, {"value": msgspec.json.decode(row)})
        if document is not None:
            whole[key] = msgspec.Raw(msgspec.json.encode(document["value"]))
    return whole


def purged_history(
    entries: Iterable[Entry], revision: int, session: str, purge: Purge
) -> list[Read]:
    """The history without the person; its last line is that of the forgetting.

    Args:
        entries: all that are remembered, oldest first.
        revision: of the forgetting.
        session: who asked for it.
        purge: what goes.
    """
    reads: list[Read] = []
    for entry in entries:
        kept = purged_entry(entry, purge)
        if kept is not None:
            prev = reads[-1].tip if reads else ""
            reads.append(written(line_of_entry(kept, ops_of(kept.change_set, {}), prev)))
    last = Entry(
        revision=revision, at=purge.at, session=session, action=ACTION, change_set=ChangeSet()
    )
    reads.append(written(line_of_entry(last, (), reads[-1].tip if reads else "")))
    return reads
