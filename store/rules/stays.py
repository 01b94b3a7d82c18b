"""Where the user is on a trip, or soon will be, and who lives there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from store.records.person import City, Person
from store.rules.step import cities_now, trip_days
from store.words.fold import fold

AHEAD = 7
"""Days before a trip from which it is told of."""


class Stay(msgspec.Struct, frozen=True):
    """A trip with its days, both included."""

    city: str
    start: date
    until: date

    def begun(self, today: date) -> bool:
        """Whether it lasts already."""
        return self.start <= today


def stays_near(cities: Iterable[City], today: date) -> tuple[Stay, ...]:
    """The trips that last, and those that begin within a week; the earliest first."""
    found = [
        Stay(city.name, *days)
        for city in cities
        if (days := trip_days(city)) is not None and _is_near(*days, today)
    ]
    return tuple(sorted(found, key=lambda stay: (stay.start, stay.until, stay.city)))


def _is_near(start: date, until: date, today: date) -> bool:
    return start - today <= timedelta(days=AHEAD) and today <= until and start <= until


def stay_with(person: Person, stays: Iterable[Stay], today: date) -> Stay | None:
    """The first of some trips that leads to where somebody lives then.

    Of a trip to come nothing is told where their preference is another than to meet, and of none
    where they avoid that.
    """
    if "in_person" in person.avoids:
        return None
    meets = person.prefers in (None, "in_person")
    for stay in stays:
        begun = stay.begun(today)
        theirs = cities_now(person.cities, today if begun else stay.start)
        if (begun or meets) and fold(stay.city) in theirs:
            return stay
    return None
