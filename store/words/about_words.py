"""Whom or what a change was about, as people read it; the history keeps counts and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from store.words.field_words import field_message
from store.words.message import Message

_BACKUP = re.compile(
    r"(?P<kind>daily|now|schema|weekly)-(?:\d+-)?"
    r"(?:\d{4}-W(?P<week>\d\d)|(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<hour>\d\d)(?P<minute>\d\d)\d\d)?)"
)

_KINDS: Mapping[str, str] = {
    "daily": "backup.kind.daily",
    "now": "backup.kind.now",
    "schema": "backup.kind.schema",
}

_NO_PEOPLE = frozenset(
    {"import", "join", "respell", "restore", "save-search", "tell-apart", "trip"}
)
"""Actions whose change is about a count, a file, a backup, a search, a spelling or a city."""


def names_people(action: str) -> bool:
    """Whether what a change of this action is about is a name of somebody."""
    return action not in _NO_PEOPLE


def about_message(action: str, about: str) -> Message | str:
    """The words for it: "1,107 new people", "today 21:30, by hand"; names stand for themselves.

    Args:
        action: the name of the action.
        about: as the history keeps it.
    """
    if action == "import" and about.isdecimal():
        return Message("files.people", {"n": int(about)}) if int(about) else ""
    if action == "restore":
        return backup_message(about) or about
    return about


def backup_message(id: str) -> Message | None:
    """A backup by its moment and kind; None where its id does not say them."""
    found = _BACKUP.fullmatch(id)
    if found is None:
        return None
    if found["week"]:
        return Message("backup.week", {"week": int(found["week"])})
    kind = _KINDS.get(found["kind"])
    try:
        when: date | Message = date.fromisoformat(found["day"])
    except ValueError:
        return None
    if found["hour"]:
        when = Message("backup.at", {"day": when, "time": f"{found['hour']}:{found['minute']}"})
    return None if kind is None else Message("backup.named", {"when": when, "kind": Message(kind)})


def turned_message(
    how: str,
    action: str,
    deed: Message,
    about: str,
    *,
    elsewhere: bool = False,
    value: tuple[str, str, str] | None = None,
    many: tuple[str, int] | None = None,
) -> Message:
    """What is said of a change taken back or done again: "Undone: note, Amélie Roussel".

    Args:
        how: `undo` or `redo`.
        action: the name of the action that was turned.
        deed: the same in words.
        about: as the history keeps it; nothing hangs on the sentence where it is empty.
        elsewhere: whether another session had made the change.
        value: the field, its value before and after, where the change was of one alone.
        many: the field that was set for many people, and for how many.
    """
    words = about_message(action, about)
    values: dict[str, object] = {"action": deed}
    if not words:
        return Message("said.undo_alone" if how == "undo" else "said.redo_alone", values)
    values["about"] = words
    if how == "undo" and elsewhere:
        return Message("said.undo_elsewhere", values)
    if many is not None:
        told: dict[str, object] = {"field": field_message(many[0]), "n": many[1]}
        return Message("said.undo_many" if how == "undo" else "said.redo_many", told)
    if value is not None:
        field, before, after = value
        values |= {"field": field_message(field), "before": before or "–", "after": after or "–"}
        return Message("said.undo_value" if how == "undo" else "said.redo_value", values)
    return Message("said.undo" if how == "undo" else "said.redo", values)
