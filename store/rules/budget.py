"""The week's minutes: what was spent, what was meant, and today's share of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from store.config.settings import WEEKDAYS
from store.records.interaction import Interaction
from store.records.kinds import BUDGET_KINDS, BudgetKind, Kind, budget_kind
from store.records.me import Budget
from store.records.person import Pause
from store.records.time_entry import TimeEntry
from store.rules.pauses import covers

WEEK = 7

UNDER, OVER = 0.8, 1.1
"""The band around a target in which a week is within it."""

CEILINGS: frozenset[BudgetKind] = frozenset({"social", "event"})
"""Kinds whose target is a ceiling: only "over" is said."""

ROUNDING = 5
"""Shares and proposals are rounded up to so many minutes."""

BudgetBand = Literal["under", "within", "over"]


class Week(msgspec.Struct, frozen=True):
    """Seven days, both ends included."""

    start: date
    until: date

    def holds(self, day: date) -> bool:
        """Whether a day is one of the seven."""
        return self.start <= day <= self.until


class Meter(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes of one kind, or of the whole week."""

    spent: int
    target: int | None
    """Meant for the week, days off taken out; None where nothing is set."""
    pace: int | None
    """What an even pace would have spent by the end of the day."""
    band: BudgetBand | None
    """None where nothing is meant: no target, or a week off."""


def week_of(day: date, starts: str) -> Week:
    """The week that holds a day.

    Args:
        day: any day of it.
        starts: a day of the week, `sunday` for instance; anything else for Monday (ISO 8601).
    """
    first = WEEKDAYS.index(starts) if starts in WEEKDAYS else 0
    back = min((day.weekday() - first) % WEEK, day.toordinal() - 1)
    start = day - timedelta(days=back)
    ahead = min(WEEK - 1, date.max.toordinal() - start.toordinal())
    return Week(start, start + timedelta(days=ahead))


def working_days(
    start: date, until: date, pauses: Iterable[Pause], rest: Collection[int] = ()
) -> int:
    """Days from `start` to `until` that are not off.

    Args:
        start: the first day.
        until: the last day.
        pauses: days off by date.
        rest: days off in every week, as `date.weekday` numbers them.
    """
    kept = tuple(pauses)
    days = (start + timedelta(days=step) for step in range((until - start).days + 1))
    return sum(1 for day in days if day.weekday() not in rest and not covers(kept, day))


def next_working_day(today: date, pauses: Iterable[Pause], rest: Collection[int] = ()) -> date:
    """The first day after today that is not off; a week and a day from now at the latest.

    Args:
        today: the day.
        pauses: days off by date.
        rest: days off in every week, as `date.weekday` numbers them.
    """
    kept = tuple(pauses)
    ahead = min(WEEK + 1, date.max.toordinal() - today.toordinal())
    days = [today + timedelta(days=step) for step in range(1, ahead + 1)]
    working = (day for day in days if day.weekday() not in rest and not covers(kept, day))
    return next(working, days[-1] if days else today)


def minutes_of(interaction: Interaction, usual: Mapping[Kind, int]) -> int:
    """Minutes of a contact: as noted, else the usual of its kind; imported ones have none."""
    if interaction.minutes is not None:
        return interaction.minutes
    return 0 if interaction.source else usual.get(interaction.kind, 0)


def spent_by_kind(
    interactions: Iterable[Interaction], entries: Iterable[TimeEntry], usual: Mapping[Kind, int]
) -> dict[BudgetKind, int]:
    """Minutes spent, by kind; a contact with several people counts once.

    Args:
        interactions: those of the days in question, none planned.
        entries: time without a contact; a running timer counts once it is stopped.
        usual: minutes of a contact that notes none.
    """
    spent: dict[BudgetKind, int] = {}
    for each in interactions:
        kind = budget_kind(each.kind)
        spent[kind] = spent.get(kind, 0) + minutes_of(each, usual)
    for entry in entries:
        spent[entry.kind] = spent.get(entry.kind, 0) + (entry.minutes or 0)
    return spent


def target_band(spent: int, target: int, ceiling: bool = False) -> BudgetBand | None:
    """Under, within 80 to 110 %, or over; for a ceiling only "over" is said."""
    if spent > OVER * target:
        return "over"
    if ceiling:
        return None
    return "under" if spent < UNDER * target else "within"


def meter(
    spent: int,
    target: int | None,
    days: int,
    gone: int,
    ceiling: bool = False,
    whole: int = WEEK,
) -> Meter:
    """Minutes against a target.

    Args:
        spent: this week.
        target: for a week without a pause; None where nothing is set.
        days: days of this week that are not off.
        gone: those of them that have come, today's included.
        ceiling: whether only "over" is said.
        whole: days of a week without a pause that are not off, at least 1.
    """
    if target is None:
        return Meter(spent=spent, target=None, pace=None, band=None)
    meant = round(target * days / whole)
    return Meter(
        spent=spent,
        target=meant,
        pace=round(target * gone / whole),
        band=target_band(spent, meant, ceiling) if meant else None,
    )


def meters(
    spent: Mapping[BudgetKind, int], budget: Budget, days: int, gone: int, whole: int = WEEK
) -> dict[BudgetKind, Meter]:
    """A meter for each kind that has a target or minutes."""
    return {
        kind: meter(spent.get(kind, 0), budget.kinds.get(kind), days, gone, kind in CEILINGS, whole)
        for kind in BUDGET_KINDS
        if kind in budget.kinds or spent.get(kind, 0)
    }


def todays_share(target: int, spent_before: int, days_left: int) -> int:
    """Today's part of the minutes that the week still holds, rounded up to five.

    Args:
        target: for this week, days off taken out.
        spent_before: on the days of this week before today.
        days_left: days from today to the end of the week that are not off.
    """
    if days_left <= 0:
        return 0
    return rounded_up(max(0, target - spent_before) / days_left)


def rounded_up(minutes: float) -> int:
    """Minutes rounded up to five."""
    return int(-(-minutes // ROUNDING)) * ROUNDING
