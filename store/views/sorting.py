"""Whom the sorting of newcomers asks about: "close to you?", "last real talk?"."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date

from store.records.ids import PersonId
from store.records.kinds import Kind
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.fold import fold

FIRST_ROUND = 12
"""How many the first round asks about."""

LATER_ROUNDS = 5
"""How many are asked about each morning after it."""

_WRITTEN: tuple[Kind, ...] = ("message", "email")

_COUNTED = (
    "emails",
    "phones",
    "links",
    "nicknames",
    "org",
    "title",
    "schools",
    "cities",
    "employers",
    "passions",
    "fields",
    "languages",
    "tags",
    "met",
    "where",
    "birthday",
    "dates",
    "notes",
)
"""What makes a card rich; each counts once, however much it holds."""


def sorting_wanted(snapshot: Snapshot, today: date) -> bool:
    """Whether to offer a round today: not ended for good, none yet today, and somebody left."""
    sorting = snapshot.me.sorting
    if not sorting.wanted or (sorting.last is not None and sorting.last >= today):
        return False
    return bool(_unsorted(snapshot))


def sorting_candidates(
    snapshot: Snapshot, today: date, limit: int = FIRST_ROUND
) -> tuple[PersonId, ...]:
    """The people to ask about, in their order; five at most after the first round.

    First who exchanged messages with me both ways, the latest exchange first; then who shares an
    employer or a school with me; then the richest cards. Nobody is asked about twice, nor whoever
    has a layer. The order is total: it ends by name, then id.
    """
    most = limit if snapshot.me.sorting.last is None else min(limit, LATER_ROUNDS)
    people = _unsorted(snapshot)
    exchanged = _last_exchange(snapshot, today)
    mine = _institutions(snapshot.me)

    def place(person: Person) -> tuple[int, int, str, str]:
        last = exchanged.get(PersonId(person.id))
        if last is not None:
            order = (0, -last.toordinal())
        elif mine & _institutions(person):
            order = (1, -_richness(person))
        else:
            order = (2, -_richness(person))
        return (*order, fold(person.name), person.id)

    key: Callable[[Person], tuple[int, int, str, str]] = place
    return tuple(PersonId(person.id) for person in heapq.nsmallest(most, people, key=key))


def _unsorted(snapshot: Snapshot) -> list[Person]:
    asked = frozenset(snapshot.me.sorting.asked)
    return [
        person
        for person in snapshot.people.values()
        if person.layer is None and person.status == "active" and person.id not in asked
    ]


def _last_exchange(snapshot: Snapshot, today: date) -> dict[PersonId, date]:
    """The last day of writing, of everybody who wrote to me and to whom I wrote."""
    theirs: dict[PersonId, date] = {}
    mine: dict[PersonId, date] = {}
    for each in snapshot.interactions.values():
        if each.kind not in _WRITTEN or each.planned or each.on > today:
            continue
        days = theirs if each.by == "them" else mine
        for person in each.people:
            if person not in days or days[person] < each.on:
                days[person] = each.on
    return {person: max(theirs[person], mine[person]) for person in theirs.keys() & mine.keys()}


def _institutions(card: Person | Me) -> frozenset[str]:
    """Employers, now and then, and schools, as compared; the two never meet."""
    employers = {f"employer {fold(each)}" for each in (card.org, *card.employers) if each}
    return frozenset(employers | {f"school {fold(each.name)}" for each in card.schools})


def _richness(person: Person) -> int:
    return sum(bool(getattr(person, name)) for name in _COUNTED)
