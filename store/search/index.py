"""The words of everybody's fields, and who has each, kept up as people change.

A sorted vocabulary finds the words that begin as typed; for the rest it is walked, as it is far
shorter than the list of people. Notes are long and rarely searched: they are looked through.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping

from store.records.ids import PersonId
from store.records.person import Person
from store.search.folded import WEIGHTS, folded_fields, folded_notes
from store.search.score import INSIDE, MISTYPED, SHORT, WHOLE_VALUE, WHOLE_WORD, WORD_START
from store.search.score import exactness as exactness_in
from store.words.fold import fold

Scores = dict[PersonId, float]

Worth = tuple[float, float]
"""Of one word with one person: as a whole word, and the weight of the best field that holds it."""

SHORTEST_MEANT = 4
"""Words below this length are never what a mistyped one means."""

LONG = 8
"""From this length on two slips are forgiven, one below."""

MOST_MEANINGS = 50
"""Meanings weighed for one mistyped word, the nearest ones."""

LAST = "\U0010ffff"


class Index:
    """Who has which words; follows a table of people from one version to the next."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self.people: dict[PersonId, Person] = {}
        self.names: dict[PersonId, str] = {}
        """Folded names, for the order."""
        self._notes: dict[PersonId, str] = {}
        self._having: dict[str, dict[PersonId, Worth]] = {}
        self._vocabulary: list[str] = []
        self._worths: dict[Worth, Worth] = {}

    def follow(self, people: Mapping[PersonId, Person]) -> None:
        """Take in a table of people; only records that are other objects than before cost."""
        known = self.people
        first = not known
        for id, person in people.items():
            held = known.get(id)
            if held is not person:
                if held is not None:
                    self._forget(held)
                self._take_in(id, person, sort=not first)
        if len(known) > len(people):
            for id in [id for id in known if id not in people]:
                self._forget(known[id])
        if first:
            self._vocabulary = sorted(self._having)

    def _take_in(self, id: PersonId, person: Person, *, sort: bool) -> None:
        self.people[id] = person
        self.names[id] = fold(person.name)
        if person.notes:
            self._notes[id] = folded_notes(person)
        for word, worth in _worth_of(person).items():
            having = self._having.get(word)
            if having is None:
                having = self._having[word] = {}
                if sort:
                    insort(self._vocabulary, word)
            # A few dozen different pairs serve everybody.
            having[id] = self._worths.setdefault(worth, worth)

    def _forget(self, person: Person) -> None:
        id = PersonId(person.id)
        del self.people[id], self.names[id]
        self._notes.pop(id, None)
        for word in _worth_of(person):
            having = self._having[word]
            del having[id]
            if not having:
                del self._having[word]
                del self._vocabulary[bisect_left(self._vocabulary, word)]

    def begins(self, word: str) -> bool:
        """Whether somebody has a word that begins so."""
        place = bisect_left(self._vocabulary, word)
        return place < len(self._vocabulary) and self._vocabulary[place].startswith(word)

    def having(self, word: str) -> Scores:
        """Everybody in whom a word stands as typed, with what the best place is worth."""
        scores: Scores = {}
        if len(word) > SHORT:
            for each in self._vocabulary:
                if word in each:
                    self._add(scores, each, INSIDE)
            for id, notes in self._notes.items():
                if word in notes:
                    _raise(scores, id, WEIGHTS["notes"] * exactness_in(notes, word))
        else:
            sought = f" {word}"
            for id, notes in self._notes.items():
                if sought in notes:
                    _raise(scores, id, WEIGHTS["notes"] * exactness_in(notes, word))
        for each in self._beginning(word):
            self._add(scores, each, WORD_START)
        for id, (whole, _) in self._having.get(word, {}).items():
            _raise(scores, id, whole)
        return scores

    def add_near(self, scores: Scores, near: Mapping[str, float]) -> None:
        """Add to the scores of a word those who have a word that it may be mistyped for."""
        for word, likeness in near.items():
            self._add(scores, word, MISTYPED * likeness)

    def near(self, word: str) -> dict[str, float]:
        """Words that may be meant by one that nobody has, with how alike each is, below 1.

        A slip is a letter more, less, other, or two swapped (optimal string alignment).
        """
        if len(word) < SHORTEST_MEANT - 1 or word in self._having or not self._vocabulary:
            return {}
        # Loaded at the first word that nobody has.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= LONG else 1
        found = process.extract(
            word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=MOST_MEANINGS
        )
        return {
            each: 1 - slip / (len(word) + 1)
            for each, slip, _ in found
            if len(each) >= SHORTEST_MEANT
        }

    def _beginning(self, word: str) -> list[str]:
        start = bisect_left(self._vocabulary, word)
        return self._vocabulary[start : bisect_left(self._vocabulary, word + LAST, start)]

    def _add(self, scores: Scores, word: str, exactness: float) -> None:
        for id, (_, weight) in self._having[word].items():
            _raise(scores, id, weight * exactness)


def _raise(scores: Scores, id: PersonId, score: float) -> None:
    if score > scores.get(id, 0.0):
        scores[id] = score


def _worth_of(person: Person) -> dict[str, Worth]:
    worths: dict[str, Worth] = {}
    for text, weight in folded_fields(person):
        words = text.split()
        whole = weight * (WHOLE_VALUE if len(words) == 1 else WHOLE_WORD)
        for word in words:
            before = worths.get(word, (0.0, 0.0))
            worths[word] = (max(before[0], whole), max(before[1], weight))
    return worths
