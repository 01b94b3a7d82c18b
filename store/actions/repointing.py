"""The records about one person made those about another, as though both had always been one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from store.records.change import Change, alter, remove
from store.records.ids import ExchangeId, PersonId
from store.records.me import ME
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.records.tables import TABLE_OF

R = TypeVar("R", bound=Record)


class Repointed(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of the records."""

    changes: tuple[Change, ...]
    """The two cards are not among them."""
    kept_as: dict[str, str]
    """Records that were there twice and went, each with the one that stays."""
    aside: tuple[str, ...]
    """What was written of an introduction of the two to each other, which is none any more."""


def repointed(snapshot: Snapshot, stays: PersonId, goes: PersonId) -> Repointed:
    """Let all that names somebody name somebody else.

    A talk, a promise or an exchange that stands on both, equal in everything, is there once after.

    Args:
        snapshot: the data.
        stays: who is named from now on.
        goes: who is named no more, but on their own card.
    """
    pointing = _Pointing(snapshot, stays, goes)
    changes = (
        *pointing.interactions(),
        *pointing.exchanges(),
        *pointing.follow_ups(),
        *pointing.introductions(),
        *pointing.lists(),
        *pointing.cards(),
        *pointing.sorting(),
    )
    return Repointed(
        changes=changes, kept_as=pointing.kept_as, aside=tuple(dict.fromkeys(pointing.aside))
    )


class _Pointing:
    def __init__(self, snapshot: Snapshot, stays: PersonId, goes: PersonId) -> None:
        self._snapshot = snapshot
        self._stays = stays
        self._goes = goes
        self.kept_as: dict[str, str] = {}
        self.aside: list[str] = []

    def _list(self, people: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
        """Each once, in the order in which they came."""
        return tuple(dict.fromkeys(self._stays if p == self._goes else p for p in people))

    def _once(self, record: R, after: R, known: dict[bytes, str]) -> Change:
        """The record as it becomes, or gone where there is its equal."""
        same = known.setdefault(_content(after), record.id)
        if same == record.id:
            return Change(TABLE_OF[type(record)], record.id, record, after)
        self.kept_as[record.id] = same
        return remove(record)

    def interactions(self) -> Iterator[Change]:
        held = self._snapshot.interactions_of(self._stays)
        known = {_content(each): each.id for each in held if self._goes not in each.people}
        for talk in self._snapshot.interactions_of(self._goes):
            after = msgspec.structs.replace(talk, people=self._list(talk.people))
            yield self._once(talk, after, known)

    def exchanges(self) -> Iterator[Change]:
        known = {_content(each): each.id for each in self._snapshot.exchanges_of(self._stays)}
        for exchange in self._snapshot.exchanges_of(self._goes):
            after = msgspec.structs.replace(exchange, person=self._stays)
            yield self._once(exchange, after, known)

    def follow_ups(self) -> Iterator[Change]:
        """After the exchanges: a promise leads to that which stays, whoever it was made to."""
        moved = {each.id: each for each in self._snapshot.follow_ups_of(self._goes)}
        if self.kept_as:
            every = self._snapshot.follow_ups.plain().values()
            moved |= {each.id: each for each in every if each.exchange in self.kept_as}
        held = self._snapshot.follow_ups_of(self._stays)
        known = {_content(each): each.id for each in held if each.id not in moved}
        for follow_up in moved.values():
            person, exchange = follow_up.person, follow_up.exchange
            if exchange is not None:
                exchange = ExchangeId(self.kept_as.get(exchange, exchange))
            person = self._stays if person == self._goes else person
            after = msgspec.structs.replace(follow_up, person=person, exchange=exchange)
            yield self._once(follow_up, after, known)

    def introductions(self) -> Iterator[Change]:
        table = self._snapshot.introductions.plain().values()
        known = {_content(each): each.id for each in table if self._goes not in (each.a, each.b)}
        for each in table:
            if self._goes not in (each.a, each.b):
                continue
            a, b = (self._stays if side == self._goes else side for side in (each.a, each.b))
            if a == b:
                self.aside += [text for text in (each.why, each.outcome) if text]
                yield remove(each)
            else:
                yield self._once(each, msgspec.structs.replace(each, a=a, b=b), known)

    def lists(self) -> Iterator[Change]:
        """Events, circles and time."""
        goes, snapshot = self._goes, self._snapshot
        for event in snapshot.events.plain().values():
            if goes in event.people or goes in event.wanted:
                people, wanted = self._list(event.people), self._list(event.wanted)
                yield alter(event, people=people, wanted=wanted)
        for circle in snapshot.circles.plain().values():
            if goes in circle.people:
                yield alter(circle, people=self._list(circle.people))
        for entry in snapshot.time_entries.plain().values():
            if entry.person == goes:
                yield alter(entry, person=self._stays)
        for slot in snapshot.slots.plain().values():
            if slot.person == goes:
                yield alter(slot, person=self._stays)

    def cards(self) -> Iterator[Change]:
        """Whoever knows the one, was met through them, or is not to be confused with them."""
        for card in self._snapshot.cards_naming(self._goes):
            if card.id not in (self._stays, self._goes):
                through = self._stays if card.through == self._goes else card.through
                knows, apart = self._list(card.knows), self._list(card.distinct_from)
                yield alter(card, through=through, knows=knows, distinct_from=apart)

    def sorting(self) -> Iterator[Change]:
        """Whoever was asked about as one was asked about as the other."""
        me = self._snapshot.me
        if self._goes in me.sorting.asked and ME in self._snapshot.tables["me"]:
            asked = self._list(me.sorting.asked)
            yield alter(me, sorting=msgspec.structs.replace(me.sorting, asked=asked))


def _content(record: Record) -> bytes:
    """All of a record but its id."""
    return msgspec.json.encode(msgspec.structs.replace(record, id=""))
