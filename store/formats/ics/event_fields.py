"""The values of one parsed event, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from store.formats.ics.attendee import Attendee, attendee_of

DAY_MINUTES = 24 * 60

Moment = date | datetime
"""A day, or a moment: of a zone where one is known, else as written."""


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


class EventFields:
    """The values of a parsed event; those that are broken or of another type are not there."""

    def __init__(self, parsed: Mapping[str, object], zone: tzinfo | None) -> None:
        """Bind a parsed event, and the zone into which times of the world's are put."""
        self._parsed = parsed
        self._zone = zone

    def all(self, name: str) -> list[object]:
        """The values of a property."""
        from icalendar.prop import vBroken

        value = self._parsed.get(name, [])
        values = value if isinstance(value, list) else [value]
        return [each for each in values if not isinstance(each, vBroken)]

    def text(self, name: str) -> str:
        """The first as text; nothing where there is none."""
        return next((str(each) for each in self.all(name)), "")

    def moment(self, name: str) -> Moment | None:
        """The first day or moment."""
        return next(self._moments(self.all(name)), None)

    def moments(self, name: str) -> tuple[Moment, ...]:
        """All days and moments of its lists."""
        lists = (getattr(each, "dts", ()) for each in self.all(name))
        return tuple(self._moments(each for dates in lists for each in dates))

    def lengths(self, name: str) -> Mapping[Moment, timedelta]:
        """Of periods in a list of moments, by the moment with which each begins."""
        lists = (getattr(each, "dts", ()) for each in self.all(name))
        periods = (getattr(each, "dt", None) for dates in lists for each in dates)
        found: dict[Moment, timedelta] = {}
        for each in periods:
            if isinstance(each, tuple) and isinstance(each[0], datetime):
                length = each[1]
                if isinstance(length, datetime):
                    length = _between(each[0], length)
                if isinstance(length, timedelta):
                    found[self._put(each[0])] = max(length, timedelta(0))
        return found

    def length(self, name: str) -> timedelta | None:
        """The first length of time."""
        for each in self.all(name):
            value = getattr(each, "dt", None)
            if isinstance(value, timedelta):
                return value
        return None

    def people(self, name: str) -> Iterator[Attendee]:
        """Those whom it names."""
        for each in self.all(name):
            yield attendee_of(str(each), getattr(each, "params", {}))

    def rules(self) -> Iterator[Mapping[str, Sequence[object]]]:
        """The parts of each rule, by their names in capitals."""
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


def minutes_of(fields: EventFields, start: Moment) -> int | None:
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


def length_of(fields: EventFields, start: Moment) -> timedelta:
    """From beginning to end; one day for a day that has none, nothing where a time has none."""
    length, end = fields.length("DURATION"), fields.moment("DTEND")
    if not isinstance(start, datetime):
        if end is not None:
            length = day_in(end, None) - start
        return max(timedelta(length.days if length else 1), timedelta(1))
    if isinstance(end, datetime):
        length = _between(start, end)
    elif end is not None:
        length = _between(start, datetime.combine(end, time.min, start.tzinfo))
    return max(length or timedelta(0), timedelta(0))


def _between(start: datetime, end: datetime) -> timedelta:
    """What lies between on the clocks of the first; as written where one alone has a zone."""
    if end.tzinfo is not None and start.tzinfo is not None:
        try:
            end = end.astimezone(start.tzinfo)
        except (OverflowError, ValueError):
            return timedelta(0)
    return end.replace(tzinfo=None) - start.replace(tzinfo=None)
