"""Several rows of a table with one id, made one."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.disk.data_file import DOC_ID_DIGITS
from store.records.record import Record


class Single(msgspec.Struct, frozen=True):
    """A table in which every id stands once."""

    records: dict[str, Record]
    keys: dict[str, str]
    """TinyDB's doc_ids by record id."""
    doubles: int
    """Rows that went into another one."""


def single(rows: Iterable[tuple[str, Record]]) -> Single:
    """Keep the later of two rows with one id, and fill its empty fields from the earlier one.

    Args:
        rows: doc_ids and records; one that TinyDB cannot have given is replaced by the next free.
    """
    rows = tuple(rows)
    given = [int(key) for key, _ in rows if _is_doc_id(key)]
    following = max(given, default=0) + 1
    placed: list[tuple[int, Record]] = []
    taken: set[int] = set()
    for key, record in rows:
        number = int(key) if _is_doc_id(key) else following
        if number in taken:
            number = following
        if number == following:
            following += 1
        taken.add(number)
        placed.append((number, record))
    later: dict[str, tuple[int, Record]] = {}
    for number, record in sorted(placed, key=lambda each: each[0]):
        earlier = later.get(record.id)
        later[record.id] = number, record if earlier is None else filled(record, earlier[1])
    return Single(
        records={id: later[id][1] for id in dict.fromkeys(record.id for _, record in rows)},
        keys={id: str(number) for id, (number, _) in later.items()},
        doubles=len(rows) - len(later),
    )


def filled(record: Record, earlier: Record) -> Record:
    """A record with the fields of an earlier one where its own are empty."""
    fields = {
        name: getattr(earlier, name)
        for name in record.__struct_fields__
        if getattr(record, name) in (None, "", (), {})
    }
    return msgspec.structs.replace(record, **fields)


def _is_doc_id(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) <= DOC_ID_DIGITS
