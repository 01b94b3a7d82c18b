"""The five people with a budget and a slot, seen on the screen of time; for stories."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from stage import network, settle
from textual.pilot import Pilot

from store.records.change import ChangeSet, make
from store.records.ids import PersonId
from store.records.me import Budget, Me
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot, TimeEntry
from tui.app import ArrosoirApp
from tui.screens.time_screen import TimeScreen

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def planned(*more: Slot | TimeEntry) -> Snapshot:
    """The network, a budget, and a slot with Björn today."""
    kinds = Budget(total=120, kinds={"call": 40, "writing": 20, "social": 20})
    slot = Slot(id="S1", kind="call", on=TODAY, at="09:30", minutes=25, person=PersonId("B"))
    spent = TimeEntry(id="E1", kind="social", on=TODAY - timedelta(days=1), minutes=25)
    records = (Me(budget=kinds), slot, spent, *more)
    return network().apply(ChangeSet(tuple(map(make, records))))


def time_of(app: ArrosoirApp) -> TimeScreen:
    assert isinstance(app.screen, TimeScreen)
    return app.screen


def snapshot_of(app: ArrosoirApp) -> Snapshot:
    assert app.fresh is not None
    return app.fresh.snapshot
