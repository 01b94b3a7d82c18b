"""A whole network laid into the one that is there; done twice it is as done once.

The same id is the same record: one that is there stays as it is, a card gains what it lacks, as
from any file. Into an empty network all comes as it went out, ids included. Somebody who is there
under another id, found by key, address, number or profile, is that one, and all that the document
says of them is laid on the id that is there; a name alone is not enough. Two cards of the document
are never one. The forgotten stay away, with what is about them alone; a name that leads nowhere is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from store.formats.own_card import completed
from store.formats.plan import ImportHow
from store.formats.renaming import renamed
from store.formats.whole.document import Whole
from store.formats.whole.seating import Seat, Seating, seated
from store.formats.whole.shape import LISTED
from store.records.change import Change, ChangeSet, alter, make
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.introduction import Introduction
from store.records.kinds import TableName
from store.records.lost import LINKS
from store.records.me import ME, Me, SavedSearch, Unlike
from store.records.naming import named_in, subjects_of, without_people
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.words.fold import fold


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """What laying a network in would do."""

    change_set: ChangeSet
    """Made on the snapshot that was given."""
    people: tuple[Seat, ...]
    """Everybody of the document but the forgotten, in its order, whatever was chosen for people who
    are there already."""
    forgotten: int
    """How many stay away."""
    left: int
    """Records that are about nobody who is known, and so give nothing."""
    me: Me
    """The user's own card as it becomes."""


def laid_in(snapshot: Snapshot, whole: Whole, how: ImportHow = "merge") -> Laid:
    """What a document adds to the data.

    To lay several in, or one beside other files: give the snapshot after what comes before, and
    `combine` the change sets.

    Args:
        snapshot: the data.
        whole: the document; of its people only those that the reader has let through are known.
        how: what happens to people who are there already; with `skip` and `ask` their cards and
            what is about nobody else stay out of the change set.
    """
    return _Laying(snapshot, whole, how).laid()


class _Laying:
    def __init__(self, snapshot: Snapshot, whole: Whole, how: ImportHow) -> None:
        self._snapshot = snapshot
        self._whole = whole
        self._how = how
        self._seating: Seating = seated(snapshot, whole)
        self._before = {each.person: each for each in self._seating.seats}
        self._left = 0

    def laid(self) -> Laid:
        """Lay all of it in."""
        records = dict(self._records())
        _without_lost_links(records, self._snapshot)
        me, change = self._me()
        changes = (*self._cards(), *map(make, records.values()), *change)
        return Laid(
            change_set=ChangeSet(changes),
            people=self._seating.seats,
            forgotten=len(self._seating.away),
            left=self._left,
            me=me,
        )

    def _cards(self) -> Iterator[Change]:
        for seat in self._seating.seats:
            if seat.before is None:
                yield make(seat.after)
            elif self._how == "merge" and seat.after is not seat.before:
                yield Change("people", seat.person, seat.before, seat.after)

    def _records(self) -> Iterator[tuple[tuple[TableName, str], Record]]:
        told = {each.source for each in self._snapshot.interactions.values() if each.source}
        for table in LISTED:
            held = self._snapshot.tables[table]
            for record in self._whole.tables.get(table, ()) if table != "people" else ():
                if record.id in held:
                    continue
                if isinstance(record, Interaction) and record.source in told:
                    # The same talk, imported here and there, each time under an id of its own.
                    continue
                fitted = self._fitted(record)
                if fitted is None:
                    self._left += 1
                elif not self._is_left_alone(fitted):
                    yield (table, record.id), fitted

    def _fitted(self, record: Record) -> Record | None:
        """The record with people who are there; None where it is about nobody then."""
        named = named_in(record)
        lost = frozenset(each for each in named if not self._seating.is_known(each))
        left = without_people(record, lost)
        if left is None:
            return None
        after = renamed(left, self._seating.names)
        if isinstance(after, Introduction) and after.a == after.b and after != left:
            # Two cards of there are one person here.
            return None
        return after

    def _is_left_alone(self, record: Record) -> bool:
        """Whether it is about people alone of whom nothing may change."""
        people = subjects_of(record)
        return bool(people) and all(map(self._stays, people))

    def _stays(self, person: PersonId) -> bool:
        if self._how == "merge" or person not in self._snapshot.people:
            return False
        seat = self._before.get(person)
        return self._how == "skip" or (seat is not None and seat.after is not seat.before)

    def _me(self) -> tuple[Me, tuple[Change, ...]]:
        held, told = self._snapshot.me, self._told_me()
        if told is None or (self._how == "skip" and ME in self._snapshot.tables["me"]):
            return held, ()
        if ME not in self._snapshot.tables["me"]:
            return told, (make(told),)
        after = _united(held, told)
        if after == held:
            return held, ()
        return after, (alter(held, **{name: getattr(after, name) for name in _OF_ME}),)

    def _told_me(self) -> Me | None:
        found = next(iter(self._whole.tables.get("me", ())), None)
        if found is None:
            return None
        me = cast(Me, found)
        names = self._seating.names
        known = tuple(each for each in me.sorting.asked if self._seating.is_known(each))
        asked = tuple(names.get(each, each) for each in known)
        if asked != known:
            asked = tuple(dict.fromkeys(asked))
        if asked == me.sorting.asked:
            return me
        return msgspec.structs.replace(me, sorting=msgspec.structs.replace(me.sorting, asked=asked))


_OF_ME = tuple(name for name in Me.__struct_fields__ if name not in ("id", "extra", "last_act"))


def _united(held: Me, told: Me) -> Me:
    """The own card with what it lacks; budget, pauses and the like are those of here."""
    after = completed(held, told)
    asked = tuple(dict.fromkeys((*held.sorting.asked, *told.sorting.asked)))
    sorting = msgspec.structs.replace(held.sorting, asked=asked)
    return msgspec.structs.replace(
        after,
        searches=_searches(held.searches, told.searches),
        unlike=_unlike(held.unlike, told.unlike),
        sorting=sorting,
    )


def _searches(
    held: tuple[SavedSearch, ...], told: tuple[SavedSearch, ...]
) -> tuple[SavedSearch, ...]:
    known = {fold(each.name) for each in held}
    return (*held, *(each for each in told if fold(each.name) not in known))


def _unlike(held: tuple[Unlike, ...], told: tuple[Unlike, ...]) -> tuple[Unlike, ...]:
    return (*held, *(each for each in told if each not in held))


def _without_lost_links(records: dict[tuple[TableName, str], Record], snapshot: Snapshot) -> None:
    """No record leads to an event, a circle or an exchange that neither side has."""
    for table, field, target in LINKS:
        for (name, id), record in records.items():
            if name != table:
                continue
            link = getattr(record, field)
            if link is None or (target, link) in records or link in snapshot.tables[target]:
                continue
            records[name, id] = msgspec.structs.replace(record, **{field: None})
