"""The year of one tie: a cell a week, its height the way one talked, and the silence below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

import msgspec

from store.views.tie_year import NEARNESS, Silence, TieWeek, TieYear, Way
from store.words.dates import month_short
from store.words.width import width
from store.words.words import Words
from store.words.wrapping import wrap
from tui.phrasing.spans import Drawn, Span, flowed, joined

WAYS: dict[Way, Span] = {
    "none": Span("·", "dim"),
    "writing": Span("▂"),
    "voice": Span("▆"),
    "in_person": Span("█"),
}
SILENCES: dict[Silence, Span] = {
    "before": Span(" ", "dim"),
    "within": Span("░", "dim"),
    "beyond": Span("▒", "heat-2"),
    "paused": Span(" ", "dim"),
}
LEGEND: dict[Way, str] = {
    "writing": "tie.year.writing",
    "voice": "tie.year.voice",
    "in_person": "tie.year.in_person",
}

LABELLED_FROM = 3
"""Cells of a month from which its name stands over it."""

MIDDLE = timedelta(days=3)
"""To the day of a week that tells its month."""

Month = Sequence[TieWeek]


def year_lines(
    year: TieYear, name: str, words: Words, cells: int, *, clock: bool
) -> tuple[Drawn, ...]:
    """The picture, in the widest form that fits: by month, without blanks, a cell a fortnight.

    Args:
        year: what is drawn.
        name: how the other one is called, for who wrote first.
        words: the language.
        cells: of a line.
        clock: whether there is a usual gap to draw the silence against.
    """
    labels = words.say("tie.year.talk"), words.say("tie.year.gap")
    lead = max(map(width, labels)) + 1
    form = _form(year, cells - lead, words)
    if form is None:
        return ()
    months, apart, heads = form
    head = Span(f"{' ' * lead}{heads}".rstrip(), "dim")
    talk = _row(labels[0], lead, months, apart, lambda week: WAYS[week.way])
    lines = [(head,), talk]
    if clock:
        lines.append(_row(labels[1], lead, months, apart, lambda week: SILENCES[week.silence]))
    lines += flowed(_legend(year, words, clock=clock), cells)
    first = wrote_first(year, name, words)
    return (*lines, *((Span(each, "dim"),) for each in wrap(first, cells)))


def wrote_first(year: TieYear, name: str, words: Words) -> str:
    """Who wrote first, and how often; empty where nobody wrote."""
    mine, theirs = year.mine, year.theirs
    if mine and theirs:
        return words.say("tie.year.first_both", n=mine, name=name, theirs=theirs)
    if mine:
        return words.say("tie.year.first_mine", n=mine)
    return words.say("tie.year.first_theirs", n=theirs, name=name) if theirs else ""


def _form(year: TieYear, room: int, words: Words) -> tuple[list[Month], str, str] | None:
    """The cells by month, what stands between two months, and the line of their names."""
    months = _by_month(year.weeks)
    if room >= len(year.weeks) + len(months) - 1:
        return months, " ", _names(months, words)
    if room >= len(year.weeks):
        return months, "", _letters(months, words)
    fortnights = _by_month(_fortnights(year.weeks))
    if room >= sum(map(len, fortnights)):
        return fortnights, "", _letters(fortnights, words)
    return None


def _by_month(weeks: Sequence[TieWeek]) -> list[Month]:
    groups = groupby(weeks, lambda week: (week.start + MIDDLE).month)
    return [list(group) for _, group in groups]


def _fortnights(weeks: Sequence[TieWeek]) -> list[TieWeek]:
    """Two weeks as one: the nearest way one talked, and how the silence stood at their end."""
    pairs = zip(weeks[::2], weeks[1::2], strict=True)
    return [
        msgspec.structs.replace(
            later,
            way=max(earlier.way, later.way, key=NEARNESS.index),
            silence="within" if earlier.way != "none" else later.silence,
        )
        for earlier, later in pairs
    ]


def _month(weeks: Month) -> date:
    return weeks[0].start + MIDDLE


def _names(months: list[Month], words: Words) -> str:
    """Over each month its name, as far as there is room; over the last one in full."""
    heads: list[str] = []
    for weeks in months:
        name = month_short(_month(weeks), words.language).rstrip(".")
        room = len(weeks)
        last = weeks is months[-1] and room >= LABELLED_FROM - 1
        shown = name if last or width(name) <= room else name[:room]
        shown = shown if last or room >= LABELLED_FROM else ""
        heads.append(shown + " " * (room - width(shown)))
    return " ".join(heads)


def _letters(months: list[Month], words: Words) -> str:
    """Over each month the first letter of its name, where the next one leaves it room."""
    heads: list[str] = []
    for weeks in months:
        letter = month_short(_month(weeks), words.language)[:1].upper()
        shown = letter if len(weeks) > 1 else " "
        heads.append(shown + " " * (len(weeks) - 1))
    return "".join(heads)


def _row(
    label: str,
    lead: int,
    months: list[Month],
    apart: str,
    cell: Callable[[TieWeek], Span],
) -> Drawn:
    spans = [Span(label + " " * (lead - width(label)), "dim")]
    for weeks in months:
        if apart and weeks is not months[0]:
            spans.append(Span(apart, "dim"))
        spans += [cell(week) for week in weeks]
    return joined(spans)


def _legend(year: TieYear, words: Words, *, clock: bool) -> list[Drawn]:
    items: list[Drawn] = [
        (WAYS[way], Span(f" {words.say(id)}", "dim")) for way, id in LEGEND.items()
    ]
    if clock:
        items.append((SILENCES["within"], Span(f" {words.say('tie.year.within')}", "dim")))
        if any(week.silence == "beyond" for week in year.weeks):
            items.append((SILENCES["beyond"], Span(f" {words.say('tie.year.beyond')}", "dim")))
    return items
