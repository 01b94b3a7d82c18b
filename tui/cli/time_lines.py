"""A week and where the time went, as lines of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from store.records.kinds import BUDGET_KINDS
from store.records.me import Budget
from store.rules.budget import CEILINGS
from store.rules.week_numbers import number_of
from store.views.budget_words import band_told, budget_told
from store.views.code_words import budget_word, part_word
from store.views.time_figures import LayerShare, TimeFigures
from store.views.week import WeekView
from store.words import dates, durations
from store.words.width import fit, width
from store.words.words import Words
from tui.cli.paragraphs import hung, terminal_columns

Row = tuple[str, str]
"""What it is, and how much."""


def time_lines(figures: TimeFigures, words: Words, today: date) -> Iterator[str]:
    """The week against the budget, then the shares of 28 days, then twelve weeks."""
    week = figures.week
    number = words.say("cli.time.week", number=number_of(week.start).number)
    yield f"{_days(week.start, week.until, words, today)} · {number}"
    yield from _columns(_meters(week, words, today))
    if week.resting:
        yield words.say("cli.time.resting")
    yield ""
    days = _days(figures.since, figures.until, words, today)
    if figures.minutes:
        time = durations.minutes(figures.minutes, words)
        yield words.say("cli.time.shares", days=days, time=time)
        yield from _shares(figures, words)
    else:
        yield from hung("", words.say("cli.time.nothing", days=days), terminal_columns())
    if any(each.minutes for each in figures.weeks):
        yield ""
        yield from _weeks(figures, words, today)


def budget_lines(budget: Budget, words: Words) -> Iterator[str]:
    """All targets, and what to type where there are none for kinds."""
    told = words.say("said.budget", budget=words.tell(budget_told(budget)))
    yield from hung("", told, terminal_columns())
    named = sum(budget.kinds[kind] for kind in BUDGET_KINDS if kind in budget.kinds)
    at_most = sum(minutes for kind, minutes in budget.kinds.items() if kind in CEILINGS)
    if budget.total and named - at_most > budget.total:
        time = durations.minutes(named, words)
        yield words.say("cli.budget.more", time=time)
    if not budget.kinds:
        yield words.say("cli.budget.kinds")


def _meters(week: WeekView, words: Words, today: date) -> Iterator[Row]:
    ended = week.until < today
    meters = [
        (budget_word(each.kind, words), each.spent, each.target, each.band) for each in week.kinds
    ]
    meters.append((words.say("cli.week"), week.spent, week.target or None, week.band))
    for word, spent, target, band in meters:
        text = durations.clock_minutes(spent)
        if target is not None:
            of = durations.clock_minutes(target)
            text = words.say("cli.spent_of", spent=text, target=of)
        told = band_told(band, ended=ended)
        yield word, f"{text}  {words.tell(told)}" if told is not None else text


def _shares(figures: TimeFigures, words: Words) -> Iterator[str]:
    """Blocks with one width of labels: layers and names, ways, value, kinds."""
    ways = figures.ways
    blocks: list[tuple[str, list[Row]]] = [
        (
            "",
            [
                (_layer(each, words), _of_people(each.minutes, each.people, words))
                for each in figures.by_layer
            ],
        ),
        ("cli.time.most", [(each.name, _time(each.minutes, words)) for each in figures.most]),
        (
            "cli.time.ways",
            [
                (words.say(id), _time(minutes, words))
                for id, minutes in (
                    ("time.shares.voice", ways.voice),
                    ("time.shares.meeting", ways.meeting),
                    ("time.shares.writing", ways.writing),
                    ("time.shares.other", ways.other),
                )
                if minutes
            ],
        ),
        (
            "time.shares.by_value",
            [
                (part_word(each.part, words), _of_people(each.minutes, each.people, words))
                for each in figures.by_value
                if each.minutes
            ],
        ),
        (
            "time.shares.by_kind",
            [
                (budget_word(kind, words), _time(minutes, words))
                for kind, minutes in figures.by_kind
            ],
        ),
    ]
    wide = max((width(label) for _, rows in blocks for label, _ in rows), default=0)
    for head, rows in blocks:
        if not rows:
            continue
        if head:
            yield words.say(head)
        yield from _columns(rows, wide)


def _weeks(figures: TimeFigures, words: Words, today: date) -> Iterator[str]:
    yield words.say("cli.time.weeks", n=len(figures.weeks))
    rows = []
    for each in figures.weeks:
        number = words.say("cli.time.numbered", number=f"{each.number:02}")
        start = dates.day_of_month(each.start, words.language, today)
        rows.append((f"{number}  {start}", _time(each.minutes, words)))
    yield from _columns(rows)
    if figures.usual is not None:
        yield words.say("cli.time.usual", time=_time(figures.usual, words))


def _layer(share: LayerShare, words: Words) -> str:
    if share.layer is not None:
        return words.say("time.shares.layer", layer=share.layer)
    return words.say("time.shares.new" if share.new else "time.shares.no_layer")


def _of_people(minutes: int, people: int, words: Words) -> str:
    return words.say("cli.time.of_people", time=_time(minutes, words), n=people)


def _time(minutes: int, words: Words) -> str:
    return durations.minutes(minutes, words)


def _days(first: date, last: date, words: Words, today: date) -> str:
    start = dates.day_of_month(first, words.language, today)
    return f"{start} – {dates.day_of_month(last, words.language, today)}"


def _columns(rows: Iterable[Row], wide: int = 0) -> Iterator[str]:
    told = tuple(rows)
    cells = max([wide, *(width(label) for label, _ in told)])
    for label, text in told:
        yield f"  {fit(label, cells)}  {text}"
