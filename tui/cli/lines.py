"""Answers of the reading commands for people: aligned lines, in their language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from store.records.snapshot import Snapshot
from store.rules.stays import Stay, stay_with, stays_near
from store.views import phrases
from store.views.day_state import day_said
from store.views.spoken import sentence
from store.views.stay_messages import stay_told
from store.views.today import TodayRow, TodaySummary
from store.words import dates, durations
from store.words.kinds import kind_message
from store.words.quotation_marks import quoted
from store.words.width import fit
from store.words.words import Words
from tui.cli.paragraphs import hung

if TYPE_CHECKING:
    from store.views.explain import Explained

NAME = 24
"""Cells for a name."""


def today(
    rows: Iterable[TodayRow],
    summary: TodaySummary,
    words: Words,
    day: date,
    snapshot: Snapshot,
    *,
    none_wanted: bool = False,
) -> tuple[str, ...]:
    """Where all stands still or the user is on a trip; today's rows by group; those that wait.

    Args:
        rows: those asked for.
        summary: of the whole of today.
        words: the language.
        day: today.
        snapshot: the records.
        none_wanted: whether no row was asked for, so that none says nothing.
    """
    stays = stays_near(snapshot.me.cities, day)
    people = snapshot.people
    told = [
        (row, today_line(row, words, day, stay_with(people[row.person], stays, day)))
        for row in rows
    ]
    shown = [(row, line) for row, line in told if row.today]
    others = [line for row, line in told if not row.today]
    lines = [sentence(each) for each in day_said(snapshot.me, day, words)]
    lines += _by_group(shown, words)
    if not told and summary.shown and not none_wanted:
        lines.append(words.say("cli.nothing_fits"))
    elif not shown and not summary.shown:
        lines.append(nobody(summary, words, day))
    if others:
        lines += ["", words.say("cli.rest"), *others]
    return tuple(lines)


def _by_group(rows: Iterable[tuple[TodayRow, str]], words: Words) -> Iterable[str]:
    group = None
    for row, line in rows:
        if row.group != group:
            group = row.group
            yield phrases.group_word(group, words)
        yield line


def today_line(row: TodayRow, words: Words, day: date, stay: Stay | None) -> str:
    """Who, why, the step with its minutes, and where the user or they are these days."""
    step = words.tell(kind_message(row.step))
    if row.minutes:
        step = f"{step}, {durations.minutes(row.minutes, words)}"
    reason = phrases.reason_long(row.reason, words, day)
    where = f" · {words.tell(stay_told(stay, day), day)}" if stay is not None else ""
    return f"  {fit(row.name, NAME)} {reason} · {step}{where}"


def nobody(summary: TodaySummary, words: Words, day: date) -> str:
    """That all is done, or who comes next, where no row is left."""
    if summary.finished:
        return words.say("pane.follow_ups.finished")
    if summary.next_name is None or summary.next_on is None:
        return words.say("cli.nobody_due")
    on = dates.day(summary.next_on, words.language, day)
    return words.say("cli.nobody_due_next", name=summary.next_name, day=on)


def explained(
    opened: Iterable[Explained], words: Words, day: date, columns: int
) -> tuple[str, ...]:
    """Rows opened into their terms: each number, its rule and source below it."""
    lines: list[str] = []
    for each in opened:
        reason = phrases.reason_long(each.reason, words, day)
        lines += [
            *([""] if lines else []),
            *hung("", words.say("dossier.labelled", label=each.name, text=reason), columns),
        ]
        for figure in each.figures:
            rule = words.tell(figure.rule, day)
            source = f" ({quoted(figure.source, words.language)})" if figure.source else ""
            lines += hung("  ", words.tell(figure.what, day), columns)
            lines += hung("      ", f"{rule}{source}", columns)
        for message in each.leaves:
            lines += hung("  → ", words.tell(message, day), columns)
    return tuple(lines)
