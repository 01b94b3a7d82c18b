"""A line of the journal and of the history: a checksum, a blank, one commit as JSON.

    1c291ca3 {"seq":7,"prev":"9ab3e6f0","at":"...","session":"...","action":"note","ops":[...]}

The checksum is the CRC-32 of the JSON, as eight hexadecimal digits; `prev` is that of the line
before, so that a line says which data it applies to. An op is [table, id, document before, document
after, TinyDB's doc_id], the last one only for a record that is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

import msgspec

from store.actions.commit import Entry, How
from store.disk.durable import checksum, hexadecimal
from store.records.change import Change, ChangeSet
from store.records.document import BadDocumentError, from_document, to_document
from store.records.kinds import TableName
from store.records.overwritten import Overwritten
from store.records.record import EXTRA, Document, Record
from store.records.tables import RECORD_TYPES

_EXTRA_KEY = f'"{EXTRA}":'.encode()

NOTHING = msgspec.Raw(b"null")

SUM_DIGITS = 8


class Op(msgspec.Struct, frozen=True, array_like=True):
    """One document made, changed or removed."""

    table: str
    id: str
    """The record's id; in a table of another program TinyDB's doc_id."""
    before: msgspec.Raw
    after: msgspec.Raw
    key: str = ""
    """For a document that is made: its doc_id."""


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One commit, as it is written."""

    seq: int
    """The revision that it made."""
    prev: str = ""
    at: datetime
    session: str
    action: str
    about: str = ""
    how: How = "do"
    of: int | None = None
    over: tuple[Overwritten, ...] = ()
    """Fields, as [table, id, field], whose newer value of another session this commit replaced."""
    file: str = ""
    """For what another program did to the data file: the checksum of that file as a whole."""
    ops: tuple[Op, ...]


class Read(msgspec.Struct, frozen=True):
    """A line that was read."""

    line: Line
    tip: str
    """Its checksum."""
    raw: bytes
    """As it stands in the file, with its end."""


class BadLineError(ValueError):
    """Bytes that are no line of ours, or no longer."""


_LINES = msgspec.json.Decoder(Line)


def written(line: Line) -> Read:
    """A line as it goes to the file."""
    data = msgspec.json.encode(line)
    tip = hexadecimal(checksum(data))
    return Read(line, tip, b"%s %s\n" % (tip.encode(), data))


def read_line(raw: bytes) -> Read:
    """A line from the file.

    Raises:
        BadLineError: where the checksum does not fit or it is none of ours.
    """
    data = raw[SUM_DIGITS + 1 : -1] if raw.endswith(b"\n") else raw[SUM_DIGITS + 1 :]
    tip = hexadecimal(checksum(data))
    if raw[: SUM_DIGITS + 1] != b"%s " % tip.encode():
        raise BadLineError("checksum")
    try:
        return Read(_LINES.decode(data), tip, raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BadLineError(str(error)) from error


def document_bytes(record: Record | None) -> msgspec.Raw:
    """A record as JSON; null for none."""
    if record is None:
        return NOTHING
    data = msgspec.json.encode(record)
    if _EXTRA_KEY in data:
        data = msgspec.json.encode(to_document(record))
    return msgspec.Raw(data)


def ops_of(change_set: ChangeSet, keys: Mapping[tuple[str, str], str]) -> tuple[Op, ...]:
    """A change set as it is written; `keys` gives the doc_ids of new records."""
    return tuple(
        Op(
            each.table,
            each.id,
            document_bytes(each.before),
            document_bytes(each.after),
            keys.get((each.table, each.id), ""),
        )
        for each in change_set.changes
    )


def is_own(op: Op) -> bool:
    """Whether an op belongs to a table of ours."""
    return op.table in RECORD_TYPES


def changes_of(ops: Iterable[Op]) -> ChangeSet:
    """The changes of our own tables.

    Raises:
        BadDocumentError: where a document is none of its table.
    """
    return ChangeSet(
        tuple(
            Change(
                cast(TableName, op.table),
                op.id,
                _record(cast(TableName, op.table), op.before),
                _record(cast(TableName, op.table), op.after),
            )
            for op in ops
            if is_own(op)
        )
    )


def _record(table: TableName, raw: msgspec.Raw) -> Record | None:
    data = bytes(raw)
    if data == b"null":
        return None
    kind = RECORD_TYPES[table]
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError:
        document = msgspec.json.decode(data)
        if not isinstance(document, dict):
            raise BadDocumentError(f"{table}: no document") from None
        return from_document(kind, cast(Document, document))


def entry_of_line(line: Line) -> Entry:
    """A line as history tells it.

    Raises:
        BadDocumentError: where a document is none of its table.
    """
    return Entry(
        revision=line.seq,
        at=line.at,
        session=line.session,
        action=line.action,
        about=line.about,
        how=line.how,
        of=line.of,
        over=line.over,
        change_set=changes_of(line.ops),
    )


def line_of_entry(entry: Entry, ops: tuple[Op, ...], prev: str, file: str = "") -> Line:
    """An entry as it is written; `file` for what another program did to the data file."""
    return Line(
        seq=entry.revision,
        prev=prev,
        at=entry.at,
        session=entry.session,
        action=entry.action,
        about=entry.about,
        how=entry.how,
        of=entry.of,
        over=entry.over,
        file=file,
        ops=ops,
    )
