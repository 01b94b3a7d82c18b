"""Occasions: a birthday that comes near, a new job just noted."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from store.records.partial_date import month_and_day
from store.records.person import Person

BIRTHDAY_AHEAD = 7
"""Days before a birthday on which it shows."""

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


def near_endings(today: date) -> frozenset[str]:
    """How a birthday within a week ends, as written; tells cheaply whom to look at."""
    days = [today + timedelta(days=step) for step in range(BIRTHDAY_AHEAD + 1)]
    endings = {day.isoformat()[-5:] for day in days}
    return frozenset(endings | {"02-29"} if "02-28" in endings else endings)


def age_on(birthday: str, day: date) -> int | None:
    """How old somebody turns on a birthday; None where the year is unknown."""
    year = birthday[:4]
    return day.year - int(year) if len(birthday) > len(year) and year.isdigit() else None


def new_job_near(person: Person, today: date) -> date | None:
    """The day on which a new job was noted, for two weeks."""
    noted = person.new_job_on
    if noted is None or not noted <= today <= noted + timedelta(days=NEW_JOB_DAYS):
        return None
    return noted
