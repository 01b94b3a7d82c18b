"""Pieces of LinkedIn's files that are set aside, with their reasons."""

from __future__ import annotations

from store.formats.csv_table import Row
from store.formats.incoming import Refused
from store.records.clean import clean_line
from store.words.message import Message

SHOWN = 80
"""Characters of a refused piece that are shown."""


def refused_row(file: str, row: Row, why: str, **values: object) -> Refused:
    """A row set aside; `why` is an id of the catalogues."""
    text = clean_line(",".join(row.cells)[: 4 * SHOWN])[:SHOWN]
    return Refused(file=file, line=row.line, why=Message(why, values), text=text)


def refused_file(file: str, why: str, **values: object) -> Refused:
    """A whole file set aside."""
    return Refused(file=file, line=0, why=Message(why, values))


def unclosed_rows(file: str, rows: tuple[Row, ...]) -> tuple[Refused, ...]:
    """Lines whose quote is never closed."""
    return tuple(refused_row(file, row, "import.unclosed_quote") for row in rows)
