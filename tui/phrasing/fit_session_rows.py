"""The rows of a session: how long each takes, and those that no longer fit at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from store.records.kinds import Kind
from store.views.code_words import kind_word
from store.views.fit import InReason
from store.views.fit_words import in_reason
from store.views.today import TodayRow
from store.words.durations import HOUR
from store.words.durations import minutes as minutes_said
from store.words.fold import fold
from store.words.words import Words
from tui.phrasing.follow_up_rows import GAP, Manner, follow_up_row
from widgets.follow_ups import FollowUpRow


def session_rows(
    drawn: Sequence[FollowUpRow],
    inside: Mapping[str, TodayRow],
    outside: Sequence[TodayRow],
    words: Words,
    today: date,
    manner: Manner,
) -> tuple[FollowUpRow, ...]:
    """The rows that fit, and below them, dim, those that do not.

    Args:
        drawn: the rows that fit, as Today draws them.
        inside: the same, by id.
        outside: those that do not fit.
        words: the language.
        today: the day.
        manner: how Today shows them.
    """
    timed = [_timed(row, inside.get(row.id or ""), words) for row in drawn]
    if not inside:
        timed = [FollowUpRow(name=words.say("pane.fit.nothing_left"))]
    wanted = (row for row in outside if _is_wanted(row, words, today, manner))
    tail = [_out(row, words, today, manner) for row in wanted]
    if not tail:
        return tuple(timed)
    gap = [GAP] if manner.airy else []
    return (*timed, *gap, FollowUpRow(name=words.say("pane.fit.outside")), *tail)


def _timed(drawn: FollowUpRow, row: TodayRow | None, words: Words) -> FollowUpRow:
    return drawn if row is None else msgspec.structs.replace(drawn, due=_minutes(row, words))


def _minutes(row: TodayRow, words: Words) -> tuple[str, ...]:
    return minutes_cells(row.step, row.minutes, words)


def minutes_cells(step: Kind, minutes: int, words: Words) -> tuple[str, ...]:
    """How long a step takes, at the end of its row; the longest text first.

    Two blanks come before minutes alone: right behind the usual gap of a reason they would read as
    part of that.
    """
    if not minutes:
        return ("",)
    time = minutes_said(minutes, words)
    return (f"{kind_word(step, words)}, {time}", f" {time}")


def _out(row: TodayRow, words: Words, today: date, manner: Manner) -> FollowUpRow:
    drawn = follow_up_row(row, words, today, manner.curtain)
    return msgspec.structs.replace(drawn, due=_minutes(row, words), faint=True)


def _is_wanted(row: TodayRow, words: Words, today: date, manner: Manner) -> bool:
    drawn = follow_up_row(row, words, today, False)
    return fold(manner.needle) in fold(f"{drawn.name} {drawn.reason}")


def session_aside(minutes: int, left: int, words: Words) -> str:
    """How many minutes there are, and how many are left: "45 min · 38 left"."""
    time = minutes_said(minutes, words)
    if left <= 0:
        return words.say("pane.fit.gone", time=time)
    # "38 left" needs no unit behind a time that has just named it.
    bare = str(left) if minutes < HOUR else minutes_said(left, words)
    return words.say("pane.fit.left", time=time, left=bare)


def why_inside(reason: InReason, minutes: int, words: Words) -> tuple[str, str]:
    """Why a row is in, as a label and a text: "in 45 min", "most for its minutes"."""
    time = minutes_said(minutes, words)
    return words.say("pane.fit.why", time=time), in_reason(reason, words)
