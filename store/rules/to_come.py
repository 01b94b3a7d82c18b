"""The next day on which somebody brings a row, as long as nothing else happens until then.

A row comes on the day on which the last thing that holds it back ends, so that only such days are
looked at, each with the rules of today's rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import floor

import msgspec

from store.records.interaction import Interaction
from store.rules.absence import SPREAD_DAYS
from store.rules.bands import DORMANT_DAYS, DORMANT_GAPS
from store.rules.due import RANK, SortKey
from store.rules.etiquette import quiet_days, rests_until
from store.rules.occasions import BIRTHDAY_AHEAD, dates_ahead, next_birthday
from store.rules.pauses import after_pauses
from store.rules.promises import news_day
from store.rules.queue import dues_of
from store.rules.rhythm import whole_days
from store.rules.scene import Scene, Subject
from store.rules.slots import SLOTTED
from store.rules.tie import LAST_DAY, Day, Standing, standing_of
from store.rules.turn_rows import turn_order
from store.rules.turns import stable_number, turn_day

SILENT_FOR_GOOD = frozenset({"faded", "deceased"})
"""States that bring no row."""


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """One person, looked at from a day on."""

    subject: Subject
    """As they stand then or the day before; `passed` holds the plans gone by until then."""
    day: Day
    """The first day that may be answered."""
    scene: Scene
    plans: tuple[Interaction, ...] = ()
    """Planned for the first day or later."""
    asked: frozenset[str] = frozenset()
    """Ids of those plans of which this person is asked whether they happened."""
    lane_from: int = 0
    """The first day (an ordinal) on which a tie that sleeps may be proposed again."""
    slot_on: int = 0
    """The day (an ordinal) of the last slot booked with them: before it their rhythm is quiet."""


def row_day(outlook: Outlook, before: date = date.max, id: str = "") -> date | None:
    """The first day on which a row waits.

    Args:
        outlook: the person, and from when on.
        before: the last day of interest.
        id: of the row that is meant; without it any will do.
    """
    if outlook.subject.standing.state in SILENT_FOR_GOOD:
        return None
    last = min(before.toordinal(), LAST_DAY)
    for day in sorted({max(each, outlook.day.today) for each in _turning_points(outlook)}):
        if day > last:
            return None
        if any(id in ("", each) for each in _rows_on(outlook, day)):
            return date.fromordinal(day)
    return None


def _rows_on(outlook: Outlook, day: int) -> Iterator[str]:
    """The ids of the rows that wait on a day (an ordinal)."""
    subject, today = outlook.subject, date.fromordinal(day)
    standing = _standing_on(outlook, day)
    scene = msgspec.structs.replace(outlook.scene, today=today)
    turn = turn_order(subject.person, standing, scene)
    slotted = day < outlook.slot_on
    if turn is not None and not slotted and not _asleep(turn, day, outlook):
        yield turn[-1]
    gone = tuple(each for each in outlook.plans if each.on < today and each.id in outlook.asked)
    there = msgspec.structs.replace(subject, standing=standing, passed=(*subject.passed, *gone))
    for due in dues_of(there, scene):
        if not slotted or due.group not in SLOTTED:
            yield due.id


def _asleep(turn: SortKey, day: int, outlook: Outlook) -> bool:
    """Whether the row of a dormant tie has to wait, as another one was woken lately."""
    return turn[0] == RANK["dormant"] and day < outlook.lane_from


def _standing_on(outlook: Outlook, day: int) -> Standing:
    """Where the person stands on a day."""
    subject, standing = outlook.subject, outlook.subject.standing
    if not standing.counted:
        return standing
    ahead = (on for each in outlook.plans if (on := each.on.toordinal()) >= day)
    history = msgspec.structs.replace(subject.history, plan=min(ahead, default=None))
    then = msgspec.structs.replace(outlook.day, today=day)
    return standing_of(subject.person, history, standing.spans, then)


def _turning_points(outlook: Outlook) -> Iterator[int]:
    """The days (ordinals) on which something begins, or ceases to hold a row back."""
    subject = outlook.subject
    standing = subject.standing
    if outlook.slot_on:
        yield outlook.slot_on
    if standing.state == "paused":
        standing = msgspec.structs.replace(standing, state="tended")
    turn = turn_day(subject.person, standing)
    if subject.person.deferrals or outlook.plans or _has_more(subject):
        yield outlook.day.today
        yield from _written_down(outlook)
        yield from _allowed(outlook)
    elif turn is not None:
        yield from (day for day in _allowed(outlook) if day > turn.toordinal())
    if turn is not None:
        yield turn.toordinal()


def _has_more(subject: Subject) -> bool:
    """Whether anything but the rhythm can bring a row."""
    person, more = subject.person, (subject.follow_ups, subject.exchanges, subject.introductions)
    dated = person.birthday or person.dates or person.new_job_on
    return bool(dated or subject.passed or any(more))


def _written_down(outlook: Outlook) -> Iterator[int]:
    """The days of promises, gifts, plans and dates, and those until which rows are put off."""
    subject, person = outlook.subject, outlook.subject.person
    first = date.fromordinal(outlook.day.today)
    back = [each.until for each in person.deferrals]
    found = [*back, *(each.on for each in subject.follow_ups)]
    for exchange in subject.exchanges:
        found += [exchange.on, news_day(exchange.on)]
    found += [each.on for each in subject.introductions]
    if person.new_job_on is not None:
        found.append(person.new_job_on)
    for day in found:
        yield day.toordinal()
    for plan in outlook.plans:
        yield plan.on.toordinal() + 1
    # One that was put off beyond its day comes round again after that.
    for since in (first, *(each for each in back if each > first)):
        birthday = next_birthday(person.birthday, since)
        if birthday is not None:
            yield birthday.toordinal() - BIRTHDAY_AHEAD
        for ahead in dates_ahead(person.dates, since):
            yield ahead.on.toordinal() - BIRTHDAY_AHEAD


def _allowed(outlook: Outlook) -> Iterator[int]:
    """The ends of good manners and of the pauses; the day on which the tie falls asleep."""
    person, standing = outlook.subject.person, outlook.subject.standing
    last, usual = standing.history.last, standing.usual_gap_days
    yield outlook.lane_from
    if last is not None and usual is not None:
        asleep = floor(max(DORMANT_DAYS, DORMANT_GAPS * usual)) + 1
        quiet = last + whole_days(quiet_days(usual))
        for day in (quiet, whole_days(after_pauses(standing.spans, last, asleep))):
            # What floating point adds to a gap may cost a day.
            yield from (day, day + 1)
    rests = rests_until(standing.history)
    if rests is not None:
        yield rests
    for _, until in standing.spans:
        yield until + 1
        yield until + 1 + stable_number(person.id) % SPREAD_DAYS
