"""A birthday as people write it: read to a partial date, and said in words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from store.records.kinds import Language
from store.records.partial_date import LEAP_YEAR, is_partial_date, looks_partial, parts_of
from store.words import dates
from store.words.day_calendar import iso
from store.words.day_reading import Reading, reading_of, refuse
from store.words.day_vocabulary import MONTHS
from store.words.message import UsageProblem

_NUMBERS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$")
_DAY = r"(?P<day>\d{1,2}|premier|first)(?:er|st|nd|rd|th)?"
_NAME = r"(?P<month>[a-z]+)"
_YEAR = r"(?: (?P<year>\d{4}|'?\d{2}))?"
_NAMED = (
    re.compile(rf"^{_DAY} ?(?:of |de |d')?{_NAME}{_YEAR}$"),
    re.compile(rf"^{_NAME} ?(?:the )?{_DAY}{_YEAR}$"),
    re.compile(rf"^{_NAME}(?: (?P<year>\d{{4}}))?$"),
)


def read_partial_day(text: str, today: date, language: Language) -> str:
    """The partial date that a text means: `1985-04-12`, `--04-12`, `1985-04`, `--04` or `1985`.

    Args:
        text: such a date, or "12 April", "12 avril 1985", "April 12", "12/04/1985".
        today: two digits of a year mean the last such year.
        language: in French the day comes first; English writes both orders, so that there one of
            two numbers has to be above 12, or both alike.

    Raises:
        UsageProblem: where it is no date, where there is no such day, or where two could be meant.
    """
    plain = text.strip()
    if is_partial_date(plain):
        return plain
    reading = reading_of(plain, today, language, True)
    if looks_partial(plain):
        raise refuse(reading, "date.impossible")
    found = iso(reading)
    if found is not None:
        return found.isoformat()
    numbers = _NUMBERS.match(reading.text)
    if numbers is not None:
        return _of_numbers(reading, int(numbers[1]), int(numbers[2]), numbers[3])
    for form in _NAMED:
        match = form.match(reading.text)
        month = MONTHS.get(match["month"]) if match is not None else None
        if match is not None and month is not None:
            parts = match.groupdict()
            day = parts.get("day")
            number = None if day is None else int(day) if day.isdecimal() else 1
            return _written(reading, parts["year"], month, number)
    raise UsageProblem("bad_birthday", "problem.bad_birthday", text=reading.shown)


def _of_numbers(reading: Reading, first: int, second: int, year: str | None) -> str:
    if reading.language == "en":
        if first <= 12 and second <= 12 and first != second:
            either = (
                partial_day_said(_written(reading, year, month, day), "en")
                for day, month in ((first, second), (second, first))
            )
            a, b = either
            raise refuse(reading, "date.ambiguous", a=a, b=b)
        if second > 12:
            first, second = second, first
    return _written(reading, year, second, first)


def _written(reading: Reading, digits: str | None, month: int, day: int | None) -> str:
    year = _year(digits.removeprefix("'"), reading.today) if digits else None
    whole = LEAP_YEAR if year is None else year
    if not (whole and 1 <= month <= 12 and 1 <= (day or 1) <= monthrange(whole, month)[1]):
        raise refuse(reading, "date.impossible")
    start = "-" if year is None else f"{year:04}"
    return f"{start}-{month:02}" + ("" if day is None else f"-{day:02}")


def _year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year - 100 if year > today.year else year


def partial_day_said(text: str, language: Language) -> str:
    """A partial date in words: "12 April 1985", "12 avril", "April 1985", "1985"."""
    parts = parts_of(text)
    if parts is None:
        return text
    year, month, day = parts
    if not month:
        return year
    on = date(int(year or LEAP_YEAR), int(month), int(day or 1))
    named = dates.day_and_month(on, language) if day else dates.month(on, language)
    return f"{named} {year}".strip()
