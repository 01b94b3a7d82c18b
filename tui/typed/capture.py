"""A talk told in one line: kind, minutes, day, and what they told, as `call 20 Moved to Lyon`."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from store.records.kinds import Kind, Language
from store.words.day_text import read_day
from store.words.day_vocabulary import MONTHS, WEEKDAYS
from store.words.fold import fold
from store.words.message import Problem

LONGEST_MINUTES = 24 * 60
SHORTEST_PREFIX = 2

KIND_WORDS: dict[str, Kind] = {
    "call": "call",
    "phone": "call",
    "appel": "call",
    "telephone": "call",
    "tel": "call",
    "coffee": "in_person",
    "cafe": "in_person",
    "lunch": "in_person",
    "dejeuner": "in_person",
    "dinner": "in_person",
    "diner": "in_person",
    "meeting": "in_person",
    "met": "in_person",
    "in person": "in_person",
    "en personne": "in_person",
    "rencontre": "in_person",
    "rendez-vous": "in_person",
    "rdv": "in_person",
    "video": "video",
    "visio": "video",
    "zoom": "video",
    "message": "message",
    "sms": "message",
    "texto": "message",
    "email": "email",
    "e-mail": "email",
    "mail": "email",
    "courriel": "email",
    "social": "social",
    "reseaux": "social",
    "event": "event",
    "evenement": "event",
    "soiree": "event",
}
"""Folded words of both languages; both are read whatever the language."""

OWN_MINUTES = {"coffee": 60, "cafe": 60, "lunch": 90, "dejeuner": 90, "dinner": 90, "diner": 90}
"""Minutes of a meeting that its word tells (RULES 5)."""

_MINUTES = re.compile(r"^(\d{1,4})(?:min|mn|m|')?$")
_HOURS = re.compile(r"^(\d{1,2})h(\d{2})?$")
_UNITS = frozenset({"min", "mn", "minutes", "minute", "'"})
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


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None is for what it does not say."""

    kind: Kind | None = None
    minutes: int | None = None
    on: date | None = None
    note: str = ""


def read_capture(text: str, today: date, language: Language) -> Capture:
    """Read a line; kind, minutes and day in any order at its beginning, the rest is the note."""
    tokens = text.split()
    kind: Kind | None = None
    usual: int | None = None
    minutes: int | None = None
    on: date | None = None
    while tokens:
        day = None if on else _day(tokens, today, language)
        if day is not None:
            on, tokens = day[0], tokens[day[1] :]
            continue
        spent = None if minutes is not None else _minutes(tokens)
        if spent is not None:
            minutes, tokens = spent[0], tokens[spent[1] :]
            continue
        how = None if kind else _kind(tokens)
        if how is None:
            break
        kind, usual, tokens = how[0], OWN_MINUTES.get(how[1]), tokens[how[2] :]
    if minutes is None:
        minutes = usual
    return Capture(kind=kind, minutes=minutes, on=on, note=" ".join(tokens))


def _kind(tokens: list[str]) -> tuple[Kind, str, int] | None:
    pair = fold(" ".join(tokens[:2]))
    if len(tokens) > 1 and pair in KIND_WORDS:
        return KIND_WORDS[pair], pair, 2
    word = fold(tokens[0])
    if word in KIND_WORDS:
        return KIND_WORDS[word], word, 1
    if len(word) < SHORTEST_PREFIX or tokens[0][:1].isupper():
        return None
    begun = [known for known in KIND_WORDS if known.startswith(word)]
    kinds = {KIND_WORDS[known] for known in begun}
    return (kinds.pop(), begun[0], 1) if len(kinds) == 1 else None


def _minutes(tokens: list[str]) -> tuple[int, int] | None:
    word = fold(tokens[0])
    hours = _HOURS.match(word)
    if hours is not None:
        spent, used = int(hours[1]) * 60 + int(hours[2] or 0), 1
    else:
        match = _MINUTES.match(word)
        if match is None:
            return None
        spent = int(match[1])
        used = 2 if len(tokens) > 1 and fold(tokens[1]) in _UNITS else 1
    return (spent, used) if spent <= LONGEST_MINUTES else None


def _day(tokens: list[str], today: date, language: Language) -> tuple[date, int] | None:
    if fold(tokens[0]) in _BEFORE_DAYS and len(tokens) > 1:
        found = _day(tokens[1:], today, language)
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
            return read_day(text, today, language, past=True), count
        except Problem:
            continue
    return None
