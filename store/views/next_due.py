"""Who comes next, for a list with nothing on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.occasions import BIRTHDAY_AHEAD, next_birthday
from store.rules.promises import promises_of
from store.rules.turns import proposed_from
from store.views.sighting import Sighting
from store.views.ties import Ties


class NextDue(msgspec.Struct, frozen=True, kw_only=True):
    """The next day on which a row appears, and whose."""

    person: PersonId
    name: str
    on: date


def next_due(snapshot: Snapshot, ties: Ties) -> NextDue | None:
    """The first row to come after today; None where nothing is foreseen."""
    best: NextDue | None = None
    for id, sighting in ties.sightings.plain().items():
        for day in _days(snapshot, sighting, ties.today):
            name = sighting.person.name
            if best is None or (day, name, id) < (best.on, best.name, best.person):
                best = NextDue(person=id, name=name, on=day)
    return best


def _days(snapshot: Snapshot, sighting: Sighting, today: date) -> Iterator[date]:
    """The days after today on which a person brings a row."""
    person, standing = sighting.person, sighting.standing
    if standing.state in ("faded", "deceased"):
        return
    id = PersonId(person.id)
    tomorrow = today + timedelta(days=1)
    for promise in promises_of(snapshot.follow_ups_of(id), snapshot.exchanges_of(id), ()):
        yield max(tomorrow, promise.on, _put_off_until(sighting, promise.id))
    if standing.state == "seen_anyway":
        return
    birthday = next_birthday(person.birthday, tomorrow)
    if birthday is not None:
        shows = birthday - timedelta(days=BIRTHDAY_AHEAD)
        yield max(tomorrow, shows, _put_off_until(sighting, "birthday"))
    turn = proposed_from(person, standing)
    if turn is not None and standing.band != "dormant" and standing.plan_on is None:
        yield max(tomorrow, turn, _put_off_until(sighting, "cooling"))


def _put_off_until(sighting: Sighting, key: str) -> date:
    names = (key, f"{key}:{sighting.person.id}")
    days = [each.until for each in sighting.person.deferrals if each.row in names]
    return max(days, default=date.min)
