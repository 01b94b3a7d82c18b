"""Twelve weeks as the columns of their pane."""

from __future__ import annotations

from datetime import date

from store.views.time_figures import TimeFigures
from store.words.durations import clock_minutes
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from widgets.twelve_weeks import WeekColumn, WeeksShown

HOUR = 60


def weeks_shown(
    figures: TimeFigures, words: Words, today: date, *, roomy: bool, empty: str
) -> WeeksShown:
    """A column a week, the line of the budget, and what is usual.

    Args:
        figures: of the week that is shown.
        words: the language.
        today: the day.
        roomy: whether the line of the budget says how much it is.
        empty: what there is to say where nothing was spent.
    """
    last = len(figures.weeks) - 1
    # A week with days off is meant to take less; the line is that of a whole one.
    goal = max((each.target for each in figures.weeks), default=0)
    columns = tuple(
        WeekColumn(
            label=_label(each.number, place, words, roomy), minutes=each.minutes, here=place == last
        )
        for place, each in enumerate(figures.weeks)
    )
    said = words.say("time.weeks.goal", time=minutes_said(goal, words))
    return WeeksShown(
        columns=columns,
        goal=goal,
        goal_word=said if roomy else words.say("time.weeks.goal_short"),
        closing=_closing(figures, words, today),
        empty=(empty,),
    )


def scale_said(minutes: int, step: int, words: Words) -> str:
    """Minutes beside the picture: whole hours, "2 h"; of lines that never end at one, "1:40"."""
    if HOUR % step and step % HOUR:
        return clock_minutes(minutes)
    return "" if minutes % HOUR else words.say("duration.hours", hours=minutes // HOUR)


def _label(number: int, place: int, words: Words, roomy: bool) -> str:
    text = f"{number:02}"
    return words.say("time.weeks.week", week=text) if roomy and not place else text


def _closing(figures: TimeFigures, words: Words, today: date) -> str:
    week = figures.week
    spent = minutes_said(week.spent, words)
    if week.start > today:
        return ""
    goes_on = today <= week.until
    if figures.usual is None:
        return words.say("time.weeks.so_far" if goes_on else "time.weeks.that_week", spent=spent)
    usual = minutes_said(figures.usual, words)
    id = "time.weeks.usual_so_far" if goes_on else "time.weeks.usual_that"
    return words.say(id, usual=usual, spent=spent)
