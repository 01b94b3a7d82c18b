"""What stands behind the figures of a pane of the screen of time, in sentences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import NamedTuple

from store.config.settings import Settings
from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.records.me import Budget
from store.rules.busy import Busy
from store.rules.free_time import hours_of
from store.rules.slots import clock_text
from store.views.phrases import budget_word
from store.views.slots import SlotsView
from store.views.time_figures import TimeFigures
from store.views.timer import RunningTimer
from store.views.week import WeekView
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from tui.busy_times import LongestTaken
from tui.phrasing.calendars_unread import calendars_explained
from tui.phrasing.timer_told import since_said
from widgets.paragraph import SPACE, Paragraph


class Calendars(NamedTuple):
    """What is known of the calendars."""

    busy: tuple[Busy, ...]
    problems: tuple[Refused, ...]
    longest: LongestTaken | None = None
    """What takes most of the days shown."""


def budget_explained(
    week: WeekView, budget: Budget, words: Words, today: date
) -> tuple[Paragraph, ...]:
    """What counts, what is meant, and when it is within."""
    lines = [Paragraph(words.say("time.why.counts")), SPACE]
    if budget.total != week.target:
        values = {
            "meant": minutes_said(week.target, words),
            "total": minutes_said(budget.total, words),
        }
        lines += [Paragraph(words.say("time.why.days_off", **values)), SPACE]
    if week.target:
        low, high = (minutes_said(round(week.target * part), words) for part in (0.8, 1.1))
        lines.append(Paragraph(words.say("time.why.within", low=low, high=high)))
    if any(each.ceiling and each.target for each in week.kinds):
        lines.append(Paragraph(words.say("time.why.ceilings")))
    if week.start <= today <= week.until and week.target:
        day = dates.weekday(today, words.language)
        lines.append(
            Paragraph(words.say("time.why.pace", day=day, pace=minutes_said(week.pace, words)))
        )
        share, left = minutes_said(week.share, words), minutes_said(week.left_today, words)
        lines.append(Paragraph(words.say("time.why.today", share=share, left=left)))
    return tuple(lines)


def shares_explained(figures: TimeFigures, words: Words, today: date) -> tuple[Paragraph, ...]:
    """Which days, how minutes are split, what the parts are."""
    with_people = sum(each.minutes for each in figures.by_layer)
    near = dates.is_near(figures.until, today)
    since, until = (words.day_of_month(each, today) for each in (figures.since, figures.until))
    values = {
        "since": since,
        "until": until,
        "minutes": minutes_said(figures.minutes, words),
        "people": minutes_said(with_people, words),
    }
    id = "time.why.span_near" if near else "time.why.span"
    lines = [Paragraph(words.say(id, **values)), SPACE]
    lines.append(Paragraph(words.say("time.why.split")))
    lines.append(Paragraph(words.say("time.why.ways")))
    lines.append(Paragraph(words.say("time.why.value")))
    lines.append(SPACE)
    for kind, minutes in figures.by_kind:
        said = minutes_said(minutes, words)
        lines.append(
            Paragraph(words.say("time.why.kind", kind=budget_word(kind, words), time=said), "dim")
        )
    return tuple(lines)


def slots_explained(
    shown: SlotsView, calendars: Calendars, settings: Settings, words: Words, now: datetime
) -> tuple[Paragraph, ...]:
    """What could not be read, which hours are free, and by what order they are filled."""
    hours = ", ".join(span_words(each, words) for each in settings.free_hours)
    lines = [*calendars_explained(calendars.problems, words)]
    lines.append(Paragraph(words.say("time.why.hours", hours=hours)))
    if settings.calendars:
        taken = sum(1 for each in calendars.busy if each.until > now)
        if taken:
            lines.append(Paragraph(words.say("time.why.busy", n=taken)))
        if calendars.longest is not None and not shown.spans:
            lines.append(Paragraph(longest_said(calendars.longest, words, now.date())))
    lines.append(Paragraph(words.say("time.why.order")))
    lines.append(Paragraph(words.say("time.why.kept")))
    if shown.spans:
        lines += [SPACE, Paragraph(words.say("time.why.free"), "dim")]
    for span in shown.spans:
        day = dates.day(span.on, words.language, now.date())
        first, last = clock_text(span.start), clock_text(span.until)
        text = words.say("clock.span", start=first, until=last)
        lines.append(Paragraph(f"{day} {text}", "dim"))
    return tuple(lines)


def longest_said(longest: LongestTaken, words: Words, today: date) -> str:
    """The calendar that takes the longest time at once, and which: by days, or hours of one."""
    file, busy = clean_line(PurePath(longest.file).name) or "?", longest.busy
    last = busy.until - timedelta(microseconds=1)
    ends = busy.start.date(), last.date()
    since, until = (dates.day_dated(day, words.language, today) for day in ends)
    if ends[0] != ends[1]:
        return words.say("time.why.longest", file=file, since=since, until=until)
    first, end = (f"{each:%H:%M}" for each in (busy.start, busy.until))
    end = "24:00" if busy.until.date() != busy.start.date() else end
    span = words.say("clock.span", start=first, until=end)
    return words.say("time.why.longest_day", file=file, day=since, hours=span)


def span_words(text: str, words: Words) -> str:
    """Hours of a setting, `9:00-12:30`, as they are told: "09:00–12:30"."""
    hours = hours_of((text,))
    if not hours:
        return text
    start, until = clock_text(hours[0].start), clock_text(hours[0].until)
    return words.say("clock.span", start=start, until=until)


def weeks_explained(figures: TimeFigures, words: Words, today: date) -> tuple[Paragraph, ...]:
    """What is usual, and each week in figures."""
    known = sum(1 for each in figures.weeks[:-1] if each.minutes)
    lines = []
    if figures.usual is not None:
        usual = minutes_said(figures.usual, words)
        lines += [Paragraph(words.say("time.why.usual", usual=usual, n=known)), SPACE]
    for each in figures.weeks:
        day = dates.day_of_month(each.start, words.language, today)
        spent, meant = minutes_said(each.minutes, words), minutes_said(each.target, words)
        id = "time.why.week" if each.target else "time.why.week_off"
        lines.append(Paragraph(words.say(id, day=day, spent=spent, meant=meant), "dim"))
    return tuple(lines)


def timer_explained(
    timer: RunningTimer | None, words: Words, now: datetime
) -> tuple[Paragraph, ...]:
    """Since when it runs, and what comes of it."""
    lines = [Paragraph(words.say("time.why.timer"))]
    if timer is not None:
        minutes = minutes_said(timer.minutes(now), words)
        said = words.say("time.why.since", since=since_said(timer, now, words), minutes=minutes)
        lines.insert(0, Paragraph(said))
    return tuple(lines)
