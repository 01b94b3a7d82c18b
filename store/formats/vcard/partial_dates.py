"""Dates of a card as partial ISO text (RFC 6350, 4.3; RFC 2426; vCard 2.1, 2.2.3)."""

from __future__ import annotations

import re

from store.records.partial_date import is_partial_date

_DATE = re.compile(
    r"(?P<year>\d{4}|-)-?(?P<month>\d{2})-?(?P<day>\d{2})(?P<time>(?:[T ]\s*\d.*)?)",
    re.ASCII | re.DOTALL,
)
_SHORTER = re.compile(r"\d{4}(?:-\d{2})?|--\d{2}", re.ASCII)

UNKNOWN_YEARS = ("0000", "1604")
"""What stands for no year: 1604 in Apple's address book and whatever learnt from it."""

_LONGEST = 60


def partial_date_of(text: str, omitted_year: str = "") -> tuple[str, bool]:
    """A date of a card, and whether it is all that the text says (a time of day is left out).

    Args:
        text: the value, decoded.
        omitted_year: the year that stands for none, where the card names one.

    Returns:
        `1985-04-12`, `1985-04`, `1985`, `--04-12`, `--04`; nothing where it is no such date.
    """
    plain = text.strip()
    if len(plain) > _LONGEST:
        return "", False
    if _SHORTER.fullmatch(plain):
        return (plain, True) if is_partial_date(plain) else ("", False)
    match = _DATE.fullmatch(plain)
    if match is None:
        return "", False
    year = match["year"]
    if year == omitted_year or year in UNKNOWN_YEARS:
        year = "-"
    found = f"{year}-{match['month']}-{match['day']}"
    return (found, not match["time"]) if is_partial_date(found) else ("", False)
