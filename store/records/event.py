"""An event with people at it."""

from __future__ import annotations

from datetime import date

from store.records.ids import CircleId, PersonId
from store.records.record import Record


class Event(Record, frozen=True, kw_only=True):
    """A conference, a dinner, an evening of a club."""

    name: str
    on: date
    until: date | None = None
    place: str = ""
    goal: str = ""
    bring: str = ""
    """What I bring to it."""
    people: tuple[PersonId, ...] = ()
    """Who is or was there."""
    wanted: tuple[PersonId, ...] = ()
    """Whom I want to meet."""
    circle: CircleId | None = None
    notes: str = ""
    closed: date | None = None
