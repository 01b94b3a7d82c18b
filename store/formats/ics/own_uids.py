"""The UIDs of the feed, the same for a record for ever, and known again in any calendar."""

from __future__ import annotations

from typing import Literal

FeedKind = Literal["follow-up", "birthday", "date", "plan", "event", "slot"]

_SUFFIX = "@arrosoir.feed"


def own_uid(kind: FeedKind, id: str, which: str = "") -> str:
    """The UID of what the feed says of a record.

    Args:
        kind: what is said.
        id: the record's.
        which: tells apart what it holds several of.
    """
    return f"{kind}-{id}{'-' if which else ''}{which}{_SUFFIX}"


def is_own_uid(uid: str) -> bool:
    """Whether an event comes from a feed of this program."""
    return uid.strip().endswith(_SUFFIX)
