"""What is free: within the hours and the days, beside what is taken, and never gone by."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.records.time_entry import Slot
from store.rules.busy import Busy
from store.rules.free_time import LEAST, STEP, Hours, Span, free_spans, hours_of

MONDAY = date(2026, 3, 23)
"""The week in which the clocks of Europe go forward, on its Sunday."""

HOURS = (Hours(9 * 60, 12 * 60 + 30), Hours(13 * 60 + 30, 18 * 60 + 30))
EARLY = datetime(2026, 3, 1)  # noqa: DTZ001 - on the user's clock


def at(day: date, text: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(text))


def told(spans: tuple[Span, ...]) -> list[str]:
    return [
        f"{span.on:%d} {span.start // 60:02}:{span.start % 60:02}-"
        f"{span.until // 60:02}:{span.until % 60:02}"
        for span in spans
    ]


def test_hours_are_read_from_texts_and_what_is_none_is_left_out() -> None:
    assert hours_of(("13:30-18:30", "09:00 - 12:30")) == HOURS
    assert hours_of(("20:00-24:00", "12:00-09:00", "soon", "", "09:00", "25:00-26:00")) == (
        Hours(20 * 60, 24 * 60),
    )


def test_a_free_day_is_its_hours() -> None:
    assert told(free_spans([MONDAY], HOURS, (), (), EARLY)) == ["23 09:00-12:30", "23 13:30-18:30"]


def test_what_is_taken_leaves_the_free_time() -> None:
    busy = (
        Busy(at(MONDAY, "08:00"), at(MONDAY, "09:20")),
        Busy(at(MONDAY, "12:00"), at(MONDAY, "15:02")),
    )
    slots = (
        Slot(id="S1", kind="call", on=MONDAY, at="10:00", minutes=25),
        Slot(id="S2", kind="call", on=MONDAY, minutes=400),
        Slot(id="S3", kind="call", on=MONDAY, at="noonish", minutes=400),
    )
    found = told(free_spans([MONDAY], HOURS, busy, slots, EARLY))
    assert found == ["23 09:20-10:00", "23 10:25-12:00", "23 15:05-18:30"]


def test_what_has_gone_by_is_not_free_and_the_rest_begins_at_a_round_minute() -> None:
    days = [MONDAY - timedelta(days=1), MONDAY]
    now = at(MONDAY, "17:31").replace(second=20)
    assert told(free_spans(days, HOURS, (), (), now)) == ["23 17:35-18:30"]
    assert free_spans(days, HOURS, (), (), at(MONDAY, "18:26")) == ()


def test_a_night_over_several_days_and_a_slot_past_midnight_are_taken_from_each() -> None:
    days = [MONDAY + timedelta(days=ahead) for ahead in range(3)]
    whole = (Hours(0, 24 * 60),)
    busy = (Busy(at(days[0], "22:00"), at(days[2], "06:00")),)
    slots = (Slot(id="S", kind="call", on=days[2], at="23:30", minutes=60),)
    found = told(free_spans([*days, days[2] + timedelta(days=1)], whole, busy, slots, EARLY))
    assert found == ["23 00:00-22:00", "25 06:00-23:30", "26 00:30-24:00"]


def test_the_last_day_of_the_calendar_ends() -> None:
    slots = (Slot(id="S", kind="call", on=date.max, at="23:30", minutes=60),)
    found = free_spans([date.max], (Hours(23 * 60, 24 * 60),), (), slots, EARLY)
    assert found == (Span(date.max, 23 * 60, 23 * 60 + 30),)


DAYS = st.sampled_from([MONDAY, date(2026, 10, 25), date(2026, 12, 29), date(2027, 1, 1)])
"""Around both changes of the clock, and the turn of a year."""

minutes = st.integers(0, 24 * 60 - 1)
hours = st.lists(
    st.tuples(minutes, minutes).map(lambda pair: Hours(min(pair), max(pair) + 1)), max_size=3
)


@st.composite
def taken(draw: st.DrawFn, first: date) -> list[Busy]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        day = first + timedelta(days=draw(st.integers(-1, 7)))
        start = datetime.combine(day, time()) + timedelta(minutes=draw(minutes))
        length = timedelta(minutes=draw(st.sampled_from([1, 25, 60, 24 * 60, 3000])))
        found.append(Busy(start, start + length))
    return found


@st.composite
def booked(draw: st.DrawFn, first: date) -> list[Slot]:
    return [
        Slot(
            id=f"S{number}",
            kind="call",
            on=first + timedelta(days=draw(st.integers(-1, 7))),
            at=draw(st.sampled_from(["", "09:00", "11:58", "17:45", "23:50"])),
            minutes=draw(st.sampled_from([5, 25, 90])),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


@given(st.data())
def test_free_spans_overlap_nothing_and_lie_within_hours_days_and_what_is_left(
    data: st.DataObject,
) -> None:
    first = data.draw(DAYS)
    days = [first + timedelta(days=ahead) for ahead in data.draw(st.sets(st.integers(0, 7)))]
    kept, busy, slots = data.draw(hours), data.draw(taken(first)), data.draw(booked(first))
    now = datetime.combine(first, time()) + timedelta(minutes=data.draw(minutes))
    spans = free_spans(days, kept, busy, slots, now)
    for span in spans:
        start = datetime.combine(span.on, time()) + timedelta(minutes=span.start)
        until = start + timedelta(minutes=span.minutes)
        assert span.on in days
        assert span.minutes >= LEAST
        assert span.start % STEP == 0
        assert start >= now
        inside = set(range(span.start, span.until))
        assert inside <= {each for one in kept for each in range(one.start, one.until)}
        assert not any(each.start < until and start < each.until for each in busy)
        for slot in (each for each in slots if each.at):
            begun = at(slot.on, slot.at)
            assert not (begun < until and start < begun + timedelta(minutes=slot.minutes))
    assert list(spans) == sorted(spans)
    assert all(one.on < two.on or one.until < two.start for one, two in pairwise(spans))
    assert spans == free_spans(days[::-1], kept[::-1], busy[::-1], slots[::-1], now)
