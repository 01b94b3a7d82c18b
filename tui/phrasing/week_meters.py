"""The week's time as meters."""

from __future__ import annotations

from store.rules.budget import BudgetBand
from store.views.phrases import budget_word
from store.views.timer import RunningTimer
from store.views.week import WeekView
from store.words.durations import clock_minutes
from store.words.kinds import time_message
from store.words.words import Words
from widgets.week import Meter


def week_meters(week: WeekView, words: Words) -> tuple[Meter, ...]:
    """A meter for each kind, and the whole week last."""
    kinds = tuple(
        Meter(
            label=budget_word(each.kind, words),
            spent=each.spent,
            target=each.target or 0,
            pace=None if each.ceiling else each.pace,
            text=_text(each.spent, each.target or 0, words),
            over=_over(each.band, each.target, words),
        )
        for each in week.kinds
    )
    return (*kinds, whole_week(week, words))


def whole_week(week: WeekView, words: Words) -> Meter:
    """All kinds together."""
    return Meter(
        label=words.say("pane.week.whole"),
        spent=week.spent,
        target=week.target,
        pace=week.pace,
        text=_text(week.spent, week.target, words),
        over="" if week.resting else _over(week.band, week.target, words),
        resting=week.resting,
    )


def meters_left_out(count: int, words: Words, key: str) -> str:
    """How many kinds find no room: "+2 more, 6 shows them"."""
    return words.say("pane.week.left_out", n=count, key=key)


def timer_aside(timer: RunningTimer | None, words: Words, curtain: bool) -> str:
    """What runs, and for whom: "▶ call · Björn Ek"; how long it has is not told, it would move."""
    if timer is None:
        return words.say("pane.week.no_timer")
    kind = words.tell(time_message(timer.kind, timer.contact))
    if not timer.name or curtain:
        return words.say("pane.week.timer", kind=kind)
    return words.say("pane.week.timer_with", kind=kind, name=timer.name)


def _over(band: BudgetBand | None, target: int | None, words: Words) -> str:
    """The word that more was spent; none where nothing is meant."""
    return words.say("budget_band.over") if band == "over" and target else ""


def _text(spent: int, target: int, words: Words) -> str:
    if not target:
        return clock_minutes(spent)
    return words.say("pane.week.of", spent=clock_minutes(spent), target=clock_minutes(target))
