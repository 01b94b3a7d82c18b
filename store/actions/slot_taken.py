"""How many minutes of what a slot is for are logged already on its day."""

from __future__ import annotations

from store.actions.action import Context
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.rules.budget import minutes_of
from store.rules.slots import fills, serves


def minutes_taken(snapshot: Snapshot, slot: Slot, context: Context, since: str = "") -> int:
    """Minutes that contacts and time without one have taken of what a slot was set aside for.

    Args:
        snapshot: the records.
        slot: whose day and kind, or person, hold.
        context: whose usual minutes hold for contacts without any.
        since: the id from which on records count, of those that sort by when they were made; what
            was logged before a timer began is none of the time that it measured.
    """
    usual = context.ties().scene.minutes
    talks = snapshot.interactions.plain().values()
    entries = snapshot.time_entries.plain().values()
    in_contact = sum(
        minutes_of(each, usual) for each in talks if each.id >= since and serves(slot, each)
    )
    return in_contact + sum(
        each.minutes or 0 for each in entries if each.id >= since and fills(slot, each)
    )
