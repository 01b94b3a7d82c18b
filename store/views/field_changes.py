"""What a commit changed, record by record and field by field, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from store.records.card_links import CARD_LINKS
from store.records.change import Change, ChangeSet
from store.records.document import to_document
from store.records.kinds import BUDGET_KINDS, TableName
from store.records.me import Budget
from store.records.naming import named_in
from store.records.record import Document, Json, Record
from store.records.snapshot import Snapshot
from store.records.time_entry import Slot
from store.views.code_words import budget_word
from store.views.dossier_values import value_text
from store.views.dossier_words import code_word, table_word
from store.words import durations
from store.words.field_words import field_word
from store.words.words import Words

Fate = Literal["made", "changed", "removed"]

_QUIET = frozenset({"id", "last_act"})
"""Fields of which nobody needs to hear."""

KEY_SHOWN = 4
"""Signs of the key of an import that are shown."""

_PEOPLE = frozenset({"person", "people", "wanted", "a", "b", *CARD_LINKS})

_LINKS: Mapping[str, TableName] = {
    "circle": "circles",
    "event": "events",
    "exchange": "exchanges",
    "row": "follow_ups",
    "slot": "slots",
}
"""Fields that lead to a record of another table."""

_WORDS: Mapping[str, str] = {
    "a": "field.person",
    "b": "field.person",
    "budget": "history.field.budget",
    "looked_over": "history.field.looked_over",
}
"""Fields that no card of another person has."""


class FieldChange(msgspec.Struct, frozen=True):
    """A field; both sides on one line each, empty where there was or is nothing."""

    field: str
    before: str
    after: str


class RecordChange(msgspec.Struct, frozen=True):
    """A record, what became of it, and its fields that are not empty on both sides."""

    title: str
    fate: Fate
    fields: tuple[FieldChange, ...]


def field_changes(
    change_set: ChangeSet, snapshot: Snapshot, words: Words
) -> Iterator[RecordChange]:
    """What a change set does, one record after the other; worked out as it is asked for.

    Args:
        change_set: of a commit.
        snapshot: the data of today, from which names are taken; of records that are not there any
            more the change set itself gives them.
        words: the language.
    """
    names = _Names(change_set, snapshot)
    for change in change_set.changes:
        fields = tuple(_fields(change, names, words))
        if fields:
            yield RecordChange(_title(change, names, words), _fate(change), fields)


def _fate(change: Change) -> Fate:
    if change.before is None:
        return "made"
    return "changed" if change.after is not None else "removed"


class _Names:
    """Names of records by table and id."""

    def __init__(self, change_set: ChangeSet, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._own = {
            (each.table, each.id): each.after or each.before for each in change_set.changes
        }

    def of(self, table: TableName, id: str) -> str:
        """The name of a record, or why it is there; its id where nothing tells it."""
        record = self._snapshot.tables[table].get(id) or self._own.get((table, id))
        return _name(record) or id


def _name(record: Record | None) -> str:
    for field in ("name", "why", "note"):
        text = getattr(record, field, "")
        if text:
            return str(text)
    if isinstance(record, Slot):
        return f"{record.on.isoformat()} {record.at}".rstrip()
    return ""


def _title(change: Change, names: _Names, words: Words) -> str:
    record = change.after or change.before
    assert record is not None
    label = table_word(change.table, words)
    if change.table in ("me", "people"):
        text = _name(record)
    else:
        people = (names.of("people", person) for person in named_in(record))
        text = ", ".join(dict.fromkeys(people)) or _name(record)
    return words.say("dossier.labelled", label=label, text=text) if text else label


def _fields(change: Change, names: _Names, words: Words) -> Iterator[FieldChange]:
    before = {} if change.before is None else to_document(change.before)
    after = {} if change.after is None else to_document(change.after)
    for field in dict.fromkeys((*before, *after)):
        if field in _QUIET or before.get(field) == after.get(field):
            continue
        sides = before.get(field), after.get(field)
        if True in sides and change.before is not None and change.after is not None:
            # What is left out is not set.
            sides = bool(sides[0]), bool(sides[1])
        then, now = (_line(_text(change.table, field, side, names, words)) for side in sides)
        id = _WORDS.get(field)
        yield FieldChange(words.say(id) if id else field_word(field, words), then, now)


def _short_source(source: str) -> str:
    """Where a card came from, and enough of its key to tell two apart: "vcard:7cb1…"."""
    format, colon, key = source.partition(":")
    return source if len(key) <= KEY_SHOWN else f"{format}{colon}{key[:KEY_SHOWN]}…"


def _line(text: str) -> str:
    return " ".join(text.split())


def _text(table: TableName, field: str, value: Json, names: _Names, words: Words) -> str:
    if value is None:
        return ""
    if field in _PEOPLE:
        ids = value if isinstance(value, list) else [value]
        return ", ".join(names.of("people", str(each)) for each in ids)
    if field in _LINKS:
        return names.of(_LINKS[field], str(value))
    if field == "sources" and isinstance(value, list):
        return ", ".join(_short_source(str(each)) for each in value)
    if field == "kind":
        return code_word(table, str(value), words)
    if field == "budget" and isinstance(value, dict):
        return _budget(value, words)
    if field == "sorting" and isinstance(value, dict):
        return _sorting(value, words)
    if field == "deferrals" and isinstance(value, list):
        value = [_named_row(each, names) for each in value]
    return value_text(field, value, words)


def _budget(part: Document, words: Words) -> str:
    total, kinds = part.get("total", Budget().total), part.get("kinds")
    held = kinds if isinstance(kinds, dict) else {}
    parts = (
        f"{budget_word(kind, words)} {_minutes(held[kind], words)}"
        for kind in BUDGET_KINDS
        if kind in held
    )
    return ", ".join((_minutes(total, words), *parts))


def _minutes(n: Json, words: Words) -> str:
    return durations.minutes(n, words) if isinstance(n, int) else str(n)


def _sorting(part: Document, words: Words) -> str:
    asked = part.get("asked")
    count = words.say("history.sorting", n=len(asked) if isinstance(asked, list) else 0)
    ended = part.get("wanted") is False
    return words.say("history.sorting_ended", count=count) if ended else count


def _named_row(part: Json, names: _Names) -> Json:
    """A row put off, under the name of the promise where it is one."""
    if not isinstance(part, dict):
        return part
    return {**part, "row": names.of("follow_ups", str(part.get("row", "")))}
