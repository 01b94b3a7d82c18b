"""Who was at which event."""

from __future__ import annotations

from datetime import date

from store.records.event import Event
from store.records.ids import EventId, PersonId
from store.records.snapshot import Snapshot


class Attendance:
    """The events of each person, read once for a table of events."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._seen: object = None
        self._of: dict[PersonId, tuple[EventId, ...]] = {}

    def of(self, snapshot: Snapshot, person: PersonId, today: date | None) -> tuple[Event, ...]:
        """The events at which somebody was, in the order in which they were noted.

        Args:
            snapshot: the data.
            person: who.
            today: an event that is still to come was attended by nobody yet; None, where the day
                is not known, leaves those that the user has closed.
        """
        if snapshot.events is not self._seen:
            self._seen, self._of = snapshot.events, {}
            for event in snapshot.events.plain().values():
                for each in dict.fromkeys(event.people):
                    self._of[each] = (*self._of.get(each, ()), EventId(event.id))
        found = (snapshot.events[id] for id in self._of.get(person, ()))
        return tuple(event for event in found if _is_past(event, today))


def _is_past(event: Event, today: date | None) -> bool:
    return event.closed is not None if today is None else event.on <= today
