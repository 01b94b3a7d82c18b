"""Whom a query may mean, told without an index: for a process that asks once and ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.search.parse import parse
from store.search.placed_words import LONGEST
from store.search.query import Word
from store.search.searched_fields import all_values_of
from store.views.facet_kinds import circles_by_person
from store.words.fold import fold

ENOUGH = 10
"""Where so many are called so, nobody misses those who have it elsewhere."""

SMALL = 1000
"""Below so many people an index is made as fast as they are looked through."""

_BEHIND = r"(?<![a-z0-9+#])"
"""Where a word begins."""


def narrowed_to(snapshot: Snapshot, wanted: Callable[[Person], bool]) -> Snapshot:
    """The same data with some of the people only; for finding among these, and nothing else."""
    people = {id: each for id, each in snapshot.people.plain().items() if wanted(each)}
    return _with_people(snapshot, people)


def likely(snapshot: Snapshot, query: str) -> Snapshot:
    """The data with those only whom a query is likely to mean.

    They have each word at the start of one that they are called by: in names, nicknames, addresses,
    organisation or tags. Where these are few, who has it in any other field comes to them, but for
    notes; an index of them all puts them in the same order as one of everybody. All people stay in
    a small network, where the query is more than words, and where nobody is called so and few have
    it elsewhere: then it may be mistyped.
    """
    read, people = parse(query), snapshot.people.plain()
    words = read.words
    plain = all(isinstance(each, Word) and not (each.negative or each.bands) for each in read.terms)
    needed = [word.text for word, link in zip(words, read.links, strict=True) if not link]
    if not plain or not needed or len(people) < SMALL:
        return snapshot
    found = called = _having(needed, people, _called)
    if len(called) < ENOUGH:
        circles = circles_by_person(snapshot.circles.values())
        found = _having(
            needed,
            people,
            lambda each: (
                text for _, text in all_values_of(each, circles.get(PersonId(each.id), ()))
            ),
        )
    if not called and len(found) < ENOUGH:
        return snapshot
    return _with_people(snapshot, found)


def _having(
    words: Sequence[str],
    people: Mapping[PersonId, Person],
    texts: Callable[[Person], Iterable[str]],
) -> dict[PersonId, Person]:
    """Who has each word at the start of one; without their notes, which take long to read."""
    starts = [re.compile(_BEHIND + re.escape(word)).search for word in words]
    found: dict[PersonId, Person] = {}
    for id, person in people.items():
        text = fold("\n".join(texts(person)))
        if all(word in text for word in words) and all(start(text) for start in starts):
            found[id] = msgspec.structs.replace(person, notes="") if person.notes else person
    return found


def _called(person: Person) -> list[str]:
    others = (*person.nicknames, *person.emails, *person.tags)
    return [each[:LONGEST] for each in (person.name, person.org, *others)]


def _with_people(snapshot: Snapshot, people: dict[PersonId, Person]) -> Snapshot:
    table = Table(cast("dict[str, Record]", people))
    return msgspec.structs.replace(snapshot, tables={**snapshot.tables, "people": table})
