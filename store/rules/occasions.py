"""Occasions: a birthday or another date that comes near, a new job just noted."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from store.records.partial_date import month_and_day
from store.records.person import Anniversary, Person

BIRTHDAY_AHEAD = 7
"""Days before a birthday, or another date of the year, on which it shows."""

NEW_JOB_DAYS = 14
"""Days for which a new job is news."""


def next_birthday(birthday: str, today: date) -> date | None:
    """The next time a birthday comes round, today included; 29 February falls on the 28th.

    None where month or day is unknown.
    """
    found = month_and_day(birthday) if birthday else None
    if found is None:
        return None
    this_year = _in_year(today.year, *found)
    if this_year >= today:
        return this_year
    return _in_year(today.year + 1, *found) if today.year < date.max.year else None


def _in_year(year: int, month: int, day: int) -> date:
    if (month, day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, month, day)


def birthday_near(person: Person, today: date) -> date | None:
    """The birthday, where it falls within a week."""
    day = next_birthday(person.birthday, today)
    return day if day is not None and (day - today).days <= BIRTHDAY_AHEAD else None


class DateAhead(msgspec.Struct, frozen=True):
    """The next time that a date of somebody's year comes round."""

    key: str
    """Tells it from the person's other dates: `06-12`, or `06-12:2` for another on that day."""
    name: str
    on: date
    years: int | None
    """How many years it will be, 0 on the day itself; None where the year is unknown."""


def dates_ahead(dates: tuple[Anniversary, ...], today: date) -> Iterator[DateAhead]:
    """The next time of each date, today included, in their order.

    A date that has a year does not come round before it. Left out is what is no day of a year.
    """
    taken: dict[str, int] = {}
    for each in dates:
        found = month_and_day(each.on)
        if found is None:
            continue
        day = "{:02}-{:02}".format(*found)
        taken[day] = taken.get(day, 0) + 1
        key = day if taken[day] == 1 else f"{day}:{taken[day]}"
        year = _year_of(each.on)
        since = today if year is None else max(today, _in_year(year, *found))
        on = next_birthday(each.on, since)
        if on is not None:
            yield DateAhead(key, each.name, on, None if year is None else on.year - year)


def dates_near(person: Person, today: date) -> Iterator[DateAhead]:
    """Those that fall within a week."""
    for each in dates_ahead(person.dates, today):
        if (each.on - today).days <= BIRTHDAY_AHEAD:
            yield each


def near_endings(today: date) -> frozenset[str]:
    """How a birthday within a week ends, as written; tells cheaply whom to look at."""
    days = [today + timedelta(days=step) for step in range(BIRTHDAY_AHEAD + 1)]
    endings = {day.isoformat()[-5:] for day in days}
    return frozenset(endings | {"02-29"} if "02-28" in endings else endings)


def age_on(birthday: str, day: date) -> int | None:
    """How old somebody turns on a birthday; None where the year is unknown."""
    year = _year_of(birthday)
    return None if year is None else day.year - year


def _year_of(text: str) -> int | None:
    """The year of a partial date that holds more than it."""
    year = text[:4]
    return int(year) if len(text) > len(year) and year.isdigit() else None


def new_job_near(person: Person, today: date) -> date | None:
    """The day on which a new job was noted, for two weeks."""
    noted = person.new_job_on
    if noted is None or not noted <= today <= noted + timedelta(days=NEW_JOB_DAYS):
        return None
    return noted
