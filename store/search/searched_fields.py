"""What of a person is searched, and how much a match in each field says."""

from __future__ import annotations

from collections.abc import Iterator

from store.records.person import Person
from store.search.placed_words import LONGEST

LONGEST_NOTES = 20_000

WEIGHTS: dict[str, float] = {
    "name": 1.0,
    "phones": 1.0,
    "nicknames": 0.95,
    "schools": 0.8,
    "cities": 0.8,
    "passions": 0.8,
    "org": 0.75,
    "circles": 0.75,
    "fields": 0.7,
    "tags": 0.7,
    "offers": 0.65,
    "needs": 0.65,
    "title": 0.6,
    "emails": 0.6,
    "languages": 0.5,
    "employers": 0.5,
    "dates": 0.5,
    "where": 0.5,
    "notes": 0.3,
}
"""How much a match in each field says, the most telling first. Private notes are not searched.

A name is what people look for first; then what two have in common (a school, a city, a passion);
then where somebody works and what they do; a word of a note may mean anything.
"""

INSTITUTIONS = frozenset({"schools", "org", "employers"})
"""Fields that hold names of institutions."""

OWN_FIELDS = ("schools", "cities", "passions", "org", "employers")
"""Fields in which the user may share a value."""


def values_of(person: Person, circles: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Field and value of all that many may share: everything but name, emails and notes.

    Args:
        person: who.
        circles: names of the circles they belong to; these stand on no card.
    """
    lists: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("nicknames", person.nicknames),
        ("schools", tuple(school.name for school in person.schools)),
        ("cities", tuple(city.name for city in person.cities)),
        ("passions", person.passions),
        ("org", (person.org,)),
        ("circles", circles),
        ("fields", person.fields),
        ("tags", person.tags),
        ("offers", person.offers),
        ("needs", person.needs),
        ("title", (person.title,)),
        ("languages", person.languages),
        ("employers", person.employers),
        ("dates", tuple(each.name for each in person.dates)),
        ("where", (person.where,)),
    )
    for field, texts in lists:
        for text in texts:
            if text:
                yield field, text[:LONGEST]


def all_values_of(person: Person, circles: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Field and value of everything but the notes, the most telling field first."""
    yield "name", person.name[:LONGEST]
    emails = [("emails", each[:LONGEST]) for each in person.emails]
    for field, value in values_of(person, circles):
        if emails and WEIGHTS[field] < WEIGHTS["emails"]:
            yield from emails
            emails = []
        yield field, value
    yield from emails


def note_lines(person: Person) -> list[str]:
    """The notes line by line, as far as they are searched."""
    return person.notes[:LONGEST_NOTES].split("\n") if person.notes else []
