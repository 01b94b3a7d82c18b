"""One entry of the feed, whatever it is of: a whole day, once or each year, or some hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec

from store.formats.ics.content_lines import escaped
from store.records.ids import day_of_ulid

UNKNOWN_YEAR = 2000
"""Where a date that has no year begins to come round; 29 February is in it."""

FIRST_YEAR = 1900
"""Programs make nothing of years before it."""

_NO_DAY = date(1970, 1, 1)


class FeedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What calendar programs show of a record."""

    uid: str
    id: str
    """The record's, which tells when it was made."""
    day: date
    until: date | None = None
    """The last day, where it is another one."""
    hours: tuple[datetime, datetime] | None = None
    """From when to when on the user's clock, both without a zone; None is the whole day."""
    yearly: bool = False
    summary: str
    description: str = ""
    place: str = ""
    category: str

    def lines(self) -> Iterator[str]:
        """Its content lines, unfolded.

        DTSTAMP is the day on which the record was made and nothing says when it was changed last:
        a file that says the same is the same to the byte, and programs take in what is new by what
        it says.
        """
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(self.uid)}"
        yield f"DTSTAMP:{_written(day_of_ulid(self.id) or _NO_DAY)}T000000Z"
        yield from self._times()
        if self.yearly:
            yield f"RRULE:{yearly_rule(self.day)}"
        yield f"SUMMARY:{escaped(self.summary)}"
        if self.description:
            yield f"DESCRIPTION:{escaped(self.description)}"
        if self.place:
            yield f"LOCATION:{escaped(self.place)}"
        yield f"CATEGORIES:{escaped(self.category)}"
        yield "CLASS:PRIVATE"
        yield "TRANSP:TRANSPARENT" if self.hours is None else "TRANSP:OPAQUE"
        yield "END:VEVENT"

    def _times(self) -> Iterator[str]:
        if self.hours is not None:
            for name, moment in zip(("DTSTART", "DTEND"), self.hours, strict=True):
                # Without a zone: at that hour wherever the user is (RFC 5545, 3.3.5, form 1).
                yield f"{name}:{_written(moment)}T{moment:%H%M%S}"
            return
        yield f"DTSTART;VALUE=DATE:{_written(self.day)}"
        last = max(self.day, self.until or self.day)
        if last < date.max:
            yield f"DTEND;VALUE=DATE:{_written(last + timedelta(days=1))}"


def yearly_rule(day: date) -> str:
    """The rule by which a day comes round; 29 February is the last of the month in other years."""
    if (day.month, day.day) == (2, 29):
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    return "FREQ=YEARLY"


def first_time(year: str, month: int, day: int) -> date:
    """The first time that a date of the year comes round, by its year where that is known."""
    known = int(year) if year and int(year) >= FIRST_YEAR else UNKNOWN_YEAR
    return date(known, month, day)


def _written(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
