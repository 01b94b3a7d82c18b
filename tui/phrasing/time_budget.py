"""The week against the budget, as the rows of its pane."""

from __future__ import annotations

from datetime import date

from store.records.kinds import BUDGET_KINDS
from store.records.me import Budget
from store.rules.budget import BudgetBand
from store.views.budget_words import band_told
from store.views.phrases import budget_word
from store.views.week import WeekView
from store.words import dates
from store.words.durations import clock_minutes
from store.words.durations import minutes as minutes_said
from store.words.words import Words
from widgets.budget_meters import BudgetRow, BudgetShown


def budget_shown(
    week: WeekView, words: Words, today: date, *, key: str, roomy: bool
) -> BudgetShown:
    """A row for each kind and for the whole week, and what the mark in the bars means.

    Args:
        week: the one shown.
        words: the language.
        today: the day.
        key: that changes the budget.
        roomy: whether each row has a word; where there is little room, only "over" is said.
    """
    ended = today > week.until
    kinds = tuple(
        BudgetRow(
            label=budget_word(each.kind, words),
            spent=each.spent,
            target=each.target or 0,
            pace=None if each.ceiling else _pace(each.pace, week, today),
            text=_spent_of(each.spent, each.target or 0, words),
            word=_word(each.band, words, ended=ended, roomy=roomy),
            over=each.band == "over" and bool(each.target),
        )
        for each in week.kinds
    )
    whole = BudgetRow(
        label=words.say("pane.week.whole"),
        spent=week.spent,
        target=week.target,
        pace=_pace(week.pace, week, today),
        text=_spent_of(week.spent, week.target, words),
        word=_word(week.band, words, ended=ended, roomy=roomy) if week.target else "",
        over=week.band == "over" and bool(week.target),
        resting=week.resting,
    )
    below = _below(week, words, today)
    return BudgetShown(
        kinds=kinds,
        whole=whole,
        below=below,
        needed=week.resting,
        hint=words.say("time.budget.hint", key=key),
    )


def budget_echo(before: Budget, after: Budget, words: Words) -> str:
    """What setting a budget would change, and what its kinds add up to beside the whole.

    Args:
        before: as it is.
        after: as it would be.
        words: the language.
    """
    named = [kind for kind in BUDGET_KINDS if kind in (before.kinds | after.kinds)]
    told = [
        f"{budget_word(kind, words)} {minutes_said(after.kinds[kind], words)}"
        for kind in named
        if after.kinds.get(kind, before.kinds.get(kind)) != before.kinds.get(kind)
    ]
    gone = [budget_word(kind, words) for kind in named if kind not in after.kinds]
    parts = [", ".join(told)] if told else []
    if gone:
        parts.append(words.say("time.budget.gone", kinds=", ".join(gone)))
    if before == after:
        parts.append(words.say("time.budget.same"))
    parts.append(_together(after, words))
    return words.say("tui.arrow", text=" · ".join(parts))


def _together(budget: Budget, words: Words) -> str:
    """What the kinds come to beside the whole week; where only one of both is meant, that."""
    whole = words.say("time.budget.whole", time=minutes_said(budget.total, words))
    if not budget.kinds:
        return whole
    kinds = minutes_said(sum(budget.kinds.values()), words)
    if not budget.total:
        return words.say("time.budget.kinds", time=kinds)
    total = minutes_said(budget.total, words)
    return words.say("time.budget.together", kinds=kinds, total=total)


def week_span(start: date, until: date, words: Words, today: date) -> str:
    """The days of a week: "16 – 22 Nov", "30 Nov – 6 Dec"."""
    last = dates.day_of_month(until, words.language, today)
    if (start.year, start.month) == (until.year, until.month):
        first = dates.day_of_month(start, words.language, start).split()[0]
    else:
        first = dates.day_of_month(start, words.language, until)
    return words.say("time.budget.span", first=first, last=last)


def _pace(pace: int | None, week: WeekView, today: date) -> int | None:
    """An even pace is marked while the week goes on."""
    return pace if week.start <= today <= week.until else None


def _word(band: BudgetBand | None, words: Words, *, ended: bool, roomy: bool) -> str:
    told = band_told(band, ended=ended)
    return words.tell(told) if told is not None and (roomy or band == "over") else ""


def _spent_of(spent: int, target: int, words: Words) -> str:
    if not target:
        return clock_minutes(spent)
    return words.say("pane.week.of", spent=clock_minutes(spent), target=clock_minutes(target))


def _below(week: WeekView, words: Words, today: date) -> str:
    if week.resting:
        return words.say("time.budget.resting")
    if not week.start <= today <= week.until or not week.target:
        return ""
    return words.say("time.budget.pace", day=dates.weekday(today, words.language))
