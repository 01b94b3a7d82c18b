"""Where the free text of other records names a person."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import msgspec

from store.records.card_links import CARD_LINKS
from store.records.circle import Circle
from store.records.document import to_document
from store.records.event import Event
from store.records.ids import PersonId
from store.records.kinds import TABLES, TableName
from store.records.me import Me
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Json, Record
from store.records.snapshot import Snapshot
from store.records.time_entry import Template
from store.views.naming_words import NamingWords

NO_WORDS = frozenset(
    {
        *("id", "person", "people", "wanted", "a", "b", "event", "circle", "exchange", "sorting"),
        *CARD_LINKS,
        *("kind", "kinds", "status", "by", "direction", "weight", "state", "step", "prefers"),
        *("avoids", "how", "row", "source", "sources", "params", "group", "slot", "contact", "at"),
    }
)
"""Fields that hold ids, codes and keys: nothing that anybody has written."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that names somebody."""

    table: TableName
    id: str
    """The record's in which it stands."""
    about: str
    """Whom or what that record is about."""
    field: str
    text: str
    """The sentence, and nothing more of the text."""


def mentions(
    snapshot: Snapshot, person: Person, shown: AbstractSet[tuple[TableName, str]]
) -> Iterator[Mention]:
    """All sentences of other records that name a person, table by table.

    Args:
        snapshot: the data.
        person: who.
        shown: records that are shown whole, and so are not looked through.
    """
    words = NamingWords(person)
    for table in TABLES:
        for record in snapshot.tables[table].plain().values():
            if (table, record.id) in shown:
                continue
            for field, sentence in sentences_in(record, words):
                about = about_of(record, snapshot)
                yield Mention(table=table, id=record.id, about=about, field=field, text=sentence)


def sentences_in(record: Record, words: NamingWords) -> Iterator[tuple[str, str]]:
    """Sentences of a record that name somebody, each with its field."""
    for field, value in to_document(record).items():
        if field not in NO_WORDS:
            for text in _texts(value):
                for sentence in words.sentences(text):
                    yield field, sentence


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in NO_WORDS:
                yield from _texts(inner)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def about_of(record: Record, snapshot: Snapshot) -> str:
    """Whom or what a record is about, for people to read."""
    if isinstance(record, Person | Event | Circle | Template | Me):
        return record.name
    people = (snapshot.people.get(PersonId(id)) for id in named_in(record))
    return ", ".join(each.name for each in people if each is not None)
