"""What the user shares with others, and others with each other: doors into a talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from store.records.ids import PersonId
from store.records.kinds import Layer
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.rules.common_ground import DOORS, Common, doors, in_common, ranked
from store.rules.institution import Similar
from store.rules.traits import Traits
from store.views.card_traits import traits_of
from store.views.counted_network import CountedNetwork
from store.views.shared_room import Among, Pair, introductions, shared_in

NEARNESS: Mapping[Layer | None, float] = {5: 1.0, 15: 0.75, 50: 0.6, 150: 0.5, None: 0.5}
"""How much of a door somebody is whom both know, by how close they stand to the user."""


class SharedGround:
    """Finds it for one person after the other.

    How many people share a thing is counted when it is first asked for, and kept by whoever holds
    this: the next change of the data costs what it changed.
    """

    def __init__(self, similar: Similar | None = None) -> None:
        """Nothing is counted yet.

        Args:
            similar: how alike two names are, 0 to 100, for schools and employers written in
                several ways; None tells them by their keys alone.
        """
        self._counted = CountedNetwork(similar)

    def with_me(
        self,
        snapshot: Snapshot,
        person: Person,
        today: date | None = None,
        most: int | None = DOORS,
    ) -> tuple[Common, ...]:
        """What the user and a person share, the rarest first.

        Whom that person knows is known to both; the closer to the user, the better a door.

        Args:
            snapshot: the data.
            person: the other side.
            today: up to when events have been attended; None leaves those that are closed.
            most: how many, several kinds sooner than several of one; None tells all.
        """
        # The user is one of those who share it; alone with one other, everything is rare.
        people = max(2, len(snapshot.people))
        found: list[Common] = []
        mine = traits_of(snapshot.me)
        if mine != Traits():
            count = partial(self._counted.count, snapshot)
            similar = self._counted.similar
            found += in_common(mine, traits_of(person), count, people, similar, today)
        id = PersonId(person.id)
        for other in self._known_to(snapshot, id):
            found += self._counted.met(snapshot, other, NEARNESS[other.layer], people)
        for event in self._counted.attendance.of(snapshot, id, today):
            found += self._counted.at(snapshot, event, people=people)
        return _chosen(found, most)

    def between(
        self,
        snapshot: Snapshot,
        one: Person,
        other: Person,
        today: date | None = None,
        most: int | None = DOORS,
    ) -> tuple[Common, ...]:
        """What two people share, the rarest first; names are said as the second has them noted."""
        count, similar = partial(self._counted.count, snapshot), self._counted.similar
        mine, theirs = traits_of(one), traits_of(other)
        found = in_common(mine, theirs, count, len(snapshot.people), similar, today)
        ids = PersonId(one.id), PersonId(other.id)
        for known in self._known_to(snapshot, *ids):
            found += self._counted.met(snapshot, known)
        events = [self._counted.attendance.of(snapshot, each, today) for each in ids]
        for event in events[0]:
            if event in events[1]:
                found += self._counted.at(snapshot, event)
        return _chosen(found, most)

    def acquainted(self, snapshot: Snapshot, one: PersonId, other: PersonId) -> bool:
        """Whether two know each other, as far as it is noted."""
        return other in self._counted.acquaintances.of(snapshot, one)

    def room(
        self, snapshot: Snapshot, ids: Sequence[PersonId], today: date | None = None
    ) -> tuple[Among, ...]:
        """What at least two of a room share: the rare first, and what more of them share."""
        return shared_in(self._counted, snapshot, ids, today)

    def introductions(self, snapshot: Snapshot, shared: Sequence[Among]) -> tuple[Pair, ...]:
        """Who of a room could be introduced to whom over what they share."""
        return introductions(self._counted, snapshot, shared)

    def _known_to(self, snapshot: Snapshot, *ids: PersonId) -> Iterator[Person]:
        """Who is known to all of these; nobody who has died."""
        known = [self._counted.acquaintances.of(snapshot, id) for id in ids]
        for id in sorted(frozenset.intersection(*known)):
            if snapshot.people[id].status != "deceased":
                yield snapshot.people[id]


def _chosen(found: list[Common], most: int | None) -> tuple[Common, ...]:
    return tuple(ranked(found)) if most is None else doors(ranked(found), most)
