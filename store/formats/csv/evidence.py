"""Whether a table is one of contacts: accounts, orders, logs and the like are not."""

from __future__ import annotations

from store.formats.csv.column_maps import ANY, column_map
from store.formats.csv.layout import Layout
from store.formats.csv.targets import target_in
from store.formats.csv_table import name_key

_CARD = frozenset(
    {
        *("name", "first", "last", "nickname", "email", "phone", "org", "title", "birthday"),
        *("address", "city", "link", "school", "met"),
    }
)
"""What cards are made of."""

_OF_PEOPLE = frozenset({"org", "address", "school", "met", "nickname"})
"""What people have and things have not."""

_FEWEST = 3


def is_of_contacts(layout: Layout) -> bool:
    """Whether names or addresses stand in it with good evidence.

    A table of a known program is; any other must hold addresses of mail or numbers that look like
    such, or first and last names, beside other fields of a card.
    """
    if layout.is_known:
        return True
    against = column_map(ANY).against
    if any(name_key(header) in against for header in layout.headers):
        return False
    held = {target_in(target) for target in layout.guessed} & _CARD
    named = bool(held & {"name", "first", "last"})
    if _is_borne_out(layout, "email"):
        return named or len(held) >= _FEWEST or len(layout.headers) == 1
    if _is_borne_out(layout, "phone"):
        return named
    if not named or held <= {"name", "first", "last"}:
        return False
    if {"first", "last"} <= held or "birthday" in held:
        return True
    return len(held) >= _FEWEST and bool(held & _OF_PEOPLE)


def can_be_read(layout: Layout) -> bool:
    """Whether there is anything that a person can be known by."""
    held = {target_in(target) for target in layout.targets}
    return bool(held & {"name", "first", "last", "nickname", "email", "phone", "org"})


def _is_borne_out(layout: Layout, field: str) -> bool:
    """Whether a column is of a field by its cells, or empty and of it by its name."""
    return any(
        target_in(target) == field and shape in (field, "")
        for target, shape in zip(layout.guessed, layout.shapes, strict=True)
    )
