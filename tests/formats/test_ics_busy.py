"""When a calendar takes time: by which events, at which hours of the user's clock."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from calendar_text import ME, calendar, event
from hypothesis import given, settings
from hypothesis import strategies as st

from store.clock import local_wall
from store.formats.ics import busy
from store.formats.ics.busy import busy_times
from store.formats.ics.own_uids import own_uid
from store.rules.busy import Busy

WEEK = (date(2026, 3, 23), date(2026, 3, 31))
"""In it, on 29 March, summer time begins in Europe."""


@pytest.fixture(autouse=True)
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def _busy(
    *events: str,
    days: tuple[date, date] = WEEK,
    head: tuple[str, ...] = (),
    losses: tuple[str, ...] = (),
) -> list[str]:
    data = calendar(*events, head=head).encode()
    found, refused = busy_times(data, "cal.ics", days, local_wall, ME)
    assert tuple(each.why.id for each in refused) == losses
    return [f"{each.start:%d %H:%M}-{each.until:%d %H:%M}" for each in found]


def _at(start: str, end: str, *lines: str, uid: str = "one") -> str:
    return event(f"DTEND{end}", *lines, uid=uid, start=start)


PARIS = ";TZID=Europe/Paris:"


def test_an_event_takes_the_time_from_its_beginning_to_its_end() -> None:
    assert _busy(_at(f"{PARIS}20260324T100000", f"{PARIS}20260324T113000")) == ["24 10:00-24 11:30"]
    assert _busy(event("DURATION:PT45M", start=f"{PARIS}20260324T100000")) == ["24 10:00-24 10:45"]


def test_a_moment_takes_none() -> None:
    assert _busy(event(start=f"{PARIS}20260324T100000")) == []
    backwards = _at(f"{PARIS}20260324T100000", f"{PARIS}20260324T090000")
    assert _busy(backwards) == []


def test_hours_are_those_of_the_users_clock() -> None:
    tokyo = _at(";TZID=Asia/Tokyo:20260325T010000", ";TZID=Asia/Tokyo:20260325T020000")
    assert _busy(tokyo) == ["24 17:00-24 18:00"]
    assert _busy(_at(":20260324T230000Z", ":20260325T003000Z")) == ["25 00:00-25 01:30"]
    assert _busy(_at(":20260324T100000", ":20260324T110000")) == ["24 10:00-24 11:00"]
    windows = _at(";TZID=Central Standard Time:20260324T080000", ":20260324T140000Z")
    assert _busy(windows) == ["24 14:00-24 15:00"]


def test_a_flight_ends_in_another_zone() -> None:
    flight = _at(f"{PARIS}20260324T100000", ";TZID=America/New_York:20260324T120000")
    assert _busy(flight) == ["24 10:00-24 17:00"]


def test_a_whole_day_takes_all_of_it_and_several_days_all_of_them() -> None:
    assert _busy(event(start=";VALUE=DATE:20260324")) == ["24 00:00-25 00:00"]
    away = _at(";VALUE=DATE:20260324", ";VALUE=DATE:20260327")
    assert _busy(away) == ["24 00:00-27 00:00"]
    assert _busy(event("DURATION:P2D", start=";VALUE=DATE:20260324")) == ["24 00:00-26 00:00"]


def test_what_began_before_the_days_takes_those_that_are_left_of_it() -> None:
    sabbatical = _at(";VALUE=DATE:20240101", ";VALUE=DATE:20260325")
    assert _busy(sabbatical) == ["23 00:00-25 00:00"]
    long = event("DURATION:P30D", start=f"{PARIS}20260301T090000")
    assert _busy(long) == ["23 00:00-31 09:00"]


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "SUMMARY:Annulé : le point",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:camille@roux.example.org",
        'ATTENDEE;CN="Camille Roux";PARTSTAT=DECLINED:mailto:c@elsewhere.org',
        "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:camille@roux.example.org",
    ],
)
def test_what_leaves_one_free_takes_no_time(line: str) -> None:
    assert _busy(_at(f"{PARIS}20260324T100000", f"{PARIS}20260324T110000", line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:OPAQUE",
        "STATUS:TENTATIVE",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@analytical.org",
        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:camille@roux.example.org",
        "X-ODD;;;=:\\",
    ],
)
def test_all_else_takes_it(line: str) -> None:
    assert _busy(_at(f"{PARIS}20260324T100000", f"{PARIS}20260324T110000", line))


def test_what_was_declined_under_the_address_of_an_invitation_takes_no_time() -> None:
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:c@office.example"
    invited = "X-MOZ-INVITED-ATTENDEE:c@office.example"
    assert _busy(_at(":20260324T100000", ":20260324T110000", declined, invited)) == []


def test_birthdays_and_our_own_feed_take_none() -> None:
    birthday = event("RRULE:FREQ=YEARLY", "SUMMARY:Ada Lovelace's birthday", start="19800324")
    ours = _at(":20260324T100000", ":20260324T110000", uid=own_uid("slot", "S1"))
    assert _busy(birthday, ours) == []


def test_a_series_keeps_its_hour_when_summer_begins() -> None:
    stand_up = _at(
        f"{PARIS}20250106T093000", f"{PARIS}20250106T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"
    )
    days = ("23", "24", "30", "31")
    assert _busy(stand_up) == [f"{day} 09:30-{day} 10:00" for day in days]
    in_utc = _at(":20260323T083000Z", ":20260323T090000Z", "RRULE:FREQ=WEEKLY", uid="two")
    assert _busy(in_utc) == ["23 09:30-23 10:00", "30 10:30-30 11:00"]
    in_new_york = _at(
        ";TZID=America/New_York:20260305T100000",
        ";TZID=America/New_York:20260305T110000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
    )
    # America has had summer time since 8 March: for three weeks it is an hour nearer.
    assert _busy(in_new_york) == ["24 15:00-24 16:00", "31 16:00-31 17:00"]


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    days = (date(2026, 10, 24), date(2026, 10, 25))
    night = _at(":20261024T220000Z", ":20261025T020000Z")
    assert _busy(night, days=days) == ["25 00:00-25 03:00"]
    twice = _at(":20261025T003000Z", ":20261025T013000Z")
    assert _busy(twice, days=days) == []  # From 02:30 to 02:30 by the clock of that night.


def test_what_is_struck_out_or_moved_follows() -> None:
    series = _at(
        f"{PARIS}20260302T100000",
        f"{PARIS}20260302T110000",
        "RRULE:FREQ=DAILY",
        "EXDATE;TZID=Europe/Paris:20260324T100000,20260325T100000",
    )
    moved = _at(
        f"{PARIS}20260326T160000",
        f"{PARIS}20260326T163000",
        "RECURRENCE-ID;TZID=Europe/Paris:20260326T100000",
    )
    gone = event("STATUS:CANCELLED", "RECURRENCE-ID:20260327T090000Z", start=":20260327T090000Z")
    away = _at(
        f"{PARIS}20260501T100000",
        f"{PARIS}20260501T110000",
        "RECURRENCE-ID;TZID=Europe/Paris:20260328T100000",
    )
    found = _busy(series, moved, gone, away)
    assert found == [
        "23 10:00-23 11:00",
        "26 16:00-26 16:30",
        *(f"{day} 10:00-{day} 11:00" for day in (29, 30, 31)),
    ]


def test_a_series_that_is_over_and_one_to_come_take_none() -> None:
    over = _at(
        ":20250101T100000", ":20250101T110000", "RRULE:FREQ=DAILY;UNTIL=20260322T235959Z", uid="a"
    )
    counted = _at(":20250101T100000", ":20250101T110000", "RRULE:FREQ=DAILY;COUNT=9", uid="b")
    later = _at(":20260402T100000", ":20260402T110000", "RRULE:FREQ=DAILY", uid="c")
    assert _busy(over, counted, later) == []


def test_days_listed_one_by_one_have_their_own_hours() -> None:
    listed = _at(
        f"{PARIS}20260324T100000",
        f"{PARIS}20260324T110000",
        "RDATE;TZID=Europe/Paris:20260324T140000,20260326T080000",
    )
    assert _busy(listed) == [
        *("24 10:00-24 11:00", "24 14:00-24 15:00"),
        "26 08:00-26 09:00",
    ]


def test_times_told_without_an_event_are_taken() -> None:
    free_busy = (
        "BEGIN:VFREEBUSY\r\nUID:fb\r\nDTSTART:20260301T000000Z\r\n"
        "FREEBUSY:20260324T090000Z/PT1H,20260324T100000Z/20260324T103000Z\r\n"
        'FREEBUSY;FBTYPE="BUSY-TENTATIVE":20260325T090000Z/P1D\r\n'
        "FREEBUSY;FBTYPE=FREE:20260327T090000Z/PT1H\r\n"
        "FREEBUSY:nonsense/PT1H,20261399T000000Z/PT1H\r\nEND:VFREEBUSY\r\n"
    )
    assert _busy(free_busy) == ["24 10:00-24 11:30", "25 10:00-26 10:00"]


def test_what_overlaps_or_touches_is_one() -> None:
    hours = [("10", "12"), ("11", "11"), ("12", "13"), ("15", "16")]
    events = [
        _at(f":20260324T{a}0000", f":20260324T{b}3000" if a == b else f":20260324T{b}0000", uid=a)
        for a, b in hours
    ]
    assert _busy(*events) == ["24 10:00-24 13:00", "24 15:00-24 16:00"]


def test_a_broken_event_costs_no_other() -> None:
    good = _at(":20260324T100000", ":20260324T110000", uid="good")
    hourly = _at(":20260325T100000", ":20260325T101000", "RRULE:FREQ=HOURLY", uid="hourly")
    broken = event("DTEND:20260326T110000", uid="broken", start=":2026-03-26 in the morning")
    assert _busy(broken, good, hourly, losses=("ics.no_start", "ics.bad_property", "ics.too_often"))


def test_a_file_of_ten_years_is_parsed_only_for_its_days() -> None:
    past = "".join(_at(":20200101T100000", ":20200101T110000", uid=str(at)) for at in range(9000))
    now = _at(":20260324T100000", ":20260324T110000", uid="now")
    began = time.monotonic()
    assert _busy(past, now) == ["24 10:00-24 11:00"]
    assert time.monotonic() - began < 4, "parsed, they would take ten times as long"


HOSTILE = {
    "more than can be parsed": (
        [_at(":20260324T100000", ":20260324T110000", uid=str(at)) for at in range(401)],
        "busy.too_much",
    ),
    "days by the thousand": (
        [
            event("DURATION:PT1H", f"RDATE:{','.join(['20260324T100000Z'] * 3000)}", uid=str(at))
            for at in range(4)
        ],
        "busy.too_much",
    ),
    "years by the thousand": (
        [_at(";VALUE=DATE:00010101", ";VALUE=DATE:99991231", "RRULE:FREQ=YEARLY")],
        "",
    ),
    "counted from the beginning": (
        [
            _at(":00010101T100000", ":00010101T110000", "RRULE:FREQ=DAILY;COUNT=9999999", uid=at)
            for at in ("a", "b")
        ],
        "ics.too_many_series",
    ),
    "begun and never ended": (
        ["BEGIN:VEVENT\r\nDTSTART:20260324\r\n"] * 5000,
        "busy.too_much",
    ),
    "periods": (
        ["BEGIN:VFREEBUSY\r\n", *["FREEBUSY:20260324T100000Z/PT1H\r\n"] * 3000],
        "busy.too_many_periods",
    ),
}
"""What there is of each, and what is said where not all of it is taken."""


@pytest.mark.parametrize("name", HOSTILE)
def test_of_a_hostile_calendar_so_much_is_taken_and_the_rest_told(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = {"PARSED": 400, "LETTERS": 150_000, "DAYS": 1_000_000, "PERIODS": 2000}
    for what, most in bounds.items():
        assert getattr(busy, f"MOST_{what}") >= most, "no wider than they are"
        monkeypatch.setattr(busy, f"MOST_{what}", most)
    events, said = HOSTILE[name]
    began = time.monotonic()
    found, refused = busy_times(calendar(*events).encode(), "cal.ics", WEEK, local_wall, ME)
    assert time.monotonic() - began < 4
    assert [each.why.id for each in refused][-1:] == ([said] if said else [])
    assert found


_WORDS = [
    *(b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"\nDTSTART:", b"\nRRULE:FREQ=DAILY\n", b";TZID=FOO"),
    *(b"99991231T235959Z", b"00010101", b"\nDURATION:P9999999999D\n", b"+2500", b"\0", b"\xff"),
    *(b"\nBEGIN:VFREEBUSY\n", b"\nFREEBUSY:00010101T000000Z/P9999D\n", b"INTERVAL=0;", b":", b"\n"),
]
_WRITTEN = calendar(
    _at(
        f"{PARIS}20260302T100000",
        f"{PARIS}20260302T110000",
        "RRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=10",
        "EXDATE;TZID=Europe/Paris:20260324T100000",
        "RDATE;VALUE=PERIOD:20260325T100000Z/PT1H",
    ),
    _at(":20260326T080000Z", ":20260327T080000Z", "RECURRENCE-ID:20260331T080000Z"),
    head=("X-WR-TIMEZONE:Europe/Paris",),
).encode()


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(_WRITTEN)), st.integers(0, 9), st.sampled_from(_WORDS)),
        max_size=6,
    )
)
def test_whatever_the_bytes_the_times_lie_in_the_days_and_apart(
    edits: list[tuple[int, int, bytes]],
) -> None:
    data = _WRITTEN
    for at, length, word in edits:
        data = data[:at] + word + data[at + length :]
    found, _ = busy_times(data, "x.ics", WEEK, local_wall, ME)
    _sound(found)


def _sound(found: tuple[Busy, ...]) -> None:
    first, end = datetime(2026, 3, 23), datetime(2026, 4, 1)  # noqa: DTZ001 - on the user's clock
    last = first
    for each in found:
        assert first <= each.start < each.until <= end
        assert each.start > last or each is found[0]
        last = each.until


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([PARIS, ";TZID=Asia/Tokyo:", ":"]),
            st.integers(0, 23),
            st.integers(1, 40),
            st.sampled_from(["RRULE:FREQ=DAILY;INTERVAL=3", "RRULE:FREQ=WEEKLY", "X-NONE:1"]),
        ),
        max_size=5,
    )
)
def test_fewer_days_have_what_more_days_have_of_them(
    drawn: list[tuple[str, int, int, str]],
) -> None:
    events = [
        event(f"DURATION:PT{hours}H", rule, uid=str(at), start=f"{zone}20260318T{hour:02}0000")
        for at, (zone, hour, hours, rule) in enumerate(drawn)
    ]
    data = calendar(*events).encode()
    whole = busy_times(data, "x.ics", WEEK, local_wall, ME)[0]
    day = date(2026, 3, 27)
    alone = busy_times(data, "x.ics", (day, day), local_wall, ME)[0]
    first, end = datetime(2026, 3, 27), datetime(2026, 3, 28)  # noqa: DTZ001 - on the user's clock
    cut = [Busy(max(each.start, first), min(each.until, end)) for each in whole]
    assert [each for each in cut if each.start < each.until] == list(alone)


def test_the_zone_of_the_machine_is_that_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    one = _at(":20260324T230000Z", ":20260325T003000Z")
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    assert os.environ["TZ"] == "America/New_York"
    assert _busy(one) == ["24 19:00-24 20:30"]
