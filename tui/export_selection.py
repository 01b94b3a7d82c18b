"""Who is exported: everybody, those who are named, those whom a search finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import msgspec

from store.actions.resolve import person_meant
from store.actions.service import Service
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.words.fold import fold
from store.words.message import UnknownProblem

if TYPE_CHECKING:
    from store.views.ties import Ties


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Who is exported, and how they were chosen."""

    people: tuple[PersonId, ...]
    """By name."""
    everyone: bool = False
    query: str = ""
    """What was looked for, where that alone is how they were chosen."""


def by_name(snapshot: Snapshot, people: Sequence[PersonId]) -> tuple[PersonId, ...]:
    """People in the order in which they are written: the same for the same people."""
    return tuple(sorted(people, key=lambda id: (fold(snapshot.people[id].name), id)))


def everyone(snapshot: Snapshot) -> Selection:
    """Everybody, those included whose tie has faded."""
    people = by_name(snapshot, tuple(map(PersonId, snapshot.people)))
    return Selection(people=people, everyone=True)


def selection(service: Service, names: Sequence[str], query: str) -> Selection:
    """Those who are named, with those who are found; everybody where neither is given.

    Raises:
        UnknownProblem: where nobody or several are meant by a name, or nobody is found.
    """
    snapshot = service.snapshot
    if not names and not query.strip():
        return everyone(snapshot)
    people = [PersonId(person_meant(snapshot, name).id) for name in names]
    if query.strip():
        found = found_by(snapshot, service.ties, query)
        if not found and not names:
            raise UnknownProblem("no_hit", "export.nobody_found", query=query)
        people += found
    chosen = by_name(snapshot, tuple(dict.fromkeys(people)))
    return Selection(people=chosen, query="" if names else query.strip())


def found_by(snapshot: Snapshot, standing: Callable[[], Ties], query: str) -> tuple[PersonId, ...]:
    """Those whom a search finds.

    Args:
        snapshot: the data.
        standing: where everybody stands, worked out only for a query that asks for it.
        query: words and filters.
    """
    from store.search.find import find
    from store.search.parse import parse

    ties = standing() if parse(query).asks_ties else None
    hits = find(snapshot, query, ties=ties)
    return tuple(PersonId(hit.person.id) for hit in hits)
