"""Days as LinkedIn writes them: in words, short, or ISO with a time."""

from __future__ import annotations

import re
from datetime import date

from store.words.fold import fold

CENTURY = 2000
"""LinkedIn began in 2003: a year of two digits is of this century."""

_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
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


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
