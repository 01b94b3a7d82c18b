"""Everybody by place, and the words of their fields; kept up as people change.

Places are given in the order of folded names. Who comes later, or is renamed, gets a place at the
end, and the old one stays empty for good: a list found before still means the same people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.records.ids import PersonId
from store.records.kinds import LAYERS, Layer
from store.records.person import Person
from store.search.aliases import SAINTS, aliases_of
from store.search.lexicon import Lexicon
from store.search.numbers import turned_numbers
from store.search.people_set import (
    MANY,
    Bits,
    Holders,
    bits_of,
    place_added,
    place_removed,
    settled,
    united,
)
from store.search.placed_words import LONGEST, all_words_of, words_in, words_of
from store.search.searched_fields import LONGEST_NOTES, values_of
from store.search.values import Values
from store.words.fold import fold

SLICE = 20
"""People taken in at a time: about a millisecond."""

ALL_INITIALS = 3
"""Words of the shortest name that is found by its initials alone."""

Circles = Mapping[PersonId, tuple[str, ...]]
"""The names of the circles that people belong to."""


class Index:
    """Who has which words."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self.ids: list[PersonId] = []
        """By place; only ever grows."""
        self.names: list[str] = []
        """Folded, by place; only ever grows, and keeps the names of empty places."""
        self.ordered = 0
        """How many places are in the order of names; those behind are not."""
        self.everybody: Bits = 0
        self.layers: dict[Layer, Bits] = {}
        self.words = Lexicon()
        """Words of names."""
        self.letters: dict[str, Bits] = {}
        """By the first letter of a word of the name: the most that a keystroke can find."""
        self.emails = Lexicon()
        self.notes = Lexicon()
        self.numbers = Lexicon()
        """The last digits of telephone numbers, turned round."""
        self.values = Values()
        self.sole: dict[str, Holders] = {}
        """Names that are one word."""
        self.initials: dict[str, Holders] = {}
        self.place_of: dict[PersonId, int] = {}

    @property
    def late(self) -> int:
        """How many places are not in the order of names, or are empty."""
        return len(self.ids) - self.ordered + len(self.ids) - len(self.place_of)

    def building(self, people: Mapping[PersonId, Person], circles: Circles) -> Iterator[None]:
        """Take in everybody, a millisecond's work at a time; only for an index that is new."""
        shelves: dict[str, list[tuple[str, PersonId]]] = {}
        for number, (id, person) in enumerate(people.items()):
            name = _folded(person)
            shelves.setdefault(name[:2], []).append((name, id))
            if number % (SLICE * 10) == 0:
                yield
        for lexicon in (*self._lexicons(), self.numbers):
            lexicon.unsort()
        waiting = 0
        layers: dict[Layer, list[int]] = {layer: [] for layer in LAYERS}
        for shelf in sorted(shelves):
            for name, id in sorted(shelves[shelf]):
                person = people[id]
                self._enter(id, person, circles.get(id, ()), name, MANY)
                if person.layer is not None:
                    layers[person.layer].append(len(self.ids) - 1)
                waiting += 1
                if waiting == SLICE:
                    waiting = 0
                    yield
        self.layers = {layer: bits_of(places) for layer, places in layers.items()}
        yield from self._settling()

    def _settling(self) -> Iterator[None]:
        count = self.ordered = len(self.ids)
        self.everybody = (1 << count) - 1
        for lexicon in (self.words, self.emails, self.notes, self.numbers):
            lexicon.settle(count)
            yield
        self.values.settle(count)
        yield
        for letter in dict.fromkeys(word[0] for word in self.words):
            words = map(self.words.holders, self.words.beginning(letter))
            self.letters[letter] = united([each for each in words if each is not None], count)
            yield
        for short in (self.sole, self.initials):
            for text, holders in short.items():
                short[text] = settled(holders, count)

    def reached_by(self, digits: str) -> Bits:
        """Everybody with a telephone number that ends so."""
        held = map(self.numbers.holders, self.numbers.beginning(digits[::-1]))
        return united([each for each in held if each is not None], len(self.ids))

    def get_ready(self) -> None:
        """Do ahead what the first mistyped word would have to wait for."""
        for lexicon in self._lexicons():
            lexicon.near("mistyped")
            next(lexicon.holding("mistyped"), None)

    def add(self, person: Person, circles: tuple[str, ...]) -> None:
        """Take in somebody new."""
        place = len(self.ids)
        self._enter(PersonId(person.id), person, circles, _folded(person), place + 1)
        self.everybody |= 1 << place
        self._layered(place, person, here=True)

    def remove(self, person: Person, circles: tuple[str, ...]) -> None:
        """Forget somebody, who is as they were when taken in."""
        place = self.place_of.pop(PersonId(person.id))
        self._clear(place, person, circles)
        self._layered(place, person, here=False)
        self.everybody &= ~(1 << place)

    def change(
        self,
        before: Person,
        after: Person,
        circles_before: tuple[str, ...],
        circles_after: tuple[str, ...],
    ) -> None:
        """Somebody has changed; who keeps their name keeps their place."""
        if _folded(before) != _folded(after):
            self.remove(before, circles_before)
            self.add(after, circles_after)
            return
        place = self.place_of[PersonId(after.id)]
        self._clear(place, before, circles_before)
        self._layered(place, before, here=False)
        self._fill(place, after, circles_after, len(self.ids))
        self._layered(place, after, here=True)

    def _layered(self, place: int, person: Person, *, here: bool) -> None:
        if person.layer is not None:
            held, bit = self.layers.get(person.layer, 0), 1 << place
            self.layers[person.layer] = held | bit if here else held & ~bit

    def _lexicons(self) -> tuple[Lexicon, ...]:
        return self.words, self.emails, self.notes, self.values.lexicon, self.values.faint

    def _enter(
        self, id: PersonId, person: Person, circles: tuple[str, ...], name: str, people: int
    ) -> None:
        place = len(self.ids)
        self.names.append(name)
        self.ids.append(id)
        self.place_of[id] = place
        self._fill(place, person, circles, people)

    def _fill(self, place: int, person: Person, circles: tuple[str, ...], people: int) -> None:
        words = words_in(self.names[place])
        for word in _name_words(person.name, words):
            self.words.add(word, place, people)
            if people != MANY:
                self.letters[word[0]] = self.letters.get(word[0], 0) | 1 << place
        for held, text in self._short_names(person.name, words):
            held[text] = place_added(held.get(text), place, people)
        for word in _email_words(person, words):
            self.emails.add(word, place, people)
        for word in _note_words(person):
            self.notes.add(word, place, people)
        for number in turned_numbers(person):
            self.numbers.add(number, place, people)
        self.values.add(dict.fromkeys(values_of(person, circles)), place, people)

    def _clear(self, place: int, person: Person, circles: tuple[str, ...]) -> None:
        words = words_in(self.names[place])
        for word in _name_words(person.name, words):
            self.words.remove(word, place)
            self.letters[word[0]] &= ~(1 << place)
        for held, text in self._short_names(person.name, words):
            left = place_removed(held[text], place)
            if left is None:
                del held[text]
            else:
                held[text] = left
        for word in _email_words(person, words):
            self.emails.remove(word, place)
        for word in _note_words(person):
            self.notes.remove(word, place)
        for number in turned_numbers(person):
            self.numbers.remove(number, place)
        self.values.remove(dict.fromkeys(values_of(person, circles)), place)

    def _short_names(self, name: str, words: list[str]) -> Iterator[tuple[dict[str, Holders], str]]:
        if len(words) == 1:
            yield self.sole, words[0]
        for initials in initials_of(name, words):
            yield self.initials, initials


def _folded(person: Person) -> str:
    return fold(person.name[:LONGEST])


def initials_of(name: str, words: list[str]) -> dict[str, None]:
    """The first letters of a name of three words or more, and of each part with a hyphen.

    Args:
        name: as written.
        words: its folded words.
    """
    found: dict[str, None] = {}
    if len(words) >= ALL_INITIALS:
        found["".join(word[0] for word in words)] = None
    if "-" in name:
        for part in name[:LONGEST].split():
            parts = words_of(part) if "-" in part else []
            if len(parts) > 1:
                found["".join(word[0] for word in parts)] = None
    return found


def _name_words(name: str, words: list[str]) -> dict[str, None]:
    found = dict.fromkeys(words)
    lone = sum(len(word) == 1 for word in words)
    if lone > 1 or not SAINTS.isdisjoint(found):
        found |= dict.fromkeys(alias.text for alias in aliases_of("name", name[:LONGEST]))
    return found


def _email_words(person: Person, name: list[str]) -> dict[str, None]:
    """The words of all addresses; one that is in the name is worth more there."""
    words = (word for email in person.emails for word in words_of(email))
    return dict.fromkeys(word for word in words if word not in name)


def _note_words(person: Person) -> dict[str, None]:
    return dict.fromkeys(all_words_of(person.notes[:LONGEST_NOTES])) if person.notes else {}
