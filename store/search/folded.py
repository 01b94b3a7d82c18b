"""A person as search sees them: every searched field folded."""

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
    "dates": 0.5,
    "notes": 0.3,
}
"""How much a match in each field says, the most telling first. Private notes are not searched."""

_WORD = re.compile(r"[a-z0-9+#]+")


class FoldedValue(msgspec.Struct, frozen=True):
    """One value of one field."""

    field: str
    value: str
    """As written."""
    text: str
    """Its words folded, a blank before and after each, so that ` lyon ` is a whole word."""
    weight: float


def words_of(text: str) -> list[str]:
    """The folded words of a text, at most 200 characters of it."""
    return _WORD.findall(fold(text[:LONGEST]))


def spaced(text: str) -> str:
    """The folded words of a text, a blank before and after each."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def folded(person: Person) -> tuple[FoldedValue, ...]:
    """Every searched value of a person, by weight, the highest first; notes line by line."""
    return tuple(
        FoldedValue(field, value, spaced(value), WEIGHTS[field])
        for field, value in (*_fields(person), *_notes(person))
        if value
    )


def folded_fields(person: Person) -> Iterator[tuple[str, float]]:
    """The text and weight of every value but the notes."""
    for field, value in _fields(person):
        if value:
            yield spaced(value), WEIGHTS[field]


def folded_notes(person: Person) -> str:
    """The words of the notes, as one text."""
    return spaced(person.notes[:LONGEST_NOTES]) if person.notes else ""


def _notes(person: Person) -> Iterator[tuple[str, str]]:
    return (("notes", line) for line in person.notes[:LONGEST_NOTES].split("\n"))


def _fields(person: Person) -> Iterator[tuple[str, str]]:
    lists: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("name", (person.name,)),
        ("nicknames", person.nicknames),
        ("schools", tuple(school.name for school in person.schools)),
        ("cities", tuple(city.name for city in person.cities)),
        ("passions", person.passions),
        ("org", (person.org,)),
        ("fields", person.fields),
        ("tags", person.tags),
        ("title", (person.title,)),
        ("emails", person.emails),
        ("languages", person.languages),
        ("employers", person.employers),
        ("dates", tuple(each.name for each in person.dates)),
    )
    for field, texts in lists:
        for text in texts:
            yield field, text[:LONGEST]
