"""FILE.history: the last changes, one JSON line each, from which undo is told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

import msgspec

from store.actions.commit import UNDO_DEPTH, Entry, How
from store.disk.storage import (
    FILE_MODE,
    make_folder,
    refuse_read_only,
    replace_file,
    sync_folder,
    write_all,
)
from store.records.change import Change, ChangeSet
from store.records.document import BadDocumentError, from_document, to_document
from store.records.kinds import TableName
from store.records.record import Document, Record
from store.records.tables import RECORD_TYPES

KEPT = 2 * UNDO_DEPTH
"""Lines after which the file is cut; redo and undo of redo take lines of their own."""

_Op = tuple[TableName, str, dict[str, object] | None, dict[str, object] | None]


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry as it is written."""

    revision: int
    at: datetime
    session: str
    action: str
    about: str = ""
    how: How = "do"
    of: int | None = None
    ops: tuple[_Op, ...]
    """Table, id, document before, document after."""


_LINES = msgspec.json.Decoder(Line)


def history_path(data_file: Path) -> Path:
    """Where the history of a data file is kept."""
    return data_file.with_name(f"{data_file.name}.history")


def read_history(data_file: Path, revision: int) -> list[Entry]:
    """The entries up to a revision, oldest first; a line that cannot be read ends them.

    Entries beyond it belong to a commit that never came to be.
    """
    try:
        data = history_path(data_file).read_bytes()
    except FileNotFoundError:
        return []
    entries: list[Entry] = []
    for line in data.splitlines():
        try:
            entry = _entry(_LINES.decode(line))
        except (msgspec.DecodeError, BadDocumentError):
            # A torn or foreign line: what lies behind it can no longer be undone in order.
            entries.clear()
            continue
        if entry.revision <= revision:
            entries.append(entry)
    return entries


def append_history(data_file: Path, entries: Sequence[Entry], entry: Entry) -> None:
    """Add one entry durably; `entries` are those known to stand before it.

    Raises:
        OSError: where it cannot be written.
    """
    path = history_path(data_file)
    line = _written(entry)
    if len(entries) >= KEPT or _ends_otherwise(path, entries):
        kept = [_written(each) for each in entries[-UNDO_DEPTH:]]
        replace_file(path, b"".join((*kept, line)))
        return
    make_folder(path.parent)
    refuse_read_only(path)
    known = path.exists()
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
    descriptor = os.open(path, flags, FILE_MODE)
    try:
        length = os.fstat(descriptor).st_size
        try:
            write_all(descriptor, line)
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, length)
            raise
    finally:
        os.close(descriptor)
    if not known:
        sync_folder(path.parent)


def _ends_otherwise(path: Path, entries: Sequence[Entry]) -> bool:
    """Whether the file ends with something else than the last entry: an unfinished commit."""
    try:
        with path.open("rb") as file:
            data = file.read()
    except FileNotFoundError:
        return bool(entries)
    lines = data.splitlines(keepends=True)
    if not lines:
        return bool(entries)
    if not entries or not lines[-1].endswith(b"\n"):
        return True
    try:
        return _LINES.decode(lines[-1]).revision != entries[-1].revision
    except msgspec.DecodeError:
        return True


def _written(entry: Entry) -> bytes:
    ops = tuple(
        (each.table, each.id, _document(each.before), _document(each.after))
        for each in entry.change_set.changes
    )
    line = Line(
        revision=entry.revision,
        at=entry.at,
        session=entry.session,
        action=entry.action,
        about=entry.about,
        how=entry.how,
        of=entry.of,
        ops=ops,
    )
    return msgspec.json.encode(line) + b"\n"


def _document(record: Record | None) -> dict[str, object] | None:
    return None if record is None else dict(to_document(record))


def _entry(line: Line) -> Entry:
    return Entry(
        revision=line.revision,
        at=line.at,
        session=line.session,
        action=line.action,
        about=line.about,
        how=line.how,
        of=line.of,
        change_set=ChangeSet(tuple(_changes(line.ops))),
    )


def _changes(ops: Iterable[_Op]) -> Iterable[Change]:
    for table, key, before, after in ops:
        kind = RECORD_TYPES[table]
        yield Change(
            table,
            key,
            None if before is None else from_document(kind, cast(Document, before)),
            None if after is None else from_document(kind, cast(Document, after)),
        )
