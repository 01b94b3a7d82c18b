"""What the free time of the coming days could be used for, within the week's budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from heapq import nsmallest
from itertools import groupby

import msgspec

from store.records.ids import PersonId
from store.records.kinds import GROUPS, BudgetKind, Kind
from store.records.snapshot import Snapshot
from store.rules.budget import todays_share, working_days
from store.rules.budget import week_of as week_holding
from store.rules.decent_hours import are_decent
from store.rules.due import Due
from store.rules.fit import LANE_SHARE, LANES
from store.rules.free_time import Span
from store.rules.portion import QUIET_ROWS
from store.rules.slot_plan import Placed, Room, Suits, planned_day
from store.rules.slots import clock_text
from store.views.fit import occasion_gains
from store.views.sighting import Waiting
from store.views.slots_ahead import Ahead, slots_ahead, without_batches
from store.views.ties import Ties
from store.views.today import TodayRow, arranged, room_of, today_view
from store.views.week import WeekView, rest_days, week_from, week_view

MOST = 200
"""Rows that are looked at; those worth most."""

There = Callable[[str, datetime], datetime | None]
"""The time on the clock of an IANA zone when the user's shows another, without a zone; None where
there is no such zone. `store.words.zones.there` is one.
"""


class ProposedSlot(msgspec.Struct, frozen=True, kw_only=True):
    """What a free span could be used for."""

    id: str
    """`free:2026-11-24:0900`: of the day and time."""
    on: date
    at: str
    """`HH:MM`."""
    minutes: int
    """What is set aside, which for a few short rows is more than they take; see `set_aside`."""
    free: int
    """Minutes of the free span from `at` on."""
    kind: BudgetKind
    step: Kind
    """Of the first row."""
    rows: tuple[TodayRow, ...]
    """One, or several to write to: "3 messages"."""

    @property
    def person(self) -> PersonId | None:
        """Whom it is for, where it is for one."""
        return self.rows[0].person if len(self.rows) == 1 else None


def proposed_slots(
    snapshot: Snapshot, ties: Ties, spans: Sequence[Span], there: There | None = None
) -> tuple[ProposedSlot, ...]:
    """Slots for what waits today, by day and time.

    The rows worth most come first, each on the first day that has room for it: in its free time, in
    the day's share of the week and in the week's budget. Who has a slot to come needs none.

    Args:
        snapshot: the records.
        ties: everybody's standing in that snapshot.
        spans: the free time, by day and time.
        there: tells the time in another's zone.
    """
    if not spans:
        return ()
    ahead = slots_ahead(snapshot, ties)
    rows, purses = _worth_most(snapshot, ties, ahead), _Purses(snapshot, ties, ahead)
    suits = _suiting(snapshot, there)
    found: list[ProposedSlot] = []
    for day, free in groupby(spans, key=lambda span: span.on):
        if not rows:
            break
        placed = planned_day(rows, purses.room(day, tuple(free)), suits)
        purses.take(day, sum(each.piece.minutes for each in placed))
        seen = {row.person for each in placed for row in each.piece.rows}
        rows = [row for row in rows if row.person not in seen]
        found += (_proposed(day, each) for each in placed)
    return tuple(found)


def _proposed(day: date, placed: Placed) -> ProposedSlot:
    at = clock_text(placed.start)
    return ProposedSlot(
        id=f"free:{day.isoformat()}:{at.replace(':', '')}",
        on=day,
        at=at,
        minutes=placed.piece.minutes,
        free=placed.free,
        kind=placed.piece.kind,
        step=placed.piece.rows[0].step,
        rows=placed.piece.rows,
    )


def _worth_most(snapshot: Snapshot, ties: Ties, ahead: Sequence[Ahead]) -> list[Due]:
    """What waits today: promised rows in their order, then those that count for most.

    What is booked ahead with somebody, or for the first few to write to, is left out.
    """
    taken = {each.slot.person for each in ahead}
    waiting = [each for each in arranged(snapshot, ties) if each[1] not in taken]
    occasions = (ties.row(each) for each in waiting if GROUPS[each[0][0]] == "occasion")
    gains = occasion_gains(occasions, ties)

    def order(each: Waiting) -> tuple[bool, float]:
        key, group = each[0], GROUPS[each[0][0]]
        if group == "promised":
            return False, 0.0
        share = LANE_SHARE if group in LANES else 1.0
        return True, share * -gains[key[-1]] if key[-1] in gains else share * key[3]

    # Rows are made for the best alone; of those that count for the same the earlier comes first.
    rows = (ties.row(each) for each in nsmallest(MOST, waiting, key=order))
    shown = {row.id: row for row in today_view(snapshot, ties, whole=False).rows}
    return [shown.get(row.id, row) for row in without_batches(rows, ahead)]


def _suiting(snapshot: Snapshot, there: There | None) -> Suits:
    """Whether it is day where somebody lives, as far as that is known."""

    # Of those in one zone each time is asked for again and again.
    @cache
    def awake(zone: str, day: date, start: int, until: int) -> bool:
        if there is None or not zone:
            return True
        midnight = datetime.combine(day, time())
        begins = there(zone, midnight + timedelta(minutes=start))
        ends = there(zone, midnight + timedelta(minutes=until))
        return begins is None or ends is None or are_decent(begins, ends)

    def suits(person: PersonId, day: date, start: int, until: int) -> bool:
        zone = snapshot.people[person].timezone if person in snapshot.people else ""
        return awake(zone, day, start, until)

    return suits


class _Purses:
    """The minutes of the weeks to come; what a day's proposals take is gone for the next."""

    def __init__(self, snapshot: Snapshot, ties: Ties, ahead: Iterable[Ahead]) -> None:
        self._snapshot = snapshot
        self._ties = ties
        self._weeks: dict[date, WeekView] = {}
        self._taken: dict[date, int] = {}
        self._rows: dict[date, int] = {}
        for each in ahead:
            day = each.slot.on
            self._taken[day] = self._taken.get(day, 0) + each.slot.minutes
            self._rows[day] = self._rows.get(day, 0) + each.pieces

    def take(self, day: date, minutes: int) -> None:
        """Note that a day's proposals take minutes."""
        self._taken[day] = self._taken.get(day, 0) + minutes

    def room(self, day: date, free: tuple[Span, ...]) -> Room:
        """What a day may hold beside what is booked."""
        week, ties = self._week(day), self._ties
        spent = week.spent_today if day == ties.today else 0
        own = self._taken.get(day, 0)
        others = sum(
            minutes
            for each, minutes in self._taken.items()
            if each != day and week.start <= each <= week.until
        )
        share = left = None
        if self._snapshot.me.budget.total:
            ahead = self._days_left(day, week.until)
            share = todays_share(week.target, week.spent - spent + others, ahead) - spent - own
            left = week.target - week.spent - others - own
        return Room(
            day=day,
            spans=free,
            share=share,
            week=left,
            seats=self._seats(day) - self._rows.get(day, 0),
            begun=bool(spent or own),
        )

    def _days_left(self, day: date, until: date) -> int:
        rest = rest_days(self._ties.settings)
        return working_days(day, until, self._snapshot.me.pauses, rest)

    def _seats(self, day: date) -> int:
        settings = self._ties.settings
        if day == self._ties.today:
            return room_of(self._snapshot, self._ties).seats
        return min(settings.rows, QUIET_ROWS) if settings.quiet else settings.rows

    def _week(self, day: date) -> WeekView:
        """The week that holds a day, worked out once."""
        for start, week in self._weeks.items():
            if start <= day <= week.until:
                return week
        calendar = week_holding(day, self._ties.settings.week_starts)
        if calendar.start > self._ties.today:
            week = week_from(self._snapshot, self._ties, calendar, ())
        else:
            week = week_view(self._snapshot, self._ties)
        self._weeks[week.start] = week
        return week
