"""Days in words, after the names that arrow's locales know."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from store.records.kinds import Language
from store.records.partial_date import LEAP_YEAR, month_and_day
from store.words.catalogue import catalogue

if TYPE_CHECKING:
    from arrow.locales import Locale

NEAR_DAYS = 60
"""Within so many days of today the day of the week helps more than it takes room."""

WEEK_DAYS = 7

_BY_DISTANCE = {-1: "date.yesterday", 0: "date.today", 1: "date.tomorrow"}


@cache
def _locale(language: Language) -> Locale:
    # Loaded where a date is said: JSON answers never pay for it.
    from arrow.locales import get_locale

    return get_locale(language)


def _short(name: str, abbreviation: str, language: Language) -> str:
    """An abbreviation as the language writes it: French marks with a point what it cuts off."""
    cut = language == "fr" and abbreviation != name
    return f"{abbreviation}." if cut else abbreviation


def weekday(value: date, language: Language) -> str:
    """The day of the week in full: "Tuesday", "mardi"."""
    return _locale(language).day_name(value.isoweekday())


def weekday_short(value: date, language: Language) -> str:
    """The day of the week in short: "Tue", "mar."."""
    number = value.isoweekday()
    locale = _locale(language)
    return _short(locale.day_name(number), locale.day_abbreviation(number), language)


def month(value: date, language: Language) -> str:
    """The month in full: "November", "novembre"."""
    return _locale(language).month_name(value.month)


def month_short(value: date, language: Language) -> str:
    """The month in short: "Nov", "nov."; French leaves mars, mai, juin and août whole."""
    locale = _locale(language)
    names = locale.month_name(value.month), locale.month_abbreviation(value.month)
    return _short(*names, language)


def _number(value: date, language: Language) -> str:
    return "1er" if language == "fr" and value.day == 1 else str(value.day)


def day_of_month(value: date, language: Language, today: date | None = None) -> str:
    """Day and month: "24 Nov", "1er déc."; the year where it is not that of today."""
    text = f"{_number(value, language)} {month_short(value, language)}"
    return text if today is not None and value.year == today.year else f"{text} {value.year}"


def day_and_month(value: date, language: Language) -> str:
    """Day and month, nothing cut short: "24 November", "1er décembre"."""
    return f"{_number(value, language)} {month(value, language)}"


def yearly(text: str, language: Language) -> str:
    """A partial ISO date that has month and day: "12 Jun 2015", "12 Jun"; else nothing."""
    found = month_and_day(text)
    if found is None:
        return ""
    if text.startswith("-"):
        leap = date(LEAP_YEAR, *found)
        return day_of_month(leap, language, leap)
    return day_of_month(date(int(text[:4]), *found), language)


def is_near(value: date, today: date) -> bool:
    """Whether a day has a name of its own: yesterday, today, tomorrow."""
    return (value - today).days in _BY_DISTANCE


def header_day(value: date, language: Language) -> str:
    """A day without its year, as in the header: "Fri 20 Nov", "ven. 20 nov."."""
    return f"{weekday_short(value, language)} {day_of_month(value, language, value)}"


def day(value: date, language: Language, today: date | None = None) -> str:
    """A day in words, the shortest that cannot be mistaken.

    "today", "tomorrow", "yesterday"; "Tue 24 Nov" within sixty days; "24 Mar" in the same year;
    "24 Mar 2025" in another, and always with weekday and year where today is not given.
    """
    if today is not None and is_near(value, today):
        return catalogue(language).gettext(_BY_DISTANCE[(value - today).days])
    return day_dated(value, language, today)


def day_dated(value: date, language: Language, today: date | None = None) -> str:
    """The same by its date, however near: never "yesterday"."""
    text = day_of_month(value, language, today)
    if today is None or abs((value - today).days) <= NEAR_DAYS:
        return f"{weekday_short(value, language)} {text}"
    return text


def day_full(value: date, language: Language, today: date | None = None) -> str:
    """A day for ears, nothing cut short: "today", "Tuesday 24 November", "mardi 24 mars 2025".

    The year is left out where it is that of today.
    """
    if today is not None and is_near(value, today):
        return catalogue(language).gettext(_BY_DISTANCE[(value - today).days])
    return day_named(value, language, today)


def day_named(value: date, language: Language, today: date | None = None) -> str:
    """The same by its names, however near: never "yesterday"."""
    text = f"{weekday(value, language)} {_number(value, language)} {month(value, language)}"
    return text if today is not None and value.year == today.year else f"{text} {value.year}"


def day_short(value: date, language: Language, today: date) -> str:
    """A day in a narrow cell: "today", "Tue" for the six days to come, "24 Nov" else."""
    distance = (value - today).days
    if distance in _BY_DISTANCE:
        return catalogue(language).gettext(_BY_DISTANCE[distance])
    if 0 < distance < WEEK_DAYS:
        return weekday_short(value, language)
    return day_of_month(value, language, today)


def brief(value: date, language: Language, today: date) -> str:
    """A day in the narrowest cell: "Tue" within six days on either side, "10 Nov" else."""
    distance = (value - today).days
    if distance == 0:
        return catalogue(language).gettext("date.today_brief")
    if abs(distance) < WEEK_DAYS:
        return weekday_short(value, language)
    return day_of_month(value, language, today)


def since(value: date, language: Language, today: date) -> str:
    """From when something waits: "since Tue" for the last six days, "since 10 Nov" before.

    A day that is today or still to come is said as `day_short` says it.
    """
    distance = (today - value).days
    if distance <= 0:
        return day_short(value, language, today)
    if distance == 1:
        return catalogue(language).gettext("date.since_yesterday")
    if distance < WEEK_DAYS:
        # French has room for the whole name and no short one that reads well in a sentence.
        name = weekday(value, language) if language == "fr" else weekday_short(value, language)
        return catalogue(language).gettext("date.since").format(day=name)
    return (
        catalogue(language)
        .gettext("date.since_date")
        .format(day=day_of_month(value, language, today))
    )


def since_brief(value: date, language: Language, today: date) -> str:
    """The same for a narrow cell: "since Tue", "dep. mar."."""
    return catalogue(language).gettext("date.since_brief").format(day=brief(value, language, today))
