"""On which day each tie began: the day noted as met, else the first contact that took place."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.ids import InteractionId, PersonId
from store.records.interaction import Interaction
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table


class TiesBegun:
    """Keeps the first contacts, and costs what has changed since they were last asked for."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._table: Table[InteractionId, Interaction] | None = None
        self._first: dict[PersonId, int] = {}

    def learn(self, snapshot: Snapshot) -> None:
        """Take in the contacts of a snapshot."""
        table, old = snapshot.interactions, self._table
        if table is old:
            return
        changed = None if old is None else table.changes_since(old)
        if changed is None or old is None:
            self._first = {}
            for talk in table.plain().values():
                self._take_in(talk)
        else:
            touched: dict[PersonId, None] = {}
            for id in changed:
                for each in (old.get(id), table.get(id)):
                    touched.update(dict.fromkeys(each.people if each else ()))
            for person in touched:
                self._first.pop(person, None)
                for talk in snapshot.interactions_of(person):
                    self._take_in(talk, only=(person,))
        self._table = table

    def day(self, person: Person) -> int | None:
        """The day on which the tie with a person began, an ordinal; None where nothing tells."""
        if person.met is not None:
            return person.met.toordinal()
        return self._first.get(PersonId(person.id))

    def _take_in(self, talk: Interaction, only: Iterable[PersonId] | None = None) -> None:
        if talk.planned:
            return
        day = talk.on.toordinal()
        for person in talk.people if only is None else only:
            known = self._first.get(person)
            if known is None or day < known:
                self._first[person] = day
