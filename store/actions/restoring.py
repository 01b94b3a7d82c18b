"""The data as they once were, made those of today again: one change like any other."""

from __future__ import annotations

from typing import cast

import msgspec

from store.actions.joined_references import Tables, settled
from store.actions.sweeping import is_sweep
from store.records.change import ChangeSet
from store.records.difference import difference
from store.records.ids import PersonId
from store.records.kinds import TABLES
from store.records.me import ME, Me
from store.records.naming import subjects_of
from store.records.person import Person
from store.records.snapshot import Snapshot, snapshot_of

ACTION = "restore"


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What restoring would do."""

    change_set: ChangeSet
    """Made on the data of today."""
    changed: int = 0
    """People who stay, and of whom the card changes or a record that names them."""
    removed: int = 0
    """People of today who were not there yet."""
    new: int = 0
    """People who come back."""
    forgotten: int = 0
    """People forgotten since, who do not come back."""
    many: bool = False
    """Whether it is to be asked first: more than 20 people, or 10 %, change or go."""


def restored(now: Snapshot, then: Snapshot) -> Restored:
    """What is to be done for the records to be again as they once were.

    Whoever was forgotten since stays so, with all that names them; the day of the last own act is
    that of today.

    Args:
        now: the data of today.
        then: those of a backup.
    """
    gone = frozenset(id for id, card in then.people.items() if _stays_away(id, card, now))
    tables: Tables = {name: dict(then.tables[name]) for name in TABLES}
    for person in gone:
        del tables["people"][person]
    _keep_last_act(tables, now)
    change_set = difference(now, snapshot_of(settled(tables, now)))
    people = cast("dict[PersonId, Person]", tables["people"])
    removed = sum(person not in people for person in now.people)
    changed = len(_touched(change_set).intersection(now.people).intersection(people))
    return Restored(
        change_set=change_set,
        changed=changed,
        removed=removed,
        new=sum(person not in now.people for person in people),
        forgotten=len(gone),
        many=is_sweep(changed, removed, len(now.people)),
    )


def _stays_away(id: PersonId, card: Person, now: Snapshot) -> bool:
    """Whether somebody was forgotten; whoever is there again, by a new card, may stay."""
    return id not in now.people and now.forgotten.holds(card)


def _keep_last_act(tables: Tables, now: Snapshot) -> None:
    """From that day an absence is told; restoring is an act itself."""
    mine = tables["me"].get(ME)
    if isinstance(mine, Me) or ME in now.tables["me"]:
        card = mine if isinstance(mine, Me) else Me()
        tables["me"][ME] = msgspec.structs.replace(card, last_act=now.me.last_act)


def _touched(change_set: ChangeSet) -> set[PersonId]:
    """Everybody whose card changes, or about whom a record does."""
    found: set[PersonId] = set()
    for change in change_set.changes:
        if change.table == "people":
            found.add(PersonId(change.id))
        for record in (change.before, change.after):
            found.update(subjects_of(record) if record is not None else ())
    return found
