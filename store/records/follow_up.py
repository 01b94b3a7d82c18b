"""A dated promise to get back to somebody."""

from __future__ import annotations

from datetime import date

from store.records.ids import EventId, ExchangeId, PersonId
from store.records.kinds import FollowUpKind, Kind
from store.records.record import Record


class FollowUp(Record, frozen=True, kw_only=True):
    """Something to do for one person by a day."""

    person: PersonId
    on: date
    why: str = ""
    kind: FollowUpKind = "follow_up"
    step: Kind | None = None
    made: date | None = None
    closed: date | None = None
    event: EventId | None = None
    exchange: ExchangeId | None = None
