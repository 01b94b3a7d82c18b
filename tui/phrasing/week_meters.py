"""The week's time as meters."""

from __future__ import annotations

from store.views.phrases import budget_word
from store.views.week import WeekView
from store.words.durations import clock_minutes
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
            over=each.band == "over",
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
        over=week.band == "over" and not week.resting,
        resting=week.resting,
    )


def _text(spent: int, target: int, words: Words) -> str:
    if not target:
        return clock_minutes(spent)
    return words.say("pane.week.of", spent=clock_minutes(spent), target=clock_minutes(target))
