"""The day in headers of mail, as on its writer's calendar: `Tue, 17 Nov 2009 21:28:37 +0600`."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1980, 2037
"""Mail is not older; clocks that never were set say 1970, those that ran over 2038 and more."""

_MONTHS = {
    name: month
    for month, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[\s.-]+([A-Za-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})(?![\d:])")
_MONTH_FIRST = re.compile(
    r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(?:\d{1,2}:\d\d(?::\d\d)?\s+(?:[A-Z]{3,4}\s+)?)?(\d{4})\b"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")

_LONGEST = 200


def day_of(text: str) -> date | None:
    """The day, in the zone that is written with it; None where there is none that can be.

    Its time may make no sense. Two digits of a year are those of RFC 5322, 4.3.
    """
    text = text[:_LONGEST]
    if found := _DAY_FIRST.search(text):
        return _day(found[3], _MONTHS.get(found[2].lower(), 0), found[1])
    if found := _MONTH_FIRST.search(text):
        return _day(found[3], _MONTHS.get(found[1].lower(), 0), found[2])
    if found := _ISO.search(text):
        return _day(found[1], int(found[2]), found[3])
    return None


def received_on(text: str) -> date | None:
    """The day in a `Received` header, which stands behind its last semicolon."""
    return day_of(text.rpartition(";")[2].strip())


def _day(year_text: str, month: int, day: str) -> date | None:
    year = int(year_text)
    if len(year_text) == 2:
        year += 2000 if year < 50 else 1900
    elif len(year_text) == 3:
        year += 1900
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, int(day))
    except ValueError:
        return None
