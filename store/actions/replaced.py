"""Values that another session wrote over without having seen them, offered back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.actions.commit import Entry
from store.records.change import Change, ChangeSet, alter
from store.records.kinds import TableName
from store.records.overwritten import Overwritten
from store.records.record import Part
from store.records.snapshot import Snapshot
from store.words.field_words import field_message
from store.words.message import Message, Refusal

LONGEST = 40
"""Characters of a value that are shown."""

FOLLOWING = frozenset({"employers", "new_job_on"})
"""Fields that follow from another one, and are told only where that has not changed."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One field, as this session had set it and as another one has since."""

    field: str
    mine: object
    theirs: object


class Replaced(msgspec.Struct, frozen=True, kw_only=True):
    """A record in which another session has set what this one had set, unaware of it."""

    table: TableName
    id: str
    about: str
    values: tuple[Value, ...]
    """The one to be told first."""


def replaced_since(history: Sequence[Entry], revision: int, session: str) -> tuple[Replaced, ...]:
    """What others have written over since a revision, of that which a session had set.

    Args:
        history: the commits remembered, oldest first.
        revision: up to where all has been told.
        session: whose values are looked for.
    """
    found: list[Replaced] = []
    for place, entry in enumerate(history):
        if entry.revision <= revision or entry.session == session or not entry.over:
            continue
        mine = [each for each in entry.over if _setter(history[:place], each) == session]
        for change in entry.change_set.changes:
            names = [each.field for each in mine if each.id == change.id]
            if names and change.before is not None and change.after is not None:
                found.append(_replaced(change, names, entry.about))
    return tuple(found)


def _replaced(change: Change, names: Sequence[str], about: str) -> Replaced:
    values = tuple(
        Value(field=name, mine=getattr(change.before, name), theirs=getattr(change.after, name))
        for name in sorted(names, key=FOLLOWING.__contains__)
    )
    return Replaced(table=change.table, id=change.id, about=about, values=values)


def _change_of(entry: Entry, field: Overwritten) -> Change | None:
    for change in entry.change_set.changes:
        if (change.table, change.id) == (field.table, field.id):
            return change if change.before is not None and change.after is not None else None
    return None


def _setter(history: Sequence[Entry], field: Overwritten) -> str:
    """Which session set a field last."""
    for entry in reversed(history):
        change = _change_of(entry, field)
        if change is None:
            continue
        if getattr(change.before, field.field) != getattr(change.after, field.field):
            return entry.session
    return ""


def bring_back(snapshot: Snapshot, replaced: Replaced) -> ChangeSet:
    """The change that sets the values again.

    Raises:
        Refusal: where a field has another value by now.
    """
    record = snapshot.tables[replaced.table].get(replaced.id)
    for each in replaced.values:
        if record is None or getattr(record, each.field) != each.theirs:
            raise Refusal(
                "changed_since",
                "problem.changed_since",
                about=replaced.about,
                field=field_message(each.field),
            )
    assert record is not None
    return ChangeSet((alter(record, **{each.field: each.mine for each in replaced.values}),))


def replaced_message(said: Message, entry: Entry) -> Message:
    """What is told of a commit, and of the first value that it wrote over."""
    for field in sorted(entry.over, key=lambda each: each.field in FOLLOWING):
        change = _change_of(entry, field)
        if change is not None:
            value = value_text(getattr(change.before, field.field))
            name = field_message(field.field)
            return Message("said.replaced", {"said": said, "field": name, "value": value})
    return said


def value_text(value: object) -> str:
    """A field's value on one line, for people."""
    if isinstance(value, tuple):
        text = ", ".join(value_text(each) for each in value)
    elif isinstance(value, Part):
        text = str(getattr(value, "name", value))
    else:
        text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
