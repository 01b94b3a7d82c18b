"""What the file says of itself: whose it is, how it is shaped, and up to where it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from store.disk.durable import checksum, hexadecimal
from store.records.forgotten import Forgotten
from store.words.message import DataProblem

SCHEMA = 2
"""Grows when an older program could no longer read the file."""

NEEDS = "0.2.0"
"""The oldest version of the program that reads this schema."""

APPLICATION = "arrosoir"

META = "_meta"

UNKNOWN_SUM = "00000000"


class Meta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Under key "1" of the table `_meta`."""

    app: str = ""
    schema: int = 0
    needs: str = ""
    """The oldest version of the program that reads the file."""
    seq: int = 0
    """The revision that the file holds; the journal goes on from there."""
    tip: str = ""
    """The checksum of the line that made this revision."""
    sum: str = ""
    """CRC-32 of all that follows in the file: another one, and the file was edited elsewhere."""
    forgotten: Forgotten = Forgotten()


class Head(msgspec.Struct, frozen=True):
    """The beginning of a file, where it is written as this program writes it."""

    seq: int
    tip: str
    sum: str
    length: int
    """Bytes up to where the sum begins to count."""


_HEAD = re.compile(
    rb'\{"_meta":\{"1":\{"app":"arrosoir","schema":%d,"needs":"[^"\\]*",' % SCHEMA
    + rb'"seq":(\d+),"tip":"([0-9a-f]*)","sum":"([0-9a-f]{8})"'
)


def head_bytes(seq: int, tip: str, forgotten: Forgotten) -> tuple[bytes, bytes]:
    """The beginning of a file up to its sum, which is to be filled in, and what follows of `_meta`.

    The sum's eight digits are the last but one bytes of the first part.
    """
    meta = Meta(app=APPLICATION, schema=SCHEMA, needs=NEEDS, seq=seq, tip=tip, sum=UNKNOWN_SUM)
    meta = msgspec.structs.replace(meta, forgotten=forgotten)
    data = b'{"%s":{"1":%s}' % (META.encode(), msgspec.json.encode(meta))
    found = _HEAD.match(data)
    assert found is not None
    return data[: found.end()], data[found.end() :]


def head_of(data: bytes) -> Head | None:
    """The head of a file as this program writes it; None for a file that others have written."""
    found = _HEAD.match(data)
    if found is None:
        return None
    return Head(int(found[1]), found[2].decode(), found[3].decode(), found.end())


def is_as_written(data: bytes) -> bool:
    """Whether a file is byte for byte what this program wrote."""
    head = head_of(data)
    if head is None:
        return False
    return hexadecimal(checksum(memoryview(data)[head.length :])) == head.sum


def meta_of(outline: Mapping[str, msgspec.Raw]) -> Meta:
    """What a file says of itself.

    Raises:
        DataProblem: where it is not ours, or written by a newer version.
        msgspec.DecodeError: where it is damaged.
    """
    raw = outline.get(META)
    found = msgspec.json.decode(raw, type=dict[str, Meta]).get("1", Meta()) if raw else Meta()
    if found.app != APPLICATION:
        raise DataProblem("foreign", "problem.foreign")
    if found.schema > SCHEMA:
        needs = found.needs or "?"
        raise DataProblem("newer", "problem.newer", schema=found.schema, known=SCHEMA, needs=needs)
    return found
