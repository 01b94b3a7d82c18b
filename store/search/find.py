"""Finding people by any words of theirs, as one types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.search.folded import FoldedPerson, folded, words_of
from store.search.score import SHOWN, Answer, Wanted, answer, needle
from store.search.vocabulary import Vocabulary

FEW = 20
"""Below so many hits words that nobody has are taken for mistyped ones."""


class Hit(msgspec.Struct, frozen=True):
    """A person found."""

    person: Person
    score: float
    """Above 0; 1 is a full name, or that nothing but narrowing was asked."""
    matched: tuple[tuple[str, str], ...]
    """Field and value, one for each word and each narrowing; long values are cut."""


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to look among: every field that is set has to agree, with one of its values each."""

    school: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    passion: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    layer: Layer | None = None

    def wanted(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Per field of a person, the folded words of each value asked for."""
        asked = {
            "schools": self.school,
            "cities": self.city,
            "passions": self.passion,
            "org": self.org,
            "fields": self.field,
            "tags": self.tag,
        }
        return {
            field: tuple(tuple(words_of(value)) for value in values)
            for field, values in asked.items()
            if values
        }


EVERYBODY = Narrowing()


class Finder:
    """Finds people, and keeps what it folded for the next keystroke.

    A person is folded again only when their record is another object than before.
    """

    def __init__(self) -> None:
        """Know nobody yet."""
        self._table: Table[PersonId, Person] | None = None
        self._folded: dict[PersonId, FoldedPerson] = {}
        self._people: list[FoldedPerson] = []
        self._vocabulary: Vocabulary | None = None

    def find(
        self,
        snapshot: Snapshot,
        query: str,
        narrowing: Narrowing = EVERYBODY,
        limit: int | None = None,
    ) -> tuple[Hit, ...]:
        """The people in whom every word of the query stands, the best first.

        A word matches as typed, anywhere in a word from three letters on, at its start below.
        Where few match so, words that nobody has are read as mistyped ones. Ties break by folded
        name, then id. Without words all who fit the narrowing are found.

        Args:
            snapshot: whom to look among.
            query: words in any order; 200 characters of it are looked at.
            narrowing: what has to hold besides.
            limit: how many at most; None is all.
        """
        self._learn(snapshot.people)
        words = list(dict.fromkeys(words_of(query)))
        if query.strip() and not words:
            # Signs alone are no wish for everybody.
            return ()
        found = self._ranked(tuple(Wanted(word) for word in words), self._people, narrowing)
        if len(found) < FEW and words:
            found += self._mistyped(words, {hit.person.id for hit in found}, narrowing)
        return tuple(found if limit is None else found[: max(limit, 0)])

    def _learn(self, table: Table[PersonId, Person]) -> None:
        if table is self._table:
            return
        before, known = self._folded, {}
        for id, person in table.items():
            held = before.get(id)
            known[id] = held if held is not None and held.person is person else folded(person)
        self._table, self._folded, self._vocabulary = table, known, None
        self._people = list(known.values())

    def _ranked(
        self, wanted: tuple[Wanted, ...], people: Iterable[FoldedPerson], narrowing: Narrowing
    ) -> list[Hit]:
        plain = [needle(word.text) for word in wanted if not word.near]
        asked = narrowing.wanted()
        found: list[tuple[float, str, str, Hit]] = []
        for each in people:
            haystack = each.haystack
            if not all(word in haystack for word in plain):
                continue
            fits = _fits(each, narrowing.layer, asked)
            if fits is None:
                continue
            given = answer(each, wanted) if wanted else Answer(1.0, ())
            if given is not None:
                matched = tuple(dict.fromkeys(given.matched + fits)) if fits else given.matched
                hit = Hit(each.person, given.score, matched)
                found.append((-given.score, each.name, each.person.id, hit))
        found.sort(key=_order)
        return [hit for *_, hit in found]

    def _mistyped(self, words: list[str], known: set[str], narrowing: Narrowing) -> list[Hit]:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary(self._people)
        vocabulary = self._vocabulary
        wanted = tuple(Wanted(word, vocabulary.near(word)) for word in words)
        if not any(word.near for word in wanted):
            return []
        places = set(range(len(self._people)))
        for word in wanted:
            if word.near:
                places &= {place for near in word.near for place in vocabulary.having(near)} | {
                    place for place in places if needle(word.text) in self._people[place].haystack
                }
        people = [self._people[place] for place in sorted(places)]
        others = [each for each in people if each.person.id not in known]
        return self._ranked(wanted, others, narrowing)


def _order(entry: tuple[float, str, str, Hit]) -> tuple[float, str, str]:
    return entry[:3]


def _fits(
    each: FoldedPerson, layer: Layer | None, asked: dict[str, tuple[tuple[str, ...], ...]]
) -> tuple[tuple[str, str], ...] | None:
    """The values that satisfy a narrowing, one a field; None where a field has none."""
    if layer is not None and each.person.layer != layer:
        return None
    matched = []
    for field, choices in asked.items():
        value = _value(each, field, choices)
        if value is None:
            return None
        matched.append((field, value))
    return tuple(matched)


def _value(each: FoldedPerson, field: str, choices: Sequence[tuple[str, ...]]) -> str | None:
    for value in each.values:
        if value.field == field and any(
            words and all(f" {word}" in value.text for word in words) for words in choices
        ):
            return value.value[:SHOWN]
    return None


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
