"""The columns of our own table: the fields of a card by the names they bear in the data file.

Left out is what no cell can hold or nobody else can use: what was put off, which cards are somebody
else's all the same, properties of vCard carried along, and fields of other programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import get_args

import msgspec

from store.formats.tables_out.joined import joined, parted
from store.formats.tables_out.stays import (
    city_cell,
    city_of,
    employment_of,
    pause_cell,
    pause_of,
    school_of,
    stay_cell,
    yearly_cell,
    yearly_of,
)
from store.records.clean import clean_line, clean_text
from store.records.ids import PersonId
from store.records.kinds import KINDS, LAYERS, Status
from store.records.partial_date import is_partial_date
from store.records.person import Person
from store.records.snapshot import Snapshot
from store.words.zones import is_zone

YES = "yes"
"""In the cell of a field that holds or does not."""


class OwnColumn(msgspec.Struct, frozen=True, kw_only=True):
    """One column."""

    field: str
    """Of a person; the column bears its name."""
    write: Callable[[Person, Snapshot], str]
    """The cell; empty where the field says nothing."""
    read: Callable[[str], object] | None
    """The value of a cell that is not empty, None where it cannot be; None for names of others."""
    private: bool = False
    """Whether it goes out only where private notes do."""


def _line(field: str, fits: Callable[[str], bool] = bool) -> OwnColumn:
    def read(cell: str) -> object:
        text = clean_line(cell)
        return text if fits(text) else None

    return OwnColumn(field=field, write=lambda each, _: clean_line(_of(each, field)), read=read)


def _text(field: str, *, private: bool = False) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        return clean_text(_of(person, field))

    return OwnColumn(field=field, write=write, read=clean_text, private=private)


def _lines(field: str, fits: Callable[[str], bool] = bool) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        return joined(map(clean_line, getattr(person, field)))

    def read(cell: str) -> object:
        return tuple(text for each in parted(cell) if fits(text := clean_line(each)))

    return OwnColumn(field=field, write=write, read=read)


def _each(
    field: str, cell_of: Callable[..., str], value_of: Callable[[str], object | None]
) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        return joined(clean_line(cell_of(each)) for each in getattr(person, field))

    def read(cell: str) -> object:
        read = (value_of(clean_line(each)) for each in parted(cell))
        return tuple(each for each in read if each is not None)

    return OwnColumn(field=field, write=write, read=read)


def _day(field: str) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        day: date | None = getattr(person, field)
        return "" if day is None else day.isoformat()

    def read(cell: str) -> object:
        try:
            return date.fromisoformat(cell)
        except ValueError:
            return None

    return OwnColumn(field=field, write=write, read=read)


def _number(field: str, fits: Callable[[int], bool]) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        number: int | None = getattr(person, field)
        return "" if number is None else str(number)

    def read(cell: str) -> object:
        plain = cell.isascii() and cell.isdigit() and len(cell) <= MOST_DIGITS
        return int(cell) if plain and fits(int(cell)) else None

    return OwnColumn(field=field, write=write, read=read)


def _switch(field: str) -> OwnColumn:
    def write(person: Person, snapshot: Snapshot) -> str:
        return YES if getattr(person, field) else ""

    def read(cell: str) -> object:
        return cell == YES or None

    return OwnColumn(field=field, write=write, read=read)


def _state(field: str) -> OwnColumn:
    """Of most people there is nothing to say."""

    def write(person: Person, snapshot: Snapshot) -> str:
        return "" if person.status == "active" else person.status

    return OwnColumn(field=field, write=write, read=lambda cell: cell if cell in _STATUS else None)


def _named(field: str, people_of: Callable[[Person], Iterable[PersonId]]) -> OwnColumn:
    """Other people, by their names; whoever reads them makes ties of them."""

    def write(person: Person, snapshot: Snapshot) -> str:
        known = (snapshot.people.get(id) for id in people_of(person))
        return joined(clean_line(each.name) for each in known if each is not None)

    return OwnColumn(field=field, write=write, read=None)


def _of(person: Person, field: str) -> str:
    return str(getattr(person, field) or "")


MOST_DIGITS = 5
"""Of a number of days; what is longer is none."""

_STATUS = frozenset(get_args(Status))

OWN_COLUMNS: tuple[OwnColumn, ...] = (
    _line("name"),
    _lines("nicknames"),
    _lines("emails"),
    _lines("phones"),
    _lines("links"),
    _line("org"),
    _line("title"),
    _lines("employers"),
    _each("employment", stay_cell, employment_of),
    _lines("fields"),
    _each("schools", stay_cell, school_of),
    _each("cities", city_cell, city_of),
    _line("timezone", is_zone),
    _lines("passions"),
    _lines("languages"),
    _lines("tags"),
    _line("intent"),
    _lines("needs"),
    _lines("offers"),
    _number("layer", LAYERS.__contains__),
    _number("cadence_days", lambda days: True),
    _line("prefers", KINDS.__contains__),
    _lines("avoids", KINDS.__contains__),
    _day("met"),
    _line("where"),
    _named("through", lambda each: () if each.through is None else (each.through,)),
    _named("knows", lambda each: each.knows),
    _switch("pinned"),
    _line("birthday", is_partial_date),
    _each("dates", yearly_cell, yearly_of),
    _state("status"),
    _day("deceased_on"),
    _each("pauses", pause_cell, pause_of),
    _day("new_job_on"),
    _text("notes"),
    _text("private_notes", private=True),
    _day("added"),
    _lines("sources"),
    OwnColumn(field="id", write=lambda person, _: person.id, read=None),
)
"""In the order of the table."""
