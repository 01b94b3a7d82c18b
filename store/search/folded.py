"""A person as search sees them: every searched field folded once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from store.records.person import Person
from store.words.fold import fold

LONGEST = 200
"""Characters of one value that are searched; comparing a megabyte would hold everything up."""

LONGEST_NOTES = 20_000

WEIGHTS: dict[str, float] = {
    "name": 1.0,
    "nicknames": 0.95,
    "schools": 0.8,
    "cities": 0.8,
    "passions": 0.8,
    "org": 0.75,
    "fields": 0.7,
    "tags": 0.7,
    "title": 0.6,
    "emails": 0.6,
    "languages": 0.5,
    "employers": 0.5,
    "notes": 0.3,
}
"""How much a match in each field says, the most telling first. Private notes are not searched."""

_WORD = re.compile(r"[a-z0-9+#]+")


class FoldedValue(msgspec.Struct, frozen=True, gc=False):
    """One value of one field."""

    field: str
    value: str
    """As written."""
    text: str
    """Its words folded, a blank before and after each, so that ` lyon ` is a whole word."""
    weight: float


class FoldedPerson(msgspec.Struct, frozen=True):
    """All that is searched of one person."""

    person: Person
    name: str
    """The folded name, for the order."""
    values: tuple[FoldedValue, ...]
    """By weight, the highest first."""
    haystack: str
    """All texts in one, to rule a person out in a single look."""


def words_of(text: str) -> list[str]:
    """The folded words of a text, at most 200 characters of it."""
    return _WORD.findall(fold(text[:LONGEST]))


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def folded(person: Person) -> FoldedPerson:
    """Fold the fields of a person."""
    values = tuple(
        FoldedValue(field, value, _spaced(value), WEIGHTS[field])
        for field, value in _values(person)
        if value
    )
    haystack = "\n".join([value.text for value in values])
    return FoldedPerson(person, fold(person.name), values, haystack)


def _values(person: Person) -> Iterator[tuple[str, str]]:
    lists: dict[str, tuple[str, ...]] = {
        "name": (person.name,),
        "nicknames": person.nicknames,
        "schools": tuple(school.name for school in person.schools),
        "cities": tuple(city.name for city in person.cities),
        "passions": person.passions,
        "org": (person.org,),
        "fields": person.fields,
        "tags": person.tags,
        "title": (person.title,),
        "emails": person.emails,
        "languages": person.languages,
        "employers": person.employers,
    }
    for field, texts in lists.items():
        for text in texts:
            yield field, text[:LONGEST]
    yield from (("notes", line) for line in person.notes[:LONGEST_NOTES].split("\n"))
