"""What is read as a day, made ready once for all forms; and how each refusal is said."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

from store.records.clean import clean_line
from store.records.kinds import Language
from store.words.fold import fold
from store.words.message import UsageProblem

LONGEST = 200
"""Characters looked at; dateparser takes seconds over a page of text."""

FIRST_YEAR, LAST_YEAR = 1900, 2100

_JOINTS = re.compile(r"(?<=[a-z])[-.]|[-.](?=[a-z])|,")
_OPENING = re.compile(r"^(?:d'ici(?: a| au)? |(?:le|la|the|on|du) )+")
_PART_OF_DAY = re.compile(
    r" (?:in the |at |a )?(?:matin|midi|apres midi|soir|morning|noon|afternoon|evening|night)$"
)


class Reading(msgspec.Struct, frozen=True):
    """A text and what it is read against."""

    shown: str
    """As typed, cleaned and cut, for the answer."""
    text: str
    """Folded, without points, commas and opening words."""
    opened: bool
    """Whether an article stood before it: "le 24" is a day, "24" is not."""
    today: date
    language: Language
    past: bool
    """Whether a day without a year or a direction lies behind: the last one, not the next."""


def reading_of(text: str, today: date, language: Language, past: bool) -> Reading:
    """Make a text ready."""
    shown = clean_line(text[:LONGEST])
    spaced = " ".join(_JOINTS.sub(" ", fold(shown).replace("`", "'")).split()).rstrip(".")
    opening = _OPENING.match(spaced)
    plain = spaced[opening.end() :] if opening else spaced
    cut = _PART_OF_DAY.sub("", plain) if not plain.startswith(("ce ", "cet ", "this ")) else plain
    # "apres midi" alone would leave nothing to read.
    return Reading(shown, cut or plain, opening is not None, today, language, past)


def refuse(reading: Reading, message: str, **values: object) -> UsageProblem:
    """The refusal of a reading, as one of the `date.*` sentences."""
    return UsageProblem("bad_date", message, text=reading.shown, **values)


def exact(reading: Reading, year: int, month: int, day: int) -> date:
    """A day of the calendar.

    Raises:
        UsageProblem: where the year is out of range or there is no such day.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse(reading, "date.out_of_range")
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise refuse(reading, "date.impossible")
    return date(year, month, day)


def moved(reading: Reading, days: int) -> date:
    """Today and so many days.

    Raises:
        UsageProblem: where the year is out of range.
    """
    try:
        found = reading.today + timedelta(days=days)
    except OverflowError as error:
        raise refuse(reading, "date.out_of_range") from error
    return exact(reading, found.year, found.month, found.day)


def moved_months(reading: Reading, months: int) -> date:
    """Today and so many months; the 31st becomes the last day of a shorter month.

    Raises:
        UsageProblem: where the year is out of range.
    """
    year, index = divmod(reading.today.year * 12 + reading.today.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse(reading, "date.out_of_range")
    last = monthrange(year, index + 1)[1]
    return date(year, index + 1, min(reading.today.day, last))
