"""The minutes of a week: spent, meant, and what of it is today's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from store.config.settings import WEEKDAYS, Settings
from store.records.interaction import Interaction
from store.records.kinds import BudgetKind, Kind
from store.records.snapshot import Snapshot
from store.records.time_entry import TimeEntry
from store.rules.budget import (
    CEILINGS,
    BudgetBand,
    Week,
    meter,
    meters,
    spent_by_kind,
    todays_share,
    working_days,
)
from store.views.ties import Ties
from store.views.timer import running


class KindMeter(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes of one kind."""

    kind: BudgetKind
    spent: int
    target: int | None
    """Minutes meant for this week, days off taken out; None where none are set."""
    pace: int | None
    """What an even pace would have spent by the end of the day."""
    band: BudgetBand | None
    """For a ceiling only `over`."""
    ceiling: bool


class WeekView(msgspec.Struct, frozen=True, kw_only=True):
    """A week against the budget; all numbers are minutes."""

    start: date
    until: date
    kinds: tuple[KindMeter, ...]
    """Kinds with a target or minutes, in the order of the vocabulary."""
    spent: int
    target: int
    pace: int
    band: BudgetBand | None
    share: int
    """Today's share of the week; 0 for another week."""
    spent_today: int
    left_today: int
    timer: TimeEntry | None
    """The timer that runs, if any."""
    resting: bool = False
    """Whether a pause takes the whole week, so that nothing is meant though there is a budget."""


def week_view(snapshot: Snapshot, ties: Ties) -> WeekView:
    """This week."""
    return week_from(snapshot, ties, ties.calendar, ties.week.values())


def week_from(
    snapshot: Snapshot, ties: Ties, calendar: Week, talks: Iterable[Interaction]
) -> WeekView:
    """A week of which the contacts are known: those that were had, up to today."""
    rest = rest_days(ties.settings)
    return _week(snapshot, calendar, ties.today, talks, usual=ties.scene.minutes, rest=rest)


def meant_for(snapshot: Snapshot, settings: Settings, calendar: Week) -> int:
    """Minutes meant for a week by the budget of today, days off taken out."""
    rest, me = rest_days(settings), snapshot.me
    days = working_days(calendar.start, calendar.until, me.pauses, rest)
    return meter(0, me.budget.total, days, 0, whole=len(WEEKDAYS) - len(rest)).target or 0


def rest_days(settings: Settings) -> frozenset[int]:
    """Days of the week that are off; none where the user has left no day to work on."""
    rest = {place for place, day in enumerate(WEEKDAYS) if not settings.work_days.get(day, True)}
    return frozenset(rest) if len(rest) < len(WEEKDAYS) else frozenset()


def _week(
    snapshot: Snapshot,
    calendar: Week,
    today: date,
    talks: Iterable[Interaction],
    *,
    usual: dict[Kind, int],
    rest: frozenset[int],
) -> WeekView:
    kept = tuple(talks)
    entries = [
        each
        for each in snapshot.time_entries.plain().values()
        if calendar.holds(each.on) and each.on <= today
    ]
    pauses, budget, timer = snapshot.me.pauses, snapshot.me.budget, running(snapshot)
    ordinary = len(WEEKDAYS) - len(rest)
    days = working_days(calendar.start, calendar.until, pauses, rest)
    gone = working_days(calendar.start, min(today, calendar.until), pauses, rest)
    spent = spent_by_kind(kept, entries, usual)
    whole = meter(sum(spent.values()), budget.total, days, gone, whole=ordinary)
    todays = spent_by_kind(
        (each for each in kept if each.on == today),
        (each for each in entries if each.on == today),
        usual,
    )
    spent_today = sum(todays.values())
    share = 0
    if calendar.holds(today):
        # After the last working day of the week, what is left of it may be spent on a day off.
        left = working_days(today, calendar.until, pauses, rest)
        left = left or working_days(today, calendar.until, pauses)
        share = todays_share(whole.target or 0, whole.spent - spent_today, left)
    return WeekView(
        start=calendar.start,
        until=calendar.until,
        kinds=tuple(
            KindMeter(
                kind=kind,
                spent=each.spent,
                target=each.target,
                pace=each.pace,
                band=each.band,
                ceiling=kind in CEILINGS,
            )
            for kind, each in meters(spent, budget, days, gone, ordinary).items()
        ),
        spent=whole.spent,
        target=whole.target or 0,
        pace=whole.pace or 0,
        band=whole.band,
        share=share,
        spent_today=spent_today,
        left_today=max(0, share - spent_today),
        timer=None if timer is None else timer.entry,
        resting=bool(budget.total) and not days,
    )


def minutes_for(kind: Kind, ties: Ties) -> int:
    """The usual minutes of a kind: the own median after five, the setting before."""
    return ties.minutes(kind)
