"""Whom a name or its beginning means, as it is typed in a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.search.similar import similar
from store.words.fold import fold

SHORTEST_SLIPPED = 4
"""Letters of a word from which on one may be mistyped; from twice as many on two may be."""


class _Name(msgspec.Struct, frozen=True, gc=False):
    folded: str
    words: tuple[str, ...]
    person: Person


class _Names:
    """The folded names of the people asked about last: a key folds nothing."""

    people: Table[PersonId, Person] | None = None
    names: Sequence[_Name] = ()


_LAST = _Names()


def person_typed(text: str, snapshot: Snapshot, *, slips: bool = True) -> list[Person]:
    """People whose name holds words that begin as typed, best first.

    Args:
        text: as typed.
        snapshot: whom to look among.
        slips: whether those whose names begin nearly so are found where nobody's does as typed.
    """
    wanted = fold(text).split()
    if not wanted:
        return []
    names = _names_of(snapshot)
    found = [
        (not each.folded.startswith(wanted[0]), each.folded, each.person)
        for each in names
        if all(any(part.startswith(word) for part in each.words) for word in wanted)
    ]
    if not found and slips:
        return _resembling(wanted, names)
    found.sort(key=lambda each: each[:2])
    return [person for _, _, person in found]


def _names_of(snapshot: Snapshot) -> Sequence[_Name]:
    if snapshot.people is not _LAST.people:
        _LAST.names = tuple(_names(snapshot.people.plain().values()))
        _LAST.people = snapshot.people
    return _LAST.names


def _names(people: Iterable[Person]) -> Iterable[_Name]:
    for person in people:
        name = fold(" ".join((person.name, *person.nicknames)))
        yield _Name(name, tuple(name.split()), person)


def _resembling(wanted: Sequence[str], names: Sequence[_Name]) -> list[Person]:
    """Those with a word for each that is wanted, mistyped or not; the most alike first."""
    known = dict.fromkeys(word for name in names for word in name.words)
    likeness: list[dict[str, float]] = []
    for text in wanted:
        alike = ((word, _alike(text, word)) for word in known)
        likeness.append({word: score for word, score in alike if score})
    found: list[tuple[float, str, Person]] = []
    for name in names:
        best = [
            max((alike.get(word, 0.0) for word in name.words), default=0.0) for alike in likeness
        ]
        if all(best):
            found.append((-sum(best), name.folded, name.person))
    found.sort(key=lambda each: each[:2])
    return [person for _, _, person in found]


def _alike(text: str, word: str) -> float:
    """How alike a text and the beginning of a word are, of 100; 0 beyond a slip or two."""
    if word.startswith(text):
        return 100.0
    length = len(text)
    if length < SHORTEST_SLIPPED:
        return 0.0
    slips = 2 if length >= 2 * SHORTEST_SLIPPED else 1
    least = 100.0 * (1 - slips / length)
    ends = dict.fromkeys(min(len(word), length + by) for by in (0, 1, -1))
    score = max(similar(text, word[:end]) for end in ends)
    return score if score >= least else 0.0
