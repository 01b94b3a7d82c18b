"""Take a slot out of the week."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.slot_meant import slot_meant, slot_message, slot_name, when_message
from store.records.change import ChangeSet, alter, remove
from store.records.snapshot import Snapshot
from store.words.message import Message


class DropSlot(Params, frozen=True, kw_only=True):
    """Which."""

    slot: str
    """Its id, the person whose next one is meant, or its day and hour: `tue 9h30`."""


def drop_slot(snapshot: Snapshot, params: DropSlot, context: Context) -> Outcome:
    """The slot is gone; the time that was spent in it stays.

    Raises:
        UnknownProblem: where there is no such slot.
    """
    slot = slot_meant(snapshot, params.slot, context.today, "coming")
    name = slot_name(snapshot, slot)
    spent = snapshot.time_entries.plain().values()
    freed = (alter(each, slot=None) for each in spent if each.slot == slot.id)
    values = {"what": slot_message(slot, name), "when": when_message(slot, context.today)}
    return Outcome(
        change_set=ChangeSet((remove(slot), *freed)),
        id=slot.id,
        about=name,
        said=Message("said.slot_dropped", {**values}),
    )


SLOT_DROP = Action("slot-drop", DropSlot, drop_slot)
"""See `drop_slot`."""
