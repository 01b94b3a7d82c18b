"""One event of a file, as far as meetings need it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo

import msgspec

from store.formats.ics.attendee import Attendee
from store.formats.ics.blocks import HELD_AT, READ, Block
from store.formats.ics.event_fields import (
    EventFields,
    Moment,
    day_in,
    length_of,
    minutes_of,
    zone_of,
)
from store.formats.ics.medium import medium_of
from store.formats.set_aside import SetAside
from store.records.clean import clean_line
from store.records.kinds import Kind
from store.words.fold import fold
from store.words.message import Message

LONGEST_NOTE = 300
"""Characters of a title that are kept."""

_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_CALLED_OFF = re.compile(r"(?:cancell?ed|annule\w*|abgesagt|annullat\w|cancelad\w)\s*:")


class CalendarEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event, or one occurrence of a series that is told apart from the others."""

    line: int
    uid: str
    title: str
    start: Moment
    minutes: int | None
    kind: Kind
    cancelled: bool
    shown_free: bool
    """A whole day that takes no time: somebody is away, or has a birthday."""
    free: bool = False
    """Whether it takes no time, be it a whole day or some hours."""
    length: timedelta = timedelta(0)
    """From its beginning to its end on the clocks of where it is held; of a whole day, days."""
    attendees: tuple[Attendee, ...]
    organizer: Attendee | None
    sequence: int = 0
    instead_of: Moment | None = None
    """The occurrence of the series in whose place this one is."""
    and_after: bool = False
    """Whether it is in the place of all that follow as well."""
    rules: tuple[Mapping[str, Sequence[object]], ...] = ()
    more: tuple[Moment, ...] = ()
    """Further days of the series."""
    lengths: Mapping[Moment, timedelta] = {}
    """Of those that do not last as long as the others."""
    less: tuple[Moment, ...] = ()
    """Days on which the series does not take place."""

    @property
    def day(self) -> date:
        """The day on which it begins, where it is held."""
        return day_in(self.start, zone_of(self.start))

    @property
    def recurs(self) -> bool:
        """Whether it is a series."""
        return bool(self.rules or self.more)


def read_event(block: Block, zone: tzinfo | None, aside: SetAside) -> CalendarEvent | None:
    """An event of a file, or None where it cannot be used; why is told.

    Args:
        block: its lines.
        zone: the zone in which the calendar is shown; times of the world's are put into it.
        aside: told of what is set aside.
    """
    from icalendar import Event

    told = [line for line in block.lines if line.name in READ]
    rows = (_CONTROLS.sub("", line.text) for line in told)
    text = "\r\n".join(["BEGIN:VEVENT", *rows, "END:VEVENT", ""])
    try:
        parsed = Event.from_ical(text)
        event = _event_of(EventFields(parsed, zone), block)
    except Exception:  # noqa: BLE001 - a library's parser meets what strangers wrote
        aside.add(block.line, Message("ics.unreadable"), block.first("SUMMARY"))
        return None
    _tell_losses(block, parsed.errors, aside)
    if event is None:
        aside.add(block.line, Message("ics.no_start"), block.first("SUMMARY"))
    return event


def _tell_losses(block: Block, errors: Sequence[tuple[str | None, str]], aside: SetAside) -> None:
    for name, error in errors:
        # Of a line that is no property at all the name is unknown; the error repeats it.
        line = next(
            (
                line
                for line in block.lines
                if (line.name == name if name else _CONTROLS.sub("", line.text) in error)
            ),
            None,
        )
        if line is not None and line.name:
            aside.add(line.number, Message("ics.bad_property", {"name": line.name}), line.text)
    for line in block.lines:
        if not line.name:
            aside.add(line.number, Message("ics.bad_line"), line.text)
    for line in block.too_long:
        aside.add(line.number, Message("ics.long_line"), line.text)
    if not block.ended:
        aside.add(block.line, Message("ics.unended"), block.first("SUMMARY"))


def _event_of(fields: EventFields, block: Block) -> CalendarEvent | None:
    start = fields.moment("DTSTART")
    if start is None:
        return None
    title = clean_line(fields.text("SUMMARY")[: LONGEST_NOTE * 4])[:LONGEST_NOTE].rstrip()
    addresses = tuple(line.text for line in block.lines if line.name in HELD_AT)
    status, sequence = fields.text("STATUS").strip().upper(), fields.text("SEQUENCE").strip()
    is_free = fields.text("TRANSP").strip().upper() == "TRANSPARENT"
    instead = next(iter(fields.all("RECURRENCE-ID")), None)
    return CalendarEvent(
        line=block.line,
        uid=clean_line(fields.text("UID")),
        title=title,
        start=start,
        minutes=minutes_of(fields, start),
        kind=medium_of(title, fields.text("LOCATION"), addresses),
        cancelled=status == "CANCELLED" or _CALLED_OFF.match(fold(title[:40])) is not None,
        shown_free=is_free and not isinstance(start, datetime),
        free=is_free,
        length=length_of(fields, start),
        attendees=tuple(fields.people("ATTENDEE")),
        organizer=next(fields.people("ORGANIZER"), None),
        sequence=int(sequence) if sequence.isdigit() and len(sequence) < 10 else 0,
        instead_of=fields.moment("RECURRENCE-ID"),
        and_after=getattr(instead, "params", {}).get("RANGE") == "THISANDFUTURE",
        rules=tuple(fields.rules()),
        more=fields.moments("RDATE"),
        lengths=fields.lengths("RDATE"),
        less=fields.moments("EXDATE"),
    )
