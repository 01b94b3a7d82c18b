"""Finding, narrowing and ordering people, off the event loop; of several wishes the last counts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import msgspec
from textual.message import Message as Event
from textual.screen import Screen
from textual.worker import get_current_worker

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.rules.untouched import Touches, untouched
from store.search.find import Finder
from store.search.found_people import FoundPeople
from store.search.similar import similar
from store.views.by_name import ByName, name_matched, query_words
from store.views.facets import Choice, Facet, Facets
from store.views.find_values import FindValues
from store.views.match_order import let_go, tended_first
from store.views.people import Found, Matched, Order, PeopleRows, in_order
from tui.typed.filter_names import FilterNames
from tui.typed.find import MINUS, QUOTE, Offer, offers_of
from tui.writer import Fresh

GROUP = "people"
LEARNING = "people-words"

GIVEN_WAY_SECONDS = 0.0005


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
    turns: bool = False
    """Whether rows tell when a tie turns."""
    filters: FilterNames | None = None
    """What Tab may complete; None where nothing is being typed."""
    anew: bool = False
    """Something else is looked for than before: the best match comes under the cursor."""


class Listing(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What was found."""

    asked: Asked
    rows: PeopleRows
    facets: tuple[Facet, ...]
    counted: bool = False
    """Whether the choices were counted."""
    offers: tuple[Offer, ...] = ()
    """What Tab may make of the query."""
    by_name: bool = False
    """Whether only names were looked at, and more may follow."""
    instead: bool = False
    """Nobody was found, and the choices are those of everybody: one stands for the query."""


class Listed(Event):
    """A list is ready."""

    def __init__(self, listing: Listing) -> None:
        """Hand it over."""
        super().__init__()
        self.listing = listing


class Lister:
    """Makes lists; knows what it has learned of the people of the list before."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self.finder = Finder()
        self.names = ByName()
        self._facets = Facets(similar)
        self._values = FindValues(self._facets)
        self._counted = False
        self._ordered: tuple[Fresh, Order, tuple[PersonId, ...]] | None = None
        self._let_go: tuple[Table[PersonId, Person], frozenset[PersonId]] | None = None

    def whole(self, asked: Asked) -> Listing:
        """Find, order and narrow."""
        snapshot, ties = asked.fresh.snapshot, asked.fresh.ties
        if not asked.query.strip():
            return self._made(asked, self._everybody(asked), None)
        ranking = self.finder.rank(snapshot, asked.query, ties)

        def matched(person: Person) -> Matched:
            hits = ranking.matched(person)
            return tuple(Found(each.field, each.value, each.spans) for each in hits)

        if asked.order is not None:
            ids = in_order(snapshot, ties, asked.order, ranking.ids)
        else:
            # All of them here, so that the screen need not.
            ids = self._in_match_order(snapshot, ranking.ids)
        return self._made(asked, ids, matched)

    def _everybody(self, asked: Asked) -> tuple[PersonId, ...]:
        """All in an order; what is chosen or taken back meanwhile sorts nothing again."""
        fresh, order = asked.fresh, asked.order or "name"
        held = self._ordered
        if held is None or held[0] is not fresh or held[1] != order:
            held = self._ordered = fresh, order, in_order(fresh.snapshot, fresh.ties, order)
        return held[2]

    def _in_match_order(
        self, snapshot: Snapshot, found: Sequence[PersonId]
    ) -> tuple[PersonId, ...]:
        if not isinstance(found, FoundPeople):
            return tuple(found)
        if self._let_go is None or self._let_go[0] is not snapshot.people:
            self._let_go = snapshot.people, let_go(snapshot.people)
        return tended_first(found, found.score, self._let_go[1])

    def by_name(self, asked: Asked) -> Listing | None:
        """Those whose names fit; None where names alone would mislead."""
        if _is_more_than_words(asked.query):
            return None
        ids = self.names.found(asked.fresh.snapshot.people, asked.query)
        if asked.order is not None:
            ids = in_order(asked.fresh.snapshot, asked.fresh.ties, asked.order, ids)
        words = query_words(asked.query)
        return self._made(asked, ids, partial(name_matched, words=words), by_name=True)

    def _made(
        self,
        asked: Asked,
        ids: tuple[PersonId, ...],
        matched: Callable[[Person], Matched] | None,
        *,
        by_name: bool = False,
    ) -> Listing:
        snapshot, ties = asked.fresh.snapshot, asked.fresh.ties
        if asked.untouched:
            left_alone = frozenset(untouched(snapshot, asked.fresh.today, asked.untouched))
            ids = tuple(id for id in ids if id in left_alone)
        facets: tuple[Facet, ...] = ()
        counted = bool(asked.chosen) or (asked.facets and self._counted)
        others = asked.chosen or asked.untouched or by_name
        instead = counted and bool(asked.query.strip()) and not (ids or others)
        if counted:
            self._facets.learn(snapshot)
            among = tuple(snapshot.people.plain()) if instead else ids
            left = self._facets.narrowed(among, asked.chosen)
            ids, facets = () if instead else left.ids, left.facets
        since = Touches(snapshot).last if asked.untouched else None
        rows = PeopleRows(snapshot, ties, ids, matched, since, turns=asked.turns)
        return Listing(
            asked=asked,
            rows=rows,
            facets=facets,
            counted=counted,
            offers=self._offers(asked),
            by_name=by_name,
            instead=instead,
        )

    def learning_values(self, snapshot: Snapshot) -> Iterator[None]:
        """Count everybody's values, which takes long the first time, giving way now and then."""
        yield from self._facets.learning(snapshot)
        self._counted = True

    def _offers(self, asked: Asked) -> tuple[Offer, ...]:
        if asked.filters is None or not asked.query or not self._counted:
            return ()
        values = partial(self._values.beginning, asked.fresh.snapshot)
        return offers_of(asked.query, asked.filters, values)


def _is_more_than_words(query: str) -> bool:
    return any(":" in word or QUOTE in word or word.startswith(MINUS) for word in query.split())


def _giving_way(steps: Iterable[None]) -> bool:
    """Take all steps, the interpreter being the screen's in between; False where it ended before.

    So a key never waits for what is learned.
    """
    worker = get_current_worker()
    for _ in steps:
        if worker.is_cancelled:
            return False
        time.sleep(GIVEN_WAY_SECONDS)
    return True


class PeopleSearch:
    """Looks for people in a thread, and posts what it finds to a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        """Bind the screen; nothing runs yet."""
        self._screen = screen
        self._lister = Lister()
        self._lock = threading.Lock()
        self._next: Asked | None = None
        self._last: Asked | None = None
        self._running = False
        self._learning = False
        self._learned = threading.Event()

    def ask(self, asked: Asked) -> None:
        """Look for something; what was asked for before and has not begun is forgotten."""
        with self._lock:
            if self._next is not None and self._next.anew:
                asked = msgspec.structs.replace(asked, anew=True)
            self._next = self._last = asked
            if self._running:
                return
            self._running = True
        self._screen.run_worker(self._drain, group=GROUP, thread=True, name=GROUP)

    @property
    def running(self) -> bool:
        """Whether it is still looking, or will find more once all words are learned."""
        with self._lock:
            words = self._last is not None and bool(self._last.query.strip())
            return self._running or (words and not self._learned.is_set())

    def learn(self, fresh: Fresh) -> None:
        """Take in the words of everybody ahead of the first key; names are found meanwhile."""
        if not self._learning:
            self._learning = True
            learn = partial(self._learn, fresh.snapshot)
            self._screen.run_worker(learn, group=LEARNING, thread=True, name=LEARNING)

    def _learn(self, snapshot: Snapshot) -> None:
        lister = self._lister
        lister.names.learn(snapshot.people)
        if not _giving_way(lister.learning_values(snapshot)):
            return
        self._ask_again()
        if _giving_way(lister.finder.learning(snapshot, ahead=True)):
            self._learned.set()
            self._ask_again()

    def _ask_again(self) -> None:
        """More is known: what was asked last may have another answer."""
        with self._lock:
            if self._last is None:
                return
            if self._next is None:
                self._next = msgspec.structs.replace(self._last, anew=self._is_looked_for())
            if self._running:
                return
            self._running = True
        self._drain()

    def _is_looked_for(self) -> bool:
        return self._last is not None and bool(self._last.query.strip()) and self._last.anew

    def _drain(self) -> None:
        while True:
            with self._lock:
                asked, self._next = self._next, None
                if asked is None:
                    self._running = False
                    return
            listing = self._listing(asked)
            if listing is not None:
                self._screen.post_message(Listed(listing))
            if self._learned.is_set():
                # Ahead of the next key typed; next to nothing where little has changed.
                self._lister.finder.learn(asked.fresh.snapshot)

    def _listing(self, asked: Asked) -> Listing | None:
        if not asked.query.strip() or self._learned.is_set():
            return self._lister.whole(asked)
        by_name = self._lister.by_name(asked)
        if by_name is None and not self._learning:
            # One comes with more than words: everybody first, and an empty screen never.
            return self._lister.whole(msgspec.structs.replace(asked, query=""))
        return by_name
