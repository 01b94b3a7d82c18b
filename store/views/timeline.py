"""All that happened with a person, year by year, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Literal

import msgspec

from store.records.event import Event
from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import By, Direction
from store.records.snapshot import Snapshot
from store.rules.queue import WAITING
from store.rules.weights import WRITTEN

What = Literal["plan", "talk", "promise", "given", "received", "asked", "introduction", "event"]

_RANK: dict[What, int] = {
    "plan": 0,
    "talk": 1,
    "event": 2,
    "promise": 3,
    "introduction": 4,
    "given": 5,
    "received": 6,
    "asked": 7,
}
"""The order within a day: what was promised stands below the talk in which it was."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened, or is to come."""

    id: str
    """The record's; no two entries of a timeline have the same."""
    what: What
    on: date
    """For a promise the day on which it was made, where that is known."""
    kind: str = ""
    """Of the contact, the follow-up, the help; the state of an introduction."""
    minutes: int | None = None
    by: By | None = None
    """Who began; the user where something was written and nothing else is noted."""
    note: str = ""
    """In the user's words; several lines are kept."""
    name: str = ""
    """Of the event; of the other side of an introduction."""
    others: tuple[str, ...] = ()
    """Who was there too."""
    approximate: bool = False
    """The day is a guess."""
    open: bool = False
    """To come, or still to be done."""
    due: date | None = None
    """Until when, for a promise."""
    outcome: str = ""
    """What came of an introduction."""


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """A year and what it held."""

    year: int
    entries: tuple[Entry, ...]
    """The newest first."""

    @property
    def talks(self) -> int:
        """How many contacts, plans left out."""
        return sum(each.what == "talk" for each in self.entries)


def timeline(snapshot: Snapshot, today: date, person: PersonId) -> tuple[Year, ...]:
    """Talks, promises, help, introductions and events with a person, the newest year first.

    Args:
        snapshot: the records.
        today: the day; what lies after it is open.
        person: with whom; nobody of that id has an empty timeline.
    """
    entries = list(_entries(snapshot, today, person))
    # Of several talks on a day the one noted last comes first, as it does over the days.
    entries.reverse()
    entries.sort(key=lambda each: (-each.on.toordinal(), _RANK[each.what]))
    years = groupby(entries, lambda each: each.on.year)
    return tuple(Year(year=year, entries=tuple(some)) for year, some in years)


def _entries(snapshot: Snapshot, today: date, person: PersonId) -> Iterator[Entry]:
    attended = [each for each in snapshot.events.plain().values() if person in each.people]
    told: set[str] = set()
    for talk in snapshot.interactions_of(person):
        event = _event_of(talk, attended)
        if event is not None:
            told.add(event.id)
        yield _talk(snapshot, talk, today, person, event)
    for each in attended:
        if each.id not in told:
            yield _event(each, today)
    yield from _promises(snapshot, person)
    for exchange in snapshot.exchanges_of(person):
        yield _help(exchange)
    yield from _introductions(snapshot, person)


def _event_of(talk: Interaction, attended: list[Event]) -> Event | None:
    """The event at which a talk was, so that it is told once."""
    if talk.kind not in ("event", "in_person"):
        return None
    return next((each for each in attended if each.on <= talk.on <= (each.until or each.on)), None)


def _talk(
    snapshot: Snapshot, talk: Interaction, today: date, person: PersonId, event: Event | None
) -> Entry:
    ahead = talk.planned or talk.on > today
    there = (snapshot.people.get(id) for id in talk.people if id != person)
    others = tuple(each.name for each in there if each is not None)
    return Entry(
        id=talk.id,
        what="plan" if ahead else "talk",
        on=talk.on,
        kind=talk.kind,
        minutes=talk.minutes,
        by=talk.by or ("me" if talk.kind in WRITTEN else None),
        note=talk.note,
        name=event.name if event is not None else "",
        others=others,
        approximate=talk.approximate,
        open=ahead,
    )


def _event(event: Event, today: date) -> Entry:
    return Entry(
        id=event.id,
        what="event",
        on=event.on,
        kind="event",
        note=event.notes,
        name=event.name,
        open=(event.until or event.on) > today,
    )


def _promises(snapshot: Snapshot, person: PersonId) -> Iterator[Entry]:
    for each in snapshot.follow_ups_of(person):
        yield Entry(
            id=each.id,
            what="promise",
            on=each.made or each.on,
            kind=each.kind,
            note=each.why,
            open=each.closed is None,
            due=each.on,
        )


_HELP: dict[Direction, What] = {"given": "given", "received": "received", "asked": "asked"}


def _help(exchange: Exchange) -> Entry:
    """Help that was given; what waits to be given is open."""
    return Entry(
        id=exchange.id,
        what=_HELP[exchange.direction],
        on=exchange.on,
        kind=exchange.kind,
        note=exchange.note,
        open=exchange.closed is None and exchange.direction != "received",
    )


def _introductions(snapshot: Snapshot, person: PersonId) -> Iterator[Entry]:
    for each in snapshot.introductions.plain().values():
        if person not in (each.a, each.b):
            continue
        other = snapshot.people.get(each.b if person == each.a else each.a)
        yield Entry(
            id=each.id,
            what="introduction",
            on=each.on,
            kind=each.state,
            note=each.why,
            name=other.name if other is not None else "",
            open=each.state in WAITING,
            outcome=each.outcome,
        )
