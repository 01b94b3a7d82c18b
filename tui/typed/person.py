"""Whom a name or its beginning means, as it is typed in a line."""

from __future__ import annotations

from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.fold import fold


def person_typed(text: str, snapshot: Snapshot) -> list[Person]:
    """People whose name holds words that begin as typed, best first."""
    wanted = fold(text).split()
    if not wanted:
        return []
    found: list[tuple[bool, str, Person]] = []
    for person in snapshot.people.values():
        name = fold(" ".join((person.name, *person.nicknames)))
        parts = name.split()
        if all(any(part.startswith(each) for part in parts) for each in wanted):
            found.append((not name.startswith(wanted[0]), name, person))
    found.sort(key=lambda each: each[:2])
    return [person for _, _, person in found]
