"""Finding people by any words of theirs, as one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from store.records.circle import Circle
from store.records.ids import CircleId, PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.search.filtering import Filtering
from store.search.found_people import FoundPeople
from store.search.index import Index
from store.search.match import Match
from store.search.matching import matches
from store.search.narrowing import EVERYBODY, Narrowing
from store.search.parse import parse
from store.search.query import Query
from store.search.score import WHOLE_VALUE
from store.search.searching import Searching
from store.search.ties_begun import TiesBegun
from store.views.facet_kinds import circles_by_person
from store.views.ties import Ties

MOST_CHANGES = 8
"""One in so many people changed: the index is made anew rather than changed."""

Circles = dict[PersonId, tuple[str, ...]]


class Hit(msgspec.Struct, frozen=True):
    """A person found."""

    person: Person
    score: float
    """Above 0; 1 is a full name, or just the values that were asked of some fields."""
    matched: tuple[Match, ...]
    """One for each word and each filter, in their order; equal ones once."""


class Ranking(msgspec.Struct, frozen=True, eq=False):
    """Everybody found, the best first; what matched is told for one person at a time.

    Telling it costs more than finding, and a list on a screen shows twenty people of thousands.
    """

    ids: Sequence[PersonId]
    """Put in order as far as they are looked at."""
    query: Query = Query()
    forgiven: frozenset[str] = frozenset()
    circles: Circles = {}

    def matched(self, person: Person) -> tuple[Match, ...]:
        """The values in which a person was found; empty where nothing was asked."""
        if not self.query.terms:
            return ()
        return matches(person, self.circles.get(PersonId(person.id), ()), self.query, self.forgiven)


class Finder:
    """Finds people, and keeps the words of all for the next keystroke.

    One thread at a time may use it; a ranking may be read by any.
    """

    def __init__(self) -> None:
        """Know nobody yet."""
        self._index = Index()
        self._people: Table[PersonId, Person] | None = None
        self._circle_table: Table[CircleId, Circle] | None = None
        self._circles: Circles = {}
        self._begun = TiesBegun()
        self._searching: Searching | None = None
        self._filtering: tuple[Snapshot, Ties | None, Filtering] | None = None

    def learn(self, snapshot: Snapshot) -> None:
        """Take in a snapshot ahead of the first query; cheap where little has changed."""
        for _ in self.learning(snapshot):
            pass

    def learning(self, snapshot: Snapshot, *, ahead: bool = False) -> Iterator[None]:
        """The same, giving way every millisecond or so.

        Whoever runs it in a thread sleeps a little between two steps, so that the screen never
        waits for the interpreter. One that is not run to its end has done nothing.

        Args:
            snapshot: whom to know.
            ahead: whether to load what the first mistyped word needs, too.
        """
        yield from self._learning(snapshot)
        if ahead:
            yield
            self._index.get_ready()

    def _learning(self, snapshot: Snapshot) -> Iterator[None]:
        people, circles = snapshot.people, snapshot.circles
        if people is self._people and circles is self._circle_table:
            return
        known = self._circles
        if circles is not self._circle_table:
            known = circles_by_person(circles.values())
        changed = self._changed(people, known)
        if changed is None:
            fresh = Index()
            yield from fresh.building(people.plain(), known)
            self._index = fresh
        else:
            self._follow(people, known, changed)
        self._people, self._circle_table, self._circles = people, circles, known
        self._searching = self._filtering = None

    def _changed(self, people: Table[PersonId, Person], circles: Circles) -> list[PersonId] | None:
        """Who is to be taken in anew; None where all are."""
        old = self._people
        if old is None:
            return None
        keys = people.changes_since(old)
        if keys is None:
            before, after = old.plain(), people.plain()
            found = [id for id, person in after.items() if before.get(id) is not person]
            found += [id for id in before if id not in after]
        else:
            found = list(keys)
        if circles is not self._circles:
            known = set(found)
            found += [
                id
                for id in {*circles, *self._circles}
                if circles.get(id) != self._circles.get(id) and id not in known
            ]
        anew = (len(found) + self._index.late) * MOST_CHANGES > len(people)
        return None if anew and len(found) + self._index.late > MOST_CHANGES else found

    def _follow(
        self, people: Table[PersonId, Person], circles: Circles, changed: list[PersonId]
    ) -> None:
        index, old = self._index, self._people
        assert old is not None
        for id in changed:
            before, after = old.get(id), people.get(id)
            was, now = self._circles.get(id, ()), circles.get(id, ())
            if before is not None and after is not None:
                index.change(before, after, was, now)
            elif after is not None:
                index.add(after, now)
            elif before is not None:
                index.remove(before, was)

    def find(
        self,
        snapshot: Snapshot,
        query: str,
        narrowing: Narrowing = EVERYBODY,
        limit: int | None = None,
        ties: Ties | None = None,
    ) -> tuple[Hit, ...]:
        """The people who fit a query, the best first; see `parse` for what a query may say.

        A word matches as typed, anywhere in a word from three letters on, at its start below.
        A word that nobody has is taken for a mistyped one of four letters or more: at once where
        it begins no word of anybody's either, else where few match as typed, and after them.
        Without words all who fit the filters are found. For the order see `score`.

        Args:
            snapshot: whom to look among.
            query: words and filters; 500 characters of it are looked at.
            narrowing: what has to hold besides.
            limit: how many at most; None is all.
            ties: where everybody stands, for filters that ask; without them no tie is in a band.
        """
        ranking = self.rank(snapshot, query, ties, narrowing)
        ids = ranking.ids if limit is None else ranking.ids[: max(0, limit)]
        links = ranking.query.links
        asked = max(1, len(links) - sum(links) + len(ranking.query.phrases))
        hits: list[Hit] = []
        for place, id in enumerate(ids):
            person = snapshot.people[id]
            sum_of = ranking.ids.score(place) if isinstance(ranking.ids, FoundPeople) else 0
            score = round(max(1, sum_of) / asked / WHOLE_VALUE, 4)
            hits.append(Hit(person, min(1.0, score), ranking.matched(person)))
        return tuple(hits)

    def rank(
        self,
        snapshot: Snapshot,
        query: str,
        ties: Ties | None = None,
        narrowing: Narrowing = EVERYBODY,
    ) -> Ranking:
        """All that `find` finds, for lists that are looked at page by page."""
        self.learn(snapshot)
        read = parse(query).narrowed(narrowing.terms())
        if self._searching is None:
            self._searching = Searching(self._index, snapshot.people)
        outcome = self._searching.outcome(read, self._filter(snapshot, ties))
        mine = self._index.values.shared_with(snapshot.me)
        found = FoundPeople(self._index, outcome.passes, mine, by_name=not read.terms)
        return Ranking(found, read, outcome.forgiven, self._circles)

    def _filter(self, snapshot: Snapshot, ties: Ties | None) -> Filtering:
        held = self._filtering
        if held is None or held[0] is not snapshot or held[1] is not ties:
            filtering = Filtering(self._index, snapshot, ties, self._begun)
            held = self._filtering = snapshot, ties, filtering
        return held[2]


def find(
    snapshot: Snapshot,
    query: str,
    *,
    school: tuple[str, ...] = (),
    city: tuple[str, ...] = (),
    passion: tuple[str, ...] = (),
    org: tuple[str, ...] = (),
    field: tuple[str, ...] = (),
    tag: tuple[str, ...] = (),
    layer: Layer | None = None,
    limit: int | None = None,
    ties: Ties | None = None,
) -> tuple[Hit, ...]:
    """Find once; see `Finder.find` for what matches and `Narrowing` for the rest."""
    narrowing = Narrowing(
        school=school, city=city, passion=passion, org=org, field=field, tag=tag, layer=layer
    )
    return Finder().find(snapshot, query, narrowing, limit, ties)
