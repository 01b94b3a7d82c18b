"""A network small enough to be seen whole, put together record by record."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from store.config.settings import Settings
from store.records.exchange import Exchange
from store.records.follow_up import FollowUp
from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.me import Me
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.records.tables import TABLE_OF
from store.records.time_entry import TimeEntry
from store.views.heat import HeatRow, heat_rows
from store.views.ties import Ties
from store.views.today import TodayView, today_view
from store.views.week import WeekView, week_view

TODAY = date(2026, 11, 20)
"""A Friday."""

PLENTY = 10_000
"""A budget that never binds."""


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


class Network:
    """Records by table; each method adds one and gives it back."""

    def __init__(self, budget: int = PLENTY) -> None:
        self.records: list[Record] = []
        self.settings = Settings()
        self.me = msgspec.structs.replace(
            Me(), budget=msgspec.structs.replace(Me().budget, total=budget)
        )

    def person(self, name: str, *talks: int, **fields: object) -> PersonId:
        """A person, and calls with them so many days ago."""
        person = Person(id=f"P-{name}", name=name, **fields)  # type: ignore[arg-type]
        self.records.append(person)
        for days in talks:
            self.talk(PersonId(person.id), days)
        return PersonId(person.id)

    def talk(self, person: PersonId, days: int, **fields: object) -> Interaction:
        values: dict[str, object] = {"kind": "call", "minutes": 20, **fields}
        talk = Interaction(
            id=f"I{len(self.records)}",
            people=(person,),
            on=ago(days),
            **values,  # type: ignore[arg-type]
        )
        self.records.append(talk)
        return talk

    def promise(self, person: PersonId, days: int, **fields: object) -> FollowUp:
        made = FollowUp(id=f"F{len(self.records)}", person=person, on=ago(days), **fields)  # type: ignore[arg-type]
        self.records.append(made)
        return made

    def received(self, person: PersonId, days: int, **fields: object) -> Exchange:
        made = Exchange(
            id=f"X{len(self.records)}",
            person=person,
            direction="received",
            kind="advice",
            on=ago(days),
            **fields,  # type: ignore[arg-type]
        )
        self.records.append(made)
        return made

    def introduction(self, a: PersonId, b: PersonId, **fields: object) -> Introduction:
        made = Introduction(id=f"N{len(self.records)}", a=a, b=b, on=ago(1), **fields)  # type: ignore[arg-type]
        self.records.append(made)
        return made

    def time(self, minutes: int, days: int = 0) -> TimeEntry:
        made = TimeEntry(
            id=f"T{len(self.records)}", kind="preparing", on=ago(days), minutes=minutes
        )
        self.records.append(made)
        return made

    def snapshot(self) -> Snapshot:
        tables: dict[str, dict[str, Record]] = {"me": {"1": self.me}}
        for record in self.records:
            tables.setdefault(TABLE_OF[type(record)], {})[record.id] = record
        return snapshot_of(tables)  # type: ignore[arg-type]

    def ties(self) -> Ties:
        return Ties.of(self.snapshot(), TODAY, self.settings)

    def today(self) -> TodayView:
        return today_view(self.snapshot(), self.ties())

    def heat(self) -> tuple[HeatRow, ...]:
        return heat_rows(self.snapshot(), self.ties())

    def week(self) -> WeekView:
        return week_view(self.snapshot(), self.ties())


def shown(view: TodayView) -> list[str]:
    """The names that Today shows."""
    return [row.name for row in view.rows if row.today]


def interaction(id: str, person: PersonId, on: date, **fields: object) -> Interaction:
    return Interaction(id=InteractionId(id), people=(person,), on=on, **{"kind": "call", **fields})  # type: ignore[arg-type]
