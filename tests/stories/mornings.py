"""The program over a service whose day is chosen, and waiting for what threads do; for stories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from stage import TODAY, settle
from textual.pilot import Pilot

from store.actions.commit import Keeper
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.kinds import Language
from store.records.snapshot import EMPTY, Snapshot
from store.words.words import Words
from tui.app import ArrosoirApp


def service_on(
    snapshot: Snapshot = EMPTY, day: date = TODAY, keeper: Keeper | None = None
) -> Service:
    """A service, in memory unless a keeper is given, whose day stands still."""
    numbers = count(1)
    return Service(
        keeper or MemoryKeeper(snapshot),
        ACTIONS,
        lambda: datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC),
        lambda: f"{day:%m%d}-{next(numbers):05}",
        Settings(glyphs="blocks"),
    )


def app_with(
    service: Service,
    language: Language = "en",
    config: Path | None = None,
    settings: Settings | None = None,
) -> ArrosoirApp:
    """The program over a service."""
    chosen = settings or service.settings
    return ArrosoirApp(service, Words(language), chosen, config=config)


async def until(pilot: Pilot[int], reached: Callable[[], bool]) -> None:
    """Wait for something that a thread brings about.

    Raises:
        AssertionError: where it does not come.
    """
    for _ in range(400):
        await settle(pilot)
        if reached():
            return
        await pilot.pause(0.01)
    raise AssertionError("it did not come about")
