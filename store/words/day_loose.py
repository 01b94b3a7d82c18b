"""The last resort: dateparser, held on a short leash.

It guesses gladly ("lundi en huit" is read as a past day), so that it is asked only where every
word is one of dates, and believed only where what it found agrees with each of them.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from store.records.kinds import LANGUAGES
from store.words.day_reading import Reading, exact
from store.words.day_vocabulary import MONTHS, NUMBERS, UNITS, WEEKDAYS

_JOINING = frozenset(
    {"in", "dans", "il", "y", "ago", "et", "and", "at", "of", "de", "h", "am", "pm"}
)
_AHEAD, _BACK = frozenset({"in", "dans"}), frozenset({"il", "ago"})
_TOKENS = re.compile(r"[a-z]+|\d+")


def loose(reading: Reading) -> date | None:
    """What no form of ours reads: "dans 2 mois et 3 jours", "24 nov 2026 at 14:30"."""
    tokens = _TOKENS.findall(reading.text)
    names = [token for token in tokens if token.isalpha()]
    if len(tokens) < 3 or not names or not all(_known(name) for name in names):
        return None
    if _AHEAD & set(names) and _BACK & set(names):
        return None
    found = _asked(reading)
    if found is None or not _agrees(found, tokens):
        return None
    return exact(reading, found.year, found.month, found.day)


def _known(name: str) -> bool:
    return any(name in words for words in (MONTHS, WEEKDAYS, NUMBERS, UNITS, _JOINING))


def _asked(reading: Reading) -> date | None:
    # A quarter of a second to load, for the few texts that come this far.
    from dateparser import parse  # type: ignore[import-untyped]

    base = datetime.combine(reading.today, time(12), UTC).replace(tzinfo=None)
    try:
        found: datetime | None = parse(
            reading.text,
            languages=list(LANGUAGES),
            settings={
                "RELATIVE_BASE": base,
                "STRICT_PARSING": True,
                "DATE_ORDER": "DMY",
                "PREFER_DATES_FROM": "past" if reading.past else "future",
                "TIMEZONE": "UTC",
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None


def _agrees(found: date, tokens: list[str]) -> bool:
    months = {MONTHS[token] for token in tokens if token in MONTHS and token not in WEEKDAYS}
    weekdays = {WEEKDAYS[token] for token in tokens if token in WEEKDAYS and token not in MONTHS}
    years = {int(token) for token in tokens if len(token) == 4 and token.isdecimal()}
    if months and str(found.day) not in {token.lstrip("0") for token in tokens}:
        return False
    return months <= {found.month} and weekdays <= {found.weekday()} and years <= {found.year}
