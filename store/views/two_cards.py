"""Two cards side by side, field by field: what differs first, then what only one holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from store.records.document import to_document
from store.records.ids import PersonId
from store.records.person import Person
from store.records.record import Json
from store.records.snapshot import Snapshot
from store.rules.united_card import CHOOSABLE, LIST_FIELDS, Side, Sides, united
from store.views.dossier_values import value_text
from store.words.words import Words

Fate = Literal["differs", "one_side", "same"]
FATES: tuple[Fate, ...] = ("differs", "one_side", "same")
"""In the order in which they are shown."""


class FieldOfTwo(msgspec.Struct, frozen=True, kw_only=True):
    """One field of both cards."""

    field: str
    left: str
    """Its value in words; empty where there is none."""
    right: str
    fate: Fate
    many: bool
    """Whether it can hold what both hold."""


def fields_of_two(
    snapshot: Snapshot, left: Person, right: Person, words: Words
) -> tuple[FieldOfTwo, ...]:
    """The fields that at least one card holds, those that differ first."""
    found = tuple(_fields(snapshot, left, right, words))
    return tuple(each for fate in FATES for each in found if each.fate == fate)


def _fields(snapshot: Snapshot, left: Person, right: Person, words: Words) -> Iterator[FieldOfTwo]:
    mine, theirs = to_document(left), to_document(right)
    for field in CHOOSABLE:
        one, other = mine.get(field), theirs.get(field)
        if one is None and other is None:
            continue
        yield FieldOfTwo(
            field=field,
            left=_text(snapshot, field, one, words),
            right=_text(snapshot, field, other, words),
            fate=_fate(one, other),
            many=field in LIST_FIELDS,
        )


def _fate(one: Json, other: Json) -> Fate:
    if one == other:
        return "same"
    return "one_side" if one is None or other is None else "differs"


def becomes(
    snapshot: Snapshot,
    field: str,
    cards: tuple[Person, Person],
    sides: Sides,
    today: date,
    words: Words,
) -> str:
    """What a field holds once the two are one.

    Args:
        snapshot: for the names of people.
        field: which.
        cards: whose stays, and the other.
        sides: what was chosen so far.
        today: dates what is kept in the notes.
        words: the language.
    """
    card = united(*cards, sides, today)
    return _text(snapshot, field, to_document(card).get(field), words)


def _text(snapshot: Snapshot, field: str, value: Json, words: Words) -> str:
    if value is None:
        return ""
    if field == "through":
        person = snapshot.people.get(PersonId(str(value)))
        return str(value) if person is None else person.name
    return value_text(field, value, words)


def stands(sides: Sides, field: FieldOfTwo) -> Side:
    """Whose value of a field stands, chosen or not."""
    chosen = sides.get(field.field)
    if chosen is not None:
        return chosen
    if field.fate == "one_side":
        return "a" if field.left else "b"
    return "both" if field.many else "a"
