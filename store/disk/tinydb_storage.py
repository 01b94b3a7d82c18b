"""TinyDB on our journal: a storage for `TinyDB(path, storage=JournalStorage)`.

Reading hands out the documents in memory, writing compares them with those and commits what
differs. With `JournalTable` (see `JournalDB`) a change costs what it changes. All of it goes the
road of every commit: durable, merged with other sessions, in the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

import msgspec
from tinydb.storages import Storage

from store.actions.commit import Note
from store.clock import Clock, fresh_id, system_clock
from store.disk.data_file import Contents
from store.disk.file_keeper import FileKeeper
from store.disk.line import NOTHING, Op
from store.disk.meta import APPLICATION, META, SCHEMA
from store.records.change import Change, ChangeSet
from store.records.document import BadDocumentError, from_document, to_document
from store.records.kinds import TABLES, TableName
from store.records.me import ME
from store.records.record import Document, Record
from store.records.tables import RECORD_TYPES
from store.words.message import DataProblem

ACTION = "tinydb"

Rows = dict[str, dict[str, Any]]
"""Documents by doc_id."""

RowChange = tuple[str, dict[str, Any] | None]
"""A doc_id, and the document that it has from now on; None where it is gone."""


class JournalStorage(Storage):
    """A data file of ours under TinyDB."""

    def __init__(self, path: str | Path, *, clock: Clock = system_clock) -> None:
        """Open it; nothing is made before the first change.

        Raises:
            DataProblem: where it cannot be read, is damaged, foreign or newer.
        """
        super().__init__()
        self._clock = clock
        self._keeper = FileKeeper(Path(path), clock=clock)
        self._contents: Contents | None = None
        self._tables: dict[str, Rows] = {}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other sessions from writing over several steps.

        Raises:
            Problem: where another session holds the lock too long, or nothing can be written.
        """
        with self._keeper.alone():
            yield

    def read(self) -> dict[str, Rows]:
        """All tables as they are now, as a copy: stock tables change what they are given.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        return deepcopy(self.tables())

    def tables(self) -> dict[str, Rows]:
        """All tables as they are now, in memory; to be looked at, not to be changed.

        Raises:
            DataProblem: where the file can no longer be read.
        """
        self._keeper.refresh()
        contents, before = self._keeper.contents, self._contents
        if contents is not before:
            fresh = {META: self._meta()}
            for name in TABLES:
                same = before is not None and _is_same(before, contents, name)
                fresh[name] = self._tables[name] if same else _documents(name, contents)
            for other, rows in contents.foreign.items():
                if not isinstance(rows, msgspec.Raw):
                    fresh[other] = {key: msgspec.json.decode(row) for key, row in rows.items()}
            self._tables, self._contents = fresh, contents
        return {name: rows for name, rows in self._tables.items() if rows}

    def _meta(self) -> Rows:
        revision = self._keeper.snapshot.revision
        if not revision and not self._keeper.path.exists():
            return {}
        return {"1": {"app": APPLICATION, "schema": SCHEMA, "seq": revision}}

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Commit what differs from the tables as they are.

        Raises:
            Problem: where nothing could be saved.
        """
        with self.alone():
            current = self.tables()
            changes = {
                name: _difference(current.get(name, {}), data.get(name, {}))
                for name in dict.fromkeys((*current, *data))
                if name != META
            }
            self.commit({name: rows for name, rows in changes.items() if rows})

    def commit(self, changes: Mapping[str, Sequence[RowChange]]) -> None:
        """Make changed documents durable, by table.

        Raises:
            Problem: where nothing could be saved.
            ValueError: where a document is none of its table; nothing is saved then.
        """
        own: list[Change] = []
        others: list[Op] = []
        keys: dict[tuple[str, str], str] = {}
        current = self.tables()
        for name, rows in changes.items():
            held = current.get(name, {})
            if name == META:
                raise ValueError(f"{META} is kept by the program")
            if name in RECORD_TYPES:
                own += _own_changes(name, rows, held, keys)
            else:
                others += [_op(name, key, held.get(key), row) for key, row in rows]
        if own or others:
            note = Note(at=self._clock(), action=ACTION)
            self._keeper.commit_all(ChangeSet(tuple(own)), others, note, keys)

    def following(self, table: str) -> int:
        """The next free doc_id of a table."""
        if table in RECORD_TYPES:
            return self._keeper.contents.keys[table].following
        rows = self.tables().get(table, {})
        return max(map(int, rows), default=0) + 1

    def close(self) -> None:
        """Put the files in order, and let go of them."""
        self._keeper.close()


def _is_same(before: Contents, now: Contents, name: TableName) -> bool:
    return (
        before.snapshot.tables[name] is now.snapshot.tables[name]
        and before.keys[name] is now.keys[name]
    )


def _documents(name: TableName, contents: Contents) -> Rows:
    keys = contents.keys[name].by_id
    table = contents.snapshot.tables[name].plain()
    return {keys[id]: cast(dict[str, Any], to_document(record)) for id, record in table.items()}


def _difference(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> list[RowChange]:
    fresh = {str(key): dict(row) for key, row in after.items()}
    gone: list[RowChange] = [(key, None) for key in before if key not in fresh]
    return gone + [(key, row) for key, row in fresh.items() if before.get(key) != row]


def _own_changes(
    name: TableName,
    rows: Sequence[RowChange],
    held: Rows,
    keys: dict[tuple[str, str], str],
) -> list[Change]:
    """Changes of records; a document that comes without an id is given one."""
    changes: dict[str, Change] = {}
    for key, row in rows:
        before = _record(name, held[key]) if key in held else None
        if before is not None:
            changes[before.id] = Change(name, before.id, before, None)
        if row is None:
            continue
        after = _record(name, {"id": ME if name == "me" else fresh_id(), **row})
        if before is None or before.id != after.id:
            keys[name, after.id] = key
        first = before if before is not None and before.id == after.id else None
        changes[after.id] = Change(name, after.id, first, after)
    return list(changes.values())


def _record(name: TableName, row: Mapping[str, Any]) -> Record:
    try:
        return from_document(RECORD_TYPES[name], cast(Document, dict(row)))
    except BadDocumentError as error:
        raise DataProblem("bad_document", "problem.damaged", where=f"{name}: {error}") from error


def _op(table: str, key: str, before: Mapping[str, Any] | None, after: object) -> Op:
    raw_before = NOTHING if before is None else msgspec.Raw(msgspec.json.encode(before))
    raw_after = NOTHING if after is None else msgspec.Raw(msgspec.json.encode(after))
    return Op(table, key, raw_before, raw_after)
