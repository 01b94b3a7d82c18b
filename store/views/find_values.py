"""Values that a filter of a search may be completed to, the commonest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.views.completion import MOST, complete
from store.views.facets import FACETS, FacetKind, Facets

_OTHERS: Mapping[str, Callable[[Person], Iterable[str]]] = {
    "org": lambda person: (*((person.org,) if person.org else ()), *person.employers),
    "title": lambda person: (person.title,) if person.title else (),
    "language": lambda person: person.languages,
    "need": lambda person: person.needs,
    "offer": lambda person: person.offers,
    "where": lambda person: (person.where,) if person.where else (),
}
"""What is no facet, and is counted when it is first asked for."""

_KINDS: Mapping[str, FacetKind] = {kind: kind for kind in FACETS}


class FindValues:
    """The values that people have, counted once for each filter that is typed."""

    def __init__(self, facets: Facets) -> None:
        """Bind what counts most of them."""
        self._facets = facets
        self._people: Table[PersonId, Person] | None = None
        self._names: dict[str, tuple[str, ...]] = {}

    def beginning(self, snapshot: Snapshot, filter: str, typed: str) -> tuple[str, ...]:
        """The values of a filter that begin as typed, whatever its accents and capitals.

        Args:
            snapshot: whose values.
            filter: its name in English.
            typed: of a value; all are offered for nothing, the commonest first.
        """
        values = self._of(snapshot, filter)
        return complete(values, typed) if typed.strip() else values[:MOST]

    def _of(self, snapshot: Snapshot, filter: str) -> tuple[str, ...]:
        if snapshot.people is not self._people:
            self._people, self._names = snapshot.people, {}
        known = self._names.get(filter)
        if known is None:
            known = self._names[filter] = self._counted(snapshot, filter)
        return known

    def _counted(self, snapshot: Snapshot, filter: str) -> tuple[str, ...]:
        kind = _KINDS.get(filter)
        if kind is not None:
            self._facets.learn(snapshot)
            return tuple(each.choice.name for each in self._facets.written(kind))
        values = _OTHERS.get(filter)
        if values is None:
            return ()
        people = snapshot.people.plain().values()
        counts = Counter(value for person in people for value in values(person))
        return tuple(value for value, _ in counts.most_common())
