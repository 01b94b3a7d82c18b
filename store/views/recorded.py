"""What the history holds about one person, as facts that a view can read."""

from __future__ import annotations

from datetime import datetime

import msgspec

from store.records.kinds import TableName
from store.records.record import Document


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One record that one commit touched, as far as that concerns one person."""

    revision: int
    """The revision that the commit made."""
    at: datetime
    session: str
    """Which session made it."""
    action: str
    """The action's name, e.g. `follow-up`."""
    how: str
    """`do`, `undo` or `redo`."""
    standing: bool
    """False where it was taken back, or took something back."""
    table: TableName
    id: str
    """The record's."""
    made: bool
    """Whether the record began with it."""
    fields: tuple[str, ...]
    """Which fields it touched, by their names in the data file."""
    before: Document
    """What these held before, so far as it is about the person; empty ones left out."""
    keys: tuple[str, ...] = ()
    """The source keys that the record had gained with it, or has; empty where it has none."""
