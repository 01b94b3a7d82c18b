"""Values that another session wrote over without having seen them, offered back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.actions.commit import Entry
from store.records.change import Change, ChangeSet, alter
from store.records.overwritten import Overwritten
from store.records.record import Part
from store.records.snapshot import Snapshot
from store.words.message import Message, Refusal

LONGEST = 40
"""Characters of a value that are shown."""


class Replaced(msgspec.Struct, frozen=True, kw_only=True):
    """A field that this session had set and another one has set since, unaware of it."""

    field: Overwritten
    about: str
    mine: object
    theirs: object


def replaced_since(history: Sequence[Entry], revision: int, session: str) -> tuple[Replaced, ...]:
    """What others have written over since a revision, of that which a session had set.

    Args:
        history: the commits remembered, oldest first.
        revision: up to where all has been told.
        session: whose values are looked for.
    """
    found: list[Replaced] = []
    for place, entry in enumerate(history):
        if entry.revision <= revision or entry.session == session:
            continue
        for field in entry.over:
            change = change_of(entry, field)
            if change is not None and _setter(history[:place], field) == session:
                mine, theirs = _values(change, field.field)
                found.append(Replaced(field=field, about=entry.about, mine=mine, theirs=theirs))
    return tuple(found)


def change_of(entry: Entry, field: Overwritten) -> Change | None:
    """The change of a commit that wrote over a field."""
    for change in entry.change_set.changes:
        if (change.table, change.id) == (field.table, field.id):
            return change if change.before is not None and change.after is not None else None
    return None


def _setter(history: Sequence[Entry], field: Overwritten) -> str:
    """Which session set a field last."""
    for entry in reversed(history):
        change = change_of(entry, field)
        if change is not None and len(set(map(value_text, _values(change, field.field)))) == 2:
            return entry.session
    return ""


def _values(change: Change, field: str) -> tuple[object, object]:
    return getattr(change.before, field), getattr(change.after, field)


def bring_back(snapshot: Snapshot, replaced: Replaced) -> ChangeSet:
    """The change that sets the value again.

    Raises:
        Refusal: where the field has another value by now.
    """
    field = replaced.field
    record = snapshot.tables[field.table].get(field.id)
    if record is None or getattr(record, field.field) != replaced.theirs:
        raise Refusal(
            "changed_since", "problem.changed_since", about=replaced.about, field=field.field
        )
    return ChangeSet((alter(record, **{field.field: replaced.mine}),))


def replaced_message(said: Message, entry: Entry) -> Message:
    """What is told of a commit, and of the first value that it wrote over."""
    for field in entry.over:
        change = change_of(entry, field)
        if change is not None:
            value = value_text(getattr(change.before, field.field))
            values = {"said": said, "field": field.field, "value": value}
            return Message("said.replaced", values)
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
