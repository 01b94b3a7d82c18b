"""A club, an association, an alumni network."""

from __future__ import annotations

from store.records.ids import PersonId
from store.records.record import Record


class Circle(Record, frozen=True, kw_only=True):
    """A group of people with a name."""

    name: str
    people: tuple[PersonId, ...] = ()
    notes: str = ""
