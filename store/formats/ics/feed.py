"""The feed that calendar programs subscribe to: promises, dates of the year, plans, events, slots.

A record keeps its UID for ever, and while nothing changes the file stays the same to the byte,
whenever it is written: only plans and events go, once their day has passed, and slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.formats.exported import ExportFormat, Wanted
from store.formats.ics.content_lines import escaped, folded
from store.formats.ics.feed_entry import FeedEntry, first_time
from store.formats.ics.feed_slots import slot_entries
from store.formats.ics.feed_titles import plan_title
from store.formats.ics.own_uids import own_uid
from store.records.clean import clean_line, clean_text
from store.records.ids import PersonId
from store.records.interaction import Interaction
from store.records.kinds import FollowUpKind
from store.records.partial_date import month_and_day, parts_of
from store.records.person import Person
from store.records.record import Record

REFRESH = "PT6H"
"""How often programs are asked to look again."""

_FOLLOW_UPS: dict[FollowUpKind, str] = {
    "follow_up": "feed.follow_up",
    "thanks": "feed.thanks",
    "news": "feed.news",
    "event": "feed.event_follow_up",
}

_FROM_CALENDAR = "ics:"
"""How the keys of interactions begin that were read from a calendar: there they are already."""


def write_feed(wanted: Wanted) -> Iterator[str]:
    """The feed of the people wanted, piece by piece."""
    name = escaped(wanted.words.say("feed.calendar_name"))
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Arrosoir//Arrosoir//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    ):
        yield folded(line)
    for entry in _entries(wanted):
        yield "".join(folded(line) for line in entry.lines())
    yield folded("END:VCALENDAR")


def _entries(wanted: Wanted) -> Iterator[FeedEntry]:
    """All entries; in an order that does not follow that of the people, which changes by heat."""
    people = wanted.snapshot.people
    for id in sorted(set(wanted.people)):
        person = people.get(id)
        # Whoever was let go, or has died, is not in Today either.
        if person is not None and person.status == "active":
            yield from _birthday(wanted, person)
            yield from _dates(wanted, person)
            yield from _follow_ups(wanted, person)
    yield from _plans(wanted)
    yield from _events(wanted)
    yield from slot_entries(wanted)


def _birthday(wanted: Wanted, person: Person) -> Iterator[FeedEntry]:
    parts = parts_of(person.birthday)
    if parts is None or not (parts[1] and parts[2]):
        return
    yield FeedEntry(
        uid=own_uid("birthday", person.id),
        id=person.id,
        day=first_time(parts[0], int(parts[1]), int(parts[2])),
        yearly=True,
        summary=wanted.words.say("feed.birthday", name=clean_line(person.name)),
        category=wanted.words.say("feed.category.birthday"),
    )


def _dates(wanted: Wanted, person: Person) -> Iterator[FeedEntry]:
    taken: dict[str, int] = {}
    name = clean_line(person.name)
    for each in person.dates:
        found, parts = month_and_day(each.on), parts_of(each.on)
        if found is None or parts is None:
            continue
        day = "{:02}-{:02}".format(*found)
        taken[day] = taken.get(day, 0) + 1
        what = clean_line(each.name)
        said = wanted.words.say("feed.date", what=what, name=name)
        yield FeedEntry(
            uid=own_uid("date", person.id, day if taken[day] == 1 else f"{day}-{taken[day]}"),
            id=person.id,
            day=first_time(parts[0], *found),
            yearly=True,
            summary=said if what else wanted.words.say("feed.date_unnamed", name=name),
            category=wanted.words.say("feed.category.date"),
        )


def _follow_ups(wanted: Wanted, person: Person) -> Iterator[FeedEntry]:
    for each in sorted(wanted.snapshot.follow_ups_of(PersonId(person.id)), key=_by_id):
        if each.closed is None:
            yield FeedEntry(
                uid=own_uid("follow-up", each.id),
                id=each.id,
                day=each.on,
                summary=wanted.words.say(_FOLLOW_UPS[each.kind], name=clean_line(person.name)),
                description=_description(wanted, each.why, (person,)),
                category=wanted.words.say("feed.category.follow_up"),
            )


def _plans(wanted: Wanted) -> Iterator[FeedEntry]:
    today, asked = wanted.now.date(), frozenset(wanted.people)
    for each in sorted(wanted.snapshot.interactions.values(), key=_by_id):
        if not each.planned or each.on < today or each.source.startswith(_FROM_CALENDAR):
            continue
        people = _present(wanted, each, asked)
        if not people:
            continue
        yield FeedEntry(
            uid=own_uid("plan", each.id),
            id=each.id,
            day=each.on,
            summary=plan_title(each.kind, people, wanted.words),
            description=_description(wanted, each.note, people),
            category=wanted.words.say("feed.category.plan"),
        )


def _present(wanted: Wanted, talk: Interaction, asked: frozenset[PersonId]) -> tuple[Person, ...]:
    """Those of a plan who are wanted: nobody else is named."""
    found = (wanted.snapshot.people.get(id) for id in talk.people if id in asked)
    return tuple(each for each in found if each is not None)


def _events(wanted: Wanted) -> Iterator[FeedEntry]:
    """Events to come with anybody wanted; those that name nobody where everybody is."""
    today, asked = wanted.now.date(), frozenset(wanted.people)
    everybody = asked.issuperset(wanted.snapshot.people)
    for each in sorted(wanted.snapshot.events.values(), key=_by_id):
        named = {*each.people, *each.wanted}
        last: date = max(each.on, each.until or each.on)
        if each.closed is not None or last < today or not (named & asked or everybody):
            continue
        yield FeedEntry(
            uid=own_uid("event", each.id),
            id=each.id,
            day=each.on,
            until=each.until,
            summary=clean_line(each.name),
            place=clean_line(each.place),
            category=wanted.words.say("feed.category.event"),
        )


def _description(wanted: Wanted, said: str, people: tuple[Person, ...]) -> str:
    """What was noted for it; private notes only where they were asked for."""
    private = [person.private_notes for person in people] if wanted.private else []
    return "\n".join(text for each in (said, *private) if (text := clean_text(each)))


def _by_id(record: Record) -> str:
    return record.id


FEED = ExportFormat(name="ics", extension=".ics", write=write_feed)
"""An iCalendar file (RFC 5545, RFC 7986) that is written anew in its place."""
