"""Say that a slot did not happen."""

from __future__ import annotations

from store.actions.action import Action, Context, Outcome, Params
from store.actions.slot_meant import has_begun, has_come, slot_meant, slot_message, slot_name
from store.records.change import Change, ChangeSet, alter, remove
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot, TimeEntry
from store.rules.slots import serves
from store.words.message import Message


class MissSlot(Params, frozen=True, kw_only=True):
    """Which."""

    slot: str
    """Its id, the person whose slot is meant, or its day and hour: `17:30`, `tue 9h30`."""


def miss_slot(snapshot: Snapshot, params: MissSlot, context: Context) -> Outcome:
    """The slot as one that did not happen.

    The time that keeping it had counted goes; what a timer measured in it was spent, and stays. So
    does a contact that was logged on its day, which may have come about without the slot.

    Raises:
        UnknownProblem: where there is no such slot.
        Refusal: where its day or its hour is yet to come.
    """
    slot = slot_meant(snapshot, params.slot, context.today, "come")
    has_come(slot, context.today)
    has_begun(slot, context.now)
    name = slot_name(snapshot, slot)
    changes: list[Change] = [remove(each) for each in _counted(snapshot, slot)]
    if slot.state != "missed":
        changes.insert(0, alter(slot, state="missed"))
    said = "said.slot_missed"
    if slot.person is not None and any(
        serves(slot, each) for each in snapshot.interactions_of(slot.person)
    ):
        said = "said.slot_missed_logged"
    return Outcome(
        change_set=ChangeSet(tuple(changes)),
        id=slot.id,
        about=name,
        said=Message(said, {"what": slot_message(slot, name)}),
    )


def _counted(snapshot: Snapshot, slot: Slot) -> tuple[TimeEntry, ...]:
    """The time that was counted because the slot was kept, and that no timer measured."""
    entries = snapshot.time_entries.plain().values()
    return tuple(each for each in entries if each.slot == slot.id and each.started is None)


SLOT_MISSED = Action("slot-missed", MissSlot, miss_slot)
"""See `miss_slot`."""
