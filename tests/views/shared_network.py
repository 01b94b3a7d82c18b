"""A network in which people share things with the user and with each other."""

from __future__ import annotations

import msgspec
from small_network import TODAY, Network, ago

from store.records.event import Event
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import IntroductionState, Kind
from store.records.snapshot import Snapshot
from store.rules.common_ground import Common
from store.search.similar import similar
from store.views.common_view import CommonView, common_view
from store.views.shared_ground import SharedGround
from store.words.words import Words

EN, FR = Words("en"), Words("fr")


class SharedNetwork(Network):
    """Says what is shared in it."""

    def mine(self, **fields: object) -> None:
        """What stands on the user's own card."""
        self.me = msgspec.structs.replace(self.me, **fields)

    def crowd(self, people: int = 10) -> None:
        """So many who share nothing, so that what is shared is rare."""
        for place in range(people):
            self.person(f"Other {place}")

    def met(self, *people: PersonId, kind: Kind = "in_person", **fields: object) -> None:
        """One contact with several."""
        self.records.append(
            Interaction(
                id=f"M{len(self.records)}",
                people=people,
                kind=kind,
                on=ago(5),
                **fields,  # type: ignore[arg-type]
            )
        )

    def introduced(self, a: PersonId, b: PersonId, state: IntroductionState) -> None:
        """An introduction."""
        self.records.append(
            Introduction(id=f"N{len(self.records)}", a=a, b=b, on=ago(9), state=state)
        )

    def event(self, name: str, days: int, *people: PersonId, **fields: object) -> str:
        """An event so many days ago."""
        event = Event(
            id=f"E{len(self.records)}",
            name=name,
            on=ago(days),
            people=people,
            **fields,  # type: ignore[arg-type]
        )
        self.records.append(event)
        return event.id

    def with_me(self, person: PersonId, most: int | None = 3) -> tuple[Common, ...]:
        """What the user and a person share."""
        snapshot = self.snapshot()
        return SharedGround(similar).with_me(snapshot, snapshot.people[person], TODAY, most)

    def between(self, one: PersonId, other: PersonId) -> tuple[Common, ...]:
        """What two share."""
        snapshot = self.snapshot()
        cards = snapshot.people[one], snapshot.people[other]
        return SharedGround(similar).between(snapshot, *cards, today=TODAY, most=None)

    def view(self, *people: PersonId) -> CommonView:
        """What the page tells."""
        return common_view(self.snapshot(), people, TODAY, SharedGround(similar))


def told(found: tuple[Common, ...]) -> list[tuple[str, str]]:
    """Kinds and names."""
    return [(each.what, each.name) for each in found]


__all__ = ["EN", "FR", "TODAY", "SharedNetwork", "Snapshot", "ago", "told"]
