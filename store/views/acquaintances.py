"""Who of the network knows whom, as far as the user has noted it."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.kinds import IntroductionState, Kind
from store.records.snapshot import Snapshot

IN_ONE_ROOM: frozenset[Kind] = frozenset({"in_person", "video", "call", "event"})
"""Contacts in which those who are named met each other; a message to several is none."""

TOGETHER = 6
"""People of one contact at most who are taken to have met: a table, not a hall."""

CAME_ABOUT: frozenset[IntroductionState] = frozenset({"made", "outcome"})
"""Introductions after which the two know each other."""


class Acquaintances:
    """Reads them off the records of the person asked about, and keeps what it read.

    Two know each other where one card says so, where one brought the other to the user, where the
    user has introduced them, and where both took part in one talk.
    """

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._seen: tuple[object, ...] = ()
        self._known: dict[PersonId, frozenset[PersonId]] = {}
        self._introduced: dict[PersonId, list[PersonId]] | None = None

    def of(self, snapshot: Snapshot, person: PersonId) -> frozenset[PersonId]:
        """Whom a person knows, of those who are in the network."""
        seen = (snapshot.people, snapshot.interactions, snapshot.introductions)
        if any(a is not b for a, b in zip(seen, self._seen, strict=False)) or not self._seen:
            self._seen, self._known, self._introduced = seen, {}, None
        known = self._known.get(person)
        if known is None:
            found = set(self._links(snapshot, person))
            found.discard(person)
            known = frozenset(each for each in found if each in snapshot.people)
            self._known[person] = known
        return known

    def _links(self, snapshot: Snapshot, person: PersonId) -> Iterator[PersonId]:
        card = snapshot.people.get(person)
        if card is not None:
            yield from card.knows
            if card.through is not None:
                yield card.through
        for other in snapshot.cards_naming(person):
            if person in other.knows or other.through == person:
                yield PersonId(other.id)
        yield from self._introductions(snapshot).get(person, ())
        table = snapshot.interactions
        for id in snapshot.indexes["interactions"].get(person, ()):
            talk = table[InteractionId(id)]
            if len(talk.people) > 1 and _met_in(talk):
                yield from talk.people

    def _introductions(self, snapshot: Snapshot) -> dict[PersonId, list[PersonId]]:
        if self._introduced is None:
            self._introduced = {}
            for each in snapshot.introductions.plain().values():
                if each.state in CAME_ABOUT:
                    self._introduced.setdefault(each.a, []).append(each.b)
                    self._introduced.setdefault(each.b, []).append(each.a)
        return self._introduced


def _met_in(talk: Interaction) -> bool:
    return not talk.planned and talk.kind in IN_ONE_ROOM and len(talk.people) <= TOGETHER
