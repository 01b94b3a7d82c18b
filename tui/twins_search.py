"""Looking for cards that may be one person's: in a thread, since many are compared."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from textual.message import Message as Event
from textual.screen import Screen

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.twins import Twins, are_apart

GROUP = "twins"


class TwinsFound(Event):
    """They were looked for."""

    def __init__(self, snapshot: Snapshot, pairs: tuple[Twins, ...]) -> None:
        """Say in which data, and what was found."""
        super().__init__()
        self.snapshot = snapshot
        self.pairs = pairs


class TwinsSearch:
    """Looks for them for a screen, and posts what it finds."""

    def __init__(self, screen: Screen[None]) -> None:
        """Bind the screen; nothing runs yet."""
        self._screen = screen
        self._lock = threading.Lock()
        self._next: Snapshot | None = None
        self._running = False

    def ask(self, snapshot: Snapshot) -> None:
        """Look through some data; what was asked for before and has not begun is forgotten."""
        with self._lock:
            self._next = snapshot
            if self._running:
                return
            self._running = True
        self._screen.run_worker(self._drain, group=GROUP, thread=True, name=GROUP)

    def _drain(self) -> None:
        # The fuzzy comparison takes long to load, and few sessions come here.
        from store.rules.twins import twins
        from store.search.slips import slips

        while True:
            with self._lock:
                snapshot, self._next = self._next, None
                if snapshot is None:
                    self._running = False
                    return
            self._screen.post_message(TwinsFound(snapshot, twins(snapshot, slips)))


def still_doubled(pairs: Sequence[Twins], snapshot: Snapshot) -> tuple[Twins, ...]:
    """Those of some pairs whose cards are both there, and were not said to be two people's."""
    return tuple(each for each in pairs if are_both_there((each.a, each.b), snapshot))


def are_both_there(pair: tuple[PersonId, PersonId], snapshot: Snapshot) -> bool:
    """Whether two cards are there, and were not said to be two people's."""
    one, other = (snapshot.people.get(id) for id in pair)
    return one is not None and other is not None and not are_apart(one, other)
