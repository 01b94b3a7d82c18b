"""The order of those who match equally well: whom one tends comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from store.records.ids import PersonId
from store.records.person import Person
from store.records.table import Table


def let_go(people: Table[PersonId, Person]) -> frozenset[PersonId]:
    """Who is tended no more: let fade, or deceased."""
    return frozenset(id for id, each in people.plain().items() if each.status != "active")


def tended_first(
    ids: Sequence[PersonId], score: Callable[[int], int], last: AbstractSet[PersonId]
) -> tuple[PersonId, ...]:
    """People found, with some of them behind all others who match as well; else as they were.

    Args:
        ids: who was found, the best match first.
        score: how well the one at a place matches.
        last: who is to come last among equals.
    """
    if last.isdisjoint(ids):
        return tuple(ids)
    out: list[PersonId] = []
    behind: list[PersonId] = []
    before: int | None = None
    for place, id in enumerate(ids):
        here = score(place)
        if here != before:
            out += behind
            behind, before = [], here
        (behind if id in last else out).append(id)
    return (*out, *behind)
