"""Where others' records speak of somebody who is to be forgotten: listed before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from store.actions.forgetting import Traces, redacted, traces_of
from store.actions.redaction import Redaction
from store.actions.secret import card_secrets
from store.actions.secret_patterns import folded, words_in
from store.actions.without_person import strings_in
from store.records.card_links import CARD_LINKS
from store.records.document import to_document
from store.records.kinds import TABLES, TableName
from store.records.naming import named_in
from store.records.person import Person
from store.records.record import Document, Json, Record
from store.records.snapshot import Snapshot

MentionKind = Literal["redacted", "left"]

SHORTEST_WORD = 3
"""Letters of a first or last name that is looked for alone."""

_NOT_PROSE = frozenset(
    {
        *("name", "nicknames", "emails", "phones", "links", "sources", "schools", "cities"),
        *("employers", "employment", "org", "title", "languages", "properties"),
        "timezone",
    }
)
"""Fields of a card in which a first or a last name is their own, or a place's."""

NAMESAKES = 3
"""So many other cards with a last name, and it tells of nobody any more."""

_NAMES_BY_ID = frozenset({"id", "people", "wanted", "person", "a", "b", "sorting", *CARD_LINKS})
"""Fields in which nobody has written anything."""


_TYPED = frozenset({"searches"})
"""Fields in which names are typed to find somebody, mostly without capitals."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A field of somebody else's record."""

    table: TableName
    id: str
    person: str
    """Whose card it is, or whom the record is about first; empty where about nobody."""
    field: str
    kind: MentionKind
    """Whether something in it is replaced, or all stays and is for the user to look at."""


def mentions(
    snapshot: Snapshot, person: Person, traces: Traces | None = None
) -> tuple[Mention, ...]:
    """All fields of others' records that speak of a person, or may.

    Left are a first or a last name alone, a namesake's own name, and an address, a number or a
    note that is as much somebody else's. A last name that several others bear is not looked for.

    Args:
        snapshot: the data.
        person: who.
        traces: what tells of them, where that is known already.
    """
    looking = _Looking(person, traces or traces_of(snapshot, person), _telling(snapshot, person))
    return tuple(looking.through(snapshot))


def _telling(snapshot: Snapshot, person: Person) -> tuple[str, ...]:
    """The words of a name that are looked for alone: not a last name that many have."""
    words = words_in(folded(person.name))
    *first, last = folded(person.name).split() or [""]
    if first:
        family = words_in(last)
        cards = (card for id, card in snapshot.people.plain().items() if id != person.id)
        alike = sum(family <= words_in(folded(card.name)) for card in cards)
        if alike >= NAMESAKES:
            words -= family
    return tuple(word for word in sorted(words) if len(word) >= SHORTEST_WORD)


class _Looking:
    def __init__(self, person: Person, traces: Traces, single: tuple[str, ...]) -> None:
        self._traces = traces
        self._single = single
        self._words = re.compile(rf"\b(?:{'|'.join(self._single)})\b") if self._single else None
        self._all = Redaction(card_secrets(person))
        """With what others have too."""

    def through(self, snapshot: Snapshot) -> Iterator[Mention]:
        for table in TABLES:
            for record in snapshot.tables[table].plain().values():
                if record.id == self._traces.person or record.id in self._traces.records:
                    continue
                json = msgspec.json.encode(record).decode()
                if self._may_speak(json):
                    yield from self._of(table, record)

    def _may_speak(self, json: str) -> bool:
        if self._traces.touches(json) or self._all.touches(json):
            return True
        low = folded(json)
        return any(word in low for word in self._single)

    def _of(self, table: TableName, record: Record) -> Iterator[Mention]:
        before = to_document(record)
        after = redacted(table, before, self._traces)
        if after is None:
            return
        named = [each for each in named_in(record) if each != self._traces.person]
        person = record.id if table == "people" else str(named[0]) if named else ""
        for field, value in before.items():
            for kind in self._kinds(table, field, value, after):
                yield Mention(table=table, id=record.id, person=person, field=field, kind=kind)

    def _kinds(
        self, table: TableName, field: str, value: Json, after: Document
    ) -> Iterator[MentionKind]:
        if field in _NAMES_BY_ID:
            return
        if after.get(field) != value:
            yield "redacted"
        rest = list(strings_in(after.get(field)))
        prose = table not in ("people", "me") or field not in _NOT_PROSE
        named = self._is_typed if field in _TYPED else self._has_word
        if any(self._all.text(each) is not each for each in rest) or (
            prose and any(map(named, rest))
        ):
            yield "left"

    def _is_typed(self, text: str) -> bool:
        return self._words is not None and self._words.search(folded(text)) is not None

    def _has_word(self, text: str) -> bool:
        if self._words is None or not text:
            return False
        # A name begins with a capital: "rose" and "will" are words.
        low = folded(text)
        if len(low) != len(text):
            return self._words.search(low) is not None
        return any(text[match.start()].isupper() for match in self._words.finditer(low))
