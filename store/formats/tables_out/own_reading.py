"""Our own table read back: what a cell was written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from store.formats.incoming import IncomingTie, Whom
from store.formats.tables_out.formula_guard import unguarded
from store.formats.tables_out.joined import parted
from store.formats.tables_out.own_columns import OWN_COLUMNS
from store.records.clean import clean_line
from store.records.person import Person

_BY_FIELD = {each.field: each for each in OWN_COLUMNS}

MARKS = ("name", "nicknames", "emails", "cadence_days", "sources")
"""Columns by which our own table is known."""

SOURCE = "arrosoir:"
"""Before the id that somebody had where the table was written."""


class OwnRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row."""

    person: Person
    """Their `id` is empty."""
    ties: tuple[IncomingTie, ...]


def is_own_header(header: Sequence[str]) -> bool:
    """Whether the names of some columns are ours."""
    return set(MARKS) <= {_name(each) for each in header}


def own_row(header: Sequence[str], cells: Sequence[str]) -> OwnRow | None:
    """The person of a row; None where it names nobody.

    Args:
        header: the names of the columns, as written.
        cells: those of the row, as written; there may be fewer, or more.
    """
    told = {
        _name(name): text
        for name, cell in zip(header, cells, strict=False)
        if (text := unguarded(cell).strip())
    }
    fields = dict(_fields(told))
    name = fields.get("name")
    if not isinstance(name, str):
        return None
    if not fields.get("sources"):
        id = clean_line(told.get("id", ""))
        fields["sources"] = (f"{SOURCE}{id or name}",)
    person = msgspec.structs.replace(Person(id="", name=name), **fields)
    return OwnRow(person=person, ties=tuple(_ties(person, told)))


def _fields(told: dict[str, str]) -> Iterator[tuple[str, object]]:
    for field, text in told.items():
        column = _BY_FIELD.get(field)
        if column is not None and column.read is not None:
            value = column.read(text)
            if value is not None:
                yield field, value


def _ties(person: Person, told: dict[str, str]) -> Iterator[IncomingTie]:
    one = Whom(source=person.sources[0], name=person.name)
    for how in ("through", "knows"):
        for name in parted(told.get(how, "")):
            tied = "through" if how == "through" else ""
            yield IncomingTie(one=one, other=Whom(name=clean_line(name)), how=tied)


def _name(column: str) -> str:
    return column.strip().lower()
