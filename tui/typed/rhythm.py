"""A rhythm as typed: every how many days."""

from __future__ import annotations

import re

from store.words.fold import fold

SEEN_ANYWAY = 0
OWN_RHYTHM = -1
"""Gives the rhythm back to what the contacts show."""

_DAYS = {
    "d": 1,
    "j": 1,
    "w": 7,
    "sem": 7,
    "s": 7,
    "m": 30,
    "mo": 30,
    "mois": 30,
    "y": 365,
    "a": 365,
}
_FORM = re.compile(r"^(\d{1,4})\s*([a-z]*)$")
_WHOLE = {"day": 1, "days": 1, "jour": 1, "jours": 1, "week": 7, "weeks": 7, "semaine": 7}
_MORE = {"semaines": 7, "month": 30, "months": 30, "year": 365, "years": 365, "an": 365, "ans": 365}


def read_rhythm(text: str) -> int | None:
    """Days between two contacts: `30`, `6w`, `3 mois`, `0` or `à`, `-`; None where unread."""
    plain = text.strip()
    if plain in ("à", "À"):
        return SEEN_ANYWAY
    if plain == "-":
        return OWN_RHYTHM
    match = _FORM.match(fold(plain))
    if match is None:
        return None
    units = {"": 1, **_DAYS, **_WHOLE, **_MORE}
    days = units.get(match[2])
    return None if days is None else int(match[1]) * days
