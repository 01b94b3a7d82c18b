"""Today's follow-ups as the rows of their pane."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.kinds import Group
from store.views.phrases import (
    band_word,
    due_texts,
    group_word,
    reason_brief,
    reason_short,
)
from store.views.today import TodayRow, TodayView
from store.words import dates
from store.words.durations import minutes as minutes_said
from store.words.fold import fold
from store.words.words import Words
from tui.phrasing.curtain import name_shown
from widgets.follow_ups import REST, FollowUpRow
from widgets.line import Line, Piece
from widgets.tone import Tone

ABSENCE = "absence"
"""The id of the row that asks about days away."""

SIGNS: dict[Group, tuple[str, Tone]] = {
    "promised": ("◆", "attention"),
    "occasion": ("▲", "accent"),
    "cooling": ("●", "text"),
    "dormant": ("◇", "dim"),
    "give": ("■", "done"),
}
"""A sign of its own for each group, so that no hue is needed to tell them apart."""

GAP = FollowUpRow()


class Manner(msgspec.Struct, frozen=True, kw_only=True):
    """How the rows are to be shown."""

    everything: bool = False
    """Those that can wait too."""
    airy: bool = True
    """Blank lines between groups."""
    curtain: bool = False
    needle: str = ""
    """Only rows that hold this."""


def follow_up_rows(
    view: TodayView, words: Words, today: date, manner: Manner
) -> tuple[FollowUpRow, ...]:
    """Rows with headings, those that can wait last, and what stands below them."""
    shown = [row for row in view.rows if row.today or manner.everything]
    rows = [follow_up_row(row, words, today, manner.curtain) for row in shown]
    if manner.needle:
        wanted = fold(manner.needle)
        read = (
            [follow_up_row(row, words, today, False) for row in shown] if manner.curtain else rows
        )
        kept = [wanted in fold(f"{row.name} {row.reason}") for row in read]
        shown = [row for row, keep in zip(shown, kept, strict=True) if keep]
        rows = [row for row, keep in zip(rows, kept, strict=True) if keep]
        if not rows:
            return (FollowUpRow(name=words.say("pane.follow_ups.not_found")),)
    out: list[FollowUpRow] = []
    if view.summary.absence is not None:
        out += _absence(view, words, manner)
    gap = [GAP] if manner.airy else []
    group: Group | None = None
    for source, row in zip(shown, rows, strict=True):
        if source.today and source.group != group:
            group = source.group
            out += [*(gap if out else ()), FollowUpRow(name=group_word(group, words))]
        out += [row] if source.today else []
    rest = [row for source, row in zip(shown, rows, strict=True) if not source.today]
    if rest:
        head = FollowUpRow(name=words.say("pane.follow_ups.rest"))
        out += [*(gap if out else ()), head, *rest]
    return (*out, *_below(view, words, today, manner, bool(rows)))


def follow_up_row(row: TodayRow, words: Words, today: date, curtain: bool) -> FollowUpRow:
    """One row, without the columns of cursor and mark."""
    sign, tone = SIGNS[row.group]
    dated = row.group in ("promised", "occasion")
    return FollowUpRow(
        id=row.id,
        sign=sign,
        sign_tone=tone,
        name=name_shown(row.name, curtain),
        reason="" if curtain else reason_short(row.reason, words, today),
        reason_brief="" if curtain else reason_brief(row.reason, words),
        due=due_texts(row, words, today) if dated else (),
        band=row.band,
        band_word=band_word(row.band, words) if row.band else "",
        pinned=row.pinned,
    )


def _absence(view: TodayView, words: Words, manner: Manner) -> list[FollowUpRow]:
    away = view.summary.absence
    if away is None:
        return []
    start = dates.day_of_month(away.start, words.language, away.until)
    until = dates.day_of_month(away.until, words.language, away.until)
    row = FollowUpRow(
        id=ABSENCE,
        name=words.say("pane.follow_ups.away", start=start, until=until),
        reason=words.say("pane.follow_ups.away_enter"),
        reason_brief=words.say("pane.follow_ups.away_brief"),
    )
    return [row, *([GAP] if manner.airy else [])]


def _below(
    view: TodayView, words: Words, today: date, manner: Manner, any_rows: bool
) -> list[FollowUpRow]:
    gap = [GAP] if any_rows and manner.airy else []
    if view.summary.waiting and not manner.everything:
        name, reason = words.say("pane.follow_ups.rest"), words.say("pane.follow_ups.rest_enter")
        rest = FollowUpRow(id=REST, name=name, reason=reason)
        lead = [] if any_rows else _nobody(view, words, today, manner)
        return [*lead, *gap, rest]
    if any_rows:
        return []
    return [
        *_nobody(view, words, today, manner),
        FollowUpRow(name=words.say("pane.follow_ups.ways_on")),
    ]


def _nobody(view: TodayView, words: Words, today: date, manner: Manner) -> list[FollowUpRow]:
    """That nobody is due; the next one on a line of their own, so that the day has room."""
    summary = view.summary
    if summary.finished:
        return [FollowUpRow(name=words.say("pane.follow_ups.finished"))]
    told = [FollowUpRow(name=words.say("pane.follow_ups.nobody"))]
    if summary.next_name and summary.next_on:
        on = dates.day(summary.next_on, words.language, today)
        name = name_shown(summary.next_name, manner.curtain)
        told.append(FollowUpRow(name=words.say("pane.follow_ups.next", name=name, day=on)))
    return told


def closing_line(view: TodayView, words: Words, curtain: bool) -> Line | None:
    """Who was got back to today, and how long it took; None where nobody was."""
    summary = view.summary
    if not summary.done_names:
        return None
    names = ", ".join(name_shown(_given(name), curtain) for name in summary.done_names)
    label = Piece(f"   {words.say('pane.follow_ups.done_today')}  ", "dim")
    spent = Piece(f"{minutes_said(summary.done_minutes, words)} ", "dim")
    return Line((label, Piece(names, "done")), (spent,))


def _given(name: str) -> str:
    return name.split()[0] if name.split() else name


def aside(view: TodayView, words: Words, roomy: bool) -> str:
    """How many rows today holds, and how long they may take."""
    summary = view.summary
    if not summary.shown:
        return ""
    id = "pane.follow_ups.aside" if roomy else "pane.follow_ups.aside_short"
    return words.say(id, n=summary.shown, time=minutes_said(summary.minutes, words))
