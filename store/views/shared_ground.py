"""What the user shares with others: doors into a talk."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.ids import PersonId
from store.records.me import Me
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.rules.common_ground import Common, Traits, What, in_common, shared_keys
from store.rules.sharing import count_sharing
from store.rules.step import is_trip


def traits_of(card: Person | Me) -> Traits:
    """What a card may share with others."""
    employers = (card.org, *card.employers) if card.org else card.employers
    trips = isinstance(card, Me)
    return Traits(
        schools=card.schools,
        employers=employers,
        cities=tuple(city for city in card.cities if not (trips and is_trip(city))),
        passions=card.passions,
        fields=card.fields,
        languages=card.languages,
    )


class SharedGround:
    """Finds it for one person after the other.

    How many people share a thing is counted when it is first asked for, and kept by whoever holds
    this as long as the people are the same.
    """

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._people: Table[PersonId, Person] | None = None
        self._counts: dict[tuple[What, str], int] = {}

    def with_me(self, snapshot: Snapshot, person: Person) -> tuple[Common, ...]:
        """What the user and a person share; nothing as long as the user's own card is empty."""
        mine = traits_of(snapshot.me)
        if mine == Traits():
            return ()
        theirs = traits_of(person)
        shared = shared_keys(mine, theirs)
        if not shared:
            return ()
        self._count(snapshot.people, shared)
        # The user is one of those who share it; alone with one other, everything is rare.
        return tuple(in_common(mine, theirs, self._counts, max(2, len(snapshot.people))))

    def _count(self, people: Table[PersonId, Person], shared: Iterable[tuple[What, str]]) -> None:
        if people is not self._people:
            self._people, self._counts = people, {}
        unknown = [key for key in shared if key not in self._counts]
        if unknown:
            self._counts.update(count_sharing(people.plain().values(), unknown))
