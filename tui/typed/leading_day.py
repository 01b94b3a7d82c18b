"""A day at the beginning of a line, as `24 nov`, `on thursday`, `3d`."""

from __future__ import annotations

import re
from datetime import date

from store.records.kinds import Language
from store.words.day_text import read_day
from store.words.day_vocabulary import MONTHS, WEEKDAYS
from store.words.fold import fold
from store.words.message import Problem

_DATE_LIKE = re.compile(
    r"^(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{1,3}(?:d|j|w|sem|mo|mois))$"
)
_DATE_WORDS = frozenset(
    [
        "today",
        "tomorrow",
        "yesterday",
        "aujourd'hui",
        "demain",
        "hier",
        "avant-hier",
        "apres-demain",
        "last",
        "next",
    ]
) | frozenset(WEEKDAYS)
_BEFORE_DAYS = frozenset({"on", "le"})
"""Words that may stand before a day: "on thursday", "le 24"."""

_YEAR = re.compile(r"^(?:19|20)\d\d$")
"""After a month two figures are minutes, four are a year."""


def leading_day(
    tokens: list[str], today: date, language: Language, *, past: bool
) -> tuple[date, int] | None:
    """The day with which a line begins, and how many words tell it; None where none does.

    Args:
        tokens: the words.
        today: the day that "tomorrow" follows.
        language: whose order of day and month holds.
        past: whether a bare day name is the one gone by.
    """
    if fold(tokens[0]) in _BEFORE_DAYS and len(tokens) > 1:
        found = leading_day(tokens[1:], today, language, past=past)
        return None if found is None else (found[0], found[1] + 1)
    first = fold(tokens[0]).rstrip(",;")
    second = fold(tokens[1]).rstrip(".,") if len(tokens) > 1 else ""
    numbered = first.rstrip("er").isdigit() and second in MONTHS
    if not (numbered or first in _DATE_WORDS or _DATE_LIKE.match(first)):
        return None
    dated = numbered and len(tokens) > 2 and _YEAR.match(tokens[2]) is not None
    counts = (3 if dated else 2,) if numbered else (3, 2, 1)
    for count in counts:
        if count > len(tokens):
            continue
        try:
            text = " ".join(tokens[:count]).rstrip(",;")
            return read_day(text, today, language, past=past), count
        except Problem:
            continue
    return None
