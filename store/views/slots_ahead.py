"""The slots still ahead, and what they take of what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from store.records.ids import PersonId
from store.records.kinds import BudgetKind, budget_kind
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.due import Due
from store.rules.slots import serves, standing_of_slot
from store.views.ties import Ties


class Ahead(msgspec.Struct, frozen=True):
    """A slot that is still ahead."""

    slot: Slot
    pieces: int
    """Those of its pieces that are not done yet."""


def slots_ahead(snapshot: Snapshot, ties: Ties) -> tuple[Ahead, ...]:
    """The slots of today that are not done, and those after it."""
    today = ties.today
    talks = tuple(ties.week.values())
    entries = tuple(snapshot.time_entries.plain().values())
    found = []
    for slot in snapshot.slots.plain().values():
        if slot.on >= today and standing_of_slot(slot, talks, entries, today, 0) == "to_come":
            done = sum(1 for each in talks if serves(slot, each))
            found.append(Ahead(slot, slot.count - done))
    return tuple(found)


def slots_with(snapshot: Snapshot, ties: Ties, person: PersonId) -> tuple[Slot, ...]:
    """The slots with somebody that are still ahead, by day and time."""
    theirs = (each.slot for each in slots_ahead(snapshot, ties) if each.slot.person == person)
    return tuple(sorted(theirs, key=lambda slot: (slot.on, slot.at)))


def without_batches(rows: Iterable[Due], ahead: Iterable[Ahead]) -> Iterator[Due]:
    """The rows but those that a slot for nobody in particular will take: the first of its kind."""
    pieces: dict[BudgetKind, int] = {}
    for each in ahead:
        if each.slot.person is None:
            pieces[each.slot.kind] = pieces.get(each.slot.kind, 0) + each.pieces
    for row in rows:
        kind = budget_kind(row.step)
        if pieces.get(kind, 0) > 0:
            pieces[kind] -= 1
        else:
            yield row
