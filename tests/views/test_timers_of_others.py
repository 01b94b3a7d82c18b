"""Timers as another program or a hand may have written them into the data file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.config.settings import Settings
from store.records.document import from_document
from store.records.snapshot import Snapshot, snapshot_of
from store.records.time_entry import TimeEntry
from store.views.ties import Ties
from store.views.timer import running, timer_answer
from store.views.week import week_view
from store.words.words import Words
from tui.phrasing.timer_told import since_said

NOW = datetime(2026, 11, 20, 10, 14, tzinfo=UTC)
ENDS = ("0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00")


def written(id: str, started: str, on: str = "2026-11-20") -> TimeEntry:
    return from_document(TimeEntry, {"id": id, "kind": "call", "on": on, "started": started})


def network(*entries: TimeEntry) -> Snapshot:
    return snapshot_of({"time_entries": {each.id: each for each in entries}})


@pytest.mark.parametrize("started", ENDS)
@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_a_start_at_an_end_of_the_calendar_is_told_of_in_every_zone(
    started: str, hours: int
) -> None:
    now = NOW.astimezone(timezone(timedelta(hours=hours)))
    timer = running(network(written("A", started)))
    assert timer is not None
    assert timer.seconds(now) >= 0
    assert timer.is_forgotten(now), "nobody but the user knows how long it was"
    assert since_said(timer, now, Words("en"))
    assert timer_answer(timer, now)["running"]


def test_of_several_with_and_without_a_zone_the_last_started_runs() -> None:
    entries = (
        written("A", "2026-11-20T09:00:00+14:00"),
        written("C", "2026-11-18T09:00:00"),
        # The last to begin, though its clock shows the earliest time of the day.
        written("B", "2026-11-20T01:00:00-09:00"),
    )
    snapshot = network(*entries)
    timer = running(snapshot)
    assert timer is not None
    assert (timer.id, timer.minutes(NOW)) == ("B", 14)


def test_the_week_tells_of_the_timer_that_the_header_shows() -> None:
    later = written("A", "2026-11-20T10:00:00+00:00", on="2026-11-19")
    snapshot = network(later, written("B", "2026-11-20T09:00:00+00:00"))
    ties = Ties.of(snapshot, date(2026, 11, 20), Settings())
    assert week_view(snapshot, ties).timer == later
