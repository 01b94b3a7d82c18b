"""A contact between the user and one or more people."""

from __future__ import annotations

from datetime import date

from store.records.ids import PersonId
from store.records.kinds import By, Kind
from store.records.record import Record


class Interaction(Record, frozen=True, kw_only=True):
    """A talk, a meeting, a message: what moves the clock of a tie."""

    people: tuple[PersonId, ...]
    kind: Kind
    on: date
    minutes: int | None = None
    note: str = ""
    by: By | None = None
    """Who began it; None counts as `me` for what is written, and does not matter for the rest."""
    planned: bool = False
    """Not yet confirmed: set when logged for a day to come; moves no clock."""
    approximate: bool = False
    """The day is a guess ("some months ago"), as told in the sorting."""
    source: str = ""
    """Stable key of an import, e.g. `linkedin:conversation:2024-03-15T09:30`."""
