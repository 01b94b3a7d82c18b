"""A slot named by when it is: `17:30`, `tue 9h30`, `Thu 26 Nov 17:30`, `demain`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from store.records.kinds import LANGUAGES
from store.records.time_entry import Slot
from store.words.day_text import NAMING, read_day
from store.words.day_vocabulary import FIXED, WEEKDAYS
from store.words.fold import fold
from store.words.message import Problem
from store.words.time_of_day import read_time

Meant = Literal["come", "coming"]
"""Of several the last whose day has come, or the next that is to come."""

LONGEST = 60
"""Characters that are looked at."""

_HOUR = r"\d{1,2}(?:[:.]\d{2}(?:\s?[ap]m)?|\s?h(?:\s?\d{2})?|\s?[ap]m)|noon|midi"
_AT = rf"(?:(?:at|a|à|to)\s+)?(?P<at>{_HOUR})"
_LAST = re.compile(rf"(?:^|(?P<day>.*?)\s){_AT}$", re.IGNORECASE)
_FIRST = re.compile(rf"^{_AT}\s+(?P<day>.+)$", re.IGNORECASE)


class When(msgspec.Struct, frozen=True, kw_only=True):
    """What a text was read as."""

    days: frozenset[date] = frozenset()
    """Those that may be meant, since "tue" may be the last or the next; empty for any day."""
    at: str = ""
    """`HH:MM`; empty where only the day is told."""

    def holds(self, slot: Slot) -> bool:
        """Whether a slot is of such a day and hour."""
        return (not self.days or slot.on in self.days) and (not self.at or slot.at == self.at)


def read_when(text: str, today: date) -> When | None:
    """Read a day, an hour, or both; None where a text is neither.

    Days are read in all languages, and as behind and ahead: which is meant, the slots tell. They
    are not read loosely: what is done to a slot on a guess is done to another one.
    """
    typed = " ".join(text[:LONGEST].split())
    found = _LAST.match(typed) or _FIRST.match(typed)
    try:
        at = read_time(found["at"]) if found else ""
    except Problem:
        return None
    day = typed if found is None else found["day"] or ""
    days = _days(day, today) if day else frozenset()
    return None if (day and not days) or not typed else When(days=days, at=at)


def _days(text: str, today: date) -> frozenset[date]:
    folded = fold(text).replace("-", " ")
    words = {word.rstrip(".,") for word in folded.split()}
    if not (any(map(str.isdigit, text)) or words & WEEKDAYS.keys() or folded in FIXED):
        # A name is no day, however loosely days are read.
        return frozenset()
    # On a Tuesday "tue" may be that very day as well.
    found = {today} if WEEKDAYS.get(folded.rstrip(".")) == today.weekday() else set()
    for language in LANGUAGES:
        for past in (False, True):
            try:
                found.add(read_day(text, today, language, past=past, forms=NAMING))
            except Problem:
                continue
    return frozenset(found)


def slots_then(slots: Iterable[Slot], when: When, today: date, meant: Meant) -> tuple[Slot, ...]:
    """The slots that a text means: one; several where it does not tell which; none.

    Those of which nothing has been said yet go before the others, and where the hour tells it the
    nearest day: today, else the last that has come or the next to come. Of a day alone the only
    slot is meant, or the only one at no hour.

    Args:
        slots: all that there are.
        when: what the text says.
        today: the day.
        meant: which days go before.
    """
    found = [each for each in slots if when.holds(each)]
    found = [each for each in found if each.state == "planned"] or found
    if not found:
        return ()
    day = min((each.on for each in found), key=lambda on: _distance(on, today, meant))
    of_day = [each for each in found if each.on == day]
    if not when.at and len(of_day) > 1:
        open_ended = [each for each in of_day if not each.at]
        of_day = open_ended if len(open_ended) == 1 else of_day
    return tuple(sorted(of_day, key=lambda each: (each.at, each.id)))


def _distance(on: date, today: date, meant: Meant) -> tuple[bool, int]:
    days = (on - today).days
    return (days > 0 if meant == "come" else days < 0), abs(days)
