"""Times taken by every real calendar at hand: none fails, and they are those of a library."""

from __future__ import annotations

import os
import re
import time
import warnings
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events  # type: ignore[import-untyped]

from store.clock import local_wall
from store.formats.ics.busy import busy_times
from store.formats.text_decoding import decode
from store.rules.busy import Busy, joined_busy

SHARED = Path(os.environ.get("ARROSOIR_SHARED", Path(__file__).parents[3] / "shared"))
OPEN = SHARED / "data" / "open"
FILES = sorted(OPEN.rglob("*.ics"))
DAYS = timedelta(days=20)
_START = re.compile(rb"BEGIN:VEVENT(?s:.*?)\nDTSTART[^:]*:(\d{4})(\d\d)(\d\d)")

pytestmark = pytest.mark.skipif(not FILES, reason=f"no real calendars under {OPEN}")

OTHERWISE = {
    # Days are struck out and put in the place of others by day, whatever the hour says.
    "event_mixed_datetime_and_date_exdate.ics",
    "event_mixed_recurrence_id_dt_type.ics",
    # Its hours have no zone, its exceptions have: the library takes all of them for the world's.
    "event_with_recurrence.ics",
    # One line is broken: the rest of the event counts here, nothing of it there.
    "event_rdate_period_start_stop.ics",
    "issue_165_missing_event.ics",
    "issue_464_invalid_rdate.ics",
    # Days where times should be: they are days here, and hours of the world's there.
    "issue_1633_rdate_with_dates.ics",
    # The Chinese year: its first day counts here.
    "rfc_7529.ics",
}


@pytest.fixture(autouse=True)
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_every_calendar_tells_its_times_whenever_they_are_asked_for() -> None:
    for path in FILES:
        data = path.read_bytes()
        for year in (1997, 2013, 2026):
            days = (date(year, 1, 1), date(year, 12, 31))
            found, refused = busy_times(data, path.name, days, local_wall)
            assert all(each.start < each.until for each in found), path.name
            assert all(each.why.id for each in refused)


def test_the_times_are_those_of_the_library() -> None:
    told, other = 0, []
    for path in FILES:
        days = _first_days(path)
        wanted = None if days is None else _by_the_library(path, days)
        if days is None or wanted is None:
            continue
        found, _ = busy_times(path.read_bytes(), path.name, days, local_wall)
        told += bool(wanted)
        if found != wanted and path.name not in OTHERWISE:
            other.append(path.name)
    assert other == []
    assert told > 60


def _first_days(path: Path) -> tuple[date, date] | None:
    """Some days from the first event of a calendar on; None where it is large or has none."""
    if path.stat().st_size > 60_000:
        return None
    found = _START.search(path.read_bytes())
    if found is None:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day + DAYS


def _by_the_library(path: Path, days: tuple[date, date]) -> tuple[Busy, ...] | None:
    first = datetime.combine(days[0], datetime.min.time())
    end = datetime.combine(days[1] + timedelta(days=1), datetime.min.time())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            calendar = icalendar.Calendar.from_ical(decode(path.read_bytes()))
            query = recurring_ical_events.of(calendar, skip_bad_series=True)
            around = (days[0] - timedelta(days=2), days[1] + timedelta(days=3))
            events = [each for each in query.between(*around) if _takes_time(each)]
            times = [(_here(each.start), _here(each.end)) for each in events]
    except Exception:  # noqa: BLE001 - whatever the library makes of a broken calendar
        return None
    return joined_busy(Busy(max(a, first), min(b, end)) for a, b in times)


def _takes_time(event: icalendar.cal.Component) -> bool:
    free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT"
    return not free and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _here(moment: date) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, datetime.min.time())
    return local_wall(moment)
