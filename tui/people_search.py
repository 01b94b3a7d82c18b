"""Finding, narrowing and ordering people, off the event loop; of several wishes the last counts."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import msgspec
from textual.message import Message as Event
from textual.screen import Screen

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.untouched import Touches, untouched
from store.search.find import Finder, Ranking
from store.views.facets import Choice, Facet, narrowed
from store.views.people import Order, PeopleRows, in_order
from tui.writer import Fresh

GROUP = "people"


class Asked(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What is looked for."""

    fresh: Fresh
    query: str = ""
    chosen: tuple[Choice, ...] = ()
    untouched: int = 0
    """Only those untouched for so many years; 0 is everybody."""
    order: Order | None = "name"
    """None is the best match first."""
    facets: bool = False
    """Whether to count what else the list could be narrowed by."""
    anew: bool = False
    """Something else is looked for than before: the best match comes under the cursor."""


class Listing(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What was found."""

    asked: Asked
    rows: PeopleRows
    facets: tuple[Facet, ...]


class Listed(Event):
    """A list is ready."""

    def __init__(self, listing: Listing) -> None:
        """Hand it over."""
        super().__init__()
        self.listing = listing


def listing_of(asked: Asked, finder: Finder) -> Listing:
    """Find, order and narrow."""
    snapshot, ties = asked.fresh.snapshot, asked.fresh.ties
    ranking: Ranking | None = None
    ids: tuple[PersonId, ...]
    if asked.query.strip():
        ranking = finder.rank(snapshot, asked.query)
        ids = ranking.ids
        if asked.order is not None:
            ids = in_order(snapshot, ties, asked.order, ids)
    else:
        ids = in_order(snapshot, ties, asked.order or "name")
    if asked.untouched:
        left_alone = frozenset(untouched(snapshot, asked.fresh.today, asked.untouched))
        ids = tuple(id for id in ids if id in left_alone)
    facets: tuple[Facet, ...] = ()
    if asked.chosen or asked.facets:
        people = snapshot.people.plain()
        listed: Iterable[Person] = (people[id] for id in ids)
        left = narrowed(listed, asked.chosen)
        ids, facets = left.ids, left.facets
    matched = ranking.matched if ranking is not None else None
    since = Touches(snapshot).last if asked.untouched else None
    rows = PeopleRows(snapshot, ties, ids, matched, since)
    return Listing(asked=asked, rows=rows, facets=facets)


class PeopleSearch:
    """Looks for people in a thread, and posts what it finds to a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        """Bind the screen; nothing runs yet."""
        self._screen = screen
        self._finder = Finder()
        self._lock = threading.Lock()
        self._next: Asked | None = None
        self._running = False

    def ask(self, asked: Asked) -> None:
        """Look for something; what was asked for before and has not begun is forgotten."""
        with self._lock:
            if self._next is not None and self._next.anew:
                asked = msgspec.structs.replace(asked, anew=True)
            self._next = asked
            if self._running:
                return
            self._running = True
        self._screen.run_worker(self._drain, group=GROUP, thread=True, name=GROUP)

    def _drain(self) -> None:
        while True:
            with self._lock:
                asked, self._next = self._next, None
                if asked is None:
                    self._running = False
                    return
            self._screen.post_message(Listed(listing_of(asked, self._finder)))
            # Ahead of the first key typed; next to nothing where little has changed.
            self._finder.learn(asked.fresh.snapshot)
