"""With whom the user was at a meeting, and why some events are none."""

from __future__ import annotations

import msgspec

from store.formats.ics.attendee import Attendee
from store.formats.ics.event import CalendarEvent
from store.formats.ics.own_self import Own
from store.records.kinds import By

MOST_PEOPLE = 20
"""Others at an event beyond which it is an audience and no meeting."""


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Who else was at an event."""

    people: tuple[Attendee, ...] = ()
    """Nobody where it is no meeting."""
    by: By | None = None
    """Who invited; None where that is not said."""
    too_many: int = 0
    """How many they were, where they were too many."""


def company_of(event: CalendarEvent, own: Own) -> Company:
    """Who else was, or will be, at an event.

    Nobody, where it was called off, where the user has declined, where it is a whole day that
    takes no time, and where it names an organiser alone while nobody knows who the user is: it is
    mostly the user.
    """
    if event.cancelled or event.shown_free:
        return Company()
    if any(own.is_me(each) and not each.comes for each in event.attendees):
        return Company()
    away = {each.key for each in event.attendees if not each.comes}
    named = list(event.attendees)
    organizer = event.organizer
    if organizer is not None and organizer.key not in away and (named or own.seen):
        named.append(organizer)
    others = {
        each.key or each.name: each
        for each in reversed(named)
        if each.is_person and each.comes and each.shown and not own.is_me(each)
    }
    if len(others) > MOST_PEOPLE:
        return Company(too_many=len(others))
    by: By | None = None
    if organizer is not None:
        by = "me" if own.is_me(organizer) else "them"
    return Company(people=tuple(reversed(others.values())), by=by)
