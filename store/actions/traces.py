"""What a history shows of each field: when it was last touched, and which records were removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import cache

import msgspec

from store.actions.commit import Entry
from store.records.change import Change
from store.records.ids import PersonId
from store.records.kinds import TableName
from store.records.naming import named_in
from store.records.record import Record

Key = tuple[TableName, str]
"""A record: its table and its id."""


class Trace(msgspec.Struct, frozen=True):
    """A field that was touched."""

    at: datetime
    """When it was last."""
    apart: bool
    """Whether it was by a commit that the other copy does not know."""


class Traces(msgspec.Struct, frozen=True):
    """All that one history shows, beside that of another copy."""

    fields: dict[Key, dict[str, Trace]]
    removed: dict[Key, datetime]
    """Records whose last change was their removal."""

    def of(self, table: TableName, id: str) -> dict[str, Trace]:
        """The fields of a record that were touched."""
        return self.fields.get((table, id), {})

    def changed_after(self, table: TableName, id: str, moment: datetime) -> bool:
        """Whether anything of a record was touched later than a moment."""
        return any(trace.at > moment for trace in self.of(table, id).values())


def traces(
    history: Sequence[Entry],
    other: Sequence[Entry],
    staying: AbstractSet[PersonId] = frozenset(),
) -> Traces:
    """What a history shows.

    Args:
        history: the commits of one copy, oldest first.
        other: those of the other copy; what both know was done before they parted.
        staying: people whose removal does not count, nor what went with it.
    """
    known = {_mark(entry) for entry in other}
    fields: dict[Key, dict[str, Trace]] = {}
    removed: dict[Key, datetime] = {}
    for entry in standing(history, other):
        at = _zoned(entry.at)
        apart = _mark(entry) not in known
        for change in _counted(entry, staying):
            key = (change.table, change.id)
            if change.after is None:
                removed[key] = at
                continue
            removed.pop(key, None)
            touched = fields.setdefault(key, {})
            for name in _touched(change.before, change.after):
                before = touched.get(name)
                # The latest moment rather than the last line: the clocks of two machines differ.
                touched[name] = (
                    Trace(at, apart)
                    if before is None
                    else Trace(max(at, before.at), apart or before.apart)
                )
    return Traces(fields, removed)


def _mark(entry: Entry) -> tuple[int, datetime]:
    return entry.revision, _zoned(entry.at)


def _zoned(at: datetime) -> datetime:
    """A moment that compares with all others; one without a zone counts as universal time."""
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def standing(history: Sequence[Entry], other: Sequence[Entry]) -> list[Entry]:
    """The history without what this copy did by itself and took back again.

    Taking back what the other copy knows as well is a change like any other.
    """
    known = {_mark(entry) for entry in other}
    turned = {entry.of: entry.how for entry in history if entry.of is not None}
    own = {entry.revision for entry in history if _mark(entry) not in known}
    void = {revision for revision, how in turned.items() if how == "undo" and revision in own}
    return [each for each in history if each.revision not in void and each.of not in void]


def _counted(entry: Entry, staying: AbstractSet[PersonId]) -> Iterator[Change]:
    """The changes of a commit, without those that took somebody away who stays."""
    changes = entry.change_set.changes
    back = {
        PersonId(change.id)
        for change in changes
        if change.table == "people" and change.after is None and change.id in staying
    }
    for change in changes:
        if change.table == "people" and change.id in back:
            continue
        if back and back & (_named(change.before) - _named(change.after)):
            continue
        yield change


def _named(record: Record | None) -> set[PersonId]:
    return set() if record is None else set(named_in(record))


def _touched(before: Record | None, after: Record) -> Iterator[str]:
    """Names of the fields that a change sets; a new record sets those that are not empty."""
    for field in fields_of(type(after)):
        value = getattr(after, field.name)
        if before is None:
            if not is_empty(field, value):
                yield field.name
        elif value != getattr(before, field.name):
            yield field.name


@cache
def fields_of(kind: type[Record]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a kind of record; asked for once a kind, as that takes time."""
    return msgspec.structs.fields(kind)


def is_empty(field: msgspec.structs.FieldInfo, value: object) -> bool:
    """Whether a field holds what it holds by default; a field without a default never does."""
    if field.default is not msgspec.NODEFAULT:
        return bool(value == field.default)
    factory = field.default_factory
    return factory is not msgspec.NODEFAULT and bool(value == factory())
