"""A timer in words: for whom, for what, and since when."""

from __future__ import annotations

from datetime import datetime

from store.views.timer import RunningTimer
from store.words import dates
from store.words.kinds import time_message
from store.words.words import Words
from tui.phrasing.curtain import name_shown


def timer_named(timer: RunningTimer, words: Words, *, curtain: bool = False) -> str:
    """What it is for: "call · Björn Ek", its kind alone where it is for nobody."""
    kind = timer_kind(timer, words)
    if not timer.name:
        return kind
    return words.say("timer.with", kind=kind, name=name_shown(timer.name, curtain))


def briefly_named(timer: RunningTimer, words: Words) -> tuple[str, ...]:
    """What it is for in a narrow place, the longest first: "call · Björn", then "Björn"."""
    kind, name = timer_kind(timer, words), timer.name.split()
    if not name:
        return (kind,)
    return (words.say("timer.with", kind=kind, name=name[0]), name[0])


def timer_kind(timer: RunningTimer, words: Words) -> str:
    """The kind of contact or of time that it is."""
    return words.tell(time_message(timer.kind, timer.contact))


def since_said(timer: RunningTimer, now: datetime, words: Words) -> str:
    """When it was started, on the clock of `now`: "08:10", or "Thu 19 Nov 18:02"."""
    started = timer.started.astimezone(now.tzinfo)
    clock = f"{started:%H:%M}"
    if started.date() == now.date():
        return clock
    weekday = dates.weekday_short(started.date(), words.language)
    day = dates.day_of_month(started.date(), words.language, now.date())
    return f"{weekday} {day} {clock}"


def forgotten_said(
    timer: RunningTimer, now: datetime, key: str, words: Words, *, curtain: bool = False
) -> str:
    """That a timer still runs which is likelier to have been forgotten, and which key helps."""
    since = since_said(timer, now, words)
    what = timer_named(timer, words, curtain=curtain)
    return words.say("tui.timer.forgotten", since=since, what=what, key=key)
