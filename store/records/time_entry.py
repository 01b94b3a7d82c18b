"""Networking time that belongs to no interaction, and planned slots of it."""

from __future__ import annotations

from datetime import date, datetime

from store.records.ids import PersonId, SlotId
from store.records.kinds import BudgetKind, Kind, SlotState
from store.records.record import Record


class TimeEntry(Record, frozen=True, kw_only=True):
    """Minutes spent, or, where `started` is set and `minutes` is None, a timer that runs."""

    kind: BudgetKind
    on: date
    minutes: int | None = None
    person: PersonId | None = None
    started: datetime | None = None
    """An instant, with its offset: what runs is as long whatever clocks and zones do meanwhile."""
    contact: Kind | None = None
    """Of what kind of contact a timer is; None for time that is no contact."""
    slot: SlotId | None = None
    """The slot in which a timer was started."""
    note: str = ""


class Slot(Record, frozen=True, kw_only=True):
    """Minutes set aside, for somebody or for several pieces of one kind."""

    kind: BudgetKind
    on: date
    at: str = ""
    """When it begins, `HH:MM` on the user's clock wherever that is; empty is any time of day."""
    minutes: int
    person: PersonId | None = None
    count: int = 1
    """How many are to be done in it: "3 messages"."""
    state: SlotState = "planned"
    note: str = ""


class Template(Record, frozen=True, kw_only=True):
    """The skeleton of a message."""

    name: str
    body: str = ""
