"""All that is held about one person, each piece with its source and its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import msgspec

from store.records.card_links import CARD_LINKS
from store.records.circle import Circle
from store.records.document import to_document
from store.records.event import Event
from store.records.ids import CircleId, EventId, PersonId, SlotId
from store.records.kinds import TableName
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Document, Json, Record
from store.records.snapshot import Snapshot
from store.views.attached import PartOf, no_part, with_parts_told
from store.views.mentions import Mention, mentions
from store.views.named_on import NamedOn, cards_naming
from store.views.origin import Origin, field_origin, record_origin
from store.views.recorded import Fact
from store.words.message import Message

NAMING: tuple[TableName, ...] = (
    "interactions",
    "follow_ups",
    "exchanges",
    "introductions",
    "events",
    "circles",
    "time_entries",
    "slots",
)
"""Tables whose records may name a person, in the order of the dossier."""

PRIVATE = frozenset({"private_notes"})
"""Fields that no other command shows."""

_ROLES = ("people", "wanted", "a", "b", "person")
"""Fields that hold the ids of people."""


class CardField(msgspec.Struct, frozen=True, kw_only=True):
    """One field of the card."""

    field: str
    """Its name in the data file; one that this version does not know keeps its own."""
    value: Json
    private: bool
    """Whether it was written for the user's eyes alone."""
    origin: Origin
    names: tuple[str, ...] = ()
    """Of a field that holds ids of people, who they are."""


class Other(msgspec.Struct, frozen=True):
    """Somebody else whom a record names."""

    id: PersonId
    name: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A record that names the person."""

    table: TableName
    id: str
    roles: tuple[str, ...]
    """The fields in which it names them: `people`, `wanted`, `a`, `b`, `person`."""
    fields: Document
    """All else that it holds, empty fields as well."""
    unknown: Document
    """Fields that this version does not know."""
    others: tuple[Other, ...]
    """Who else was at a talk, or is introduced; of events and circles nobody."""
    besides: int
    """How many others the record names."""
    links: dict[str, str]
    """Names of the event or the circle to which a field leads, by field."""
    origin: Origin


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of it."""

    person: Person
    card: tuple[CardField, ...]
    held: dict[TableName, tuple[Held, ...]]
    """For each table of `NAMING`, by day."""
    named_on: tuple[NamedOn, ...]
    """Cards of others that name the person."""
    mentions: tuple[Mention, ...]
    asked: bool
    """Whether the person was shown in the sorting of newcomers."""
    history: tuple[Fact, ...]
    """Oldest first."""
    elsewhere: tuple[Message, ...]
    """Other places that hold the person."""


def dossier(
    snapshot: Snapshot,
    id: PersonId,
    facts: Sequence[Fact] = (),
    elsewhere: Sequence[Message] = (),
    part: PartOf = no_part,
) -> Dossier:
    """All that is held about a person.

    Args:
        snapshot: the data.
        id: the person's; they must be there.
        facts: what the history holds about them, oldest first.
        elsewhere: other places that hold them, as the caller knows.
        part: what lies beside the data file, by digest.
    """
    person = snapshot.people[id]
    held = {
        table: tuple(
            sorted(
                (
                    _held(record, table, id, snapshot, facts)
                    for record in _naming(snapshot, table, id)
                ),
                key=_day,
            )
        )
        for table in NAMING
    }
    shown: set[tuple[TableName, str]] = {("people", id)}
    shown |= {(table, each.id) for table, rows in held.items() for each in rows}
    return Dossier(
        person=person,
        card=tuple(_card(person, snapshot, facts, part)),
        held=held,
        named_on=tuple(cards_naming(snapshot, id, facts)),
        mentions=tuple(mentions(snapshot, person, shown)),
        asked=id in snapshot.me.sorting.asked,
        history=tuple(_with_parts_told(each, part) for each in facts),
        elsewhere=tuple(elsewhere),
    )


def _with_parts_told(fact: Fact, part: PartOf) -> Fact:
    if "properties" not in fact.before:
        return fact
    before = {field: with_parts_told(field, each, part) for field, each in fact.before.items()}
    return msgspec.structs.replace(fact, before=before)


def _card(
    person: Person, snapshot: Snapshot, facts: Sequence[Fact], part: PartOf
) -> Iterator[CardField]:
    """Every field that is not at its default, in the order of the record."""
    for field, value in to_document(person).items():
        if field != "id":
            yield CardField(
                field=field,
                value=with_parts_told(field, value, part),
                private=field in PRIVATE,
                origin=field_origin(field, person, facts),
                names=tuple(_names_in(field, value, snapshot)),
            )


def _names_in(field: str, value: Json, snapshot: Snapshot) -> Iterator[str]:
    """The names behind the ids of people that a field of a card holds."""
    if field in CARD_LINKS:
        for id in value if isinstance(value, list) else [value]:
            yield _name(snapshot, PersonId(str(id))) or str(id)


def _naming(snapshot: Snapshot, table: TableName, id: PersonId) -> Iterator[Record]:
    for record in snapshot.tables[table].plain().values():
        if id in named_in(record):
            yield record


def _held(
    record: Record, table: TableName, id: PersonId, snapshot: Snapshot, facts: Sequence[Fact]
) -> Held:
    others = tuple(each for each in dict.fromkeys(named_in(record)) if each != id)
    grouped = isinstance(record, Event | Circle)
    fields = _fields(record)
    return Held(
        table=table,
        id=record.id,
        roles=tuple(_roles(record, id)),
        fields=fields,
        unknown=cast(Document, dict(record.extra)),
        # A list of all who are at an event says much about them, and nothing about this one.
        others=() if grouped else tuple(Other(each, _name(snapshot, each)) for each in others),
        besides=len(others),
        links=dict(_links(fields, snapshot)),
        origin=record_origin(record, table, facts),
    )


def _roles(record: Record, id: PersonId) -> Iterator[str]:
    for role in _ROLES:
        value = getattr(record, role, None)
        if value == id or (isinstance(value, tuple) and id in value):
            yield role


@cache
def _field_names(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.name, field.encode_name)
        for field in msgspec.structs.fields(kind)
        if field.name not in ("id", "extra", *_ROLES)
    )


def _fields(record: Record) -> Document:
    return {
        written: cast(Json, msgspec.to_builtins(getattr(record, name)))
        for name, written in _field_names(type(record))
    }


def _name(snapshot: Snapshot, id: PersonId) -> str:
    person = snapshot.people.get(id)
    return "" if person is None else person.name


def _links(fields: Document, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    event = snapshot.events.get(EventId(str(fields.get("event"))))
    circle = snapshot.circles.get(CircleId(str(fields.get("circle"))))
    if event is not None:
        yield "event", event.name
    if circle is not None:
        yield "circle", circle.name
    slot = snapshot.slots.get(SlotId(str(fields.get("slot"))))
    if slot is not None:
        yield "slot", f"{slot.on.isoformat()} {slot.at}".rstrip()


def _day(held: Held) -> tuple[str, str]:
    return str(held.fields.get("on") or ""), held.id
