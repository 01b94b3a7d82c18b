"""How rare things are in the whole network: counted when asked for, kept as long as it holds."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.event import Event
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import Common, rarity
from store.rules.institution import Similar
from store.rules.sharing import Sharing
from store.rules.traits import What
from store.views.acquaintances import Acquaintances
from store.views.attendance import Attendance


class CountedNetwork:
    """Who shares what, who knows whom, who was where; each change costs what it changed."""

    def __init__(self, similar: Similar | None = None) -> None:
        """Nothing is counted yet.

        Args:
            similar: how alike two names are, 0 to 100, for institutions written in several ways.
        """
        self.similar = similar
        self.acquaintances = Acquaintances()
        self.attendance = Attendance()
        self._sharing = Sharing(similar)

    def count(self, snapshot: Snapshot, what: What, key: str) -> int:
        """How many people share what has a key."""
        self._sharing.over(snapshot.people)
        return self._sharing.count(what, key)

    def weight(self, snapshot: Snapshot, what: What, key: str) -> float:
        """How rare that is; 0 where everybody shares it."""
        return rarity(len(snapshot.people), self.count(snapshot, what, key))

    def met(
        self, snapshot: Snapshot, person: Person, factor: float = 1.0, people: int | None = None
    ) -> Iterator[Common]:
        """Somebody whom several know, as a thing in common; none where everybody knows them.

        Args:
            snapshot: the data.
            person: who is known.
            factor: what the weight is multiplied with.
            people: how many people there are, if not those of the network.
        """
        id = PersonId(person.id)
        sharing = len(self.acquaintances.of(snapshot, id))
        weight = factor * rarity(people or len(snapshot.people), sharing)
        if weight > 0:
            yield Common(
                what="person", name=person.name, weight=weight, id=id, sharing=sharing, key=id
            )

    def at(
        self, snapshot: Snapshot, event: Event, factor: float = 1.0, people: int | None = None
    ) -> Iterator[Common]:
        """An event as a thing in common; none where everybody was there."""
        sharing = len(set(event.people))
        weight = factor * rarity(people or len(snapshot.people), sharing)
        if weight > 0:
            year = str(event.on.year)
            yield Common(
                what="event",
                name=event.name,
                years="" if year in event.name else year,
                weight=weight,
                id=event.id,
                sharing=sharing,
                key=event.id,
            )
