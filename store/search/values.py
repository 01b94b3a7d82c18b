"""The values that people share, each kept once: schools, cities, employers, passions."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.records.me import Me
from store.rules.institution_key import institution_key
from store.search.aliases import aliases_of
from store.search.lexicon import Lexicon
from store.search.people_set import Bits, Holders, place_added, place_removed, settled, united
from store.search.placed_words import words_of
from store.search.searched_fields import INSTITUTIONS, OWN_FIELDS, WEIGHTS


class Value(msgspec.Struct, frozen=True, gc=False):
    """One value of one field, as written."""

    field: str
    text: str
    words: tuple[str, ...]
    """Folded, in order."""
    key: str
    """As compared: equal for two values that mean the same."""
    weight: float


def key_of(field: str, text: str) -> str:
    """A value as compared, within its field."""
    if field in INSTITUTIONS:
        return institution_key(text)
    return " ".join(words_of(text))


class Values:
    """All values by number, who has each, and which hold a word."""

    def __init__(self) -> None:
        """No value yet."""
        self.lexicon = Lexicon()
        """Words, and the numbers of the values that hold them."""
        self.faint = Lexicon()
        """The same of words that tell something in the company of others only."""
        self._numbers: dict[tuple[str, str], int] = {}
        self._values: list[Value] = []
        self._holders: list[Holders | None] = []
        self._by_key: dict[tuple[str, str], set[int]] = {}
        self._mine: tuple[Me | None, int, Bits] = (None, -1, 0)
        self._version = 0

    def __getitem__(self, number: int) -> Value:
        """A value by number."""
        return self._values[number]

    def add(self, values: Iterable[tuple[str, str]], place: int, people: int) -> None:
        """A person has some values, each named once.

        Args:
            values: field and text.
            place: of the person.
            people: how many places there are.
        """
        self._version += 1
        for value in values:
            number = self._numbers.get(value)
            if number is None:
                number = self._numbered(*value)
            holders = self._holders[number]
            if holders is None:
                self._enter(number)
            self._holders[number] = place_added(holders, place, people)

    def remove(self, values: Iterable[tuple[str, str]], place: int) -> None:
        """A person has some values no longer; of what nobody has no word is found any more."""
        self._version += 1
        for value in values:
            number = self._numbers[value]
            holders = self._holders[number]
            assert holders is not None
            left = self._holders[number] = place_removed(holders, place)
            if left is None:
                self._leave(number)

    def settle(self, people: int) -> None:
        """Everybody has come: keep the holders in the least room."""
        self.lexicon.settle(len(self._values))
        self.faint.settle(len(self._values))
        for number, holders in enumerate(self._holders):
            if holders is not None:
                self._holders[number] = settled(holders, people)

    def holders(self, number: int) -> Holders:
        """Who has a value."""
        return self._holders[number] or 0

    def having(self, numbers: Iterable[int]) -> Bits:
        """Everybody who has one of some values."""
        # Not a generator: this is done for every word of every keystroke.
        return united([self._holders[number] or 0 for number in numbers])

    def keyed(self, field: str, key: str) -> set[int]:
        """The values of a field that come to a key."""
        return self._by_key.get((field, key), set())

    def shared_with(self, me: Me) -> Bits:
        """Everybody who has a school, city, passion or employer of the user's."""
        if self._mine[0] is not me or self._mine[1] != self._version:
            numbers = (n for field, key in _own(me) for n in self.keyed(field, key))
            self._mine = me, self._version, self.having(numbers)
        return self._mine[2]

    def _numbered(self, field: str, text: str) -> int:
        number = self._numbers[field, text] = len(self._values)
        words = tuple(words_of(text))
        self._values.append(Value(field, text, words, key_of(field, text), WEIGHTS[field]))
        self._holders.append(None)
        return number

    def _enter(self, number: int) -> None:
        value = self._values[number]
        self._by_key.setdefault((value.field, value.key), set()).add(number)
        for word, faint in self._finding(value).items():
            (self.faint if faint else self.lexicon).add(word, number, len(self._values))

    def _leave(self, number: int) -> None:
        value = self._values[number]
        self._by_key[value.field, value.key].discard(number)
        for word, faint in self._finding(value).items():
            (self.faint if faint else self.lexicon).remove(word, number)

    def _finding(self, value: Value) -> dict[str, bool]:
        """The words that find a value, and whether only faintly."""
        aliases = {each.text: each.faint for each in aliases_of(value.field, value.text)}
        return aliases | dict.fromkeys(value.words, False)


def _own(me: Me) -> Iterable[tuple[str, str]]:
    texts: dict[str, tuple[str, ...]] = {
        "schools": tuple(school.name for school in me.schools),
        "cities": tuple(city.name for city in me.cities),
        "passions": me.passions,
        "org": (me.org, *me.employers),
        "employers": (me.org, *me.employers),
    }
    for field in OWN_FIELDS:
        for text in texts[field]:
            key = key_of(field, text) if text else ""
            if key:
                yield field, key
