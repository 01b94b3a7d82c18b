"""A week that somebody typed: so many back, by its number, or by a day in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from store.records.clean import clean_line
from store.records.kinds import Language
from store.words.day_reading import FIRST_YEAR, LAST_YEAR, LONGEST
from store.words.day_text import read_day
from store.words.message import UsageProblem

_STEPS = re.compile(r"0|[+-]\d{1,4}")
_NUMBERED = re.compile(r"(?:(?P<year>\d{4})[- ]?)?(?:[WwSs](?P<marked>\d{1,2}))|(?P<bare>\d{1,2})")

LONG_YEARS = 7
"""Years from one with a week 53 to the next such one, at most."""

THURSDAY = 4
"""The day of a numbered week that lies in it wherever weeks begin."""


Looking = Literal["back", "ahead"]
"""At weeks that have begun, or at those that are not over."""


def read_week(text: str, today: date, language: Language, looking: Looking = "back") -> date:
    """A day of the week that a text means.

    Args:
        text: `-1` for the last one, `+1` for the next, `2026-W47`, `W47` or `47` (French: `S47`)
            for a number, else a day; a number without its year is the nearest such week that has
            begun, or that is not over.
        today: the day it is read on.
        language: decides the order of day and month.
        looking: which way; only a week told by its year or by a day with it is of either side.

    Raises:
        UsageProblem: `bad_date`, where no week can be meant, or one out of 1900 to 2100.
    """
    typed = text.strip()
    try:
        if _STEPS.fullmatch(typed):
            found = today + timedelta(weeks=int(typed))
        elif numbered := _NUMBERED.fullmatch(typed):
            found = _numbered(numbered, today, looking)
        else:
            return read_day(text, today, language, past=looking == "back")
    except (ValueError, OverflowError):
        found = date.max
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageProblem("bad_date", "date.no_week", text=clean_line(typed[:LONGEST]))
    return found


def _numbered(typed: re.Match[str], today: date, looking: Looking) -> date:
    """The week of a number.

    Raises:
        ValueError: where its year has none of that number, or no year near has.
    """
    number = int(typed["marked"] or typed["bare"])
    if typed["year"]:
        return date.fromisocalendar(int(typed["year"]), number, THURSDAY)
    # The Thursday of this week is on neither side of itself, whichever day it is.
    here = date.fromisocalendar(*today.isocalendar()[:2], THURSDAY)
    years = range(here.year - LONG_YEARS, here.year + LONG_YEARS + 1)
    found = (each for each in (_thursday(year, number) for year in years) if each is not None)
    wanted = (day for day in found if (day <= here if looking == "back" else day >= here))
    return min(wanted, key=lambda day: abs(day - here))


def _thursday(year: int, number: int) -> date | None:
    """The Thursday of a week; None where its year has none of that number."""
    try:
        return date.fromisocalendar(year, number, THURSDAY)
    except ValueError:
        return None
