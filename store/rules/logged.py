"""One more contact: what a history becomes, without looking at the older ones again."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from store.records.interaction import Interaction
from store.rules.contacts import (
    IN_A_ROW,
    YEAR,
    History,
    silence_between,
    told_kind,
)
from store.rules.pauses import Spans
from store.rules.rhythm import ContactDay, replay
from store.rules.weights import PLAIN, WRITTEN, Weights


def logged(
    history: History,
    talk: Interaction,
    today: int,
    spans: Spans = (),
    weights: Weights = PLAIN,
) -> History | None:
    """The history after one more contact, on the day of the last one or later.

    It costs the days that wait for an answer where the contact brings one, else the same however
    many there are.

    Args:
        history: before it, made with the same pauses and weights.
        talk: newer than all others in the data.
        today: an ordinal.
        spans: paused days.
        weights: of contacts.

    Returns:
        None where the older contacts have to be looked at again: a day in the past, a plan, the
        first contact, or another kind of contact on the day of the last one.
    """
    day, last = talk.on.toordinal(), history.last
    if talk.planned or day > today or last is None or day < last or today > history.holds:
        return None
    kind = talk.kind
    theirs = talk.by == "them"
    answers = theirs and kind != "social"
    if answers and history.tail[0][3]:
        history = _answered(history, spans, weights)
    waits = kind in WRITTEN and not theirs
    weight = (weights.mine if waits else weights.answered)[kind]
    if day == last:
        same = history.before is None and told_kind(talk) == history.tail[-1][2]
        return history if same and weight <= history.tail[-1][1] else None
    return _later(history, (day, weight, told_kind(talk), waits), today, spans)


def _answered(history: History, spans: Spans, weights: Weights) -> History:
    """As it is once they were heard from: what I wrote weighs in full."""
    tail = tuple(
        (day, weights.answered[kind] if waits and kind else weight, kind, False)
        for day, weight, kind, waits in history.tail
    )
    settled = replay(tail[:-1], spans, history.settled)
    rhythm = replay(tail[-1:], spans, settled)
    return msgspec.structs.replace(
        history, rhythm=rhythm, settled=settled, tail=tail[-1:], unanswered=0
    )


def _later(history: History, new: ContactDay, today: int, spans: Spans) -> History:
    """As it is after a contact on a day after the last one."""
    day, weight, kind, waits = new
    last, rhythm = history.last or 0, history.rhythm
    ended = silence_between(last, day, spans)
    waiting = history.tail[0][3]
    written, unanswered, repeatable = history.written, history.unanswered, history.kind
    if kind != "social":
        written = min(written + 1, IN_A_ROW) if kind in WRITTEN else 0
        unanswered = unanswered + 1 if waits else 0
        repeatable = repeatable if kind is None or kind == "event" else kind
    return msgspec.structs.replace(
        history,
        rhythm=rhythm.step(day, weight, spans),
        days=history.days + 1,
        year=(*history.year[bisect_right(history.year, today - YEAR) :], day)
        if day > today - YEAR
        else history.year,
        last=day,
        kind=repeatable,
        written=written,
        unanswered=unanswered,
        before=rhythm if ended > YEAR else None,
        silence_ended=ended if ended > YEAR else 0,
        settled=history.settled if waiting else rhythm,
        tail=(*history.tail, new) if waiting else (new,),
    )
