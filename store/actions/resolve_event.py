"""From an event as typed to an event of the snapshot."""

from __future__ import annotations

from store.actions.resolve import SHOWN
from store.records.event import Event
from store.records.snapshot import Snapshot
from store.words.fold import fold
from store.words.message import UnknownProblem


def event_meant(snapshot: Snapshot, text: str) -> Event:
    """The event whose id, unique beginning of an id, or exact (folded) name is `text`.

    Raises:
        UnknownProblem: where none or more than one is meant; candidates are listed.
    """
    events = list(snapshot.events.values())
    wanted = fold(" ".join(text.split()))
    tests = (
        lambda event: event.id == text,
        lambda event: bool(wanted) and fold(event.name) == wanted,
        lambda event: bool(wanted) and event.id.startswith(text.strip()),
    )
    for test in tests:
        found = [event for event in events if test(event)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(text, found)
    raise UnknownProblem("unknown_event", "problem.unknown_event", event=text)


def _ambiguous(text: str, events: list[Event]) -> UnknownProblem:
    latest = sorted(events, key=lambda event: (event.on, event.id), reverse=True)[:SHOWN]
    listed = ", ".join(f"{event.name} {event.on.isoformat()} ({event.id})" for event in latest)
    return UnknownProblem("ambiguous_event", "problem.which_event", event=text, candidates=listed)
