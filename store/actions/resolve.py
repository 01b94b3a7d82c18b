"""From a PERSON as typed to a person of the snapshot."""

from __future__ import annotations

import re
from collections import Counter

from store.records.ids import ALPHABET, PersonId
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.fold import fold
from store.words.message import Refusal, UnknownProblem

SHOWN = 8
"""Candidates named in an answer about an ambiguous name."""


def person_named(snapshot: Snapshot, text: str) -> Person:
    """The person whose id or exact (folded) name or nickname is `text`; for writes.

    Raises:
        UnknownProblem: where nobody or more than one person is meant; candidates are listed.
    """
    direct = snapshot.people.get(PersonId(text))
    if direct is not None:
        return direct
    wanted = fold(" ".join(text.split()))
    if not wanted:
        raise UnknownProblem("unknown_person", "problem.nobody_named", person=text)
    exact = [snapshot.people[id] for id in snapshot.names.named(wanted)]
    if len(exact) == 1:
        return exact[0]
    if exact:
        raise _ambiguous(text, exact)
    near = [person for person in snapshot.people.values() if _resembles(person, wanted)]
    if near:
        raise _ambiguous(text, near)
    if is_id(text):
        raise UnknownProblem("unknown_person", "problem.person_gone")
    raise UnknownProblem("unknown_person", "problem.nobody_named", person=text)


def not_deceased(person: Person) -> Person:
    """The person, if anything can still be planned or begun with them.

    Raises:
        Refusal: where the person has died.
    """
    if person.status == "deceased":
        raise Refusal("deceased", "problem.deceased_waits", name=person.name)
    return person


_ID = re.compile(f"[{ALPHABET}]{{26}}")


def is_id(text: str) -> bool:
    """Whether this looks like an id: whoever gives one means a record that is, or was here."""
    return _ID.fullmatch(text) is not None


def person_meant(snapshot: Snapshot, text: str) -> Person:
    """As `person_named`, but a unique prefix of an id or of a name will do; for reading.

    Raises:
        UnknownProblem: where nobody or more than one person is meant.
    """
    try:
        return person_named(snapshot, text)
    except UnknownProblem as problem:
        wanted = fold(" ".join(text.split()))
        begun = [
            person
            for person in snapshot.people.values()
            if wanted and (fold(person.name).startswith(wanted) or person.id.startswith(text))
        ]
        if len(begun) == 1:
            return begun[0]
        if begun:
            raise _ambiguous(text, begun) from problem
        raise


def _resembles(person: Person, wanted: str) -> bool:
    words = fold(person.name).split()
    nicknames = [fold(each) for each in person.nicknames]
    begins = all(any(word.startswith(each) for word in words) for each in wanted.split())
    return begins or wanted in nicknames


def _ambiguous(text: str, people: list[Person]) -> UnknownProblem:
    named = sorted(people, key=lambda person: (fold(person.name), person.id))[:SHOWN]
    names = Counter(fold(person.name) for person in named)
    listed = ", ".join(
        f"{_told_apart(person) if names[fold(person.name)] > 1 else person.name} ({person.id})"
        for person in named
    )
    code = "ambiguous_person" if len(people) > 1 else "unknown_person"
    return UnknownProblem(code, "problem.which_person", person=text, candidates=listed)


def _told_apart(person: Person) -> str:
    """A name, and the first thing known that a namesake hardly shares."""
    cities = (city.name for city in person.cities)
    known = filter(None, (person.org, *person.emails, *cities, person.title, *person.phones))
    return ", ".join((person.name, *list(known)[:1]))
