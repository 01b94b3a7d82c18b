"""Days as LinkedIn writes them: in words, short, or ISO with a time; and months."""

from __future__ import annotations

import re
from datetime import date

from store.words.fold import fold

CENTURY = 2000
"""LinkedIn began in 2003: a year of two digits is of this century."""

_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?!\d)", re.ASCII)
_IN_WORDS = re.compile(r"^(\d{1,2})(?:er)?[\s.\-]+([a-z]+)[\s.\-]+(\d{4}|\d{2})$")

_NAMES = (
    "jan january janv janvier januar janner",
    "feb february fev fevr fevrier februar",
    "mar march mars marz maerz mrz",
    "apr april avr avril",
    "may mai",
    "jun june juin juni",
    "jul july juil juillet juli",
    "aug august aou aout",
    "sep sept september septembre",
    "oct october octobre okt oktober",
    "nov november novembre",
    "dec december decembre dez dezember",
)
"""English; French and German, which no real export has shown yet."""

_MONTH_IN_WORDS = re.compile(r"^([a-z]+)[\s.\-]+(\d{4})$")
_MONTH_FIRST = re.compile(r"^(\d{1,2})[/.\-](\d{4})$")
_YEAR_FIRST = re.compile(r"^(\d{4})(?:[/.\-](\d{1,2}))?$")

MONTHS = {name: month for month, names in enumerate(_NAMES, start=1) for name in names.split()}


def day_of(text: str) -> date | None:
    """The day in `08 Feb 2026`, `15-Jan-24`, `12 mars 2023`, `2024-03-15 09:30:00 UTC`.

    Times are left out; a day that cannot be is None.
    """
    iso = _ISO.match(text.strip())
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    words = _IN_WORDS.match(fold(text).strip())
    if words is None or words[2] not in MONTHS:
        return None
    year = int(words[3])
    return _day(year if year >= 100 else CENTURY + year, MONTHS[words[2]], int(words[1]))


def sent_day_of(text: str) -> date | None:
    """The day in `1/29/26, 2:37 PM`, the month first; a number above 12 tells otherwise.

    Days in any other form are read as elsewhere.
    """
    numbers = _NUMBERS.match(text.strip())
    if numbers is None:
        return day_of(text)
    month, day, year = (int(part) for part in numbers.groups())
    if month > 12:
        month, day = day, month
    return _day(year if year >= 100 else CENTURY + year, month, day)


def month_of(text: str) -> str | None:
    """The month or year in `Sep 2004`, `sept. 2004`, `09/2004`, `2004`: `2004-09`, `2004`.

    A whole day is given by its month; what cannot be is None.
    """
    folded = fold(text).strip()
    words = _MONTH_IN_WORDS.match(folded)
    if words is not None and words[1] in MONTHS:
        return f"{words[2]}-{MONTHS[words[1]]:02}"
    first, year = _MONTH_FIRST.match(folded), _YEAR_FIRST.match(folded)
    number = first[1] if first else year[2] if year else None
    if number is not None and not 1 <= int(number) <= 12:
        return None
    if first:
        return f"{first[2]}-{int(first[1]):02}"
    if year:
        return f"{year[1]}-{int(number):02}" if number else year[1]
    day = day_of(text)
    return None if day is None else f"{day:%Y-%m}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
