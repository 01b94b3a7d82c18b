"""Slots, timers, minutes and time zones that cannot be; another program may write anything.

Commands and screens bear them all. They are told of so that whoever wonders about a figure finds
where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from store.actions.budget import LONGEST_WEEK
from store.actions.log import LONGEST
from store.actions.slot_meant import LONGEST as LONGEST_SLOT
from store.actions.slot_meant import MOST
from store.disk.findings.finding import Finding, amiss, well
from store.records.me import Budget
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot, TimeEntry
from store.rules.slots import minute_of
from store.rules.timer import is_ahead, is_running
from store.words.zones import is_zone

NAMED = 5
"""Ids told at most."""


def times(snapshot: Snapshot, now: datetime) -> Iterator[Finding]:
    """What cannot be, of all that has to do with time.

    Args:
        snapshot: the records.
        now: an instant, with its zone.
    """
    entries = snapshot.time_entries.plain().values()
    talks = snapshot.interactions.plain().values()
    running = [each for each in entries if is_running(each)]
    odd: dict[str, Sequence[Record]] = {
        "doctor.slots_odd": [s for s in snapshot.slots.plain().values() if _is_odd(s)],
        "doctor.minutes_odd": [
            *(each for each in entries if _has_odd_minutes(each)),
            *(each for each in talks if each.minutes and not 0 <= each.minutes <= LONGEST),
        ],
        "doctor.timers_many": running if len(running) > 1 else [],
        "doctor.timers_ahead": [each for each in running if is_ahead(each, now)],
        "doctor.zones_odd": [
            each
            for each in snapshot.people.plain().values()
            if each.timezone and not is_zone(each.timezone)
        ],
    }
    found = [_told(id, records) for id, records in odd.items() if records]
    if not _is_a_week(snapshot.me.budget):
        found.append(amiss("times", "doctor.budget_odd"))
    yield from found or [well("times", "doctor.times_good")]


def _told(id: str, records: Sequence[Record]) -> Finding:
    """How many there are, and the first of them by id; whose they are is not told."""
    ids = [each.id for each in records]
    more = "…" if len(ids) > NAMED else ""
    return amiss("times", id, n=len(ids), ids=", ".join(ids[:NAMED]) + more)


def _is_odd(slot: Slot) -> bool:
    known = not slot.at or minute_of(slot.at) is not None
    return not (known and 1 <= slot.minutes <= LONGEST_SLOT and 1 <= slot.count <= MOST)


def _has_odd_minutes(entry: TimeEntry) -> bool:
    """Whether an entry is neither a timer that runs nor time that can have been spent."""
    if entry.minutes is None:
        return entry.started is None
    return not 0 <= entry.minutes <= LONGEST


def _is_a_week(budget: Budget) -> bool:
    return all(0 <= each <= LONGEST_WEEK for each in (budget.total, *budget.kinds.values()))
