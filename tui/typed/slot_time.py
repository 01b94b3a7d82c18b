"""Another time for a slot told in one line: `tue 14:30`, `9h 45 min`, `demain`."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from store.records.kinds import Language
from store.words.message import Problem
from store.words.time_of_day import read_time
from tui.typed.capture import leading_minutes
from tui.typed.leading_day import leading_day

_CLOCK = re.compile(r"^\d{1,2}(?:[:.]\d{2}|h\d{0,2}|[ap]m)$|^(?:noon|midi)$", re.IGNORECASE)
"""A time of the day by itself; bare figures are minutes."""

_HOURS = re.compile(r"^(\d{1,2})h\d{0,2}$", re.IGNORECASE)

DAYTIME = 7
"""The hour from which on `9h30` is a time of the day, and below which it is a length."""

_BEFORE = frozenset({"at", "a", "à", "to", "for"})


class TypedTime(msgspec.Struct, frozen=True, kw_only=True):
    """What a line was read as; None is for what it does not say."""

    on: date | None = None
    at: str | None = None
    """`HH:MM`."""
    minutes: int | None = None


def read_slot_time(text: str, today: date, language: Language) -> TypedTime | None:
    """Read a line: day, time and length in any order; None where it says anything else, or nothing.

    Args:
        text: as typed.
        today: the day that "tomorrow" follows.
        language: whose order of day and month holds.
    """
    tokens = text.split()
    on: date | None = None
    at: str | None = None
    minutes: int | None = None
    while tokens:
        clock = None if at else leading_clock(tokens)
        if clock is not None:
            at, tokens = clock[0], tokens[clock[1] :]
            continue
        day = None if on else leading_day(tokens, today, language, past=False)
        if day is not None:
            on, tokens = day[0], tokens[day[1] :]
            continue
        spent = None if minutes is not None else leading_minutes(tokens)
        if spent is None:
            return None
        minutes, tokens = spent[0], tokens[spent[1] :]
    told = TypedTime(on=on, at=at, minutes=minutes)
    return None if told == TypedTime() else told


def leading_clock(tokens: list[str]) -> tuple[str, int] | None:
    """The time of the day with which words begin, `HH:MM`, and how many tell it.

    `1h30` by itself is a length: nobody means the small hours without "at".
    """
    skipped = 1 if tokens[0].lower() in _BEFORE and len(tokens) > 1 else 0
    word = tokens[skipped]
    hours = _HOURS.match(word)
    length = not skipped and hours is not None and int(hours[1]) < DAYTIME
    if length or not _CLOCK.match(word):
        return None
    try:
        return read_time(word), skipped + 1
    except Problem:
        return None
