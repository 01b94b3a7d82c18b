"""What a column holds: `email`, `address.city;home`, `X-INITIALS`.

A field in lower case, after a dot which part of it, after a semicolon the kind in the words of
`labels`; a name in capitals is a vCard property that carries the cell. Columns that are parts of
one thing (an address, a number and its label) make one group.
"""

from __future__ import annotations

import re

import msgspec

from store.words.fold import fold

OTHER = "other"
"""A column that nothing is known of: it goes with the card, unseen."""

_WHOLE = {"org": "org.name", "department": "org.department", "title": "org.title"}
_PARTED = frozenset({"address", "birthday", "org", "date"})
"""Fields whose parts belong together though no number says so."""

_NOT_NAME = re.compile(r"[^A-Z0-9]+")
_LONGEST_NAME = 60


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A column and what it holds."""

    place: int
    """From 0."""
    header: str
    """As written, cleaned."""
    key: str
    """The header as compared."""
    field: str
    part: str = ""
    label: str = ""
    group: str
    """The same for all columns that are parts of one thing."""


def slot_of(place: int, header: str, key: str, target: str, number: str = "") -> Slot:
    """The slot of a column.

    Args:
        place: of the column, from 0.
        header: its name as written.
        key: its name as compared.
        target: what it holds.
        number: which of several like it, where the header says so.
    """
    whole, _, label = target.partition(";")
    field, _, part = _WHOLE.get(whole, whole).partition(".")
    if number and part:
        group = f"{field}#{number}"
    elif field == "city" and not label:
        # Beside a street and a country without a name of their own it is a part of the address.
        field, part, group = "address", "city", "address;"
    elif field in _PARTED:
        field, part = field, part or "whole"
        group = f"{field};{label}"
    else:
        group = f"{field}@{place}"
    return Slot(
        place=place, header=header, key=key, field=field, part=part, label=label, group=group
    )


def property_name(text: str, place: int) -> str:
    """A name for a property that carries what a column of this header holds."""
    name = _NOT_NAME.sub("-", fold(text).upper()).strip("-")[:_LONGEST_NAME].rstrip("-")
    return f"X-{name.removeprefix('X-')}" if name else f"X-COLUMN-{place + 1}"
