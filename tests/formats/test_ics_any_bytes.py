"""Whatever the bytes of a calendar: no exception, bounded time, records that can be written."""

from __future__ import annotations

import os
import time
from pathlib import Path

import msgspec
import pytest
from calendar_text import ADA, ME, TODAY, calendar, event
from hypothesis import given, settings
from hypothesis import strategies as st

from store.formats.ics.reader import looks_like_calendar, read_calendar
from store.formats.incoming import Reading
from store.formats.known import Known

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
REAL = [
    path.read_bytes()
    for path in sorted((SHARED / "data" / "open").rglob("*.ics"))
    if path.stat().st_size < 6000
]

WRITTEN = calendar(
    event(
        ADA,
        'ATTENDEE;CN="Doe, Jo";DELEGATED-FROM="mailto:x@y.org":mailto:jo@doe.org',
        "ORGANIZER:mailto:camille@roux.example.org",
        "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=10",
        "EXDATE;TZID=Europe/Paris:20260330T100000",
        "RDATE;VALUE=PERIOD:20260405T100000Z/PT1H",
        "DURATION:PT1H",
        start=";TZID=Europe/Paris:20260327T100000",
    ),
    event(ADA, "RECURRENCE-ID:20260424T080000Z", start="20260425T080000Z"),
    head=("X-WR-TIMEZONE:Europe/Paris",),
).encode()

_MARKS = [bytes([mark]) for mark in b'\r\n\t :;,=\\"^.-0\0\xc3\xff']
_WORDS = [
    *(b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"\nATTENDEE:mailto:a@b.org\n", b"\nDTSTART:"),
    *(
        b"\nRRULE:FREQ=DAILY\n",
        b"BEGIN:VTIMEZONE\n",
        b";TZID=FOO",
        b"00010101",
        b"99991231T235959Z",
    ),
    *(b"INTERVAL=0;", b"\nDURATION:P9999999999D\n", b"+2500", b"\nRECURRENCE-ID:20260101\n"),
]
_EDITS = st.lists(
    st.tuples(st.integers(0, 6000), st.integers(0, 12), st.sampled_from([*_MARKS, *_WORDS])),
    max_size=8,
)


def _survives(data: bytes) -> Reading:
    reading = read_calendar(data, "x.ics", Known(me=ME, today=TODAY))
    msgspec.json.encode((reading.people, reading.interactions))
    assert all(person.name and person.sources for person in reading.people)
    assert all(each.line > 0 and len(each.text) <= 80 for each in reading.refused)
    looks_like_calendar(data[:4096], "x")
    return reading


def _mutated(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for start, length, piece in edits:
        at = start % (len(data) + 1)
        data = data[:at] + piece + data[at + length :]
    return data


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_no_calendar_to_fail_on(data: bytes) -> None:
    _survives(data)
    _survives(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE:mailto:a@b.org\n" + data)


@settings(deadline=None, max_examples=300)
@given(_EDITS)
def test_a_mutated_calendar_is_survived(edits: list[tuple[int, int, bytes]]) -> None:
    _survives(_mutated(WRITTEN, edits))


@pytest.mark.skipif(not REAL, reason="no real calendars at hand")
@settings(deadline=None, max_examples=300)
@given(st.integers(0, max(len(REAL) - 1, 0)), _EDITS)
def test_mutated_real_calendars_are_survived(
    which: int, edits: list[tuple[int, int, bytes]]
) -> None:
    named = REAL[which].replace(b"END:VEVENT", b"ATTENDEE;CN=A B:mailto:a@b.org\nEND:VEVENT")
    _survives(_mutated(named, edits))


OPENED = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:20260302T100000\nATTENDEE:mailto:a@b.org\n"
ZONES = "".join(
    f"BEGIN:VTIMEZONE\nTZID:Z{n}\nBEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0100\n"
    "TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=5SU\nEND:STANDARD\nEND:VTIMEZONE\n"
    for n in range(500)
)
SERIES = {
    "every day for ever": "FREQ=DAILY",
    "every second": "FREQ=SECONDLY",
    "never": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "never in a month": "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=40",
    "counted": "FREQ=DAILY;COUNT=99999999",
    "many times a day": "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5;BYSECOND=1,2,3,4,5",
    "far apart": "FREQ=YEARLY;INTERVAL=99999999",
}
BYTES = 400_000
HEAVY = {
    **{
        f"{name}, 1,000 times": calendar(
            *(event(ADA, f"RRULE:{rule}", uid=str(n), start="19000101T000000") for n in range(1000))
        ).encode()
        for name, rule in SERIES.items()
    },
    "never ending": OPENED * (BYTES // len(OPENED)),
    "nested": OPENED + b"BEGIN:VALARM\n" * (BYTES // 13),
    "one line": OPENED + b"SUMMARY:" + b"x" * 5 * BYTES,
    "a long line of people": OPENED + b"ATTENDEE;CN=" + b"a," * BYTES + b":mailto:a@b.org\n",
    "a crowd": OPENED + b"ATTENDEE:mailto:a@b.org\n" * (BYTES // 24),
    "folds": OPENED + b"SUMMARY:" + b"x\n " * (BYTES // 3),
    "days struck out": OPENED + b"EXDATE:20260302\n" * (BYTES // 16) + b"END:VEVENT\n",
    "days added": OPENED + b"RDATE:20260302\n" * (BYTES // 16) + b"END:VEVENT\n",
    "garbage": OPENED + b"x\n" * (BYTES // 2),
    "quotes": OPENED + b'ATTENDEE;CN="' * (BYTES // 13),
    "blanks": OPENED + b"ATTENDEE;CN=" + b" " * 60_000 + b":x\n",
    "backslashes": OPENED + b"SUMMARY:" + b"\\" * 60_000 + b"\nEND:VEVENT\n",
    "zones": ZONES.encode()
    + b"".join(OPENED.replace(b"START:", b"START;TZID=Z%d:" % n) for n in range(500)),
    "hostile names": calendar(
        *(
            event(f"ATTENDEE;CN=A\x1b[2J{n} \u202eB:mailto:a{n}@b.org", uid=str(n))
            for n in range(5000)
        )
    ).encode(),
}

SECONDS = 15.0
"""Of the processor: far above what is needed (4 s) and far below what unbounded work takes."""


@pytest.mark.parametrize("name", list(HEAVY))
def test_hostile_calendars_take_bounded_time(name: str) -> None:
    began = time.process_time()
    reading = _survives(HEAVY[name])
    assert time.process_time() - began < SECONDS
    assert len(reading.interactions) <= 20_000


def test_five_thousand_events_alone_cost_hardly_anything() -> None:
    alone = calendar(*(event("SUMMARY:x", "DESCRIPTION:y", uid=str(n)) for n in range(5000)))
    began = time.process_time()
    assert _survives(alone.encode()).left == 5000
    assert time.process_time() - began < 2.0
