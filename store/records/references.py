"""Records that name people, and whether those are there."""

from __future__ import annotations

import msgspec

from store.records.card_links import CARD_LINKS, card_without, named_on
from store.records.change import Change, ChangeSet
from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot, people_of


def names_the_missing(change_set: ChangeSet, snapshot: Snapshot) -> bool:
    """Whether a record that is made, or a card that is changed, names somebody who is not there.

    Args:
        change_set: what has changed.
        snapshot: the data after it.
    """
    return any(
        person not in snapshot.people
        for change in change_set.changes
        for person in _newly_named(change)
    )


def naming_who_is_there(change_set: ChangeSet, snapshot: Snapshot) -> ChangeSet:
    """The change without the names that it would put on cards of people who are gone.

    A card that comes back names whom it named then, of whom some may have gone since.

    Args:
        change_set: what is to change.
        snapshot: the data before it.
    """
    fates = {change.id: change.after for change in change_set.changes if change.table == "people"}

    def known(change: Change) -> Change:
        if not isinstance(change.after, Person):
            return change
        gone = frozenset(
            person
            for person in _newly_named(change)
            if (fates[person] is None if person in fates else person not in snapshot.people)
        )
        if not gone:
            return change
        return Change(change.table, change.id, change.before, card_without(change.after, gone))

    return ChangeSet(tuple(map(known, change_set.changes)))


def links_of_today(change_set: ChangeSet, snapshot: Snapshot) -> ChangeSet:
    """The same change, where it names people on cards, on the cards as they are today.

    What somebody has noted on a card since stays, and no card stands in the way that is gone: the
    names come to those that are there, or go from them.

    Args:
        change_set: made on older data.
        snapshot: the data of today.
    """
    changes = (_of_today(change, snapshot) for change in change_set.changes)
    return ChangeSet(tuple(each for each in changes if each.before != each.after))


def _of_today(change: Change, snapshot: Snapshot) -> Change:
    before, after = change.before, change.after
    if not isinstance(before, Person) or not isinstance(after, Person):
        return change
    current = snapshot.people.get(PersonId(change.id))
    if current is None:
        unlinked = {name: getattr(before, name) for name in CARD_LINKS}
        left = msgspec.structs.replace(after, **unlinked)
        return Change(change.table, change.id, before, before if left == before else after)
    held: dict[str, object] = {}
    wanted: dict[str, object] = {}
    for name in ("knows", "distinct_from"):
        old, new, now = (getattr(card, name) for card in (before, after, current))
        if old != new:
            held[name] = now
            kept = tuple(each for each in now if each in new or each not in old)
            wanted[name] = (*kept, *(each for each in new if each not in old and each not in kept))
    if before.through is None and current.through is not None:
        held["through"] = wanted["through"] = current.through
    return Change(
        change.table,
        change.id,
        msgspec.structs.replace(before, **held),
        msgspec.structs.replace(after, **wanted),
    )


def _newly_named(change: Change) -> tuple[PersonId, ...]:
    if isinstance(change.after, Person):
        named = named_on(change.after)
        if not named or not isinstance(change.before, Person):
            return named
        before = named_on(change.before)
        return tuple(each for each in named if each not in before)
    return people_of(change.after) if change.before is None and change.after is not None else ()
