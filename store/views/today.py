"""Today's follow-ups: five groups in order, few of them shown, each with its reason and step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import GROUPS
from store.records.snapshot import Snapshot
from store.rules.absence import away
from store.rules.budget import minutes_of
from store.rules.due import RANK, Due
from store.rules.fit import fitted
from store.rules.portion import QUIET_ROWS, of_today
from store.rules.reason import Reason, ReasonCode
from store.views.next_due import next_due
from store.views.sighting import Waiting
from store.views.ties import Ties
from store.views.week import week_view

__all__ = ["Reason", "ReasonCode", "TodayRow", "TodayView"]

TodayRow = Due
"""A row of today; see its fields."""

COMPUTED = ("cooling", "dormant", "birthday", "new_job")
"""Rows without a record: their ids are one of these, a colon, and the person's id."""


class Absence(msgspec.Struct, frozen=True, kw_only=True):
    """Days away, and what waited meanwhile."""

    start: date
    until: date
    promises: int
    others: int


class TodaySummary(msgspec.Struct, frozen=True, kw_only=True):
    """What the head and the foot of the list say."""

    shown: int
    minutes: int
    """What the rows shown take."""
    waiting: int
    """Rows that can wait; whether there are any is said, how many is not."""
    done_names: tuple[str, ...]
    """Whom the user talked with today, once each."""
    done_minutes: int
    finished: bool
    """Something was done today and nothing is left to show."""
    next_name: str | None = None
    """Who comes next, where nothing is shown and nothing waits."""
    next_on: date | None = None
    absence: Absence | None = None


class TodayView(msgspec.Struct, frozen=True, kw_only=True):
    """The rows in their order, and what is said about them."""

    rows: tuple[TodayRow, ...]
    """Those shown bear `today`; the others can wait."""
    summary: TodaySummary


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """What fits into so many minutes."""

    rows: tuple[TodayRow, ...]
    minutes: int
    """Used."""
    left: int


def today_view(snapshot: Snapshot, ties: Ties, *, whole: bool = True) -> TodayView:
    """Today's follow-ups.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        whole: False for the rows shown alone; those that can wait then cost nothing.
    """
    waiting = _arranged(ties)
    week = week_view(snapshot, ties)
    acts = _acts(ties)
    limit = min(ties.settings.rows, QUIET_ROWS) if ties.settings.quiet else ties.settings.rows
    shown = of_today(
        (ties.row(each) for each in waiting),
        today=ties.today,
        seats=max(0, limit - acts),
        minutes=week.left_today,
        least=min(ties.scene.minutes.values()),
        begun=acts > 0,
    )
    marked = {row.id: msgspec.structs.replace(row, today=True) for row in shown}
    if whole:
        rows = tuple(marked.get(each[0][-1]) or ties.row(each) for each in waiting)
    else:
        rows = tuple(marked.values())
    return TodayView(rows=rows, summary=_summary(snapshot, ties, shown, waiting, acts))


def _arranged(ties: Ties) -> list[Waiting]:
    """The rows in their order, of dormant ties the first alone, or none so soon after another."""
    dormant = RANK["dormant"]
    open_lane = not ties.roll.woken
    rows: list[Waiting] = []
    for each in ties.roll.ordered:
        if each[0][0] == dormant:
            if not open_lane:
                continue
            open_lane = False
        rows.append(each)
    return rows


def _acts(ties: Ties) -> int:
    """How many seats of today are taken by what has been done, put off or kept today."""
    people = set(ties.roll.acted)
    for talk in ties.week.values():
        if talk.on == ties.today and not talk.source and talk.people:
            people.add(talk.people[0])
    return len(people)


def _summary(
    snapshot: Snapshot, ties: Ties, shown: list[Due], waiting: list[Waiting], acts: int
) -> TodaySummary:
    talks = [talk for talk in ties.week.values() if talk.on == ties.today]
    people = dict.fromkeys(id for talk in talks for id in talk.people)
    names = [snapshot.people[id].name for id in people if id in snapshot.people]
    following = None if waiting else next_due(snapshot, ties)
    return TodaySummary(
        shown=len(shown),
        minutes=sum(row.minutes for row in shown),
        waiting=len(waiting) - len(shown),
        done_names=tuple(names),
        done_minutes=sum(minutes_of(talk, ties.scene.minutes) for talk in talks),
        finished=not shown and acts > 0,
        next_name=following.name if following else None,
        next_on=following.on if following else None,
        absence=_absence(snapshot, ties, waiting),
    )


def _absence(snapshot: Snapshot, ties: Ties, waiting: list[Waiting]) -> Absence | None:
    days = away(snapshot.me, ties.today)
    if days is None:
        return None
    promises = sum(1 for each in waiting if GROUPS[each[0][0]] == "promised")
    return Absence(
        start=days.start, until=days.until, promises=promises, others=len(waiting) - promises
    )


def fit_rows(view: TodayView, snapshot: Snapshot, ties: Ties, minutes: int) -> Fit:
    """What fits into so many minutes: promises first, then the best of the rest.

    Args:
        view: the whole of today, or the rows shown alone.
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        minutes: at hand.
    """
    rows = view.rows
    if len(rows) == view.summary.shown and view.summary.waiting:
        rows = today_view(snapshot, ties).rows
    kept, used = fitted(rows, minutes)
    return Fit(rows=tuple(kept), minutes=used, left=max(0, minutes - used))


def row_named(view: TodayView, text: str) -> TodayRow | None:
    """The row of an id, or the first row of the person with that id."""
    exact = next((row for row in view.rows if row.id == text), None)
    return exact or next((row for row in view.rows if row.person == text), None)


def row_waiting(ties: Ties, text: str) -> TodayRow | None:
    """As `row_named`, without a view: what an act on one row needs, however many wait."""
    first: Waiting | None = None
    for each in ties.roll.ordered:
        if each[0][-1] == text:
            return ties.row(each)
        if first is None and each[1] == text:
            first = each
    return None if first is None else ties.row(first)


def rows_of_person(ties: Ties, person: PersonId) -> Iterator[TodayRow]:
    """The rows that wait for one person, in their order; a dormant tie's whatever its turn."""
    for each in ties.roll.ordered:
        if each[1] == person:
            yield ties.row(each)


def deferral_key(row: TodayRow) -> str:
    """What `Deferral.row` holds for a row: the record's id, or the kind of a computed row."""
    kind, colon, _ = row.id.partition(":")
    return kind if colon and kind in COMPUTED else row.id
