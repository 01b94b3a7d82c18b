"""One event of a file, as far as meetings need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo

import msgspec

from store.formats.ics.attendee import Attendee, attendee_of
from store.formats.ics.blocks import HELD_AT, READ, Block
from store.formats.ics.medium import medium_of
from store.formats.set_aside import SetAside
from store.records.clean import clean_line
from store.records.kinds import Kind
from store.words.fold import fold
from store.words.message import Message

LONGEST_NOTE = 300
"""Characters of a title that are kept."""

DAY_MINUTES = 24 * 60

Moment = date | datetime
"""A day, or a moment: of a zone where one is known, else as written."""

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


def zone_of(moment: Moment) -> tzinfo | None:
    """The zone of a moment; none for a day, and for a time of no zone."""
    return moment.tzinfo if isinstance(moment, datetime) else None


def day_in(moment: Moment, zone: tzinfo | None) -> date:
    """The day of a moment in a zone; as written where either has none."""
    if not isinstance(moment, datetime):
        return moment
    if zone is None or moment.tzinfo is None or moment.tzinfo is zone:
        return moment.date()
    return moment.astimezone(zone).date()


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
        event = _event_of(_Fields(parsed, zone), block)
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


class _Fields:
    """The values of a parsed event; those that are broken or of another type are not there."""

    def __init__(self, parsed: Mapping[str, object], zone: tzinfo | None) -> None:
        self._parsed = parsed
        self._zone = zone

    def all(self, name: str) -> list[object]:
        from icalendar.prop import vBroken

        value = self._parsed.get(name, [])
        values = value if isinstance(value, list) else [value]
        return [each for each in values if not isinstance(each, vBroken)]

    def text(self, name: str) -> str:
        return next((str(each) for each in self.all(name)), "")

    def moment(self, name: str) -> Moment | None:
        return next(self._moments(self.all(name)), None)

    def moments(self, name: str) -> tuple[Moment, ...]:
        lists = (getattr(each, "dts", ()) for each in self.all(name))
        return tuple(self._moments(each for dates in lists for each in dates))

    def length(self, name: str) -> timedelta | None:
        for each in self.all(name):
            value = getattr(each, "dt", None)
            if isinstance(value, timedelta):
                return value
        return None

    def people(self, name: str) -> Iterator[Attendee]:
        for each in self.all(name):
            yield attendee_of(str(each), getattr(each, "params", {}))

    def rules(self) -> Iterator[Mapping[str, Sequence[object]]]:
        for each in self.all("RRULE"):
            if isinstance(each, Mapping):
                yield {str(part).upper(): list(values) for part, values in each.items()}

    def _moments(self, values: Iterator[object] | list[object]) -> Iterator[Moment]:
        for each in values:
            value = getattr(each, "dt", None)
            if isinstance(value, tuple) and value:
                value = value[0]
            if isinstance(value, datetime):
                yield self._put(value)
            elif isinstance(value, date):
                yield value

    def _put(self, moment: datetime) -> datetime:
        """A time of the world's in the zone of the calendar, in which its day is another."""
        if self._zone is None or moment.tzinfo is None or str(moment.tzinfo) not in ("UTC", "Z"):
            return moment
        return moment.astimezone(self._zone)


def _event_of(fields: _Fields, block: Block) -> CalendarEvent | None:
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
        minutes=_minutes(fields, start),
        kind=medium_of(title, fields.text("LOCATION"), addresses),
        cancelled=status == "CANCELLED" or _CALLED_OFF.match(fold(title[:40])) is not None,
        shown_free=is_free and not isinstance(start, datetime),
        attendees=tuple(fields.people("ATTENDEE")),
        organizer=next(fields.people("ORGANIZER"), None),
        sequence=int(sequence) if sequence.isdigit() and len(sequence) < 10 else 0,
        instead_of=fields.moment("RECURRENCE-ID"),
        and_after=getattr(instead, "params", {}).get("RANGE") == "THISANDFUTURE",
        rules=tuple(fields.rules()),
        more=fields.moments("RDATE"),
        less=fields.moments("EXDATE"),
    )


def _minutes(fields: _Fields, start: Moment) -> int | None:
    """How long it takes, where it begins at a time and is over within a day."""
    if not isinstance(start, datetime):
        return None
    length, end = fields.length("DURATION"), fields.moment("DTEND")
    if isinstance(end, datetime) and (end.tzinfo is None) == (start.tzinfo is None):
        length = end - start
    if length is None:
        return None
    minutes = round(length.total_seconds() / 60)
    return minutes if 0 < minutes < DAY_MINUTES else None
