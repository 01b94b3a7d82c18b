"""Today's follow-ups: five groups in order, few of them shown, each with its reason and step."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.kinds import GROUPS
from store.records.snapshot import Snapshot
from store.rules.absence import away
from store.rules.budget import minutes_of, next_working_day
from store.rules.due import RANK, Due
from store.rules.portion import QUIET_ROWS, of_today
from store.rules.reason import Reason, ReasonCode
from store.rules.slots import SLOTTED, last_slots
from store.views.next_due import next_due
from store.views.sighting import Waiting
from store.views.ties import Ties
from store.views.week import rest_days, week_view

__all__ = ["Reason", "ReasonCode", "TodayRow", "TodayView"]

TodayRow = Due
"""A row of today; see its fields."""

COMPUTED = ("cooling", "dormant", "birthday", "date", "new_job")
"""Rows without a record: their ids are one of these, a colon, and the person's id; the day of a
date follows."""


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


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """How much of today is left."""

    rows: int
    """Seats of a day."""
    acts: int
    """Those taken by what was done, put off or kept today."""
    minutes: int
    """What is left of today's share of the week."""
    resumes: date
    """The next working day."""

    @property
    def seats(self) -> int:
        """Rows that may still be shown."""
        return max(0, self.rows - self.acts)


def room_of(snapshot: Snapshot, ties: Ties) -> Room:
    """How many rows and minutes today still has room for."""
    few, settings = ties.settings.quiet, ties.settings
    rows = min(settings.rows, QUIET_ROWS) if few else settings.rows
    return Room(
        rows=rows,
        acts=_acts(ties),
        minutes=week_view(snapshot, ties).left_today,
        resumes=next_working_day(ties.today, snapshot.me.pauses, rest_days(settings)),
    )


def today_view(snapshot: Snapshot, ties: Ties, *, whole: bool = True) -> TodayView:
    """Today's follow-ups.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        whole: False for the rows shown alone; those that can wait then cost nothing.
    """
    waiting = arranged(snapshot, ties)
    room = room_of(snapshot, ties)
    shown = of_today(
        (ties.row(each) for each in waiting),
        today=ties.today,
        resumes=room.resumes,
        seats=room.seats,
        minutes=room.minutes,
        least=min(ties.scene.minutes.values()),
        begun=room.acts > 0,
    )
    marked = {row.id: msgspec.structs.replace(row, today=True) for row in shown}
    if whole:
        rows = tuple(marked.get(each[0][-1]) or ties.row(each) for each in waiting)
    else:
        rows = tuple(marked.values())
    return TodayView(rows=rows, summary=_summary(snapshot, ties, shown, waiting, room.acts))


def rows_among(snapshot: Snapshot, ties: Ties, ids: Collection[str]) -> tuple[TodayRow, ...]:
    """Those of some rows that still wait, in their order; the others cost next to nothing."""
    return tuple(ties.row(each) for each in arranged(snapshot, ties) if each[0][-1] in ids)


def arranged(snapshot: Snapshot, ties: Ties) -> list[Waiting]:
    """The rows in their order, of dormant ties the first alone, or none so soon after another.

    Who has a slot to come is left to it: only promises and occasions show until then.
    """
    dormant = RANK["dormant"]
    ahead = last_slots(snapshot.slots.plain().values(), ties.today)
    open_lane = not ties.roll.woken
    rows: list[Waiting] = []
    for each in ties.roll.ordered:
        if ahead and each[1] in ahead and GROUPS[each[0][0]] in SLOTTED:
            continue
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
    talks = sorted(
        (talk for talk in ties.week.values() if talk.on == ties.today), key=lambda talk: talk.id
    )
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


def row_waiting(ties: Ties, text: str) -> TodayRow | None:
    """The row of an id, or the first row of the person with that id, however many wait."""
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
    """What `Deferral.row` holds for a row: the record's id, a computed row's less the person's."""
    kind, colon, rest = row.id.partition(":")
    return kind + rest.removeprefix(row.person) if colon and kind in COMPUTED else row.id
