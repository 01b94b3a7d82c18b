"""How long a timer has run, as its cell shows it."""

from __future__ import annotations

from datetime import datetime

from store.views.timer import RunningTimer
from store.words.durations import minutes as minutes_said
from store.words.durations import running_clock
from store.words.words import Words

MINUTE = 60
"""Seconds."""


def timer_clock(timer: RunningTimer, now: datetime, words: Words, *, watched: bool) -> str:
    """How long it has run: "0:12:41", "1:02:41"; in minutes where its seconds do not matter.

    Args:
        timer: the one that runs.
        now: an instant, with its zone.
        words: the language.
        watched: whether the terminal has the focus, as far as it tells.
    """
    seconds = timer.seconds(now)
    if by_seconds(timer, now, watched=watched):
        return running_clock(seconds)
    said = minutes_said(seconds // MINUTE, words)
    return f"{said} ?" if timer.is_forgotten(now) else said


def by_seconds(timer: RunningTimer, now: datetime, *, watched: bool) -> bool:
    """Whether seconds are shown: not where nobody looks, nor of a timer that was forgotten."""
    return watched and not timer.is_forgotten(now)
