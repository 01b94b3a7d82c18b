"""TinyDB on our journal: a table that hands over what changed, and a database of such tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from store.disk.tinydb_storage import JournalStorage, RowChange, Rows


class JournalTable(Table):
    """A table whose updates cost what they change; only over a `JournalStorage`."""

    _given = 0
    """How many doc_ids the update under way has given."""

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; no other session can take its doc_id meanwhile."""
        with self._journal.alone():
            try:
                return super().insert(document)
            finally:
                self._given = 0

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert several documents as one change."""
        with self._journal.alone():
            try:
                return super().insert_multiple(documents)
            finally:
                self._given = 0

    @property
    def _journal(self) -> JournalStorage:
        return cast(JournalStorage, self._storage)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        """The documents as they are in memory; TinyDB copies those that it gives away."""
        return cast("dict[str, Mapping[str, Any]]", self._documents())

    def _documents(self) -> Rows:
        return self._journal.tables().get(self.name, {})

    def _get_next_id(self) -> int:
        """The next free doc_id, asked for each time: other sessions insert too."""
        number = self._journal.following(self.name) + self._given
        self._given += 1
        return number

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """Let an updater work on the documents, and commit those that it changed."""
        with self._journal.alone():
            rows = _Recorded(self._documents())
            updater(cast("dict[int, Mapping[str, Any]]", rows))
            changes = rows.changes()
            if changes:
                self._journal.commit({self.name: changes})
        self.clear_cache()


class JournalDB(TinyDB):
    """`TinyDB` with our storage and our tables."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]


class _Recorded(MutableMapping[int, dict[str, Any]]):
    """The documents of a table by doc_id; remembers which were touched.

    Updaters change documents in place, so what is handed out is a copy.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._touched: dict[int, dict[str, Any] | None] = {}

    def __getitem__(self, key: int) -> dict[str, Any]:
        if key not in self._touched:
            self._touched[key] = deepcopy(self._rows[str(key)])
        found = self._touched[key]
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key: int, row: dict[str, Any]) -> None:
        self._touched[key] = row

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched[key] = None

    def __contains__(self, key: object) -> bool:
        if key in self._touched:
            return self._touched[key] is not None
        return str(key) in self._rows

    def __iter__(self) -> Iterator[int]:
        for text in self._rows:
            if self._touched.get(int(text), {}) is not None:
                yield int(text)
        for key, row in self._touched.items():
            if row is not None and str(key) not in self._rows:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> list[RowChange]:
        """The documents that are other than they were."""
        return [
            (str(key), row) for key, row in self._touched.items() if row != self._rows.get(str(key))
        ]
