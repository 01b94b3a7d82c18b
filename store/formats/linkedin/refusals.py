"""Pieces of LinkedIn's files that are set aside, with their reasons."""

from __future__ import annotations

from collections.abc import Iterable

from store.formats.csv_table import LONGEST_CELL, Row, Table
from store.formats.incoming import Refused
from store.formats.set_aside import MOST_TOLD
from store.records.clean import clean_line
from store.words.message import Message

_REST = "csv.rest_left_out"

SHOWN = 80
"""Characters of a refused piece that are shown."""


def refused_row(file: str, row: Row, why: str, **values: object) -> Refused:
    """A row set aside; `why` is an id of the catalogues."""
    text = clean_line(",".join(row.cells)[: 4 * SHOWN])[:SHOWN]
    return Refused(file=file, line=row.line, why=Message(why, values), text=text)


def refused_file(file: str, why: str, **values: object) -> Refused:
    """A whole file set aside."""
    return Refused(file=file, line=0, why=Message(why, values))


def unread_rows(file: str, table: Table) -> tuple[Refused, ...]:
    """Lines whose quote is never closed, and where the reading ended before the table did."""
    told = [refused_row(file, row, _why_unread(row)) for row in table.unclosed]
    if table.rest:
        told.append(Refused(file=file, line=table.rest, why=Message("csv.rest_left_out")))
    return tuple(told)


def in_order(refused: Iterable[Refused]) -> tuple[Refused, ...]:
    """What one file gave that could not be used, by line: the first told each, others counted."""
    told = sorted(refused, key=_line)
    more = len(told) - MOST_TOLD
    if more <= 0:
        return tuple(told)
    at = told[MOST_TOLD]
    counted = Refused(file=at.file, line=at.line, why=Message("import.more_set_aside", {"n": more}))
    ends = (each for each in told[MOST_TOLD:] if each.why.id == _REST)
    return (*told[:MOST_TOLD], counted, *ends)


def _line(refused: Refused) -> int:
    return refused.line


def unread_end(file: str, text: str) -> Refused:
    """What lies beyond `csv_table.MOST_BYTES` of a file.

    Args:
        file: as shown.
        text: what was read of it.
    """
    why = Message("csv.rest_left_out")
    lines = text.count("\n") or text.count("\r")
    return Refused(file=file, line=lines + 1, why=why)


def _why_unread(row: Row) -> str:
    return "csv.cell_too_long" if len(row.cells[0]) > LONGEST_CELL else "import.unclosed_quote"
