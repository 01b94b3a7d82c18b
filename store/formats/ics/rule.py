"""Rules of recurrence as days: which days of a stretch a series falls on (RFC 5545, 3.3.10).

Days are all that counts here, so the hours, minutes and seconds of a rule are passed over. Each
day of the stretch is looked at once and none beyond it: a rule that never comes true costs no
more than one that does, where a general library searches until the year 9999.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from store.words.message import Message

Every = Literal["day", "week", "month", "year"]

_EVERY: Mapping[str, Every] = {
    "DAILY": "day",
    "WEEKLY": "week",
    "MONTHLY": "month",
    "YEARLY": "year",
}
MOST_INTERVAL = 10_000
"""Beyond so many days, weeks, months or years between two times there is no second one."""

_TOO_OFTEN = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_KNOWN_TEXT = """
FREQ INTERVAL COUNT UNTIL WKST BYMONTH BYMONTHDAY BYYEARDAY BYDAY BYSETPOS BYHOUR BYMINUTE BYSECOND
"""
_KNOWN = frozenset(_KNOWN_TEXT.split())
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A rule of recurrence, without the time of day."""

    every: Every
    interval: int = 1
    count: int | None = None
    until: date | None = None
    """The last day on which it may fall, in the zone of the series."""
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    """From 1, or from -1 for the last of the month."""
    year_days: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    """Monday is 0."""
    nth: frozenset[tuple[int, int]] = frozenset()
    """Which of the weekdays of a month or a year, and the weekday; negative from the end."""
    positions: tuple[int, ...] = ()
    week_start: int = 0


def rule_of(parts: Mapping[str, Sequence[object]], start: date, until: date | None) -> Rule | None:
    """A rule as a parser of calendars gives it; None where it says what is not understood.

    Args:
        parts: its parts, each with its values.
        start: the first day of the series.
        until: the day of its UNTIL.
    """
    every = _EVERY.get(_word(parts, "FREQ"))
    if every is None or not _KNOWN.issuperset(parts):
        return None
    weekdays, nth = _by_day(parts.get("BYDAY", ()), every)
    months, month_days = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    year_days = _numbers(parts, "BYYEARDAY")
    if not (month_days or year_days or weekdays or nth):
        if every == "year":
            months = months or frozenset({start.month})
        if every in ("month", "year"):
            month_days = frozenset({start.day})
    if every == "week" and not weekdays:
        weekdays = frozenset({start.weekday()})
    first_day = _word(parts, "WKST")
    return Rule(
        every=every,
        interval=max(1, min(_number(parts, "INTERVAL", 1), MOST_INTERVAL)),
        count=max(1, _number(parts, "COUNT", 1)) if "COUNT" in parts else None,
        until=until,
        months=months,
        month_days=month_days,
        year_days=year_days,
        weekdays=weekdays,
        nth=nth,
        positions=tuple(sorted(_numbers(parts, "BYSETPOS"))),
        week_start=_WEEKDAYS.index(first_day) if first_day in _WEEKDAYS else 0,
    )


def why_not(parts: Mapping[str, Sequence[object]]) -> Message:
    """What is wrong with a rule of which `rule_of` gives None."""
    if _word(parts, "FREQ") in _TOO_OFTEN:
        return Message("ics.too_often")
    return Message("ics.rule_unknown")


def days_of(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """The days of a series between two days, both included, in their order.

    Args:
        rule: the rule.
        start: the first day of the series.
        first: the first day of the stretch.
        last: the last one; it bounds the work.
    """
    stop = last if rule.until is None else min(last, rule.until)
    left = rule.count
    begin = _begun(rule, start, first)
    days = _single_days if rule.every == "day" else _days_by_period
    for day in days(rule, start, begin, stop):
        if left is not None:
            if left == 0:
                return
            left -= 1
        if day >= first:
            yield day


def days_looked_at(rule: Rule, start: date, first: date, last: date) -> int:
    """How much work it is to follow a rule: about as many days are looked at, at the most."""
    span = max(0, (last - _begun(rule, start, first)).days)
    if rule.every == "week":
        span = span * len(rule.weekdays) // 7
    return span // rule.interval + 366


def _begun(rule: Rule, start: date, first: date) -> date:
    """From which day on days must be looked at: a number of times is counted from the start."""
    return start if rule.count is not None else max(start, first)


def _single_days(rule: Rule, start: date, begin: date, stop: date) -> Iterator[date]:
    opening, step = start.toordinal(), rule.interval
    opening += (begin.toordinal() - opening) // step * step
    for at in range(opening, stop.toordinal() + 1, step):
        day = date.fromordinal(at)
        if _fits(rule, day) and (not rule.positions or {1, -1} & set(rule.positions)):
            yield day


def _days_by_period(rule: Rule, start: date, begin: date, stop: date) -> Iterator[date]:
    periods = _weeks if rule.every == "week" else _months
    for period in periods(rule, start, begin, stop):
        for day in _placed(rule, [day for day in period if _fits(rule, day)]):
            if day > stop:
                return
            if day >= start:
                yield day


def _weeks(rule: Rule, start: date, begin: date, stop: date) -> Iterator[list[date]]:
    """The days of each week that a rule can fall on; others of its weekdays are passed over."""
    step = 7 * rule.interval
    opening = start.toordinal() - (start.weekday() - rule.week_start) % 7
    opening += max(0, begin.toordinal() - opening) // step * step
    offsets = sorted((weekday - rule.week_start) % 7 for weekday in rule.weekdays)
    for at in range(opening, stop.toordinal() + 1, step):
        yield [date.fromordinal(at + offset) for offset in offsets if at + offset > 0]


def _months(rule: Rule, start: date, begin: date, stop: date) -> Iterator[list[date]]:
    """The days of each month or year."""
    length = 12 if rule.every == "year" else 1
    step = length * rule.interval
    opening = (start.year * 12 + start.month - 1) // length * length
    opening += max(0, begin.year * 12 + begin.month - 1 - opening) // step * step
    for at in range(opening, stop.year * 12 + stop.month, step):
        year, month = divmod(at, 12)
        first = date(year, month + 1, 1)
        count = 366 if length == 12 and isleap(year) else 365
        if length == 1:
            count = monthrange(year, month + 1)[1]
        yield [first + timedelta(days=day) for day in range(count)]


def _placed(rule: Rule, days: list[date]) -> list[date]:
    """Those of the days of a period that stand where the rule says."""
    if not rule.positions:
        return days
    count = len(days)
    found = {at - 1 if at > 0 else count + at for at in rule.positions}
    return [day for at, day in enumerate(days) if at in found]


def _fits(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days:
        backwards = day.day - 1 - monthrange(day.year, day.month)[1]
        if day.day not in rule.month_days and backwards not in rule.month_days:
            return False
    if rule.year_days:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
        if number not in rule.year_days and number - 1 - length not in rule.year_days:
            return False
    if not rule.weekdays and not rule.nth:
        return True
    return day.weekday() in rule.weekdays or (bool(rule.nth) and _is_nth(rule, day))


def _is_nth(rule: Rule, day: date) -> bool:
    if rule.every == "year" and not rule.months:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    else:
        number, length = day.day, monthrange(day.year, day.month)[1]
    forwards, backwards = (number - 1) // 7 + 1, -((length - number) // 7 + 1)
    return any(
        weekday == day.weekday() and nth in (forwards, backwards) for nth, weekday in rule.nth
    )


def _by_day(
    values: Sequence[object], every: Every
) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
    weekdays: set[int] = set()
    nth: set[tuple[int, int]] = set()
    for value in values:
        found = _BY_DAY.fullmatch(str(value))
        if found is None:
            continue
        weekday, number = _WEEKDAYS.index(found[2].upper()), int(found[1] or 0)
        if number and every in ("month", "year"):
            nth.add((number, weekday))
        else:
            weekdays.add(weekday)
    return frozenset(weekdays), frozenset(nth)


def _word(parts: Mapping[str, Sequence[object]], name: str) -> str:
    values = parts.get(name, ())
    return str(values[0]).upper() if values else ""


def _numbers(parts: Mapping[str, Sequence[object]], name: str) -> frozenset[int]:
    return frozenset(int(each) for each in parts.get(name, ()) if isinstance(each, int))


def _number(parts: Mapping[str, Sequence[object]], name: str, default: int) -> int:
    values = parts.get(name, ())
    first = values[0] if values else default
    return first if isinstance(first, int) else default
