"""Whom a name or its beginning means, as it is typed in a line."""

from __future__ import annotations

from collections.abc import Sequence

from store.records.ids import PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.records.table import Table
from store.words.fold import fold
from tui.typed.known_names import KnownNames


class _Last:
    """The names of the people asked about last: a key folds nothing."""

    people: Table[PersonId, Person] | None = None
    names: KnownNames | None = None


_LAST = _Last()


def person_typed(text: str, snapshot: Snapshot, *, slips: bool = True) -> list[Person]:
    """People whose name holds words that begin as typed, best first.

    Args:
        text: as typed.
        snapshot: whom to look among.
        slips: whether those whose names begin nearly so are found where nobody's does as typed.
    """
    wanted = fold(text).split()
    if not wanted:
        return []
    known = _names_of(snapshot)
    places = set.intersection(*map(known.begun, wanted))
    if not places and slips:
        return _resembling(wanted, known)
    found = [known.names[place] for place in sorted(places)]
    found.sort(key=lambda each: (not each.folded.startswith(wanted[0]), each.folded))
    return [each.person for each in found]


def _names_of(snapshot: Snapshot) -> KnownNames:
    if _LAST.names is None or snapshot.people is not _LAST.people:
        _LAST.names = KnownNames(snapshot.people.plain(), _LAST.names)
        _LAST.people = snapshot.people
    return _LAST.names


def _resembling(wanted: Sequence[str], known: KnownNames) -> list[Person]:
    """Those with a word for each that is wanted, mistyped or not; the most alike first."""
    likeness = [known.alike(text) for text in wanted]
    fewest = min(likeness, key=len)
    places = [place for place in sorted(fewest) if all(place in each for each in likeness)]
    found = [(-sum(each[place] for each in likeness), known.names[place]) for place in places]
    found.sort(key=lambda each: (each[0], each[1].folded))
    return [name.person for _, name in found]
