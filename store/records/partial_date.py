"""Dates of which a part may be unknown, as text after ISO 8601:2000 and RFC 6350, 4.3.1."""

from __future__ import annotations

import re
from calendar import monthrange

_FORMS = re.compile(r"^(?:(?P<year>\d{4})|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?$")

LEAP_YEAR = 2000
"""Stands in where the year is unknown, so that 29 February can be."""


def looks_partial(text: str) -> bool:
    """Whether a text is written so, though there may be no such day: `1985-02-30`."""
    match = _FORMS.match(text)
    return match is not None and not (match["year"] is None and match["month"] is None)


def is_partial_date(text: str) -> bool:
    """Whether a text is `1985-04-12`, `1985-04`, `1985`, `--04-12` or `--04`, and can be."""
    match = _FORMS.match(text)
    if match is None or (match["year"] is None and match["month"] is None):
        return False
    year = int(match["year"] or LEAP_YEAR)
    month, day = int(match["month"] or 1), int(match["day"] or 1)
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def parts_of(text: str) -> tuple[str, str, str] | None:
    """Year, month and day of a partial date, empty where unknown; None where it is none."""
    match = _FORMS.match(text) if is_partial_date(text) else None
    if match is None:
        return None
    return match["year"] or "", match["month"] or "", match["day"] or ""


def month_and_day(text: str) -> tuple[int, int] | None:
    """The month and day of a partial date that holds both."""
    match = _FORMS.match(text)
    if match is None or match["day"] is None or not is_partial_date(text):
        return None
    return int(match["month"]), int(match["day"])
