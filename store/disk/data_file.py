"""The data file's shape: tables of documents, and `_meta`; bytes to records and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

import msgspec

from store.disk.durable import checksum, hexadecimal
from store.disk.keys import NO_KEYS, Keys, keys_of
from store.disk.meta import META, Meta, head_bytes, meta_of
from store.records.document import BadDocumentError, from_document, to_document
from store.records.kinds import TABLES, TableName
from store.records.me import ME
from store.records.record import EXTRA, Document, Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import RECORD_TYPES
from store.words.message import DataProblem
from store.words.reader_message import reader_message

DOC_ID_DIGITS = 18
"""TinyDB counts up from 1; a longer number was never counted."""

ROWS_A_PIECE = 256
"""Documents written in one go: so few that nobody else in the process waits for them."""

Rows = Mapping[str, msgspec.Raw]
"""A table of another program: documents by doc_id."""


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """All that the file and its journal hold together."""

    snapshot: Snapshot
    keys: dict[TableName, Keys]
    """Per table, TinyDB's doc_ids by record id."""
    foreign: dict[str, Rows | msgspec.Raw]
    """Tables of other programs, kept as they are."""
    tip: str = ""
    """The checksum of the line that made this revision."""


_EXTRA_KEY = f'"{EXTRA}":'.encode()

_OUTLINE = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ROWS = msgspec.json.Decoder(dict[str, dict[str, object]])
_FOREIGN = msgspec.json.Decoder(dict[str, msgspec.Raw])


def empty() -> Contents:
    """A file that does not exist yet."""
    return Contents(snapshot=snapshot_of({}), keys=dict.fromkeys(TABLES, NO_KEYS), foreign={})


def outline_of(data: bytes) -> tuple[dict[str, msgspec.Raw], Meta]:
    """The tables of a file, not read yet, and what it says of itself.

    Raises:
        DataProblem: damaged, not ours, or written by a newer version.
    """
    try:
        outline = _OUTLINE.decode(data)
        return outline, meta_of(outline)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        where = reader_message(str(error), len(data))
        raise DataProblem("damaged", "problem.damaged", where=where) from error


def decode(data: bytes) -> Contents:
    """Read a file of the present shape, all or nothing.

    Raises:
        DataProblem: damaged, not ours, or written by a newer version.
    """
    outline, meta = outline_of(data)
    tables: dict[TableName, dict[str, Record]] = {}
    keys: dict[TableName, Keys] = {}
    for name in TABLES:
        rows = _rows(name, outline.pop(name, None))
        tables[name] = {record.id: record for record in rows.values()}
        keys[name] = keys_of({record.id: key for key, record in rows.items()})
        if len(tables[name]) != len(rows):
            raise DataProblem("damaged", "problem.duplicate_id", table=name)
    outline.pop(META, None)
    snapshot = snapshot_of(tables, meta.seq, meta.forgotten)
    foreign = {name: _foreign(raw) for name, raw in outline.items()}
    return Contents(snapshot=snapshot, keys=keys, foreign=foreign, tip=meta.tip)


def _foreign(raw: msgspec.Raw) -> Rows | msgspec.Raw:
    try:
        return _FOREIGN.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return raw


def _rows(name: TableName, raw: msgspec.Raw | None) -> dict[str, Record]:
    if raw is None:
        return {}
    kind = RECORD_TYPES[name]
    try:
        rows = _decoded(kind, raw)
    except (BadDocumentError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        where = reader_message(f"{name}: {error}")
        raise DataProblem("damaged", "problem.damaged", where=where) from error
    for key, record in rows.items():
        if not _is_doc_id(key) or not record.id or (name == "me" and record.id != ME):
            where = reader_message(f"{name}: {key}")
            raise DataProblem("damaged", "problem.damaged", where=where)
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
    head, *pieces = encoded_pieces(contents)
    total = 0
    for piece in pieces:
        total = checksum(piece, total)
    return b"".join((with_sum(head, total), *pieces))


def with_sum(head: bytes, total: int) -> bytes:
    """The head of a file with the sum of what follows filled in."""
    digits = hexadecimal(total).encode()
    return head[: -len(digits) - 1] + digits + head[-1:]


def encoded_pieces(contents: Contents) -> Iterator[bytes]:
    """A file piece by piece: first its head, whose sum is still to be filled in."""
    snapshot = contents.snapshot
    yield from head_bytes(snapshot.revision, contents.tip, snapshot.forgotten)
    for name in TABLES:
        yield from _table_pieces(name, contents)
    for other, rows in contents.foreign.items():
        yield b",%s:%s" % (msgspec.json.encode(other), msgspec.json.encode(rows))
    yield b"}"


def _table_pieces(name: TableName, contents: Contents) -> Iterator[bytes]:
    yield b',"%s":{' % name.encode()
    rows = iter(contents.snapshot.tables[name].plain().items())
    keys = contents.keys[name].by_id.plain()
    lead = b""
    while some := {keys[id]: record for id, record in islice(rows, ROWS_A_PIECE)}:
        data = msgspec.json.encode(some)
        if _EXTRA_KEY in data:
            # Only a file that other programs write to as well holds unknown fields.
            data = msgspec.json.encode({key: to_document(row) for key, row in some.items()})
        yield lead + data[1:-1]
        lead = b","
    yield b"}"
