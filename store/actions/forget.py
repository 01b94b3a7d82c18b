"""Forgetting a person: what the keeper of the data is asked to end everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial

from store.actions.commit import Entry
from store.actions.forgetting import (
    Traces,
    forget_change_set,
    redacted,
    redacted_text,
    traces_of,
)
from store.actions.purge import Purge
from store.actions.unions import gone_into, unions
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Document
from store.records.snapshot import Snapshot


def traces_with_past(snapshot: Snapshot, person: Person, history: Sequence[Entry]) -> Traces:
    """What tells of a person, by earlier names and addresses and by cards made one with theirs.

    Args:
        snapshot: the data, the person among them.
        person: who.
        history: the commits remembered.
    """
    merged = gone_into(PersonId(person.id), unions(history)) - snapshot.people.keys()
    cards = tuple(_earlier(person, {person.id, *merged}, history))
    return traces_of(snapshot, person, cards, merged)


def _earlier(person: Person, ids: AbstractSet[str], history: Sequence[Entry]) -> Iterator[Person]:
    for entry in history:
        for change in entry.change_set.changes:
            if change.id in ids:
                for record in (change.before, change.after):
                    if isinstance(record, Person) and record != person:
                        yield record


def purge_of(snapshot: Snapshot, person: Person, traces: Traces, at: datetime, key: str) -> Purge:
    """What is to end.

    Args:
        snapshot: the data, the person among them.
        person: who.
        traces: what tells of them.
        at: the moment.
        key: 32 bytes of chance, hexadecimal; used where nobody was forgotten before.
    """

    def redact(table: str, document: Document) -> Document | None:
        return redacted(table, document, traces)

    return Purge(
        at=at,
        change_set=forget_change_set(snapshot, person, traces),
        forgotten=snapshot.forgotten.with_person(person, key),
        touches=traces.touches,
        redact=redact,
        redact_text=partial(redacted_text, traces=traces),
    )
