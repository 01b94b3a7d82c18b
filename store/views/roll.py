"""The sums over everybody that the panes show, kept up person by person."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from store.records.ids import PersonId
from store.records.kinds import Band, Layer
from store.views.sighting import BACK_DAYS, TALKED_OF, Sighting, Waiting

_order = itemgetter(0)

Lane = tuple[Layer | None, Band]
"""A layer (or none) and a band."""


class Roll:
    """Counts and short lists over everybody; changed only while a `Ties` is being made."""

    def __init__(self) -> None:
        """Nobody yet."""
        self.holders: dict[str, frozenset[PersonId]] = {}
        self.alone: set[str] = set()
        """Places held by one person alone."""
        self.lanes: dict[Lane, int] = {}
        self.soon: dict[PersonId, date] = {}
        self.back: dict[PersonId, date] = {}
        self.woken: frozenset[PersonId] = frozenset()
        self.acted: frozenset[PersonId] = frozenset()
        self.ordered: list[Waiting] = []

    def copy(self) -> Roll:
        """Another roll of the same content, to be changed."""
        other = Roll()
        other.holders, other.alone = dict(self.holders), set(self.alone)
        other.lanes = dict(self.lanes)
        other.soon = dict(self.soon)
        other.back = dict(self.back)
        other.woken, other.acted = self.woken, self.acted
        other.ordered = list(self.ordered)
        return other

    def enter(self, id: PersonId, sighting: Sighting, today: date) -> None:
        """Count a person in, their rows and places apart."""
        standing = sighting.standing
        if standing.state in TALKED_OF and standing.band is not None:
            lane = (sighting.person.layer, standing.band)
            self.lanes[lane] = self.lanes.get(lane, 0) + 1
            if sighting.soon is not None:
                self.soon[id] = sighting.soon
            if standing.history.before is not None:
                last = standing.last_on
                recent = last is not None and (today - last).days <= BACK_DAYS
                if last is not None and recent and standing.back_after is not None:
                    self.back[id] = last
        if sighting.woken:
            self.woken |= {id}
        if sighting.acted:
            self.acted |= {id}

    def leave(self, id: PersonId, sighting: Sighting) -> None:
        """Count a person out, their rows and places apart."""
        standing = sighting.standing
        if standing.state in TALKED_OF and standing.band is not None:
            self.lanes[(sighting.person.layer, standing.band)] -= 1
            self.soon.pop(id, None)
            self.back.pop(id, None)
        if sighting.woken:
            self.woken -= {id}
        if sighting.acted:
            self.acted -= {id}

    def hold(self, people: Mapping[PersonId, Sighting]) -> None:
        """Note the places of everybody at once."""
        found: dict[str, list[PersonId]] = {}
        for id, sighting in people.items():
            for place in sighting.places:
                found.setdefault(place, []).append(id)
        self.holders = {place: frozenset(ids) for place, ids in found.items()}
        self.alone = {place for place, ids in found.items() if len(ids) == 1}

    def hold_as(self, other: Roll) -> None:
        """Take the places over from another roll of the same people."""
        self.holders, self.alone = dict(other.holders), set(other.alone)

    def move(self, id: PersonId, old: tuple[str, ...], new: tuple[str, ...]) -> frozenset[PersonId]:
        """Note that a person holds other places now.

        Returns:
            The others who became the only one in a place, or ceased to be it.
        """
        turned: frozenset[PersonId] = frozenset()
        for place in set(old) ^ set(new):
            others = self.holders.get(place, frozenset()) - {id}
            if len(others) == 1:
                turned |= others
            holders = others | {id} if place in new else others
            self.holders[place] = holders
            if len(holders) == 1:
                self.alone.add(place)
            else:
                self.alone.discard(place)
        return turned

    def is_bridge(self, places: tuple[str, ...]) -> bool:
        """Whether one of these places is held by one person alone."""
        return not self.alone.isdisjoint(places)

    def lay(self, rows: list[Waiting]) -> None:
        """Put rows in their place."""
        for row in rows:
            insort(self.ordered, row, key=_order)

    def lay_all(self, rows: list[Waiting]) -> None:
        """Put everybody's rows in their order at once."""
        self.ordered = sorted(rows, key=_order)

    def lift(self, ids: frozenset[PersonId]) -> None:
        """Take the rows of some people out."""
        self.ordered = [row for row in self.ordered if row[1] not in ids]
