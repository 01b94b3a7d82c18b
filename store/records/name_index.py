"""People by folded name; made when first asked for, then carried from change to change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.records.change import Change
from store.records.ids import PersonId
from store.records.person import Person
from store.records.table import Table
from store.words.fold import fold


class NameIndex:
    """Finds people by their folded name without going through all of them."""

    __slots__ = ("_by_name", "_people")

    def __init__(
        self,
        people: Mapping[PersonId, Person],
        by_name: Table[str, tuple[PersonId, ...]] | None = None,
    ) -> None:
        """Remember whom to index; nothing is made yet."""
        self._people = people
        self._by_name = by_name

    def named(self, folded: str) -> tuple[PersonId, ...]:
        """Who has a name, folded; in the order in which they came."""
        return self._made().get(folded, ())

    def _made(self) -> Table[str, tuple[PersonId, ...]]:
        made = self._by_name
        if made is None:
            found: dict[str, list[PersonId]] = {}
            for id, person in self._people.items():
                found.setdefault(fold(person.name), []).append(id)
            made = Table({name: tuple(ids) for name, ids in found.items()})
            self._by_name = made
        return made

    def after(self, changes: Iterable[Change], people: Mapping[PersonId, Person]) -> NameIndex:
        """The index after changes; costs what they touch, and nothing where none was made yet."""
        if self._by_name is None:
            return NameIndex(people)
        moved: dict[str, tuple[PersonId, ...]] = {}
        for change in changes:
            if change.table != "people":
                continue
            old, new = _name(change.before), _name(change.after)
            if old == new:
                continue
            id = PersonId(change.id)
            if old is not None:
                held = moved.get(old, self._by_name.get(old, ()))
                moved[old] = tuple(each for each in held if each != id)
            if new is not None:
                moved[new] = (*moved.get(new, self._by_name.get(new, ())), id)
        return NameIndex(people, self._by_name.with_changes(moved) if moved else self._by_name)


def _name(record: object) -> str | None:
    return fold(record.name) if isinstance(record, Person) else None
