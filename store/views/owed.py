"""What is open between the user and a person: promised, to give, thank, tell, and asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.promises import promises_of, waits_to_be_given
from store.rules.queue import WAITING


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """Something open between the user and a person."""

    id: str
    """The record's."""
    what: str
    """In the user's words; may be empty."""
    kind: str
    """Of the help or the follow-up."""
    on: date
    """Of a promise for when it is meant."""
    other: str = ""
    """To whom they are to be introduced."""


def promised(snapshot: Snapshot, person: PersonId) -> Iterator[Owed]:
    """Promises that are open, by the day that each is meant for."""
    follow_ups = snapshot.follow_ups_of(person)
    for each in sorted(follow_ups, key=lambda follow_up: follow_up.on):
        if each.closed is None and each.kind in ("follow_up", "event"):
            yield Owed(id=each.id, what=each.why, kind=each.kind, on=each.on)


def to_give(snapshot: Snapshot, person: PersonId) -> Iterator[Owed]:
    """What is put by, and introductions in which the person has a part."""
    for gift in filter(waits_to_be_given, snapshot.exchanges_of(person)):
        yield Owed(id=gift.id, what=gift.note, kind=gift.kind, on=gift.on)
    for intro in snapshot.introductions.plain().values():
        if person in (intro.a, intro.b) and intro.state in WAITING:
            other = snapshot.people.get(intro.b if person == intro.a else intro.a)
            name = other.name if other is not None else ""
            yield Owed(id=intro.id, what=intro.why, kind="introduction", on=intro.on, other=name)


def to_thank(snapshot: Snapshot, person: PersonId) -> Iterator[Owed]:
    """Thanks for help received, due or still to come."""
    return _said(snapshot, person, "thanks")


def to_tell(snapshot: Snapshot, person: PersonId) -> Iterator[Owed]:
    """News of what came of their help, due or still to come."""
    return _said(snapshot, person, "news")


def asked(snapshot: Snapshot, person: PersonId) -> Iterator[Owed]:
    """What the user has asked of them and is not settled."""
    for each in snapshot.exchanges_of(person):
        if each.direction == "asked" and each.closed is None:
            yield Owed(id=each.id, what=each.note, kind=each.kind, on=each.on)


def _said(snapshot: Snapshot, person: PersonId, code: str) -> Iterator[Owed]:
    open_ones = promises_of(snapshot.follow_ups_of(person), snapshot.exchanges_of(person), ())
    for each in open_ones:
        if each.reason.code == code:
            values = each.reason.values
            what, kind = str(values.get("why", "")), str(values.get("kind", code))
            yield Owed(id=each.id, what=what, kind=kind, on=each.on)
