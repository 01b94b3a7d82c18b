"""Days named by the calendar: ISO, 24/11, 24 nov, mar. 24 nov. 2026, Nov 24."""

from __future__ import annotations

import re
from datetime import date

from store.words.day_reading import Reading, exact, refuse
from store.words.day_vocabulary import MONTHS, WEEKDAYS

LEAP_CYCLE = 8
"""The longest wait for a 29 February."""

BEHIND_DAYS = 60
"""How far on the other side of today a day of the week may point, e.g. to Friday 20 Nov."""

MONTHS_ON = 3
"""How many months "vendredi 27" may look through; farther nobody means it without a month."""

_ISO = re.compile(r"^(\d{4})([-/.]?)(\d{2})\2(\d{2})$")
_ISO_WEEK = re.compile(r"^\d{4}-?w\d{2}-?\d$")
_SHORT = re.compile(r"^(\d{1,2})([-/. ])(\d{1,2})(?:\2(\d{4}|\d{2}))?$")
_DAY = r"(?P<day>\d{1,2}|premier|first)(?:er|st|nd|rd|th)?"
_NAME = r"(?P<month>[a-z]+)"
_YEAR = r"(?: (?P<year>\d{4}|'?\d{2}))?"
_DAY_MONTH = re.compile(rf"^{_DAY} ?(?:of |de |d')?{_NAME}{_YEAR}$")
_MONTH_DAY = re.compile(rf"^{_NAME} ?(?:the )?{_DAY}{_YEAR}$")
_DAY_ALONE = re.compile(r"^(\d{1,2})(er|st|nd|rd|th)?$")


def iso(reading: Reading) -> date | None:
    """2026-11-24, 20261124, 2026-W48-2 (ISO 8601)."""
    match = _ISO.match(reading.text)
    if match:
        return exact(reading, int(match[1]), int(match[3]), int(match[4]))
    if _ISO_WEEK.match(reading.text.replace(" ", "-")):
        try:
            found = date.fromisoformat(reading.text.replace(" ", "-").upper())
        except ValueError as error:
            raise refuse(reading, "date.impossible") from error
        return exact(reading, found.year, found.month, found.day)
    return None


def _full_year(digits: str, today: date) -> int:
    """Two digits mean the year from 79 years back to 20 ahead."""
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year - 100 if year > today.year + 20 else year


def numbers(reading: Reading) -> date | None:
    """24/11, 24/11/2026, 24.11.26.

    The day comes first in French. English writes both orders, so that there one of the two numbers
    has to be above 12, or both alike.

    Raises:
        UsageProblem: where there is no such day, or where two could be meant.
    """
    match = _SHORT.match(reading.text)
    if match is None or (match[2] == " " and match[4] is None):
        return None
    first, second = int(match[1]), int(match[3])
    year = _full_year(match[4], reading.today) if match[4] else None
    if reading.language == "en":
        if first <= 12 and second <= 12 and first != second:
            a = _in_year(reading, year, second, first)
            b = _in_year(reading, year, first, second)
            raise refuse(reading, "date.ambiguous", a=a.isoformat(), b=b.isoformat())
        if second > 12:
            first, second = second, first
    return _in_year(reading, year, second, first)


def named_month(reading: Reading) -> date | None:
    """24 nov, 24 novembre 2026, Nov 24, November 24th, mar. 24 nov., le 1er mai.

    Raises:
        UsageProblem: where there is no such day, or where the day of the week does not fit.
    """
    head, _, rest = reading.text.partition(" ")
    weekday = WEEKDAYS.get(head)
    if weekday is not None:
        if head in MONTHS and reading.language == "fr" and _DAY_ALONE.match(rest):
            # "mar 24" is a Tuesday in French, 24 March in English.
            return None
        found = _day_of_month(reading, rest.removeprefix("the "), weekday)
        if found is not None:
            return found
    return _day_of_month(reading, reading.text, None)


def _day_of_month(reading: Reading, text: str, weekday: int | None) -> date | None:
    for form in (_DAY_MONTH, _MONTH_DAY):
        match = form.match(text)
        month = MONTHS.get(match["month"]) if match else None
        if match and month is not None:
            day = int(match["day"]) if match["day"].isdecimal() else 1
            digits = (match["year"] or "").removeprefix("'")
            year = _full_year(digits, reading.today) if digits else None
            return _in_year(reading, year, month, day, weekday)
    return None


def _in_year(
    reading: Reading, year: int | None, month: int, day: int, weekday: int | None = None
) -> date:
    if year is not None:
        found = exact(reading, year, month, day)
        if weekday is not None and found.weekday() != weekday:
            raise refuse(reading, "date.wrong_weekday", day=found)
        return found
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise refuse(reading, "date.impossible")
    ordered = _candidates(reading, month, day)
    if not ordered:
        raise refuse(reading, "date.impossible")
    if weekday is None:
        return ordered[0]
    for found in ordered:
        distance = (found - reading.today).days * (-1 if reading.past else 1)
        if found.weekday() == weekday and -BEHIND_DAYS <= distance <= 366:
            return found
    raise refuse(reading, "date.wrong_weekday", day=ordered[0])


def _candidates(reading: Reading, month: int, day: int) -> list[date]:
    """Such days near today: those on the side that is meant first, the nearest first."""
    today = reading.today
    found = []
    for year in range(today.year - LEAP_CYCLE, today.year + LEAP_CYCLE + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    sign = -1 if reading.past else 1
    return sorted(found, key=lambda each: ((each - today).days * sign < 0, abs(each - today)))


def day_alone(reading: Reading) -> date | None:
    """Le 24, the 24th, mardi 24: the next such day, or the last one.

    Raises:
        UsageProblem: where there is no such day.
    """
    head, _, rest = reading.text.partition(" ")
    weekday = WEEKDAYS.get(head)
    match = _DAY_ALONE.match(rest.removeprefix("the ") if weekday is not None else reading.text)
    if match is None or not (weekday is not None or reading.opened or match[2]):
        return None
    day = int(match[1])
    sign = -1 if reading.past else 1
    start = reading.today.year * 12 + reading.today.month - 1
    for step in range(MONTHS_ON):
        year, index = divmod(start + sign * step, 12)
        try:
            found = date(year, index + 1, day)
        except ValueError:
            continue
        if (found - reading.today).days * sign >= 0 and weekday in (None, found.weekday()):
            return exact(reading, found.year, found.month, found.day)
    raise refuse(reading, "date.impossible" if weekday is None else "date.unreadable")
