"""People found by their names alone: the first answer, while the words of all are not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.records.ids import PersonId
from store.records.person import Person
from store.records.table import Table
from store.views.people import Found, Matched, Span
from store.words.fold import fold

LONGEST = 200
"""Characters of a query, and of a name, that are looked at."""

_WORD = re.compile(r"[a-z0-9]+")


class ByName:
    """Folds everybody's name once; any thread may use it."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._held: tuple[Table[PersonId, Person], list[tuple[str, PersonId]]] | None = None

    def learn(self, people: Table[PersonId, Person]) -> list[tuple[str, PersonId]]:
        """Fold the names of a table of people ahead of the first key; gives them in order."""
        held = self._held
        if held is not None and held[0] is people:
            return held[1]
        names = sorted((fold(each.name[:LONGEST]), id) for id, each in people.plain().items())
        self._held = people, names
        return names

    def found(self, people: Table[PersonId, Person], query: str) -> tuple[PersonId, ...]:
        """Everybody who has a word that begins with each of the query's, in the order of names.

        Those whose name begins with the first word come first.

        Args:
            people: whom to look among.
            query: plain words.
        """
        words = query_words(query)
        if not words:
            return ()
        first: list[PersonId] = []
        others: list[PersonId] = []
        for name, id in self.learn(people):
            # Most names hold no such letters, and need no second look.
            if words[0] not in name:
                continue
            spaced = f" {name}"
            if all(f" {word}" in spaced or f"-{word}" in spaced for word in words):
                (first if name.startswith(words[0]) else others).append(id)
        return (*first, *others)


def query_words(query: str) -> list[str]:
    """The folded words of a query."""
    return _WORD.findall(fold(query[:LONGEST]))


def name_matched(person: Person, words: list[str]) -> Matched:
    """The name, with the letters that begin as the words do."""
    spans = tuple(_spans(person.name[:LONGEST], words))
    return (Found("name", person.name, spans),)


def _spans(name: str, words: list[str]) -> Iterator[Span]:
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(name):
        for each in fold(letter):
            letters.append(each)
            places.append(place)
    text = "".join(letters)
    for word in words:
        for match in re.finditer(rf"(?<![a-z0-9]){re.escape(word)}", text):
            yield places[match.start()], places[match.end() - 1] + 1
