"""Today is small: which of the waiting rows are shown, and how the list is arranged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from store.rules.due import Due

QUIET_ROWS = 3
"""Rows of a quiet Today."""

DORMANT_EVERY = 7
"""Days that a dormant tie, woken or passed, leaves the others asleep."""


def only_today(row: Due, today: date, resumes: date) -> bool:
    """Whether a row is an occasion that falls today, or on the days off that follow.

    Args:
        row: of today.
        today: the day.
        resumes: the next working day. News of a job last longer than that.
    """
    if row.group != "occasion" or row.reason.code == "new_job" or row.due is None:
        return False
    return today <= row.due < resumes


def of_today(
    rows: Iterable[Due],
    *,
    today: date,
    resumes: date,
    seats: int,
    minutes: int,
    least: int,
    begun: bool,
) -> list[Due]:
    """The rows that Today shows; reads no further than it needs.

    Promised rows always show. The others come in their order, one for a person, as long as there
    is a seat and they fit the minutes; an occasion that falls before the next working day needs
    none, as then it is over. Where nothing shows and nothing is done yet, the first does, so that
    there is always a way to begin.

    Args:
        rows: in their order, promised ones first.
        today: the day.
        resumes: the next working day.
        seats: rows that may still be shown today, promised ones counted.
        minutes: what is left of today's share.
        least: the minutes of the shortest step; with less than that left nothing more fits.
        begun: whether anything has been done today.
    """
    shown: list[Due] = []
    people: set[str] = set()
    first: Due | None = None
    for row in rows:
        if row.group != "promised":
            if len(shown) >= seats or (
                first is not None and minutes < least and row.group != "occasion"
            ):
                break
            first = first or row
            fits = row.minutes <= minutes or row.pinned or only_today(row, today, resumes)
            if row.person in people or not fits:
                continue
        shown.append(row)
        people.add(row.person)
        minutes -= row.minutes
    if not shown and first is not None and not begun and seats > 0:
        shown.append(first)
    return shown
