"""Cards that nobody has touched for years: to be offered for removal once a year, no more.

Whoever keeps data about others keeps no more than is of use; what is of use the user alone knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.records.ids import ExchangeId, FollowUpId, InteractionId, PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.fold import fold


class Touches:
    """When people were last touched, over one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Look once through what has no index by person."""
        self._talks = snapshot.interactions.plain()
        self._follow_ups = snapshot.follow_ups.plain()
        self._exchanges = snapshot.exchanges.plain()
        self._talks_of = snapshot.indexes["interactions"].plain()
        self._follow_ups_of = snapshot.indexes["follow_ups"].plain()
        self._exchanges_of = snapshot.indexes["exchanges"].plain()
        self._together = _together(snapshot)

    def last(self, person: Person) -> date | None:
        """The newest day on which anything was done or planned; None where no day is known.

        The card's own days count, and interactions (planned ones as well), follow-ups, exchanges,
        introductions, events, time spent, deferrals and pauses.
        """
        key = PersonId(person.id)
        last = self._together.get(key)
        for day in (*_on_card(person), *self._given(key)):
            if day is not None and (last is None or day > last):
                last = day
        talks = self._talks
        for id in self._talks_of.get(key, ()):
            day = talks[InteractionId(id)].on
            if last is None or day > last:
                last = day
        return last

    def promised(self, person: PersonId) -> bool:
        """Whether a follow-up is open."""
        ids = self._follow_ups_of.get(person, ())
        return any(self._follow_ups[FollowUpId(id)].closed is None for id in ids)

    def _given(self, person: PersonId) -> Iterator[date | None]:
        for id in self._follow_ups_of.get(person, ()):
            follow_up = self._follow_ups[FollowUpId(id)]
            yield from (follow_up.made, follow_up.on, follow_up.closed)
        for id in self._exchanges_of.get(person, ()):
            exchange = self._exchanges[ExchangeId(id)]
            yield from (exchange.on, exchange.thanked, exchange.told, exchange.closed)


def _on_card(person: Person) -> Iterator[date | None]:
    yield from (person.added, person.met, person.new_job_on)
    for deferral in person.deferrals:
        yield from (deferral.on, deferral.until)
    for pause in person.pauses:
        yield from (pause.start, pause.until)


def _together(snapshot: Snapshot) -> dict[PersonId, date]:
    """The newest day of introductions, events and time spent, by person."""
    newest: dict[PersonId, date] = {}

    def touch(person: PersonId, day: date) -> None:
        if person not in newest or newest[person] < day:
            newest[person] = day

    for introduction in snapshot.introductions.values():
        touch(introduction.a, introduction.on)
        touch(introduction.b, introduction.on)
    for event in snapshot.events.values():
        for person in (*event.people, *event.wanted):
            touch(person, event.until or event.on)
    for entry in snapshot.time_entries.values():
        if entry.person is not None:
            touch(entry.person, entry.on)
    return newest


def untouched(snapshot: Snapshot, today: date, years: int) -> tuple[PersonId, ...]:
    """Active and faded people whose last touch lies at least so many years back.

    Whoever has a layer, a rhythm, a pin or an open follow-up is meant to be here. Of whom no day
    is known nothing is supposed. The longest untouched come first, then by name, then id.
    """
    limit = years_before(today, years)
    touches = Touches(snapshot)
    found: list[tuple[date, str, PersonId]] = []
    for id, person in snapshot.people.plain().items():
        # Most cards are ruled out by the day on which they were added.
        if (person.added is not None and person.added > limit) or _meant_to_stay(person):
            continue
        last = touches.last(person)
        if last is not None and last <= limit and not touches.promised(id):
            found.append((last, fold(person.name), id))
    return tuple(id for _, _, id in sorted(found))


def _meant_to_stay(person: Person) -> bool:
    return (
        person.status == "deceased"
        or person.layer is not None
        or person.cadence_days is not None
        or person.pinned
    )


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February for a 29 where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def may_be_offered(last: date | None, today: date) -> bool:
    """Whether the last offer, where there was one, lies a year back."""
    return last is None or last <= years_before(today, 1)
