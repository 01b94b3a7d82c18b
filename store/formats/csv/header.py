"""Where the table of a file begins, and how its cells are set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from store.formats.csv.column_maps import is_known
from store.formats.csv_table import DELIMITERS, PREAMBLE_LINES, name_key, one_line
from store.formats.tables_out.own_reading import is_own_header

MOST_COLUMNS = 1000
"""Columns that are looked at; address books have a few hundred."""

_LOOKED_AT = 1 << 16
"""Characters of a line that are looked at to find the header."""

_SEPARATOR = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
"""What Excel writes in front of all."""


class Head(msgspec.Struct, frozen=True):
    """How to read a table."""

    start: int
    """Lines before its first row."""
    delimiter: str
    cells: tuple[str, ...]
    """The names of the columns; none where it has no header."""
    known: int
    """How many of them are known."""


def find_head(lines: Sequence[str]) -> Head:
    """The header that holds the most known names under any delimiter; else a table without one.

    A line counts where a third of its cells are known names, so that prose is none.
    """
    best: Head | None = None
    for number, line in enumerate(lines[:PREAMBLE_LINES], start=1):
        for delimiter in DELIMITERS:
            cells = one_line(line[:_LOOKED_AT], delimiter)[:MOST_COLUMNS]
            if is_own_header(cells):
                return Head(number, delimiter, _unmarked(cells), len(cells))
            filled = [cell for cell in cells if cell.strip()]
            known = sum(is_known(name_key(cell)) for cell in filled)
            if known and known * 3 >= len(filled) and known > (best.known if best else 0):
                best = Head(number, delimiter, _unmarked(cells), known)
        if best is not None and best.known > 1:
            break
    if best is not None:
        return best
    start, delimiter = _plain(lines)
    return Head(start, delimiter, (), 0)


def _unmarked(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell.replace("\ufeff", "") for cell in cells)


def _plain(lines: Sequence[str]) -> tuple[int, str]:
    """Where the rows begin, and the delimiter that gives most lines the same number of cells."""
    match = _SEPARATOR.fullmatch(lines[0][:20]) if lines else None
    if match is not None:
        return 1, match[1]
    sample = [line for line in lines[:PREAMBLE_LINES] if line.strip()]
    best, most = DELIMITERS[0], 0
    for delimiter in DELIMITERS:
        counts = Counter(len(one_line(line[:_LOOKED_AT], delimiter)) for line in sample)
        alike = max((count for width, count in counts.items() if width > 1), default=0)
        if alike > most:
            best, most = delimiter, alike
    return 0, best
