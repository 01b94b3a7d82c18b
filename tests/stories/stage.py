"""A small network, an app over it, and the screen as lines of text; for stories."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from textual import _wait
from textual.pilot import Pilot
from textual.widget import Widget

from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.clock import Clock
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.follow_up import FollowUp
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import Language, Layer
from store.records.person import City, Person
from store.records.record import Record
from store.records.snapshot import Snapshot, snapshot_of
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.screens.today_detail import TodayDetail

TodayDetail.seconds = 0.0

# Textual's pilot naps for 20 ms before and after each key to see whether the program is idle; so
# short naps tell it as well, and the stories take a third of the time.
_wait.SLEEP_GRANULARITY = 0.004
_wait.SLEEP_IDLE = 0.0006

TODAY = date(2026, 11, 20)
"""A Friday."""


def person(id: str, name: str, layer: Layer | None = None, **fields: object) -> Person:
    """Somebody."""
    return Person(id=id, name=name, layer=layer, **fields)  # type: ignore[arg-type]


def talk(id: str, who: str, days_ago: int, note: str = "") -> Interaction:
    """A call some days ago."""
    on = TODAY - timedelta(days=days_ago)
    people = (PersonId(who),)
    return Interaction(id=id, people=people, kind="call", on=on, minutes=20, note=note)


def promise(id: str, who: str, days_ago: int, why: str) -> FollowUp:
    """A promise due some days ago."""
    return FollowUp(id=id, person=PersonId(who), on=TODAY - timedelta(days=days_ago), why=why)


def network(*more: Record) -> Snapshot:
    """Five people: two promises, one birthday, two turns."""
    people = [
        person("A", "Amélie Roussel", 15, org="Aubier", cities=(City(name="Lyon"),)),
        person("T", "Tomás Herrera", 50),
        person("I", "Ibrahim Sow", 50, birthday="--11-21"),
        person("B", "Björn Ek", 50, cadence_days=30),
        person("H", "Hélène Garnier", 50, cadence_days=60),
        *(each for each in more if isinstance(each, Person)),
    ]
    talks = [
        talk("1", "A", 34, "Moving the team to Villeurbanne, finds hiring hard."),
        talk("2", "A", 64),
        talk("3", "T", 5),
        talk("4", "I", 10),
        talk("5", "B", 52),
        talk("6", "B", 80),
        talk("7", "H", 120),
        talk("8", "H", 180),
    ]
    promises = [
        promise("P1", "A", 3, "an intro"),
        promise("P2", "T", 0, "after PyConFR"),
        *(each for each in more if isinstance(each, FollowUp)),
    ]
    return snapshot_of(
        {
            "people": {each.id: each for each in people},
            "interactions": {each.id: each for each in talks},
            "follow_ups": {each.id: each for each in promises},
        }
    )


class MovedClock:
    """A clock that stands still until it is moved on."""

    def __init__(self, now: datetime | None = None) -> None:
        """Stand at a moment; at 10:14 of the day where none is told."""
        self.now = now or datetime(TODAY.year, TODAY.month, TODAY.day, 10, 14, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Now."""
        return self.now

    def move_on(self, **time: float) -> None:
        """Later by so many `seconds`, `minutes` or `hours`; earlier where they are negative."""
        self.now += timedelta(**time)


def service_over(
    snapshot: Snapshot, settings: Settings | None = None, clock: Clock | None = None
) -> Service:
    """A service in memory, whose day stands still."""
    numbers = count(1)
    return Service(
        MemoryKeeper(snapshot),
        ACTIONS,
        clock or MovedClock(),
        lambda: f"NEW{next(numbers)}",
        settings or Settings(),
    )


def app_over(
    snapshot: Snapshot,
    language: Language = "en",
    settings: Settings | None = None,
    state: Path | None = None,
    environment: Mapping[str, str] | None = None,
    clock: Clock | None = None,
) -> ArrosoirApp:
    """The program over a network."""
    settings = settings or Settings(glyphs="blocks")
    service = service_over(snapshot, settings, clock)
    words = Words(language)
    return ArrosoirApp(service, words, settings, environment=environment, state=state)


def lines(app: ArrosoirApp) -> list[str]:
    """The screen as lines."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def shows(app: ArrosoirApp, text: str) -> bool:
    """Whether a text stands on the screen."""
    return any(text in line for line in lines(app))


def line_with(app: ArrosoirApp, text: str) -> str:
    """The first line that holds a text; empty where none does."""
    return next((line for line in lines(app) if text in line), "")


def under_cursor(app: ArrosoirApp) -> str:
    """The line of the cursor."""
    return line_with(app, "▶")


async def settle(pilot: Pilot[int]) -> None:
    """Wait for the greeting, for the writer, and for what it says to be shown."""
    while isinstance(pilot.app, ArrosoirApp) and not pilot.app.greeted:
        await pilot.pause(0.01)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def type_in(pilot: Pilot[int], text: str) -> None:
    """Type a text, key by key."""
    await pilot.press(*("space" if character == " " else character for character in text))


def widget_names(app: ArrosoirApp) -> list[str]:
    """The kinds of widgets that are shown."""
    return [type(each).__name__ for each in app.screen.query(Widget) if each.display]
