"""What a day brings besides rhythms: to whom something was promised, and kept today."""

from __future__ import annotations

from datetime import date

import msgspec

from store.records.exchange import Exchange
from store.records.ids import PersonId
from store.records.snapshot import Snapshot


class Events(msgspec.Struct, frozen=True):
    """Who brings more to a day than a rhythm; tells cheaply whom to look at."""

    promised: frozenset[PersonId]
    """Who has follow-ups or exchanges, open or closed."""
    closed: frozenset[PersonId]
    """To whom a promise was kept today: a follow-up closed, thanks or news told."""


def events_of(snapshot: Snapshot, today: date) -> Events:
    """Who has follow-ups and exchanges, and to whom a promise was kept today."""
    indexes = snapshot.indexes
    kept = {each.person for each in snapshot.follow_ups.plain().values() if each.closed == today}
    kept |= {each.person for each in snapshot.exchanges.plain().values() if _kept(each, today)}
    promised = frozenset(indexes["follow_ups"].plain()) | frozenset(indexes["exchanges"].plain())
    return Events(promised, frozenset(kept))


def events_about(snapshot: Snapshot, person: PersonId, today: date) -> Events:
    """As `events_of`, for one person."""
    follow_ups, alone = snapshot.follow_ups_of(person), frozenset({person})
    promised = bool(follow_ups) or person in snapshot.indexes["exchanges"]
    closed = any(each.closed == today for each in follow_ups) or any(
        _kept(each, today) for each in snapshot.exchanges_of(person)
    )
    return Events(alone if promised else frozenset(), alone if closed else frozenset())


def _kept(exchange: Exchange, day: date) -> bool:
    return day in (exchange.thanked, exchange.told, exchange.closed)
