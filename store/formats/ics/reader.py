"""Calendars: meetings become interactions and plans, and those who were there people.

Only events that name somebody are parsed, each for itself, so that a broken one costs no other.
Nothing of an event but its title, its day, its length, its way and its people is kept.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from store.formats.format import Format
from store.formats.ics.attendee import email_of
from store.formats.ics.birthdays import birthday_in
from store.formats.ics.blocks import INVITED, Block, CalendarFile, calendar_of
from store.formats.ics.company import company_of
from store.formats.ics.event import CalendarEvent, read_event
from store.formats.ics.meetings import Meetings
from store.formats.ics.own_self import Own, own_of
from store.formats.ics.own_uids import is_own_uid
from store.formats.ics.series import AHEAD, Budget, series_of, stretch_around
from store.formats.ics.zones import learn_zones, zone_named
from store.formats.incoming import Reading, Refused
from store.formats.known import Known
from store.formats.set_aside import SetAside
from store.formats.text_decoding import as_narrow
from store.records.person import Person
from store.words.message import Message

STEP = 100
"""Events between two words on how far the reading has come."""

MOST_EVENTS = 50_000
"""Events of one file that are parsed; so many take less than a minute."""

MOST_NAMED = 60
"""Lines of attendees beyond which an event is no meeting, whoever they are."""

MOST_UID = 200
"""Characters of a UID that are kept; longer ones are shortened to a digest."""

FIRST_DAY = date(1970, 1, 1)
"""Meetings before it are slips."""

_OPENING = re.compile(
    rb"(?i)\s*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE)\s"
)


def looks_like_calendar(head: bytes, name: str) -> bool:
    """Whether a file begins as a calendar does."""
    return _OPENING.match(as_narrow(head[:4096]).lstrip(b"\x00\xef\xbb\xbf")) is not None


def read_calendar(data: bytes, shown_path: str, known: Known) -> Reading:
    """The meetings of a calendar with those who were there; never raises for what it holds.

    Told apart are past and future by `known.today`; where that is not given, every meeting is
    past, and of a series the first day is taken.
    """
    with warnings.catch_warnings():
        # A guess at a zone is told to the terminal, which may be a screen.
        warnings.simplefilter("ignore")
        return _Reading(calendar_of(as_narrow(data), known.choices.charset), shown_path, known)()


class _Reading:
    """The state of the reading of one file."""

    def __init__(self, file: CalendarFile, shown_path: str, known: Known) -> None:
        self._file = file
        self._known = known
        self._aside = SetAside(shown_path)
        self._left = 0
        self._ours = 0
        self._birthdays: list[Person] = []
        self._meetings = Meetings()

    def __call__(self) -> Reading:
        groups = self._parsed()
        events = [each for group in groups for each in group]
        invited = [email_of(block.first(INVITED)) for block in self._file.events]
        own = own_of(self._known.me, events, self._file.name, invited)
        self._take(groups, own)
        self._tell_of_me(own, events)
        if self._file.rest:
            self._aside.end(self._file.rest, Message("import.rest_left_out"))
        return Reading(
            people=(*self._meetings.people(), *self._birthdays),
            interactions=self._meetings.interactions(),
            refused=tuple(sorted(self._aside.refused(), key=_by_line)),
            left=self._left,
            own=self._ours,
        )

    def _parsed(self) -> list[list[CalendarEvent]]:
        """The events that name somebody, those of one UID together."""
        wanted = {uid for uid, block in self._named_blocks() if block.has("ATTENDEE", "ORGANIZER")}
        if wanted:
            learn_zones(self._file.zones)
        zone = zone_named(self._file.zone) if wanted and self._file.zone else None
        groups: dict[str, list[CalendarEvent]] = {}
        parsed = 0
        for at, (uid, block) in enumerate(self._named_blocks()):
            if at % STEP == 0:
                self._known.step(at)
            if is_own_uid(uid):
                self._ours += 1
            elif uid not in wanted:
                self._take_lonely(block)
            elif self._is_audience(block):
                continue
            elif parsed == MOST_EVENTS:
                self._aside.end(block.line, Message("ics.too_many_events", {"n": MOST_EVENTS}))
                break
            else:
                parsed += 1
                event = read_event(block, zone, self._aside)
                if event is not None:
                    groups.setdefault(uid, []).append(event)
        return list(groups.values())

    def _named_blocks(self) -> Iterator[tuple[str, Block]]:
        """Each event with its UID as written, or something in its place."""
        for number, block in zip(count(), self._file.events, strict=False):
            yield block.first("UID") or f"\n{number}", block

    def _take_lonely(self, block: Block) -> None:
        birthday = birthday_in(block)
        if birthday is None:
            self._left += 1
        else:
            self._birthdays.append(birthday)

    def _is_audience(self, block: Block) -> bool:
        named = sum(line.name == "ATTENDEE" for line in block.lines)
        if named <= MOST_NAMED:
            return False
        self._tell_audience(block.line, named, block.first("SUMMARY"))
        return True

    def _tell_audience(self, line: int, people: int, title: str) -> None:
        self._aside.add(line, Message("ics.audience", {"n": people}), title)

    def _take(self, groups: Sequence[list[CalendarEvent]], own: Own) -> None:
        today = self._known.today
        stretch = stretch_around(today) if today is not None else None
        last = today + AHEAD if today is not None else date.max
        budget = Budget()
        for at, group in enumerate(groups):
            if at % STEP == 0:
                self._known.step(len(self._file.events))
            companies = {id(event): company_of(event, own) for event in group}
            if not any(company.people for company in companies.values()):
                self._leave(group, max(each.too_many for each in companies.values()))
                continue
            try:
                series = series_of(group, stretch, budget)
            except (ValueError, OverflowError):
                self._aside.add(group[0].line, Message("ics.unreadable"), group[0].title)
                continue
            for loss in series.losses:
                self._aside.add(group[0].line, loss, group[0].title)
            key = _key(group[0])
            for each in series.occurrences:
                company = companies[id(each.event)]
                if not company.people or not FIRST_DAY <= each.day <= last:
                    self._left += 1
                    continue
                planned = today is not None and each.day >= today
                self._meetings.take(each, company, f"{key}:{each.of.isoformat()}", planned)

    def _leave(self, group: Sequence[CalendarEvent], too_many: int) -> None:
        if too_many:
            self._tell_audience(group[0].line, too_many, group[0].title)
        else:
            self._left += len(group)

    def _tell_of_me(self, own: Own, events: Sequence[CalendarEvent]) -> None:
        if own.guessed:
            why = Message("ics.taken_for_you", {"name": own.guessed})
            self._aside.add(events[0].line, why)
        elif not own.seen and not own.name and self._meetings.people():
            self._aside.add(events[0].line, Message("ics.who_are_you"))


def _by_line(refused: Refused) -> int:
    return refused.line


def _key(event: CalendarEvent) -> str:
    """The stable key of an event or a series: its UID, or what it says where it has none."""
    uid = event.uid
    if not uid or len(uid) > MOST_UID:
        named = sorted(each.key or each.name for each in event.attendees)
        said = "\n".join([uid or f"{event.day} {event.title}", *named])
        uid = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"ics:{uid}"


CALENDAR = Format(name="ics", looks_like=looks_like_calendar, read=read_calendar)
"""Calendars as nearly every program writes them (RFC 5545)."""
