"""Series of meetings: which days they give, what overrides them, and what bounds them."""

from __future__ import annotations

import time

import pytest
from calendar_text import ADA, BO, I_COME, days, event, losses, one, read

PARIS = ";TZID=Europe/Paris:20260302T100000"


def test_a_series_gives_one_meeting_a_day_with_a_key_of_its_day() -> None:
    reading = read(event(ADA, "RRULE:FREQ=WEEKLY;COUNT=3"))
    assert days(reading) == ["2026-03-02", "2026-03-09", "2026-03-16"]
    assert [each.interaction.source for each in reading.interactions] == [
        "ics:one:2026-03-02",
        "ics:one:2026-03-09",
        "ics:one:2026-03-16",
    ]


def test_a_series_without_end_is_followed_five_years_back_and_one_ahead() -> None:
    found = days(read(event(ADA, "RRULE:FREQ=MONTHLY", start="19980305T100000")))
    assert (found[0], found[-1]) == ("2021-06-05", "2027-05-05")
    assert len(found) == 72


def test_days_that_were_struck_out_are_not_there() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=4"
    assert days(
        read(event(ADA, rule, "EXDATE;TZID=Europe/Paris:20260303T100000", start=PARIS))
    ) == [
        "2026-03-02",
        "2026-03-04",
        "2026-03-05",
    ]
    other_forms = (
        "EXDATE:20260303T090000Z",
        "EXDATE;VALUE=DATE:20260303",
        "EXDATE:20260303T100000",
    )
    for form in other_forms:
        assert "2026-03-03" not in days(read(event(ADA, rule, form, start=PARIS)))


def test_days_that_were_added_are_there() -> None:
    more = ("RDATE;VALUE=DATE:20260401", "RDATE;VALUE=PERIOD:20260403T100000/PT1H")
    assert days(read(event(ADA, *more))) == ["2026-03-02", "2026-04-01", "2026-04-03"]


def test_an_occurrence_that_was_moved_keeps_the_key_of_its_day() -> None:
    master = event(ADA, "SUMMARY:Point", "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = event(
        ADA, BO, "RECURRENCE-ID:20260309T100000", "SUMMARY:Point+", start="20260311T140000"
    )
    first, second = (each.interaction for each in read(master, moved).interactions)
    assert (first.note, first.on.isoformat()) == ("Point", "2026-03-02")
    assert (second.note, second.on.isoformat()) == ("Point+", "2026-03-11")
    assert second.source == "ics:one:2026-03-09"
    assert len(read(moved, master).interactions) == 2


def test_an_occurrence_that_was_cancelled_or_declined_is_not_there() -> None:
    master = event(ADA, I_COME, "RRULE:FREQ=WEEKLY;COUNT=3")
    off = event(ADA, "RECURRENCE-ID:20260309T100000", "STATUS:CANCELLED", start="20260309T100000")
    not_me = event(
        ADA,
        "ATTENDEE;PARTSTAT=DECLINED:mailto:camille@roux.example.org",
        "RECURRENCE-ID:20260316T100000",
        start="20260316T100000",
    )
    assert days(read(master, off, not_me)) == ["2026-03-02"]


def test_somebody_invited_to_one_occurrence_was_at_that_one() -> None:
    master = event("SUMMARY:Lunch", "RRULE:FREQ=DAILY;COUNT=3")
    guest = event(ADA, "RECURRENCE-ID:20260303T100000", start="20260303T120000")
    assert days(read(master, guest)) == ["2026-03-03"]


def test_this_and_future_moves_those_that_follow() -> None:
    master = event(ADA, "RRULE:FREQ=WEEKLY;COUNT=4")
    later = event(ADA, "RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T100000", start="20260317T100000")
    assert days(read(master, later)) == ["2026-03-02", "2026-03-09", "2026-03-17", "2026-03-24"]


def test_an_occurrence_without_its_series_is_a_meeting() -> None:
    found = one(ADA, "RECURRENCE-ID;TZID=Europe/Paris:20260309T100000", start=PARIS)
    assert found.interaction.source == "ics:one:2026-03-09"


def test_of_two_versions_the_newer_counts() -> None:
    old = event(ADA, "SUMMARY:Old", "SEQUENCE:1")
    new = event(ADA, "SUMMARY:New", "SEQUENCE:2")
    for pair in ((old, new), (new, old)):
        (found,) = read(*pair).interactions
        assert found.interaction.note == "New"


def test_an_end_before_the_start_leaves_nothing() -> None:
    assert not days(read(event(ADA, "RRULE:FREQ=DAILY;UNTIL=20250101")))


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260304T085959Z", "2026-03-03"),
        ("20260304T090000Z", "2026-03-04"),
        ("20260304", "2026-03-04"),
    ],
)
def test_the_last_day_counts_where_its_hour_is_before_the_end(until: str, last: str) -> None:
    assert days(read(event(ADA, f"RRULE:FREQ=DAILY;UNTIL={until}", start=PARIS)))[-1] == last


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "ics.too_often"),
        ("FREQ=HOURLY;COUNT=3", "ics.too_often"),
        ("FREQ=YEARLY;BYWEEKNO=2", "ics.rule_unknown"),
        ("FREQ=SOMETIMES", "ics.bad_property"),
        ("nonsense", "ics.rule_unknown"),
    ],
)
def test_of_a_rule_that_is_not_followed_the_first_day_is_taken(rule: str, why: str) -> None:
    reading = read(event(ADA, f"RRULE:{rule}"))
    assert days(reading) == ["2026-03-02"]
    assert [each for _, each in losses(reading)] == [why]


def test_of_a_long_series_the_days_nearest_to_today_are_taken_and_that_is_told() -> None:
    reading = read(event(ADA, "RRULE:FREQ=DAILY", start="20200101T100000"))
    found = days(reading)
    assert (len(found), found[0], found[-1]) == (400, "2025-11-13", "2026-12-17")
    assert reading.refused[0].why.values == {"n": 2193, "kept": 400}


@pytest.mark.parametrize(
    "zone",
    [
        "Central Standard Time",
        "/freeassociation.sourceforge.net/Europe/Paris",
        "/mozilla.org/20050126_1/Europe/Berlin",
        "GMT-05.00/-04.00",
        "FOO",
        '"Europe/Paris"',
    ],
)
def test_times_in_any_zone_fall_on_the_day_that_is_written(zone: str) -> None:
    start = f";TZID={zone}:20260302T233000"
    reading = read(event(ADA, "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z", start=start))
    assert days(reading) == ["2026-03-02", "2026-03-03"]
    assert not reading.refused


ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\n{rule}END:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def test_a_zone_of_the_files_own_is_used_and_forgotten_with_the_file() -> None:
    meeting = event(ADA, "DTEND:20260302T150000Z", start=";TZID=Own:20260302T100000")
    zone = ZONE.format(offset="-0400", rule="")
    (found,) = read(zone, meeting).interactions
    assert found.interaction.minutes == 60
    (found,) = read(meeting).interactions
    assert found.interaction.minutes is None


@pytest.mark.parametrize(
    ("offset", "rule"),
    [
        ("+2500", ""),
        ("-0400", "RRULE:FREQ=SECONDLY\r\n"),
        ("-0400", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"),
        ("-0400", "RRULE:FREQ=YEARLY;BYSECOND=1,2,3,4,5,6,7,8,9\r\n"),
    ],
)
def test_a_zone_that_cannot_be_costs_neither_time_nor_the_meeting(offset: str, rule: str) -> None:
    began = time.process_time()
    meeting = event(ADA, start=";TZID=Own:20260302T100000")
    assert days(read(ZONE.format(offset=offset, rule=rule), meeting)) == ["2026-03-02"]
    assert time.process_time() - began < 1.0
