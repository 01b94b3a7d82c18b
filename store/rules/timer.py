"""A timer that runs: how long it has, and whether it was forgotten."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta

from store.records.time_entry import TimeEntry

FORGOTTEN = timedelta(hours=4)
"""A timer that has run for longer is asked about."""

ASTRAY = timedelta(minutes=5)
"""By so much the clocks of two machines may differ."""


def is_running(entry: TimeEntry) -> bool:
    """Whether an entry is a timer that runs."""
    return entry.started is not None and entry.minutes is None


def begun(entry: TimeEntry) -> datetime | None:
    """The instant at which a timer was started, with a zone; None where none was.

    Another program may have left out the zone: then this machine's is meant. Or it may have
    written a time at an end of the calendar, where other zones have no such day: then it is taken
    for one a year nearer.
    """
    started = entry.started
    if started is None:
        return None
    year = min(max(started.year, MINYEAR + 1), MAXYEAR - 1)
    inside = started if year == started.year else started.replace(year=year)
    return inside if inside.tzinfo is not None else inside.astimezone()


def running_for(entry: TimeEntry, now: datetime) -> timedelta:
    """How long a timer has run; nothing where the clock has been set back since.

    Args:
        entry: with `started`.
        now: an instant, with its zone.
    """
    started = begun(entry)
    if started is None:
        return timedelta()
    # Two times of one zone are subtracted as its clock shows them: summer time would count.
    return max(timedelta(), now.astimezone(UTC) - started.astimezone(UTC))


def minutes_run(entry: TimeEntry, now: datetime) -> int:
    """Minutes that a timer has run, to the nearest; one at least."""
    return max(1, int(running_for(entry, now) / timedelta(minutes=1) + 0.5))


def is_forgotten(entry: TimeEntry, now: datetime) -> bool:
    """Whether nobody but the user knows how long it was: a timer has run for so long that it is
    likelier to have been forgotten, or it is ahead of the clock.
    """
    return running_for(entry, now) > FORGOTTEN or is_ahead(entry, now)


def is_ahead(entry: TimeEntry, now: datetime) -> bool:
    """Whether a timer was started at a time that is yet to come: a clock was set back since."""
    started = begun(entry)
    return started is not None and started.astimezone(UTC) > now.astimezone(UTC) + ASTRAY
