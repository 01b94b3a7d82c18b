"""Help given, received or asked for."""

from __future__ import annotations

from datetime import date

from store.records.ids import PersonId
from store.records.kinds import Direction, ExchangeKind, Weight
from store.records.record import Record


class Exchange(Record, frozen=True, kw_only=True):
    """One entry in the ledger of a tie; never summed up into a balance."""

    person: PersonId
    direction: Direction
    kind: ExchangeKind
    weight: Weight = "small"
    on: date
    note: str = ""
    thanked: date | None = None
    """For help received: the day on which it was thanked for."""
    told: date | None = None
    """For help received: the day on which its outcome was told."""
    closed: date | None = None
    """For help given: the day on which it was; until then it waits to be given. For help received:
    the day on which nothing was left to say about it."""
