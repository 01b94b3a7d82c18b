"""One thing looked at, and how it stands."""

from __future__ import annotations

import msgspec

from store.words.message import Message


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at. It never tells of whom: only how many."""

    check: str
    """`file`, `sum`, `journal`, `history`, `backups`, `references`, `times`, `room`,
    `permissions`, `leftovers`, `parts`, `twins`, `plugins`, `locale`, `terminal`, `clipboard`."""
    ok: bool
    """Whether there is nothing to do about it."""
    message: Message


def well(check: str, id: str, **values: object) -> Finding:
    """All is as it should be, or as it may be."""
    return Finding(check=check, ok=True, message=Message(id, values))


def amiss(check: str, id: str, **values: object) -> Finding:
    """Something to look at."""
    return Finding(check=check, ok=False, message=Message(id, values))
