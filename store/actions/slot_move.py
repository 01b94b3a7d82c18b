"""Move a slot to another time, or give it another length."""

from __future__ import annotations

from datetime import date

import msgspec

from store.actions.action import Action, Context, Outcome, Params
from store.actions.slot_clock import with_remarks, within_its_day
from store.actions.slot_meant import (
    checked_length,
    slot_meant,
    slot_message,
    slot_name,
    still_to_come,
    when_message,
)
from store.records.change import ChangeSet, alter
from store.records.snapshot import Snapshot
from store.words.durations import minutes_message
from store.words.message import Message, UsageProblem
from store.words.time_of_day import read_time


class MoveSlot(Params, frozen=True, kw_only=True):
    """Which, and to when; what is None stays."""

    slot: str
    """Its id, the person whose next one is meant, or its day and hour: `tue 9h30`."""
    on: date | None = None
    at: str | None = None
    """Empty is any time of the day."""
    minutes: int | None = None


def move_slot(snapshot: Snapshot, params: MoveSlot, context: Context) -> Outcome:
    """The slot at its new time, to come once more whatever was said of it.

    Raises:
        UnknownProblem: where there is no such slot.
        Refusal: where its day would be one gone by, or over before the slot.
        UsageProblem: where nothing is changed, or time or minutes cannot be meant.
    """
    slot = slot_meant(snapshot, params.slot, context.today, "coming")
    if params.on is None and params.at is None and params.minutes is None:
        raise UsageProblem("slot_to_when", "problem.slot_to_when")
    fields: dict[str, object] = {
        "on": still_to_come(params.on or slot.on, context.today),
        "state": "planned",
    }
    if params.at is not None:
        fields["at"] = read_time(params.at) if params.at.strip() else ""
    if params.minutes is not None:
        fields["minutes"] = checked_length(params.minutes)
    after = within_its_day(msgspec.structs.replace(slot, **fields))
    name = slot_name(snapshot, slot)
    values: dict[str, object] = {
        "what": slot_message(after, name),
        "when": when_message(after, context.today),
        "minutes": minutes_message(after.minutes),
    }
    return Outcome(
        change_set=ChangeSet((alter(slot, **fields),)),
        id=slot.id,
        about=name,
        said=with_remarks(Message("said.slot_moved", values), snapshot, after, context.now),
    )


SLOT_MOVE = Action("slot-move", MoveSlot, move_slot)
"""See `move_slot`."""
