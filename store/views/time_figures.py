"""Where the minutes went: to whom, in what way, to what value, and over twelve weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from statistics import median

import msgspec

from store.records.ids import InteractionId, PersonId
from store.records.kinds import BUDGET_KINDS, LAYERS, BudgetKind, Layer
from store.records.snapshot import Snapshot
from store.rules.budget import Week
from store.rules.budget import week_of as week_holding
from store.rules.contacts import YEAR
from store.rules.spending import Spending
from store.rules.time_shares import ValuePart
from store.rules.week_numbers import number_of, weeks_until
from store.views.minutes_by_value import minutes_by_value
from store.views.ties import Ties
from store.views.week import WeekView, meant_for, week_from

SPAN = 28
"""Days over which shares are told."""

WEEKS = 12
"""Weeks that are shown in a row."""

MOST = 3
"""People named who had the most minutes."""

VOICE: frozenset[BudgetKind] = frozenset({"call", "video"})
MEETING: frozenset[BudgetKind] = frozenset({"in_person", "event"})
WRITING: frozenset[BudgetKind] = frozenset({"writing", "social"})


class LayerShare(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes with the people of one layer."""

    layer: Layer | None
    """None without one, and for people who are new."""
    new: bool
    """Whether these are people first met within the span, who have no layer."""
    minutes: int
    people: int
    """How many of them had any."""


class PersonMinutes(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's minutes."""

    person: PersonId
    name: str
    minutes: int


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes by the way of being in touch; together all that were spent."""

    voice: int
    """Calls and video calls."""
    meeting: int
    """In person, and at events."""
    writing: int
    """Messages, e-mails and social networks."""
    other: int
    """Preparing: with nobody at the other end."""


class ValueShare(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes with the people of one part."""

    part: ValuePart
    minutes: int
    people: int
    """How many of them had any."""


class OneWeek(msgspec.Struct, frozen=True, kw_only=True):
    """The minutes of a week, up to today where it is this one."""

    start: date
    number: int
    """Of its year, by the day in its middle: ISO 8601 where weeks begin on Monday."""
    minutes: int
    target: int
    """Meant by the budget of today, days off taken out; 0 where nothing is."""


class TimeFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a week, and of the days and weeks that end with it."""

    week: WeekView
    since: date
    until: date
    """The last of 28 days: that of the week, or today where the week goes on."""
    minutes: int
    """Spent in these days, time without a person included."""
    by_layer: tuple[LayerShare, ...]
    """From the closest, then those without a layer, then those who are new; only with minutes."""
    most: tuple[PersonMinutes, ...]
    """At most three, those with most first."""
    ways: Ways
    by_value: tuple[ValueShare, ...]
    """All four parts, always in the same order; by what a turn is worth today."""
    by_kind: tuple[tuple[BudgetKind, int], ...]
    """In the order of the vocabulary; only with minutes."""
    weeks: tuple[OneWeek, ...]
    """Twelve, the oldest first; the last is `week`."""
    usual: int | None
    """Median minutes of the whole weeks before that one that have any; None where none has."""


def time_figures(snapshot: Snapshot, ties: Ties, day: date) -> TimeFigures:
    """The figures of the week that holds a day.

    Args:
        snapshot: the records.
        ties: of today, which is as far as minutes are counted.
        day: any day of the week, gone, present or to come.
    """
    today, people = ties.today, snapshot.people.plain()
    last = week_holding(day, ties.settings.week_starts)
    weeks = weeks_until(last, WEEKS)
    until = min(last.until, today)
    since = date.fromordinal(max(1, until.toordinal() - SPAN + 1))
    first = weeks[0].start
    earliest, latest = min(since, first), until
    talks = [
        talk
        for talk in snapshot.interactions.plain().values()
        if earliest <= talk.on <= latest and not talk.planned
    ]
    spent = Spending(since.toordinal(), until.toordinal(), first.toordinal(), ties.scene.minutes)
    spent.add(talks, people)
    entries = snapshot.time_entries.plain().values()
    spent.add_time((each for each in entries if earliest <= each.on <= latest), people)
    told = tuple(
        OneWeek(
            start=week.start,
            number=number_of(week.start).number,
            minutes=spent.weeks.get(place, 0),
            target=meant_for(snapshot, ties.settings, week),
        )
        for place, week in enumerate(weeks)
    )
    return TimeFigures(
        week=week_from(snapshot, ties, last, (each for each in talks if last.holds(each.on))),
        since=since,
        until=until,
        minutes=sum(spent.kinds.values()),
        by_layer=_by_layer(snapshot, ties, spent.people, since),
        most=_most(snapshot, spent.people),
        ways=_ways(spent.kinds),
        by_value=tuple(
            ValueShare(part=part, minutes=sum(some), people=len(some))
            for part, some in minutes_by_value(ties, spent.people).items()
        ),
        by_kind=tuple((kind, spent.kinds[kind]) for kind in BUDGET_KINDS if kind in spent.kinds),
        weeks=told,
        usual=_usual(told, weeks, today),
    )


def _usual(told: tuple[OneWeek, ...], weeks: tuple[Week, ...], today: date) -> int | None:
    whole = [
        each.minutes
        for each, week in zip(told[:-1], weeks, strict=False)
        if each.minutes and week.until < today
    ]
    return int(median(whole) + 0.5) if whole else None


def _by_layer(
    snapshot: Snapshot, ties: Ties, minutes: Mapping[PersonId, int], since: date
) -> tuple[LayerShare, ...]:
    people = snapshot.people.plain()
    found: dict[tuple[Layer | None, bool], list[int]] = {}
    for person, theirs in minutes.items():
        layer = people[person].layer
        new = layer is None and _is_new(snapshot, ties, person, since)
        found.setdefault((layer, new), []).append(theirs)
    order = (*((layer, False) for layer in LAYERS), (None, False), (None, True))
    return tuple(
        LayerShare(layer=key[0], new=key[1], minutes=sum(found[key]), people=len(found[key]))
        for key in order
        if key in found
    )


def _is_new(snapshot: Snapshot, ties: Ties, person: PersonId, since: date) -> bool:
    """Whether somebody was not met before a day."""
    history = ties[person].history
    if history.year and len(history.year) == history.days:
        return history.year[0] >= since.toordinal()
    if history.days and since.toordinal() > ties.day.today - YEAR:
        return False
    talks = snapshot.interactions
    named = (talks[InteractionId(id)] for id in snapshot.indexes["interactions"].get(person, ()))
    return all(each.planned or each.on >= since for each in named)


def _most(snapshot: Snapshot, minutes: Mapping[PersonId, int]) -> tuple[PersonMinutes, ...]:
    people = snapshot.people.plain()
    found = (
        PersonMinutes(person=person, name=people[person].name, minutes=some)
        for person, some in minutes.items()
    )
    ranked = sorted(found, key=lambda each: (-each.minutes, each.name, each.person))
    return tuple(ranked[:MOST])


def _ways(kinds: Mapping[BudgetKind, int]) -> Ways:
    def together(of: frozenset[BudgetKind]) -> int:
        return sum(minutes for kind, minutes in kinds.items() if kind in of)

    voice, meeting, writing = together(VOICE), together(MEETING), together(WRITING)
    rest = sum(kinds.values()) - voice - meeting - writing
    return Ways(voice=voice, meeting=meeting, writing=writing, other=rest)
