"""Times that a calendar tells without a word on what they are for (RFC 5545, 3.6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from store.formats.ics.blocks import PERIODS, Line

_FREE = re.compile(r"(?i);FBTYPE=\"?FREE\"?(?:;|$)")
_PERIOD = re.compile(r"(?i)(\d{8}T\d{6}Z?)/(?:(\d{8}T\d{6}Z?)|(\+?P[0-9WDTHMS]{1,20}))")
_LENGTH = re.compile(
    r"(?i)\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?"
)


def periods_in(line: Line) -> Iterator[tuple[datetime, datetime]]:
    """The periods of a line in which somebody is not free; what cannot be read is passed over."""
    head, _, value = line.text.partition(":")
    if line.name != PERIODS or _FREE.search(head):
        return
    for found in _PERIOD.finditer(value):
        start, until = _moment(found[1]), None
        if start is not None:
            until = _moment(found[2]) if found[2] else _after(start, found[3])
        if (
            start is not None
            and until is not None
            and (start.tzinfo is None) == (until.tzinfo is None)
        ):
            yield start, until


def _moment(text: str) -> datetime | None:
    digits = text.upper()
    try:
        found = datetime.strptime(digits.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - see below
    except ValueError:
        return None
    # They are of the world's time by the standard; one without its mark is taken as written.
    return found.replace(tzinfo=UTC) if digits.endswith("Z") else found


def _after(start: datetime, text: str) -> datetime | None:
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    try:
        return start + length
    except OverflowError:
        return None
