"""A length of time as somebody types it: "20", "20 min", "1h30", "1:30"."""

from __future__ import annotations

import re

from store.records.clean import clean_line
from store.words.fold import fold
from store.words.message import UsageProblem

_FORMS = (
    re.compile(r"(?P<minutes>\d{1,5})\s*(?:min|mn|m|minutes?|')?"),
    re.compile(
        r"(?P<hours>\d{1,3})\s*(?:h|hours?|heures?)\s*(?:(?P<minutes>[0-5]?\d)\s*(?:min|mn|m)?)?"
    ),
    re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)"),
    re.compile(r"(?P<part>\d{1,2}[.,]\d)\s*(?:h|hours?|heures?)"),
)

HOUR = 60

LONGEST = 24
"""Signs that are looked at."""


def read_minutes(text: str) -> int | None:
    """Whole minutes; None where a text is no length of time. Figures alone are minutes."""
    folded = fold(text[:LONGEST]).strip()
    for form in _FORMS:
        match = form.fullmatch(folded)
        if match is None:
            continue
        found = match.groupdict()
        if "part" in found:
            return round(float(str(found["part"]).replace(",", ".")) * HOUR)
        return int(found.get("hours") or 0) * HOUR + int(found.get("minutes") or 0)
    return None


def minutes_told(text: str) -> int:
    """Whole minutes, as `read_minutes`.

    Raises:
        UsageProblem: `bad_minutes`, where a text is no length of time.
    """
    minutes = read_minutes(text)
    if minutes is None:
        shown = clean_line(text[:LONGEST])
        raise UsageProblem("bad_minutes", "problem.no_minutes", text=shown)
    return minutes
