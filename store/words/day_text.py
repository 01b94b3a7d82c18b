"""Reading a day that somebody typed, in either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from store.records.kinds import Language
from store.words.day_calendar import day_alone, iso, named_month, numbers
from store.words.day_loose import loose
from store.words.day_reading import Reading, reading_of, refuse
from store.words.day_relative import duration, edge, fixed, week_after, weekday

Form = Callable[[Reading], date | None]

FORMS: tuple[Form, ...] = (
    iso,
    fixed,
    duration,
    weekday,
    week_after,
    edge,
    numbers,
    named_month,
    day_alone,
    loose,
)
"""Tried in this order; each gives a day, None where it is not its form, or refuses."""

NAMING: tuple[Form, ...] = (iso, fixed, weekday, week_after, numbers, named_month, day_alone)
"""Those in which every sign of a text tells of the day: what an id begins with is none of them."""


def read_day(
    text: str,
    today: date,
    language: Language,
    *,
    past: bool = False,
    forms: Sequence[Form] = FORMS,
) -> date:
    """The day that a text means; English and French are both read, whatever the language.

    Args:
        text: as typed; 200 characters of it are looked at.
        today: the day it is read on.
        language: decides the order of "24/11" only, and what "mar 24" is.
        past: take what names no direction ("friday", "24 nov", "3d") as behind, not ahead.
        forms: how days may be written.

    Raises:
        UsageProblem: `bad_date`, where no day can be meant, or two, or one out of 1900 to 2100.
    """
    reading = reading_of(text, today, language, past)
    for form in forms:
        found = form(reading)
        if found is not None:
            return found
    raise refuse(reading, "date.unreadable")


def read_last_day(text: str, first: date, today: date, language: Language) -> date:
    """The last day of a span: "friday" and "3d" count from its first day, "tomorrow" from today.

    What would come before the first day is read from today as well: "three days ago".

    Raises:
        UsageProblem: as `read_day`.
    """
    named = fixed(reading_of(text, today, language, False))
    if named is not None:
        return named
    last = read_day(text, first, language)
    return last if last >= first else read_day(text, today, language)
