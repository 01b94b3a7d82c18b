"""Networking time that belongs to no interaction, and planned slots of it."""

from __future__ import annotations

from datetime import date, datetime

from store.records.ids import PersonId
from store.records.kinds import BudgetKind
from store.records.record import Record


class TimeEntry(Record, frozen=True, kw_only=True):
    """Minutes spent, or, where `started` is set and `minutes` is None, a timer that runs."""

    kind: BudgetKind
    on: date
    minutes: int | None = None
    person: PersonId | None = None
    started: datetime | None = None
    note: str = ""


class Slot(Record, frozen=True, kw_only=True):
    """Minutes set aside on a day to come."""

    kind: BudgetKind
    on: date
    minutes: int
    person: PersonId | None = None
    note: str = ""


class Template(Record, frozen=True, kw_only=True):
    """The skeleton of a message."""

    name: str
    body: str = ""
