"""Reading a time of the day that somebody typed, in either language."""

from __future__ import annotations

import re

from store.words.fold import fold
from store.words.message import UsageProblem

_LONGEST = 40
"""Characters that are looked at."""

_CLOCK = re.compile(
    r"(?:at |a )?(?P<hour>\d{1,2})"
    r"(?:\s*(?:[:.h]|heures?)\s*(?P<minute>\d{2})?(?:\s*min)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?"
)
_BARE = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")

_NAMED = {"noon": "12:00", "midi": "12:00", "midnight": "00:00", "minuit": "00:00"}


def read_time(text: str) -> str:
    """A time as `HH:MM`: of "9:00", "9h", "17 h 30", "9.30", "1730", "5:30 pm", "9", "noon".

    Raises:
        UsageProblem: `bad_time`, where no time of the day can be meant.
    """
    word = " ".join(fold(text[:_LONGEST]).split())
    if word in _NAMED:
        return _NAMED[word]
    found = _BARE.fullmatch(word) or _CLOCK.fullmatch(word)
    if found is None:
        raise _refused(text)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found.groupdict().get("half")
    if half:
        if not 1 <= hour <= 12:
            raise _refused(text)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise _refused(text)
    return f"{hour:02d}:{minute:02d}"


def _refused(text: str) -> UsageProblem:
    return UsageProblem("bad_time", "problem.bad_time", text=text[:_LONGEST])
