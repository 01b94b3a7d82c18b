"""Rows made text after RFC 4180: commas, CRLF, quotes where a cell needs them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from store.formats.tables_out.formula_guard import guarded

ROWS_AT_ONCE = 200
"""How many rows are handed on as one piece."""


def rows_text(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The text of some rows, piece by piece; cells that look like formulas are guarded."""
    piece = StringIO(newline="")
    writer = csv.writer(piece, lineterminator="\r\n")
    for number, row in enumerate(rows, 1):
        writer.writerow([guarded(cell) for cell in row])
        if number % ROWS_AT_ONCE == 0:
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()
    if piece.tell():
        yield piece.getvalue()
