"""Slots to come, as the feed tells them: at their hour on the user's clock, wherever that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from store.formats.exported import Wanted
from store.formats.ics.feed_entry import FeedEntry
from store.formats.ics.feed_titles import plan_title
from store.formats.ics.own_uids import own_uid
from store.records.clean import clean_line, clean_text
from store.records.person import Person
from store.records.time_entry import Slot
from store.rules.slots import contact_of, span_of, standing_of_slot
from store.views.slot_words import pieces_word

_OPEN = frozenset({"to_come", "now"})


def slot_entries(wanted: Wanted) -> Iterator[FeedEntry]:
    """Those with anybody wanted; those for nobody in particular where everybody is.

    What was kept or did not happen is not among them, nor what lies in the past.
    """
    asked = frozenset(wanted.people)
    everybody = asked.issuperset(wanted.snapshot.people)
    for slot in sorted(wanted.snapshot.slots.values(), key=lambda each: each.id):
        person = wanted.snapshot.people.get(slot.person) if slot.person is not None else None
        is_wanted = everybody if slot.person is None else slot.person in asked
        if is_wanted and (person is not None or slot.person is None) and _is_open(slot, wanted):
            yield _entry(slot, person, wanted)


def _is_open(slot: Slot, wanted: Wanted) -> bool:
    today, snapshot = wanted.now.date(), wanted.snapshot
    if slot.state != "planned" or slot.on < today:
        return False
    if slot.on > today:
        return True
    minute = wanted.now.hour * 60 + wanted.now.minute
    talks, entries = snapshot.interactions.values(), snapshot.time_entries.values()
    return standing_of_slot(slot, talks, entries, today, minute) in _OPEN


def _entry(slot: Slot, person: Person | None, wanted: Wanted) -> FeedEntry:
    private = person.private_notes if person is not None and wanted.private else ""
    told = (text for each in (slot.note, private) if (text := clean_text(each)))
    return FeedEntry(
        uid=own_uid("slot", slot.id),
        id=slot.id,
        day=slot.on,
        hours=_hours(slot),
        summary=_title(slot, person, wanted),
        description="\n".join(told),
        category=wanted.words.say("feed.category.slot"),
    )


def _title(slot: Slot, person: Person | None, wanted: Wanted) -> str:
    words, kind = wanted.words, contact_of(slot.kind)
    if person is None:
        pieces = pieces_word(slot.kind, slot.count, words)
        return pieces[:1].upper() + pieces[1:]
    if kind is None:
        return words.say("feed.slot.preparing", name=clean_line(person.name))
    return plan_title(kind, (person,), words)


def _hours(slot: Slot) -> tuple[datetime, datetime] | None:
    """From when to when; of no length, from another program's hand, it takes a minute."""
    return span_of(slot if slot.minutes > 0 else msgspec.structs.replace(slot, minutes=1))
