"""Whom a verb on People is about: the marked, shown or not, or whoever is under the cursor."""

from __future__ import annotations

from collections.abc import Iterable

from store.records.ids import PersonId
from store.records.person import Person
from store.views.today import TodayRow, rows_of_person
from store.words.fold import fold
from tui.screens.targets import Targets
from tui.writer import Fresh
from widgets.people_list import PeopleList


def meant(fresh: Fresh, people: PeopleList) -> tuple[Person, ...]:
    """The marked by name, or whoever is under the cursor."""
    here = people.key
    ids: Iterable[str] = people.marks or (() if here is None else (here,))
    known = fresh.snapshot.people
    found = [known[PersonId(id)] for id in ids if id in known]
    return tuple(sorted(found, key=lambda person: (fold(person.name), person.id)))


def row_of(fresh: Fresh, person: Person) -> TodayRow | None:
    """The first of somebody's rows of today, which can be done or put off."""
    return next(iter(rows_of_person(fresh.ties, PersonId(person.id))), None)


def targets_of(fresh: Fresh, people: PeopleList) -> Targets:
    """Those meant, with their rows of today."""
    whom = meant(fresh, people)
    rows = (row_of(fresh, person) for person in whom)
    return Targets(
        rows=tuple(row for row in rows if row is not None),
        people=whom,
        then=None if people.marks else people.key_after,
    )
