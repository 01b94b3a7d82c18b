"""What fits, in words: one sentence for the whole, and for each row why it is in or out."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.kinds import Kind
from store.views.fit import Fit, InReason, OutReason
from store.views.today import TodayRow
from store.words import durations
from store.words.numbers import Measure, decimal
from store.words.pieces import counted_message
from store.words.words import Words

OUT_SHOWN = 10
"""Rows left out that are told with what they count for."""

GAIN_PLACES = 3
"""Decimals of what a row counts for."""

_IN: dict[InReason, str] = {
    "promised": "fit.in.promised",
    "all": "fit.in.all",
    "most": "fit.in.most",
    "dense": "fit.in.dense",
    "fills": "fit.in.fills",
}

_OUT: dict[OutReason, str] = {
    "promised_long": "fit.out.promised_long",
    "long": "fit.out.long",
    "outweighed": "fit.out.outweighed",
    "same_person": "fit.out.same_person",
}


def fit_sentence(fit: Fit, minutes: int, words: Words) -> str:
    """How the minutes are filled: "45 min: 1 call, 2 e-mails, 5 left".

    Args:
        fit: what fits.
        minutes: at hand, as they are to be said.
        words: the language.
    """
    time = durations.minutes(minutes, words)
    if not fit.rows:
        return words.say("fit.nothing" if fit.left_out else "fit.nobody", time=time)
    told = [step_count(kind, n, words) for kind, n in fit.counts]
    if fit.asking:
        told.append(words.say("fit.step.asking", n=fit.asking))
    steps = ", ".join(told)
    if not fit.left:
        return words.say("fit.sentence_full", time=time, steps=steps)
    # "5 left" needs no unit, since the sentence has just named it.
    bare = str(fit.left) if fit.left < durations.HOUR else durations.minutes(fit.left, words)
    return words.say("fit.sentence", time=time, steps=steps, left=bare)


def step_count(kind: Kind, n: int, words: Words) -> str:
    """So many steps of a kind: "1 call", "2 e-mails"."""
    return words.tell(counted_message(kind, n))


def in_reason(reason: InReason, words: Words) -> str:
    """Why a row is in, in a few words: "promised", "most for its minutes"."""
    return words.say(_IN[reason])


def out_reason(reason: OutReason, words: Words) -> str:
    """Why a row is out, in a few words: "longer than what is left"."""
    return words.say(_OUT[reason])


def counted_lines(fit: Fit, words: Words) -> Iterator[str]:
    """What each row counts for and why it is in or out, so that the choice can be checked.

    Of those left out the ones that count most: the others would not have been chosen before them.
    """
    inside = {row.id: in_reason(why, words) for row, why in zip(fit.rows, fit.reasons, strict=True)}
    outside = {row.id: out_reason(why, words) for row, why in fit.left_out}
    out = [row for row, _ in fit.left_out if row.id in fit.counted]
    out.sort(key=lambda row: -fit.counted[row.id])
    for row in (*(each for each in fit.rows if each.id in fit.counted), *out[:OUT_SHOWN]):
        gain = fit.counted[row.id]
        why = inside.get(row.id) or outside[row.id]
        who = named_with_minutes(row, words)
        told = decimal(Measure(gain, GAIN_PLACES, exact=True, nought=True), words.language)
        yield words.say("fit.counted", who=who, gain=told, why=why)


def promised_out_line(fit: Fit, words: Words) -> str:
    """The promised rows that do not fit, each with its minutes; empty where all do."""
    if not fit.promised_out:
        return ""
    names = ", ".join(named_with_minutes(row, words) for row in fit.promised_out)
    return words.say("fit.promised_out", names=names)


def next_line(fit: Fit, words: Words) -> str:
    """Who would come next and why they are out; empty where nobody is but promises."""
    row = fit.next
    if row is None:
        return ""
    reason = next(why for other, why in fit.left_out if other.id == row.id)
    why, who = out_reason(reason, words), named_with_minutes(row, words)
    return words.say("fit.next", who=who, why=why)


def named_with_minutes(row: TodayRow, words: Words) -> str:
    """Who a row is about and how long it takes: "Björn Ek (30 min)"."""
    time = durations.minutes(row.minutes, words)
    return words.say("fit.named", name=row.name, time=time)
