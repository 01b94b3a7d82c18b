"""Tables in text: a header found by its names, rows with their line numbers, nothing guessed.

The delimiter is the one under which the most known names are met; programs write preambles above
the header, rows with too few or too many cells, and quotes that are never closed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from store.words.fold import fold

DELIMITERS = (",", ";", "\t")

PREAMBLE_LINES = 40
"""How far down a header is looked for."""

HEAD_LENGTH = 1 << 16
"""Characters among which it is looked for."""

RESTARTS = 100
"""How many quotes that are never closed are forgiven in one file."""

Columns = Mapping[str, tuple[str, ...]]
"""Field to the names that programs give its column."""

_BETWEEN = re.compile(r"[^\w]|_")


class Row(msgspec.Struct, frozen=True):
    """One row; it may span several lines."""

    line: int
    """Its first line, from 1."""
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A header and the rows under it; rows are as long as the file has them."""

    places: Mapping[str, int]
    """Field to column, from 0; a name met twice means its first column."""
    width: int
    """Columns of the header."""
    line: int
    """The header's line, from 1."""
    rows: tuple[Row, ...]
    unclosed: tuple[Row, ...] = ()
    """Lines whose quote is never closed, each as one cell."""

    def cell(self, row: Row, field: str) -> str:
        """The text of a field, without blanks at its ends; nothing where the row is too short."""
        place = self.places.get(field, len(row.cells))
        return row.cells[place].strip() if place < len(row.cells) else ""


def name_key(name: str) -> str:
    """A column's name as compared: case, accents, blanks and punctuation do not matter."""
    return _BETWEEN.sub("", fold(name))


def find_places(cells: Sequence[str], columns: Columns) -> dict[str, int]:
    """Where the known fields stand in a header."""
    return _places(cells, _keyed(columns))


def _keyed(columns: Columns) -> Columns:
    return {field: tuple(map(name_key, names)) for field, names in columns.items()}


def _places(cells: Sequence[str], keyed: Columns) -> dict[str, int]:
    first: dict[str, int] = {}
    for place, cell in enumerate(cells):
        first.setdefault(name_key(cell), place)
    places: dict[str, int] = {}
    for field, keys in keyed.items():
        found = [first[key] for key in keys if key in first]
        if found:
            places[field] = found[0]
    return places


def read_table(text: str, columns: Columns, needed: Sequence[str]) -> Table | None:
    """The table whose header holds all the needed fields, or None where there is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header = find_header(lines, columns, needed)
    if header is None:
        return None
    line, delimiter, cells = header
    rows: list[Row] = []
    unclosed: list[Row] = []
    start = line
    while start < len(lines) and len(unclosed) <= RESTARTS:
        stop = _read_rows(lines, start, delimiter, rows)
        if stop is None:
            break
        unclosed.append(Row(stop + 1, (lines[stop],)))
        start = stop + 1
    return Table(
        places=find_places(cells, columns),
        width=len(cells),
        line=line,
        rows=tuple(rows),
        unclosed=tuple(unclosed),
    )


def find_header(
    lines: Sequence[str], columns: Columns, needed: Sequence[str]
) -> tuple[int, str, tuple[str, ...]] | None:
    """The header's line, from 1, its delimiter and its cells."""
    best: tuple[int, str, tuple[str, ...]] | None = None
    most = 0
    keyed = _keyed(columns)
    for number, line in enumerate(lines[:PREAMBLE_LINES], start=1):
        for delimiter in DELIMITERS:
            if line.count(delimiter) + 1 < len(needed):
                continue
            cells = _one_line(line, delimiter)
            places = _places(cells, keyed)
            if len(places) > most and all(field in places for field in needed):
                best, most = (number, delimiter, cells), len(places)
        if best is not None:
            return best
    return None


def _one_line(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader([line.replace("\x00", "")], delimiter=delimiter), []))
    except csv.Error:
        return ()


def _read_rows(lines: Sequence[str], start: int, delimiter: str, rows: list[Row]) -> int | None:
    """Read rows from a line on (from 0); gives the line whose quote is never closed, if any."""
    reader = csv.reader(_fed(lines, start), delimiter=delimiter)
    before = start
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return None
        except csv.Error:
            # A cell above the parser's limit: nearly always a quote that swallows the file.
            return before
        after = start + reader.line_num
        if after >= len(lines) and after - before > 1 and _is_open(lines[before:after]):
            return before
        if any(cell.strip() for cell in cells):
            rows.append(Row(before + 1, tuple(cells)))
        before = after


def _fed(lines: Sequence[str], start: int) -> Iterator[str]:
    for line in lines[start:] if start else lines:
        yield f"{line}\n".replace("\x00", "")


def _is_open(lines: Sequence[str]) -> bool:
    return sum(line.count('"') for line in lines) % 2 == 1


def first_lines(text: str) -> list[str]:
    """The lines among which a header is looked for."""
    head = text[:HEAD_LENGTH].replace("\r\n", "\n").replace("\r", "\n")
    return head.split("\n", PREAMBLE_LINES)[:PREAMBLE_LINES]


def head_lines(head: bytes, decode: Callable[[bytes], str]) -> list[str]:
    """The first lines of a file from its first bytes, the last one left out where it is cut."""
    whole, cut, rest = head.rpartition(b"\n")
    return first_lines(decode(whole if cut and rest else head))
