"""The day of something to come that a sentence of a note tells: "Her book comes out on Thursday".

Read from the day on which it was noted. What tells of the past ("since Monday", "left in March"),
of a habit ("on Thursdays", "le mercredi") or of a season is no such day: rather none than a wrong
one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

from store.words.day_text import read_day
from store.words.day_vocabulary import MONTHS, NUMBERS, UNITS, WEEKDAYS
from store.words.fold import fold
from store.words.message import UsageProblem

_SHORTEST = 5
"""Letters of a name of a day: short forms are other words as well ("mar", "sat", "sun")."""

_DAY_NAMES = "|".join(sorted((name for name in WEEKDAYS if len(name) >= _SHORTEST), reverse=True))
_FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
_MONTH_NAMES = "|".join(_FULL_MONTHS)
_NUMBER_NAMES = "|".join(sorted(NUMBERS, reverse=True))
_UNIT_NAMES = "|".join(sorted((name for name in UNITS if len(name) > 1), reverse=True))

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_DAY_MONTH = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?(?: of| de)? (?:{_MONTH_NAMES})(?:,? \d{{4}})?\b"
)
_MONTH_DAY = re.compile(rf"\b(?:{_MONTH_NAMES}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b")
_NEAR = re.compile(r"\b(?:day after tomorrow|apres[- ]demain|tomorrow|demain)\b")
_IN_TIME = re.compile(rf"\b(?:in|dans) (?:\d{{1,3}}|{_NUMBER_NAMES}) (?:{_UNIT_NAMES})\b")
_WEEKDAY = re.compile(
    rf"(?<!\ble )(?<!\bles )(?<!every )(?<!chaque )(?<!each )\b(?:{_DAY_NAMES})\b"
)
_NEXT_WEEK = re.compile(r"\b(?:next week|(?:la )?semaine prochaine)\b")
_NEXT_MONTH = re.compile(r"\b(?:next month|(?:le )?mois prochain)\b")
_MONTH = re.compile(
    r"\b(?:in|for|by|from|until|en|pour|a partir d'|debut|mi-?|fin|d'ici(?: a)?|early|late|mid-?"
    rf"|end of|(?:a la |en )?fin(?: de)?) ?(?P<month>{_MONTH_NAMES})(?: (?P<year>\d{{4}}))?\b"
)

_NOT_PAST = frozenset({"need", "indeed", "planned", "scheduled", "expected", "speed", "red", "bed"})
_PAST_ENGLISH = re.compile(
    r"\b(?:since|last|ago|was|were|had|did|went|came|got|left|began|begun|spoke|gave|took|met|saw"
    r"|told|said|won|born|sold|bought|broke|found|lost|made|sang|wrote|fell|been|gone|done|became"
    r"|[a-z]{2,}ed)\b"
)
_PAST_FRENCH = re.compile(
    r"\b(?:depuis|dernière?s?|passée?s?|hier|avait|avaient|était|étaient|fut|il y a)\b"
    r"|(?:^|, )(?:\w{3,}és?|(?:sortie|rentrée|revenue) d\w*)\b"
    r"|\b(?:a|ont|est|sont|s'est) (?:\w+ )?\w*(?:é|ée|és|ées|u|ue|us|ues|i|ie|it|is|ert|morte?)\b"
)


_SOON = timedelta(days=275)
"""A day without a year that is further off was probably meant of the past."""


class Foreseen(msgspec.Struct, frozen=True):
    """When something told was to come."""

    on: date
    """The day, or the last one of the week or month that was named."""
    exact: bool
    """Whether a day was named."""


def foreseen(sentence: str, told: date) -> Foreseen | None:
    """The day of something to come; None where none is named, or where it may be past.

    Args:
        sentence: of a note.
        told: the day of the talk.
    """
    if _tells_of_the_past(sentence):
        return None
    text = fold(sentence)
    for form in (_ISO, _DAY_MONTH, _MONTH_DAY, _NEAR, _WEEKDAY, _IN_TIME):
        found = form.search(text)
        if found is not None:
            return _day(found[0].replace(",", ""), told, exact=form is not _IN_TIME)
    if _NEXT_WEEK.search(text):
        return _week_after(told)
    if _NEXT_MONTH.search(text):
        year, index = divmod(told.year * 12 + told.month, 12)
        return _last_of(year, index + 1)
    return _month(text, told)


def _tells_of_the_past(sentence: str) -> bool:
    lower = sentence.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if _PAST_FRENCH.search(lower):
        return True
    return any(word not in _NOT_PAST for word in _PAST_ENGLISH.findall(lower))


def _day(text: str, told: date, *, exact: bool) -> Foreseen | None:
    try:
        on = read_day(text, told, "fr")
    except UsageProblem:
        return None
    if on - told > _SOON and not _YEAR.search(text):
        return None
    return Foreseen(on, exact) if on >= told else None


def _month(text: str, told: date) -> Foreseen | None:
    found = _MONTH.search(text)
    if found is None:
        return None
    month = MONTHS[found["month"]]
    year = told.year if month >= told.month else told.year + 1
    if found["year"]:
        year = int(found["year"])
    ahead = _last_of(year, month)
    if ahead is None or ahead.on < told:
        return None
    return ahead if found["year"] or ahead.on - told <= _SOON else None


def _week_after(told: date) -> Foreseen | None:
    try:
        return Foreseen(told + timedelta(days=13 - told.weekday()), exact=False)
    except OverflowError:
        return None


def _last_of(year: int, month: int) -> Foreseen | None:
    if not date.min.year <= year <= date.max.year:
        return None
    return Foreseen(date(year, month, monthrange(year, month)[1]), exact=False)
