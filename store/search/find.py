"""Finding people by any words of theirs, as one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import nsmallest

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.search.folded import folded, words_of
from store.search.index import Index, Scores
from store.search.narrowing import EVERYBODY, SHOWN, Matched, Narrowing
from store.search.score import WHOLE_WORD, best_place

FEW = 20
"""Below so many hits also words that begin one of somebody's are taken for mistyped ones."""

Near = Mapping[str, Mapping[str, float]]
"""Per word of a query, what it may be mistyped for."""


class Hit(msgspec.Struct, frozen=True):
    """A person found."""

    person: Person
    score: float
    """Above 0; 1 is a full name, or that nothing but narrowing was asked."""
    matched: Matched
    """Field and value, one for each word and each narrowing; long values are cut."""


class Ranking(msgspec.Struct, frozen=True, eq=False):
    """Everybody found, the best first; what matched is told for one person at a time.

    Telling it costs more than finding, and a list on a screen shows twenty people of thousands.
    """

    ids: tuple[PersonId, ...]
    words: tuple[str, ...] = ()
    near: Near = {}

    def matched(self, person: Person) -> Matched:
        """Field and value, one for each word of the query; long values are cut."""
        return _matched(person, self.words, self.near, EVERYBODY)


class Finder:
    """Finds people, and keeps the words of all for the next keystroke."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._index = Index()
        self._table: Table[PersonId, Person] | None = None
        self._narrowed: tuple[Narrowing, frozenset[PersonId]] | None = None

    def learn(self, snapshot: Snapshot) -> None:
        """Take in a snapshot ahead of the first query; cheap where little has changed."""
        if snapshot.people is not self._table:
            self._index.follow(snapshot.people)
            self._table, self._narrowed = snapshot.people, None

    def find(
        self,
        snapshot: Snapshot,
        query: str,
        narrowing: Narrowing = EVERYBODY,
        limit: int | None = None,
    ) -> tuple[Hit, ...]:
        """The people in whom every word of the query stands, the best first.

        A word matches as typed, anywhere in a word from three letters on, at its start below.
        A word that nobody has is taken for a mistyped one of four letters or more: at once where
        it begins no word of anybody's either, else where few match as typed, and after them.
        Ties break by folded name, then id. Without words all who fit the narrowing are found.

        Args:
            snapshot: whom to look among.
            query: words in any order; 200 characters of it are looked at.
            narrowing: what has to hold besides.
            limit: how many at most; None is all.
        """
        words, near, ranked = self._ranked(snapshot, query, narrowing, limit)
        people = self._index.people
        return tuple(
            Hit(people[id], round(score, 4), _matched(people[id], words, near, narrowing))
            for id, score in ranked
        )

    def rank(self, snapshot: Snapshot, query: str, narrowing: Narrowing = EVERYBODY) -> Ranking:
        """All that `find` finds, for lists that are looked at page by page."""
        words, near, ranked = self._ranked(snapshot, query, narrowing, None)
        return Ranking(tuple(id for id, _ in ranked), tuple(words), near)

    def _ranked(
        self, snapshot: Snapshot, query: str, narrowing: Narrowing, limit: int | None
    ) -> tuple[list[str], Near, list[tuple[PersonId, float]]]:
        self.learn(snapshot)
        words = list(dict.fromkeys(words_of(query)))
        if query.strip() and not words:
            # Signs alone are no wish for everybody.
            return words, {}, []
        allowed = self._allowed(narrowing)
        index = self._index
        near = {word: index.near(word) for word in words if not index.begins(word)}
        scores = self._scored(words, near, allowed)
        found = self._ordered(scores, limit)
        if len(scores) >= FEW or not words or (limit is not None and len(found) >= limit):
            return words, near, found
        more = {word: index.near(word) for word in words if word not in near}
        if not any(more.values()):
            return words, near, found
        near |= more
        others = self._scored(words, near, allowed)
        others = {id: score for id, score in others.items() if id not in scores}
        room = None if limit is None else limit - len(found)
        return words, near, found + self._ordered(others, room)

    def _allowed(self, narrowing: Narrowing) -> frozenset[PersonId] | None:
        """Who fits a narrowing; None is everybody."""
        if narrowing == EVERYBODY:
            return None
        if self._narrowed is None or self._narrowed[0] != narrowing:
            people = self._index.people.items()
            fitting = (id for id, person in people if narrowing.matched(person) is not None)
            self._narrowed = narrowing, frozenset(fitting)
        return self._narrowed[1]

    def _scored(self, words: list[str], near: Near, allowed: frozenset[PersonId] | None) -> Scores:
        """Everybody in whom all words stand."""
        if not words:
            return dict.fromkeys(self._index.people if allowed is None else allowed, 1.0)
        found: list[Scores] = []
        for word in words:
            scores = self._index.having(word)
            self._index.add_near(scores, near.get(word, {}))
            found.append(scores)
        if len(found) == 1 and allowed is None:
            # The commonest keystroke; a name of one word is at 1 as it is.
            return found[0]
        found.sort(key=len)
        fewest = found[0].keys() if allowed is None else found[0].keys() & allowed
        name = " ".join(words)
        return {
            id: self._total(id, [each[id] for each in found], name)
            for id in fewest
            if all(id in each for each in found)
        }

    def _total(self, id: PersonId, parts: list[float], name: str) -> float:
        score = sum(parts) / len(parts)
        # Nobody whose full name this is can have scored less.
        whole = score >= WHOLE_WORD and words_of(self._index.people[id].name) == name.split()
        return 1.0 if whole else score

    def _ordered(self, scores: Scores, limit: int | None) -> list[tuple[PersonId, float]]:
        names = self._index.names
        ranks = ((-score, names[id], id) for id, score in scores.items())
        ordered = sorted(ranks) if limit is None else nsmallest(max(limit, 0), ranks)
        return [(id, -rank) for rank, _, id in ordered]


def _matched(person: Person, words: Iterable[str], near: Near, narrowing: Narrowing) -> Matched:
    values = folded(person) if words else ()
    found: dict[tuple[str, str], None] = {}
    for word in words:
        value = best_place(values, word, near.get(word, {}))
        if value is not None:
            found[value.field, value.value[:SHOWN]] = None
    return (*found, *(each for each in narrowing.matched(person) or () if each not in found))


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
) -> tuple[Hit, ...]:
    """Find once; see `Finder.find` for what matches and `Narrowing` for the rest."""
    narrowing = Narrowing(
        school=school, city=city, passion=passion, org=org, field=field, tag=tag, layer=layer
    )
    return Finder().find(snapshot, query, narrowing, limit)
