"""When the user is taken, by a calendar: from its events and from its free/busy times.

What surely lies elsewhere is told by a look at its lines; only the rest is parsed, so that a
calendar of ten years takes about as long as its weeks that are asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count

from store.formats.ics.attendee import email_of
from store.formats.ics.birthdays import birthday_in
from store.formats.ics.blocks import INVITED, Block, CalendarFile, Line, calendar_of
from store.formats.ics.event import CalendarEvent, read_event
from store.formats.ics.free_busy import periods_in
from store.formats.ics.occurrence_spans import spans_of
from store.formats.ics.own_self import Own
from store.formats.ics.own_uids import is_own_uid
from store.formats.ics.reach import LONGEST_EVENT, may_touch
from store.formats.ics.series import Budget, Stretch, series_of
from store.formats.ics.zones import learn_zones, zone_named
from store.formats.incoming import Refused
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow
from store.records.me import Me
from store.rules.busy import Busy, joined_busy
from store.words.message import Message

ToLocal = Callable[[datetime], datetime]
"""Puts a moment of a zone on the user's own clock, without a zone (`store.clock.local_wall`)."""

MOST_PARSED = 4_000
"""Events of one file that are parsed; so many take a few seconds."""

MOST_LETTERS = 1_000_000
"""Of all that is parsed of one file: one event may list thousands of its days."""

MOST_DAYS = 1_500_000
"""Days that are looked at to follow the series of one file; so many take about a second."""

MOST_PERIODS = 20_000
"""Times of one file that are told without an event."""

DAY = timedelta(days=1)

_OF_TIME = frozenset(
    {
        *("UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("SEQUENCE", "SUMMARY", "STATUS", "TRANSP"),
    }
)
"""The properties of an event that tell whether and when it takes time."""

_ABSENT = ("DECLINED", "DELEGATED", "NON-PARTICIPANT")
"""Of those named only who does not come is looked at: it may be the user."""


def busy_times(
    data: bytes,
    shown_path: str,
    days: tuple[date, date],
    local: ToLocal,
    me: Me = Me(),  # noqa: B008 - immutable
    charset: str = "",
) -> tuple[tuple[Busy, ...], tuple[Refused, ...]]:
    """The times taken on some days, in order, those that touch as one; never raises for its bytes.

    Events are left out that take no time by their own word, that were called off or that the user
    has declined, birthdays, and what this program's own feed says. A whole day takes all of it.

    Args:
        data: a calendar file.
        shown_path: the file as shown to the user.
        days: the first and the last day that are asked for.
        local: puts a moment on the user's clock.
        me: by whose addresses and name it is known what the user has declined.
        charset: the encoding of lines that are not UTF-8.

    Returns:
        The times, and what could not be told, each with its line and the reason.
    """
    with warnings.catch_warnings():
        # A guess at a zone is told to the terminal, which may be a screen.
        warnings.simplefilter("ignore")
        file = calendar_of(as_narrow(data), charset)
        return _Taking(file, SetAside(shown_path), days, local, me)()


class _Taking:
    """The state while the times of one file are taken."""

    def __init__(
        self,
        file: CalendarFile,
        aside: SetAside,
        days: tuple[date, date],
        local: ToLocal,
        me: Me,
    ) -> None:
        self._file = file
        self._aside = aside
        self._days = days
        self._local = local
        self._own = _own_of(me, file)
        self._first = datetime.combine(days[0], time.min)
        self._last = datetime.combine(days[1], time.max)

    def __call__(self) -> tuple[tuple[Busy, ...], tuple[Refused, ...]]:
        """Everything, once."""
        times = [*self._told(), *self._of_events()]
        if self._file.rest:
            self._aside.end(self._file.rest, Message("import.rest_left_out"))
        return joined_busy(self._clipped(times)), self._aside.refused()

    def _clipped(self, times: list[tuple[datetime, datetime]]) -> Iterator[Busy]:
        """The times on the user's clock, as far as they lie in the days asked for."""
        end = self._last if self._last.date() == date.max else self._first_free()
        for start, until in times:
            try:
                here, there = self._here(start), self._here(until)
            except (OverflowError, ValueError, OSError):
                continue
            yield Busy(max(here, self._first), min(there, end))

    def _first_free(self) -> datetime:
        return datetime.combine(self._days[1] + DAY, time.min)

    def _here(self, moment: datetime) -> datetime:
        return self._local(moment) if moment.tzinfo else moment

    # Times without events ---------------------------------------------------------------------

    def _told(self) -> Iterator[tuple[datetime, datetime]]:
        taken = 0
        for block in self._file.taken:
            for line in block.too_long:
                self._aside.add(line.number, Message("ics.long_line"), line.text)
            for line in block.lines:
                for period in periods_in(line):
                    taken += 1
                    if taken > MOST_PERIODS:
                        why = Message("busy.too_many_periods", {"n": MOST_PERIODS})
                        self._aside.end(line.number, why)
                        return
                    yield period

    # Events -----------------------------------------------------------------------------------

    def _of_events(self) -> Iterator[tuple[datetime, datetime]]:
        budget = Budget(MOST_DAYS)
        for events in self._parsed():
            back = min(max(each.length for each in events), LONGEST_EVENT) + 2 * DAY
            first, last = _before(self._days[0], back), _after(self._days[1], 2 * DAY)
            stretch = Stretch(first, self._days[0], last)
            try:
                series = series_of(events, stretch, budget)
            except (ValueError, OverflowError):
                self._aside.add(events[0].line, Message("ics.unreadable"), events[0].title)
                continue
            for loss in series.losses:
                self._aside.add(events[0].line, loss, events[0].title)
            for each in series.occurrences:
                if self._takes_time(each.event):
                    yield from spans_of(each)

    def _takes_time(self, event: CalendarEvent) -> bool:
        if event.free or event.cancelled:
            return False
        return not any(self._own.is_me(each) and not each.comes for each in event.attendees)

    def _parsed(self) -> Iterator[list[CalendarEvent]]:
        """The events that may lie in the days asked for, those of one UID together."""
        groups = [group for group in self._groups() if self._matters(group)]
        if not groups:
            return
        learn_zones(self._file.zones)
        zone = zone_named(self._file.zone) if self._file.zone else None
        parsed = letters = 0
        for group in groups:
            bare = [_of_time(block) for block in group]
            parsed += len(bare)
            letters += sum(len(line.text) for block in bare for line in block.lines)
            if parsed > MOST_PARSED or letters > MOST_LETTERS:
                self._aside.end(group[0].line, Message("busy.too_much"))
                return
            read = (read_event(block, zone, self._aside) for block in bare)
            events = [event for event in read if event is not None]
            if events:
                yield events

    def _groups(self) -> list[list[Block]]:
        groups: dict[str, list[Block]] = {}
        for number, block in zip(count(), self._file.events, strict=False):
            uid = block.first("UID")
            if block.has("DTSTART") and not is_own_uid(uid):
                groups.setdefault(uid or f"\n{number}", []).append(block)
        return list(groups.values())

    def _matters(self, group: list[Block]) -> bool:
        if not any(may_touch(block, self._days) for block in group):
            return False
        return all(birthday_in(block) is None for block in group)


def _own_of(me: Me, file: CalendarFile) -> Own:
    """How the user is known; a guess is none, since it would give away time that is taken."""
    links = (email_of(link) for link in me.links if link[:7].lower() == "mailto:")
    invited = (email_of(block.first(INVITED)) for block in file.events)
    emails = {*map(email_of, me.emails), *links, *invited, email_of(file.name)}
    return Own(emails=frozenset(emails - {""}), name=me.name)


def _of_time(block: Block) -> Block:
    """An event with the lines alone that are needed here."""
    return Block(
        line=block.line,
        lines=[line for line in block.lines if line.name in _OF_TIME or _is_absence(line)],
        ended=block.ended,
        too_long=[line for line in block.too_long if line.name in _OF_TIME],
    )


def _is_absence(line: Line) -> bool:
    return line.name == "ATTENDEE" and any(word in line.text.upper() for word in _ABSENT)


def _before(day: date, by: timedelta) -> date:
    return day - by if day.toordinal() > by.days else date.min


def _after(day: date, by: timedelta) -> date:
    return day + by if date.max.toordinal() - day.toordinal() > by.days else date.max
