"""Every real calendar at hand: none fails, twins read alike, series agree with a library."""

from __future__ import annotations

import os
import re
import warnings
from collections import Counter
from datetime import date, datetime
from functools import cache
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from calendar_text import ME, TODAY

from store.formats.ics.reader import looks_like_calendar, read_calendar
from store.formats.ics.series import AHEAD, BACK, MOST_OF_A_SERIES
from store.formats.incoming import Reading
from store.formats.known import Known
from store.formats.text_decoding import as_narrow, decode

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
OPEN = SHARED / "data" / "open"
FILES = sorted(OPEN.rglob("*.ics"))

pytestmark = pytest.mark.skipif(not FILES, reason=f"no real calendars under {OPEN}")

NO_CALENDAR = {
    "issue_178_component_with_invalid_name_represented.ics",
    "issue_178_custom_component_contains_other.ics",
}
"""They begin with a component of an invented name."""

STRUCK_OUT_BY_DAY = {"event_mixed_datetime_and_date_exdate.ics"}
"""It strikes out a day at another hour than that of the meeting: here the day counts."""


def _read(data: bytes, today: date = TODAY) -> Reading:
    return read_calendar(data, "x.ics", Known(me=ME, today=today))


def test_every_event_of_a_real_file_is_a_meeting_or_left_or_refused() -> None:
    sums: Counter[str] = Counter()
    told: set[str] = set()
    for path in FILES:
        data = path.read_bytes()
        begins = len(re.findall(r"(?im)^BEGIN:VEVENT[ \t]*\r*$", decode(data)))
        if not looks_like_calendar(data[:4096], path.name):
            told.add(path.name)
        reading = _read(data)
        keys = {each.interaction.source[:-11] for each in reading.interactions}
        lost = [each for each in reading.refused if each.why.id in ("ics.no_start", "ics.audience")]
        others = len(keys) + reading.left + len(lost)
        sums += Counter(
            files=1,
            events=begins,
            meetings=len(reading.interactions),
            people=len(reading.people),
            left=reading.left,
            refused=len(reading.refused),
        )
        assert others >= min(begins, 1), path.name
        assert not {each.why.id for each in reading.refused} & {"ics.unreadable"}, path.name
    print(dict(sums))
    assert told == NO_CALENDAR
    assert sums["files"] == len(FILES)


def test_twins_in_other_line_breaks_and_encodings_read_alike() -> None:
    for path in FILES:
        plain = re.sub(b"\r+\n|\r", b"\n", as_narrow(path.read_bytes()))
        expected = _read(plain)
        breaks = [plain.replace(b"\n", end) for end in (b"\r\n", b"\r", b"\r\r\n")]
        codecs = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
        try:
            text = plain.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        for twin in [path.read_bytes(), *breaks, *(text.encode(each) for each in codecs if text)]:
            reading = _read(twin)
            assert reading.interactions == expected.interactions, path.name
            assert reading.people == expected.people, path.name


@pytest.mark.parametrize("today", [date(2015, 6, 1), date(2021, 6, 1), TODAY], ids=str)
def test_series_of_real_files_fall_on_the_days_that_a_library_gives(today: date) -> None:
    """With somebody put on every event, since hardly any real one names people."""
    compared = 0
    for path in FILES:
        text = _attended(decode(path.read_bytes()))
        theirs = _days_of_library(text)
        if theirs is None or path.name in STRUCK_OUT_BY_DAY:
            continue
        repeats = re.search(r"(?m)^R(?:RULE|DATE)[;:]", text) is not None
        first, last = (today - BACK if repeats else date(2010, 1, 1)), today + AHEAD
        awaited = {day for day in theirs if first <= day <= last}
        if len(awaited) > MOST_OF_A_SERIES:
            continue
        reading = _read(text.encode(), today)
        ours = {each.interaction.on for each in reading.interactions}
        assert {day for day in ours if first <= day <= last} == awaited, path.name
        compared += 1
    assert compared > len(FILES) // 4


def _attended(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"(?m)^(ATTENDEE|ORGANIZER|TRANSP|STATUS)(?=[;:])", r"X-\1", text)
    somebody = "ATTENDEE;CN=A B:mailto:a.b@c.org\nEND:VEVENT"
    return re.sub(r"(?m)^END:VEVENT[ \t]*$", somebody, text)


@cache
def _days_of_library(text: str) -> set[date] | None:
    """The days of the only event or series of a file, where the library can tell them."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = icalendar.Calendar.from_ical(text)
            if len({str(each.get("UID")) for each in parsed.walk("VEVENT")}) != 1:
                return None
            found = recurring_ical_events.of(parsed).between(date(2010, 1, 1), date(2028, 1, 1))
    except (ValueError, KeyError, AttributeError, TypeError):
        return None
    starts = [each["DTSTART"].dt for each in found]
    return {start.date() if isinstance(start, datetime) else start for start in starts}
