"""The words of everybody's names, so that a key looks up what it begins and reads no whole list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.search.similar import resembling
from store.words.fold import fold

SHORTEST_SLIPPED = 4
"""Letters of a word from which on one may be mistyped; from twice as many on two may be."""

KEPT = 64
"""Words of which it is kept whose names they resemble: those of the line being typed."""

LAST = chr(0x10FFFF)
"""A sign behind all others."""


class KnownName(msgspec.Struct, frozen=True, gc=False):
    """A person and the name, with nicknames, folded."""

    folded: str
    words: tuple[str, ...]
    person: Person


class KnownNames:
    """Names by the words they hold."""

    def __init__(self, people: Mapping[PersonId, Person], before: KnownNames | None = None) -> None:
        """Take in everybody.

        Args:
            people: whose names.
            before: names known until now; of those who are the same nothing is folded again.
        """
        known: Mapping[PersonId, KnownName] = {} if before is None else before._known
        self._known: dict[PersonId, KnownName] = {
            id: _known(person, known.get(id)) for id, person in people.items()
        }
        self.names: Sequence[KnownName] = tuple(self._known.values())
        self._places: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            for word in name.words:
                self._places.setdefault(word, []).append(place)
        self._words = sorted(self._places)
        self._beginnings: dict[int, tuple[str, ...]] = {}
        self._alike: dict[str, dict[int, float]] = {}

    def begun(self, text: str) -> set[int]:
        """The places of the names with a word that begins so."""
        return {place for word in self._beginning(text) for place in self._places[word]}

    def alike(self, text: str) -> Mapping[int, float]:
        """The places of the names with a word that begins so or nearly so, and how alike, of 100;
        a slip or two are forgiven.
        """
        found = self._alike.get(text)
        if found is None:
            found = {}
            for word, score in self._scored(text):
                for place in self._places[word]:
                    found[place] = max(score, found.get(place, 0.0))
            if len(self._alike) >= KEPT:
                self._alike.clear()
            self._alike[text] = found
        return found

    def _scored(self, text: str) -> Iterator[tuple[str, float]]:
        for word in self._beginning(text):
            yield word, 100.0
        length = len(text)
        if length < SHORTEST_SLIPPED:
            return
        slips = 2 if length >= 2 * SHORTEST_SLIPPED else 1
        least = 100.0 * (1 - slips / length)
        for long in (length, length + 1, length - 1):
            for beginning, score in resembling(text, self._beginnings_of(long), least):
                # A shorter word is its own beginning, and not that of a longer one.
                words = self._beginning(beginning) if len(beginning) == long else (beginning,)
                yield from ((word, score) for word in words)

    def _beginnings_of(self, long: int) -> tuple[str, ...]:
        if long not in self._beginnings:
            self._beginnings[long] = tuple(dict.fromkeys(word[:long] for word in self._words))
        return self._beginnings[long]

    def _beginning(self, text: str) -> Sequence[str]:
        first = bisect_left(self._words, text)
        return self._words[first : bisect_left(self._words, text + LAST, first)]


def _known(person: Person, before: KnownName | None) -> KnownName:
    if before is not None and before.person is person:
        return before
    name = fold(" ".join((person.name, *person.nicknames)))
    return KnownName(name, tuple(name.split()), person)
