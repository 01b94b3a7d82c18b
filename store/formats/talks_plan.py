"""Interactions of an import while it is planned: kept once, with those of their people known.

What is planned for a day to come gets an id worked out from all that the file says of it. So it is
known later whether the user has changed it: if not, it follows the file, be it to another day or
into the past, where it took place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from store.formats.incoming import IncomingInteraction, Whom
from store.formats.people_plan import PeoplePlan
from store.records.change import Change, make, remove
from store.records.ids import PersonId, stable_id
from store.records.interaction import Interaction
from store.records.snapshot import Snapshot


class TalksPlan:
    """The interactions that come in."""

    def __init__(
        self, snapshot: Snapshot, people: PeoplePlan, new_id: Callable[[], str], today: date
    ) -> None:
        """Begin with those that are there."""
        self._people = people
        self._new_id = new_id
        self._today = today
        self._held = {each.source: each for each in snapshot.interactions.values() if each.source}
        self._ids = snapshot.interactions
        self._told: dict[str, list[IncomingInteraction]] = {}
        """By stable key, or by number where there is none: all that the files say of one talk."""
        self._changes: list[Change] = []
        self.count = 0
        """How many are new, or took place since they were planned."""
        self.left = 0
        """How many give nothing, since nobody of them is known or the day is yet to come."""

    def take(self, incoming: IncomingInteraction) -> None:
        """Remember one until all are told: what one file plans has taken place in another."""
        talk = self._dated(incoming.interaction)
        if talk is not incoming.interaction:
            incoming = msgspec.structs.replace(incoming, interaction=talk)
        key = talk.source or f"\n{len(self._told)}"
        self._told.setdefault(key, []).append(incoming)

    def settle(self) -> None:
        """Keep each once, with those of its people who are known."""
        for several in self._told.values():
            held = self._held.get(several[0].interaction.source)
            if len(several) > 1:
                several = self._best_first(several)
            talk = several[0].interaction
            if held is not None:
                self._follow(held, talk)
            elif not self._keep(talk, several):
                self.left += 1

    def _best_first(self, several: list[IncomingInteraction]) -> list[IncomingInteraction]:
        """What took place, as told first; then plans, the one told last first."""
        over = [each for each in several if self._is_over(each.interaction)]
        plans = [each for each in reversed(several) if each.interaction.planned]
        return [*over, *plans] or several[:1]

    def _is_over(self, talk: Interaction) -> bool:
        return not talk.planned and talk.on <= self._today

    def _keep(self, talk: Interaction, told: list[IncomingInteraction]) -> bool:
        """Keep a talk where somebody of it is known; whether that is so."""
        found = next(filter(None, map(self._found, told)), ())
        if not found or not (talk.planned or self._is_over(talk)):
            return False
        people = tuple(each for each in found if not self._people.is_left_alone(each))
        if people:
            self._changes.append(make(self._made(talk, people)))
            self.count += 1
        return True

    def _found(self, incoming: IncomingInteraction) -> tuple[PersonId, ...]:
        first = Whom(
            source=incoming.with_source, email=incoming.with_email, name=incoming.with_name
        )
        found = (self._people.found(each) for each in (first, *incoming.also))
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _dated(self, talk: Interaction) -> Interaction:
        if talk.on == self._today + timedelta(days=1) and not talk.planned:
            # Letters are dated in UTC, where it may be tomorrow already.
            return msgspec.structs.replace(talk, on=self._today)
        return talk

    def _made(self, talk: Interaction, people: tuple[PersonId, ...]) -> Interaction:
        id = _planned_id(talk) if talk.planned and talk.source else ""
        if not id or id in self._ids:
            id = self._new_id()
        return msgspec.structs.replace(talk, id=id, people=people)

    def _follow(self, held: Interaction, talk: Interaction) -> None:
        """A plan that the user has left as it came follows the file; all else stays."""
        if not held.planned or held.id != _planned_id(held):
            return
        if any(map(self._people.is_left_alone, held.people)):
            return
        if self._is_over(talk):
            after = msgspec.structs.replace(talk, id=held.id, people=held.people)
            self._changes.append(Change("interactions", held.id, held, after))
            self.count += 1
        elif talk.planned and _planned_id(talk) != held.id:
            self._changes += [remove(held), make(self._made(talk, held.people))]
            self.count += 1

    def changes(self) -> Iterator[Change]:
        """What becomes of interactions."""
        yield from self._changes


def _planned_id(talk: Interaction) -> str:
    """The id of a plan: another one for another day, kind, length or note."""
    parts = (talk.source, talk.on.isoformat(), talk.kind, talk.minutes, talk.by, talk.note)
    return stable_id("\n".join(map(str, parts)))
