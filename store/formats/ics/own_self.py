"""Who of those on the events of a file is the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from store.formats.ics.attendee import Attendee, email_of
from store.formats.ics.event import CalendarEvent
from store.records.identity import same_words
from store.records.me import Me

FEWEST_MEETINGS = 3
"""Meetings of which somebody must be at four in five to be taken for the user."""


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """How the user is known on the events."""

    emails: frozenset[str] = frozenset()
    name: str = ""
    guessed: str = ""
    """The address of who was taken for the user, being at nearly all meetings."""
    seen: bool = False
    """Whether anything tells who the user is."""

    def is_me(self, attendee: Attendee | None) -> bool:
        """Whether somebody is the user."""
        if attendee is None:
            return False
        if attendee.email and attendee.email in self.emails:
            return True
        return bool(self.name and attendee.name) and same_words(self.name, attendee.name)


def own_of(me: Me, events: Sequence[CalendarEvent], calendar: str, invited: Iterable[str]) -> Own:
    """Who the user is.

    By their card, and by what programs say of whom they invite. Where neither has an address, nor
    the name occurs, by the calendar's name, which may be an address; else whoever is at four in
    five of three or more meetings, if it is one person alone.

    Args:
        me: the user's card.
        events: those of the file.
        calendar: its name.
        invited: the addresses by which the user was invited.
    """
    links = (email_of(link) for link in me.links if link[:7].lower() == "mailto:")
    emails = {email_of(each) for each in (*me.emails, *invited)}
    own = Own(emails=frozenset({*emails, *links} - {""}), name=me.name)
    named = [_everybody(each) for each in events]
    if own.emails or any(own.is_me(each) for people in named for each in people):
        return msgspec.structs.replace(own, seen=True)
    keys = [{each.email for each in people if each.email and each.is_person} for people in named]
    known = set().union(*keys) if keys else set()
    called = email_of(calendar)
    if called in known:
        return msgspec.structs.replace(own, emails=frozenset({called}), seen=True)
    guessed = _nearly_always(events, keys)
    if guessed:
        return msgspec.structs.replace(own, emails=frozenset({guessed}), guessed=guessed, seen=True)
    return own


def _everybody(event: CalendarEvent) -> tuple[Attendee, ...]:
    return event.attendees if event.organizer is None else (*event.attendees, event.organizer)


def _nearly_always(events: Sequence[CalendarEvent], keys: Sequence[set[str]]) -> str:
    """Who is at nearly all meetings; nobody where two are at as many. A series counts once.

    Some programs leave the user out: whoever is often the only one named is somebody else.
    """
    meetings: dict[str, set[str]] = {}
    for event, emails in zip(events, keys, strict=True):
        if event.attendees:
            meetings.setdefault(event.uid or str(event.line), set()).update(emails)
    counts = Counter(email for emails in meetings.values() for email in emails).most_common(2)
    if len(meetings) < FEWEST_MEETINGS or not counts or counts[0][1] * 5 < len(meetings) * 4:
        return ""
    if len(counts) > 1 and counts[1][1] == counts[0][1]:
        return ""
    alone = sum(emails == {counts[0][0]} for emails in meetings.values())
    return "" if alone * 2 > counts[0][1] else counts[0][0]
