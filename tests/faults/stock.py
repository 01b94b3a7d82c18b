"""What a program that knows nothing of the journal sees of a data file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from tinydb import TinyDB

Rows = dict[str, list[dict[str, Any]]]


def opened_by_tinydb(path: Path) -> Rows:
    """Every document of every table, as stock TinyDB reads them."""
    with TinyDB(path) as database:
        return {name: [dict(row) for row in database.table(name)] for name in database.tables()}


def outside(path: Path, table: str, doc_id: int, **fields: object) -> None:
    """Another program sets fields of a document: open, one update, close."""
    with TinyDB(path) as database:
        assert database.table(table).update(fields, doc_ids=[doc_id]) == [doc_id]


Prints = dict[str, str]


def prints(folder: Path) -> Prints:
    """The SHA-256 of every file of a folder, by its name."""
    return {
        str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }
