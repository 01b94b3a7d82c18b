"""The data file's shape: tables of documents, and `_meta`; bytes to records and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import msgspec

from store.records.document import BadDocumentError, from_document, to_document
from store.records.kinds import TABLES, TableName
from store.records.me import ME
from store.records.record import EXTRA, Document, Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import RECORD_TYPES
from store.words.message import DataProblem

SCHEMA = 1
"""Grows when an older program could no longer read the file."""

APPLICATION = "arrosoir"

META = "_meta"

DOC_ID_DIGITS = 18
"""TinyDB counts up from 1; a longer number was never counted."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself, under key "1" of the table `_meta`."""

    app: str = ""
    schema: int = 0
    seq: int = 0
    """The revision that the file holds."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """A file that has been read."""

    snapshot: Snapshot
    keys: dict[TableName, dict[str, str]]
    """Per table and record id, TinyDB's doc_id."""
    foreign: dict[str, msgspec.Raw]
    """Tables of other programs, kept as they are."""


_EXTRA_KEY = f'"{EXTRA}":'.encode()

_OUTLINE = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ROWS = msgspec.json.Decoder(dict[str, dict[str, object]])


def empty() -> Contents:
    """A file that does not exist yet."""
    return Contents(snapshot=snapshot_of({}), keys={name: {} for name in TABLES}, foreign={})


def decode(data: bytes) -> Contents:
    """Read a file, all or nothing.

    Raises:
        DataProblem: damaged, not ours, or written by a newer version.
    """
    try:
        outline = _OUTLINE.decode(data)
        meta = _meta_of(outline)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DataProblem("damaged", "problem.damaged", where=str(error)) from error
    tables: dict[TableName, dict[str, Record]] = {}
    keys: dict[TableName, dict[str, str]] = {}
    for name in TABLES:
        rows = _rows(name, outline.pop(name, None))
        tables[name] = {record.id: record for record in rows.values()}
        keys[name] = {record.id: key for key, record in rows.items()}
        if len(tables[name]) != len(rows):
            raise DataProblem("damaged", "problem.duplicate_id", table=name)
    outline.pop(META, None)
    snapshot = snapshot_of(tables, meta.seq)
    return Contents(snapshot=snapshot, keys=keys, foreign=outline)


def _meta_of(outline: Mapping[str, msgspec.Raw]) -> Meta:
    raw = outline.get(META)
    found = msgspec.json.decode(raw, type=dict[str, Meta]).get("1", Meta()) if raw else Meta()
    if found.app != APPLICATION:
        raise DataProblem("foreign", "problem.foreign")
    if found.schema > SCHEMA:
        raise DataProblem("newer", "problem.newer", schema=found.schema, known=SCHEMA)
    return found


def _rows(name: TableName, raw: msgspec.Raw | None) -> dict[str, Record]:
    if raw is None:
        return {}
    kind = RECORD_TYPES[name]
    try:
        rows = _decoded(kind, raw)
    except (BadDocumentError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        where = f"{name}: {error}"
        raise DataProblem("damaged", "problem.damaged", where=where) from error
    for key, record in rows.items():
        if not _is_doc_id(key) or not record.id or (name == "me" and record.id != ME):
            raise DataProblem("damaged", "problem.damaged", where=f"{name}: {key}")
    return rows


def _is_doc_id(key: str) -> bool:
    """Whether TinyDB could have given this key."""
    return key.isascii() and key.isdecimal() and len(key) <= DOC_ID_DIGITS


def _decoded(kind: type[Record], raw: msgspec.Raw) -> dict[str, Record]:
    try:
        fast = msgspec.json.decode(raw, type=dict[str, kind])  # type: ignore[valid-type]
        return cast("dict[str, Record]", fast)
    except msgspec.ValidationError:
        # Fields that this version does not know: slower, one document after the other.
        rows: dict[str, Record] = {}
        for key, row in _ROWS.decode(raw).items():
            try:
                rows[key] = from_document(kind, cast(Document, row))
            except BadDocumentError as error:
                raise BadDocumentError(f"{key}: {error}") from error
        return rows


def encode(contents: Contents) -> bytes:
    """Write a file that stock TinyDB opens."""
    whole = _whole(contents, lambda record: record)
    data = msgspec.json.encode(whole)
    if _EXTRA_KEY in data:
        # Only a file that other programs write to as well holds unknown fields.
        return msgspec.json.encode(_whole(contents, to_document))
    return data


def _whole(contents: Contents, form: Callable[[Record], object]) -> dict[str, object]:
    snapshot = contents.snapshot
    meta = Meta(app=APPLICATION, schema=SCHEMA, seq=snapshot.revision)
    whole: dict[str, object] = {META: {"1": meta}}
    for name in TABLES:
        keys = contents.keys[name]
        whole[name] = {keys[key]: form(row) for key, row in snapshot.tables[name].items()}
    whole.update(contents.foreign)
    return whole
