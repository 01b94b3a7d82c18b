"""Which cards were made one with which, as a history tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from store.actions.commit import Entry
from store.actions.traces import standing
from store.records.card_links import CARD_LINKS
from store.records.change import Change
from store.records.ids import PersonId
from store.records.naming import named_in
from store.records.person import Person


class Union(msgspec.Struct, frozen=True):
    """Two cards that were made one."""

    stays: PersonId
    goes: PersonId
    entry: Entry


def unions(history: Sequence[Entry], other: Sequence[Entry] = ()) -> tuple[Union, ...]:
    """What one copy has made one, the other does not know, and was not taken back; in order."""
    found = []
    for entry in standing(history, other):
        gone = [each for each in entry.change_set.changes if _is_card(each) and not each.after]
        if entry.action == "merge" and len(gone) == 1:
            stays = _staying(entry.change_set.changes, PersonId(gone[0].id))
            if stays is not None:
                found.append(Union(stays, PersonId(gone[0].id), entry))
    return tuple(found)


def gone_into(person: PersonId, made: Sequence[Union]) -> frozenset[PersonId]:
    """Whose cards have become part of somebody's, one after the other."""
    found = {person}
    for each in reversed(made):
        if each.stays in found:
            found.add(each.goes)
    return frozenset(found - {person})


def _is_card(change: Change) -> bool:
    return change.table == "people"


def _staying(changes: Sequence[Change], goes: PersonId) -> PersonId | None:
    """Whose card stayed: the one that was filled, or whom records name in the place of the other.

    None where the other card added nothing and nothing named it.
    """
    for change in changes:
        if isinstance(change.before, Person) and isinstance(change.after, Person):
            links = {name: getattr(change.before, name) for name in CARD_LINKS}
            if msgspec.structs.replace(change.after, **links) != change.before:
                return PersonId(change.id)
    named = {person for change in changes for person in _newly_named(change, goes)}
    return named.pop() if len(named) == 1 else None


def _newly_named(change: Change, goes: PersonId) -> Iterator[PersonId]:
    if change.before is None or change.after is None or goes not in named_in(change.before):
        return
    yield from set(named_in(change.after)) - set(named_in(change.before))
