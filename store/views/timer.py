"""The timer that runs, with whom it is for."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from store.records.ids import PersonId, SlotId, TimeEntryId
from store.records.kinds import BudgetKind, Kind
from store.records.record import Document
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry
from store.rules.timer import begun, is_forgotten, is_running, minutes_run, running_for


class RunningTimer(msgspec.Struct, frozen=True, kw_only=True):
    """A timer as it is told; how long it has run is asked of `entry`, which stays the same."""

    entry: TimeEntry
    id: TimeEntryId
    kind: BudgetKind
    contact: Kind | None
    """Of what kind of contact it is; None for time that is no contact."""
    person: PersonId | None
    name: str
    """Whom it is for; empty where it is for nobody, or for somebody who is gone."""
    started: datetime
    note: str
    slot: SlotId | None

    def seconds(self, now: datetime) -> int:
        """Whole seconds that it has run."""
        return int(running_for(self.entry, now).total_seconds())

    def minutes(self, now: datetime) -> int:
        """Minutes that it has run, to the nearest; one at least."""
        return minutes_run(self.entry, now)

    def on(self, today: date) -> date:
        """The day of what comes of it: that on which it was started, unless a clock was set back
        since and that day is yet to come.
        """
        return min(self.entry.on, today)

    def is_forgotten(self, now: datetime) -> bool:
        """Whether it has run for more than four hours, or is ahead of the clock."""
        return is_forgotten(self.entry, now)


def running(snapshot: Snapshot) -> RunningTimer | None:
    """The timer that was started last and still runs.

    Another can run beside it only where two copies of the data were joined.
    """
    found = [
        (started, each.id, each)
        for each in snapshot.time_entries.plain().values()
        if is_running(each) and (started := begun(each)) is not None
    ]
    if not found:
        return None
    started, _, entry = max(found)
    person = entry.person if entry.person in snapshot.people else None
    return RunningTimer(
        entry=entry,
        id=TimeEntryId(entry.id),
        kind=entry.kind,
        contact=entry.contact,
        person=person,
        name="" if person is None else snapshot.people[person].name,
        started=started,
        note=entry.note,
        slot=entry.slot,
    )


def timer_answer(timer: RunningTimer | None, now: datetime) -> Document:
    """A timer as a JSON answer; `running` alone where there is none."""
    if timer is None:
        return {"running": False}
    return {
        "running": True,
        "id": timer.id,
        "kind": timer.contact or timer.kind,
        "person": None if timer.person is None else {"id": timer.person, "name": timer.name},
        "started": timer.started.isoformat(),
        "seconds": timer.seconds(now),
        "minutes": timer.minutes(now),
        "forgotten": timer.is_forgotten(now),
        "note": timer.note,
        "slot": timer.slot,
    }
