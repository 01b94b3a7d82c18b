"""Rows read out of a data file, of which not all can be read any more.

A file that is JSON still is read table by table. In any other the beginnings of tables and of rows
are looked for in the bytes, and each row is read by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

import msgspec

from store.disk.meta import META, Meta
from store.records.document import BadDocumentError, from_document
from store.records.kinds import TABLES, TableName
from store.records.me import ME
from store.records.record import Document, Record
from store.records.tables import RECORD_TYPES

_BEGINNING = re.compile(
    r'"(?P<table>[^"\\{}\[\]]{1,80})"\s*:\s*\{\s*(?="\d{1,18}"\s*:\s*\{)|"(?P<key>\d{1,18})"\s*:\s*(?=\{)'
)
"""Of a table that holds a row, or of a row."""

_BETWEEN_ROWS = re.compile(r"\s*,\s*")

_META = re.compile(r'"_meta"\s*:\s*(?=\{)')

_JSON = json.JSONDecoder()

UNREADABLE = (msgspec.DecodeError, ValueError, RecursionError)
"""What comes of bytes that are no JSON, or no text."""


class Row(msgspec.Struct, frozen=True):
    """One row of a table, as it was found."""

    table: str
    key: str
    """TinyDB's doc_id."""
    value: object
    """None where it cannot be read."""
    sure: bool = True
    """Whether nothing that cannot be read stands between it and the beginning of its table."""


class Scanned(msgspec.Struct, frozen=True, kw_only=True):
    """What can be read of a file."""

    rows: dict[TableName, tuple[tuple[str, Record], ...]]
    """Our tables: doc_ids and records, in the order of the file."""
    foreign: dict[str, dict[str, msgspec.Raw]]
    """Tables of other programs."""
    unread: int
    """Rows that cannot be read, or do not hold what their table asks for."""
    cut: bool
    """Whether the file is no longer JSON, so that more may be missing than can be counted."""


def meta_in(data: bytes) -> Meta | None:
    """What a damaged file says of itself, where that can still be read."""
    text = data.decode("utf-8", "surrogateescape")
    found = _META.search(text)
    if found is None:
        return None
    try:
        value, _ = _JSON.raw_decode(text, found.end())
        return msgspec.convert(value["1"], Meta)
    except (*UNREADABLE, KeyError, TypeError):
        return None


def scanned(data: bytes) -> Scanned:
    """Read what can be read."""
    try:
        outline = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except UNREADABLE:
        return _sorted_out(_rows_in(data.decode("utf-8", "surrogateescape")), cut=True)
    return _sorted_out(_rows_of(outline), cut=False)


def _rows_of(outline: dict[str, msgspec.Raw]) -> Iterator[Row]:
    for table, raw in outline.items():
        try:
            rows = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        except UNREADABLE:
            yield Row(table, "", None)
            continue
        for key, row in rows.items():
            try:
                yield Row(table, key, msgspec.json.decode(row))
            except UNREADABLE:
                yield Row(table, key, None)


def _rows_in(text: str) -> Iterator[Row]:
    """The rows of a file that is no longer JSON."""
    table = ""
    place = 0
    sure = True
    while (found := _BEGINNING.search(text, place)) is not None:
        if found["table"] is not None:
            table, place, sure = found["table"], found.end(), True
            continue
        if place != found.start() and not _BETWEEN_ROWS.fullmatch(text, place, found.start()):
            sure = False
        key, place = found["key"], found.end()
        try:
            value, place = _JSON.raw_decode(text, place)
            # Bytes that are no text were read as signs that cannot be written.
            text[found.end() : place].encode()
        except UNREADABLE:
            yield Row(table, key, None)
            sure = False
            continue
        yield Row(table, key, value, sure)


def _sorted_out(rows: Iterator[Row], *, cut: bool) -> Scanned:
    own: dict[TableName, list[tuple[str, Record]]] = {name: [] for name in TABLES}
    foreign: dict[str, dict[str, msgspec.Raw]] = {}
    unread = 0
    for row in rows:
        if row.table == META:
            continue
        name = next((each for each in TABLES if each == row.table), None)
        if name is None:
            if isinstance(row.value, dict):
                raw = msgspec.Raw(msgspec.json.encode(row.value))
                foreign.setdefault(row.table, {})[row.key] = raw
            continue
        record = _record(name, row)
        if record is None:
            unread += 1
        else:
            own[name].append((row.key, record))
    return Scanned(
        rows={name: tuple(some) for name, some in own.items()},
        foreign=foreign,
        unread=unread,
        cut=cut,
    )


def _record(table: TableName, row: Row) -> Record | None:
    if not isinstance(row.value, dict):
        return None
    try:
        record = from_document(RECORD_TYPES[table], cast(Document, row.value))
    except BadDocumentError:
        return None
    if not record.id or (table == "me" and record.id != ME):
        return None
    # A row that may belong to another table fits this one only where it knows all its fields.
    return record if row.sure or not record.extra else None
