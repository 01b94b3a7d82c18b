"""The history as schema 1 kept it: plain JSON lines, brought into the form of today."""

from __future__ import annotations

from datetime import datetime

import msgspec

from store.actions.commit import How
from store.disk.line import Line, Op, Read, written


class OlderLine(msgspec.Struct, frozen=True, kw_only=True):
    """A commit as schema 1 wrote it."""

    revision: int
    at: datetime
    session: str
    action: str
    about: str = ""
    how: How = "do"
    of: int | None = None
    ops: tuple[tuple[str, str, msgspec.Raw, msgspec.Raw], ...]


_OLDER = msgspec.json.Decoder(OlderLine)


def is_older(data: bytes) -> bool:
    """Whether a history is of the older form."""
    return data.startswith(b"{")


def from_older(data: bytes, revision: int) -> list[Read]:
    """The commits up to a revision in the form of today, oldest first."""
    reads: list[Read] = []
    for raw in data.splitlines():
        try:
            older = _OLDER.decode(raw)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            reads.clear()
            continue
        if older.revision <= revision:
            reads.append(written(_line(older, reads[-1].tip if reads else "")))
    return reads


def _line(older: OlderLine, prev: str) -> Line:
    ops = tuple(
        Op(table, id, msgspec.Raw(bytes(before)), msgspec.Raw(bytes(after)))
        for table, id, before, after in older.ops
    )
    return Line(
        seq=older.revision,
        prev=prev,
        at=older.at,
        session=older.session,
        action=older.action,
        about=older.about,
        how=older.how,
        of=older.of,
        ops=ops,
    )
