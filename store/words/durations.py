"""Lengths of time in words: minutes of contacts, days of silence."""

from __future__ import annotations

from store.words.message import Message
from store.words.words import Words

HOUR = 60
DAY = 24 * HOUR
WEEK_DAYS = 7
MONTH_DAYS = 365.25 / 12
YEAR_DAYS = 365.25

DAYS_BELOW = 14
WEEKS_BELOW = 10
MONTHS_BELOW = 24
SHORT_DAYS_BELOW = 100
"""A narrow cell keeps days that long, to be compared with a usual gap in days beside it."""


def _nearest(number: float) -> int:
    return int(max(number, 0.0) + 0.5)


def minutes(n: int, words: Words) -> str:
    """Minutes as people say them: "40 min", "1 h 25", "2 h"; "-5 min" below nothing.

    Args:
        n: whole minutes.
        words: the language.
    """
    sign = "-" if n < 0 else ""
    hours, rest = divmod(abs(n), HOUR)
    if hours == 0:
        return sign + words.say("duration.minutes", minutes=rest)
    if rest == 0:
        return sign + words.say("duration.hours", hours=hours)
    return sign + words.say("duration.hours_minutes", hours=hours, minutes=f"{rest:02}")


def minutes_message(n: int) -> Message:
    """Minutes as `minutes` says them, as a value of another sentence; not below nothing."""
    hours, rest = divmod(n, HOUR)
    if hours == 0:
        return Message("duration.minutes", {"minutes": rest})
    if rest == 0:
        return Message("duration.hours", {"hours": hours})
    return Message("duration.hours_minutes", {"hours": hours, "minutes": f"{rest:02}"})


def clock_minutes(n: int) -> str:
    """Minutes for a column: "1:25", "0:05", "-0:10"."""
    hours, rest = divmod(abs(n), HOUR)
    return f"{'-' if n < 0 else ''}{hours}:{rest:02}"


def silence(days: float, words: Words) -> str:
    """Days in the unit that people would use: "13 days", "8 weeks", "14 months", "2 years".

    Days below 14, weeks below 10 weeks, months below 24 months, then years, each to the nearest.
    """
    if _nearest(days) < DAYS_BELOW:
        return words.say("duration.days", n=_nearest(days))
    weeks = _nearest(days / WEEK_DAYS)
    if weeks < WEEKS_BELOW:
        return words.say("duration.weeks", n=weeks)
    months = _nearest(days / MONTH_DAYS)
    if months < MONTHS_BELOW:
        return words.say("duration.months", n=months)
    return words.say("duration.years", n=_nearest(days / YEAR_DAYS))


def silence_short(days: float, words: Words) -> str:
    """Days for a narrow cell: "34 d", "4 mo", "3 y"; "34 j", "4 mois", "3 ans" in French.

    Days below 100, months below 24 months, then years, each to the nearest.
    """
    if _nearest(days) < SHORT_DAYS_BELOW:
        return words.say("duration.short_days", n=_nearest(days))
    months = _nearest(days / MONTH_DAYS)
    if months < MONTHS_BELOW:
        return words.say("duration.short_months", n=months)
    return words.say("duration.short_years", n=_nearest(days / YEAR_DAYS))


def running_clock(seconds: int) -> str:
    """Seconds of what runs, as a stopwatch shows them: "0:00:05", "0:12:41", "1:02:41".

    Hours stand there from the beginning: "12:41" beside it would be hours and minutes.
    """
    minutes, rest = divmod(max(0, seconds), 60)
    hours, left = divmod(minutes, HOUR)
    return f"{hours}:{left:02}:{rest:02}"
