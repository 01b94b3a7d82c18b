"""Rules of recurrence agree with a general library, and cost no more than their stretch of days."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from icalendar.prop import vRecur

from store.formats.ics.rule import days_of, rule_of, why_not

START = date(2024, 1, 31)
FIRST, LAST = date(2024, 6, 1), date(2027, 3, 1)

_WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def _ours(text: str, start: date = START, first: date = FIRST, last: date = LAST) -> list[date]:
    parts = dict(vRecur.from_ical(text))
    until = parts.get("UNTIL", [None])[0]
    rule = rule_of(parts, start, until)
    assert rule is not None, text
    return list(days_of(rule, start, first, last))


def _theirs(text: str) -> list[date]:
    rule = rrulestr(text, dtstart=datetime.combine(START, datetime.min.time()))
    first, last = (datetime.combine(day, datetime.min.time()) for day in (FIRST, LAST))
    return [each.date() for each in rule.between(first, last, inc=True)]


@st.composite
def _rules(draw: st.DrawFn) -> str:
    every = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={every}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 5))}")
    ending = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if ending == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    elif ending:
        day = START + timedelta(days=draw(st.integers(0, 1500)))
        parts.append(f"UNTIL={day:%Y%m%d}")
    if draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True))
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if draw(st.booleans()):
        # Where some are numbered and some are not the library takes those that are both.
        numbered = every in ("MONTHLY", "YEARLY") and draw(st.booleans())
        ordinal = st.sampled_from(["1", "2", "-1", "-2", "5"] if numbered else [""])
        pairs = st.tuples(ordinal, st.sampled_from(_WEEKDAYS))
        by_day = draw(st.lists(pairs, min_size=1, max_size=3))
        parts.append("BYDAY=" + ",".join(n + day for n, day in by_day))
    if every != "WEEKLY" and draw(st.integers(0, 3)) == 0:
        number = st.integers(-31, 31).filter(bool)
        numbers = draw(st.lists(number, min_size=1, max_size=4, unique=True))
        parts.append("BYMONTHDAY=" + ",".join(map(str, numbers)))
    if every in ("MONTHLY", "YEARLY") and len(parts) > 2 and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '2', '1,-1']))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(_WEEKDAYS))}")
    return ";".join(parts)


@settings(deadline=None, max_examples=120, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(_rules())
def test_any_rule_falls_on_the_days_that_a_library_gives(text: str) -> None:
    assert _ours(text) == _theirs(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FREQ=MONTHLY;COUNT=4", ["2024-07-31"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20240801", ["2024-06-28", "2024-07-26"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", ["2025-02-28", "2026-02-28", "2027-02-28"]),
        ("FREQ=YEARLY;BYYEARDAY=-1", ["2024-12-31", "2025-12-31", "2026-12-31"]),
        ("FREQ=YEARLY;BYDAY=20MO;INTERVAL=2", ["2026-05-18"]),
        ("FREQ=MONTHLY;INTERVAL=9999", []),
    ],
)
def test_worked_examples(text: str, found: list[str]) -> None:
    assert [day.isoformat() for day in _ours(text)] == found


@pytest.mark.parametrize("often", ["HOURLY", "MINUTELY", "SECONDLY"])
def test_what_repeats_within_the_day_is_not_followed(often: str) -> None:
    parts = dict(vRecur.from_ical(f"FREQ={often}"))
    assert rule_of(parts, START, None) is None
    assert why_not(parts).id == "ics.too_often"


@pytest.mark.parametrize("text", ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;X-MOON=1", "COUNT=3"])
def test_what_is_not_understood_is_not_guessed_at(text: str) -> None:
    parts = dict(vRecur.from_ical(text))
    assert rule_of(parts, START, None) is None
    assert why_not(parts).id == "ics.rule_unknown"


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=40",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7;BYSECOND=1,2,3,4,5,6,7,8",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=YEARLY;INTERVAL=999999999",
        "FREQ=WEEKLY;INTERVAL=0",
    ],
)
def test_a_rule_costs_its_stretch_of_days_and_no_more(text: str) -> None:
    began = time.process_time()
    found = _ours(text, date(1900, 1, 1), date(2021, 6, 1), date(2027, 6, 1))
    assert time.process_time() - began < 1.0
    assert len(found) <= 6 * 366
