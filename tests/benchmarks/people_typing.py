"""From a key to the settled list, while one types in People; and the first result after a start.

    python tests/benchmarks/people_typing.py [PEOPLE ...]

The whole screen runs without a terminal, over an invented network. A key is timed from the moment
in which the terminal would hand it over until the rows that it found are painted; beside it stands
the time until the letter itself is on the screen, which is what a hand feels. A frame is 16 ms.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import count

from textual import events
from textual.keys import _character_to_key

from store.actions.demo.network import demo_snapshot
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.people_columns import Column
from store.records.snapshot import Snapshot
from store.words.words import Words
from tui.app import ArrosoirApp
from tui.people_search import Listing
from tui.screens.people import People
from tui.screens.people_panes import PeoplePanes
from tui.screens.people_wish import PeopleWish

TODAY = date(2026, 11, 20)
SEED = 1
FRAME = 0.016
SIZES = ((100, 30), (80, 24))
PATIENCE_SECONDS = 120.0

QUERIES = (
    "marie",
    "insa lyon",
    "sailing lyon",
    "jean dup",
    "rousel",
    "school:insa city:lyon",
    "passion:climbing layer:150 -paris",
    "chemist geneve",
    '"ecole normale" thin',
    "a",
)


class Watch:
    """Notes when a list is painted."""

    def __init__(self, app: ArrosoirApp) -> None:
        """Bind the program."""
        self._app = app
        self.painted = asyncio.Event()
        self.listing: Listing | None = None
        self.query = ""

    def seen(self, listing: Listing) -> None:
        """A list is about to be painted."""
        if listing.asked.query == self.query:
            self.listing = listing
            self._app.screen.call_after_refresh(self.painted.set)

    async def settled(self, whole: Callable[[Listing], bool]) -> None:
        """Until a list of a query is painted."""
        while True:
            await asyncio.wait_for(self.painted.wait(), PATIENCE_SECONDS)
            self.painted.clear()
            if self.listing is not None and whole(self.listing):
                return


def app_over(snapshot: Snapshot) -> ArrosoirApp:
    """The program over a network in memory."""
    numbers = count(1)
    settings = Settings(glyphs="blocks")
    service = Service(
        MemoryKeeper(snapshot),
        ACTIONS,
        lambda: datetime(TODAY.year, TODAY.month, TODAY.day, 10, 14, tzinfo=UTC),
        lambda: f"NEW{next(numbers)}",
        settings,
    )
    return ArrosoirApp(service, Words("en"), settings)


SHOW = PeoplePanes.listing


def _watched_by(watch: Watch) -> None:
    def listing(
        panes: PeoplePanes,
        listing: Listing,
        wish: PeopleWish,
        curtain: bool,
        columns: tuple[Column, ...],
    ) -> None:
        SHOW(panes, listing, wish, curtain, columns)
        watch.seen(listing)

    PeoplePanes.listing = listing  # type: ignore[method-assign, assignment]


def key_of(character: str) -> events.Key:
    """A key as the terminal hands it over."""
    return events.Key(_character_to_key(character), character)


async def typed(app: ArrosoirApp, watch: Watch, text: str) -> tuple[list[float], list[float]]:
    """Seconds from each key to the echo, and to the rows it found."""
    echoed: list[float] = []
    found: list[float] = []
    for end in range(1, len(text) + 1):
        watch.query = text[:end]
        watch.painted.clear()
        begin = time.perf_counter()
        app.post_message(key_of(text[end - 1]))
        while _field(app) != text[:end]:
            await asyncio.sleep(0)
        echoed.append(time.perf_counter() - begin)
        await watch.settled(lambda listing: not listing.by_name)
        found.append(time.perf_counter() - begin)
    return echoed, found


def _field(app: ArrosoirApp) -> str:
    screen = app.screen
    return screen.finding.text if isinstance(screen, People) else ""


async def measured(snapshot: Snapshot, size: tuple[int, int]) -> None:
    """Open the list, type at once, then type everything."""
    app = app_over(snapshot)
    watch = Watch(app)
    _watched_by(watch)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        watch.query = ""
        begin = time.perf_counter()
        app.post_message(key_of("2"))
        await watch.settled(lambda listing: True)
        opened = time.perf_counter() - begin
        app.post_message(key_of("/"))
        await asyncio.sleep(0)
        watch.query = "m"
        begin = time.perf_counter()
        app.post_message(key_of("m"))
        await watch.settled(lambda listing: True)
        first = time.perf_counter() - begin
        by_name = watch.listing is not None and watch.listing.by_name
        if by_name:
            await watch.settled(lambda listing: not listing.by_name)
        whole = time.perf_counter() - begin
        _said("list opened", [opened])
        _said("first key, by name" if by_name else "first key", [first])
        _said("first key, all words", [whole])
        echoes: list[float] = []
        rows: list[float] = []
        for query in QUERIES:
            app.post_message(events.Key("escape", None))
            await pilot.pause()
            app.post_message(key_of("/"))
            await pilot.pause()
            echoed, found = await typed(app, watch, query)
            echoes += echoed
            rows += found
        _said("key to echo", echoes)
        _said("key to rows", rows)


def _said(what: str, seconds: Sequence[float]) -> None:
    middle = statistics.median(seconds)
    late = sorted(seconds)[max(0, round(len(seconds) * 0.95) - 1)]
    frames = late / FRAME
    print(
        f"    {what:22} p50 {middle * 1000:7.1f} ms   p95 {late * 1000:7.1f} ms"
        f"   max {max(seconds) * 1000:7.1f} ms   p95 {frames:5.1f} frames"
    )


def main() -> None:
    """Measure every size that is asked for."""
    for people in [int(each) for each in sys.argv[1:]] or [10_000]:
        snapshot = demo_snapshot(people, SEED, TODAY, "en")
        for size in SIZES:
            print(f"{people} people, {size[0]}x{size[1]}")
            asyncio.run(measured(snapshot, size))


if __name__ == "__main__":
    main()
