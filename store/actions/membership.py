"""Who belongs to a circle: somebody joins one, which is made if need be, or leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.records.change import Change, ChangeSet, alter, make
from store.records.circle import Circle
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Record
from store.records.snapshot import Snapshot
from store.words.fold import fold


def membership(
    snapshot: Snapshot, person: Person, name: str, leave: bool, new_id: Callable[[], str]
) -> ChangeSet:
    """The changes by which somebody joins or leaves the circle of a name.

    A circle that is left by its last member stays, with its notes.

    Args:
        snapshot: the data.
        person: who.
        name: of the circle; accents and capitals do not matter.
        leave: whether they leave it.
        new_id: gives the id of a circle that is made.
    """
    member = PersonId(person.id)
    named = [each for each in snapshot.circles.values() if fold(each.name) == fold(name)]
    if leave:
        return ChangeSet(tuple(_left(named, member)))
    if not named:
        return ChangeSet((make(Circle(id=new_id(), name=name, people=(member,))),))
    if any(member in each.people for each in named):
        return ChangeSet()
    return ChangeSet((alter(named[0], people=(*named[0].people, member)),))


def _left(named: list[Circle], member: PersonId) -> Iterator[Change]:
    for circle in named:
        if member in circle.people:
            yield alter(circle, people=tuple(each for each in circle.people if each != member))


def joined_and_left(change_set: ChangeSet) -> int:
    """How many people came into a circle or went, by a change set."""
    count = 0
    for change in change_set.changes:
        if change.table == "circles":
            count += len(_members(change.before) ^ _members(change.after))
    return count


def _members(record: Record | None) -> set[PersonId]:
    return set(record.people) if isinstance(record, Circle) else set()
