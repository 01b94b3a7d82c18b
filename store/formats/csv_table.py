"""Tables in text: a header found by its names, rows with their line numbers, nothing guessed.

The delimiter is the one under which the most known names are met; programs write preambles above
the header, rows with too few or too many cells, and quotes that are never closed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from store.words.fold import fold

DELIMITERS = (",", ";", "\t")

PREAMBLE_LINES = 40
"""How far down a header is looked for."""

HEAD_LENGTH = 1 << 16
"""Characters among which it is looked for."""

RESTARTS = 100
"""How many quotes that are never closed are forgiven in one file."""

MOST_ROWS = 500_000
"""Rows read of one table; what follows is told and left out."""

MOST_BYTES = 64 * 1024 * 1024
MOST_LINES = 1_000_000
"""Of one table, since every line is held."""

MOST_CELLS = 8_000_000
MOST_FILLED = 2_000_000
"""Cells of one table, and those of them that hold something."""

LONGEST_CELL = csv.field_size_limit()
"""Characters of one cell; a longer one costs its line."""

Columns = Mapping[str, tuple[str, ...]]
"""Field to the names that programs give its column."""

_BREAKS = re.compile("\r\n|\r")
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
    """Lines whose quote is never closed or whose cell is too long, each as one cell."""
    rest: int = 0
    """The line from which on nothing was read any more, from 1; 0 where all was read."""

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
    return {field: tuple(map(_known_key, names)) for field, names in columns.items()}


@lru_cache(maxsize=1024)
def _known_key(name: str) -> str:
    """The key of a name that the program knows: each file of a folder is asked for all of them."""
    return name_key(name)


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


def read_table(
    text: str, columns: Columns, needed: Sequence[str], most: int = MOST_ROWS
) -> Table | None:
    """The table whose header holds all the needed fields, or None where there is none."""
    lines, cut = lines_of(text)
    header = find_header(lines, columns, needed)
    if header is None:
        return None
    line, delimiter, cells = header
    body = read_body(lines, line, delimiter, most)
    return Table(
        places=find_places(cells, columns),
        width=len(cells),
        line=line,
        rows=tuple(body.rows),
        unclosed=tuple(body.unclosed),
        rest=body.rest or cut,
    )


def lines_of(text: str) -> tuple[list[str], int]:
    """The lines of a table, and the number of the first that is left out; 0 where none is.

    Args:
        text: with line ends of any kind.
    """
    lines = _BREAKS.sub("\n", text).split("\n", MOST_LINES)
    if len(lines) <= MOST_LINES:
        return lines, 0
    del lines[-1]
    return lines, MOST_LINES + 1


class Body:
    """The rows below a line, with what could not be read of them."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self.rows: list[Row] = []
        self.unclosed: list[Row] = []
        self.rest = 0
        self.cells = 0
        self.filled = 0

    def has_room(self, most: int) -> bool:
        """Whether another row can be taken, with `most` of them at most."""
        return len(self.rows) < most and self.cells < MOST_CELLS and self.filled < MOST_FILLED

    def add(self, row: Row) -> None:
        """Take a row."""
        self.rows.append(row)
        self.cells += len(row.cells)
        self.filled += len(row.cells) - row.cells.count("")


def read_body(lines: Sequence[str], start: int, delimiter: str, most: int = MOST_ROWS) -> Body:
    """The rows from a line on, counted from 0; at most `most` of them."""
    body = Body()
    while start < len(lines):
        if len(body.unclosed) > RESTARTS:
            body.rest = start + 1
            break
        stop, whole = _read_rows(lines, start, delimiter, body, most)
        if whole:
            body.rest = stop + 1 if stop < len(lines) else 0
            break
        body.unclosed.append(Row(stop + 1, (lines[stop],)))
        start = stop + 1
    return body


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
            cells = one_line(line, delimiter)
            places = _places(cells, keyed)
            if len(places) > most and all(field in places for field in needed):
                best, most = (number, delimiter, cells), len(places)
        if best is not None:
            return best
    return None


def one_line(line: str, delimiter: str) -> tuple[str, ...]:
    """The cells of a line by itself; none where they cannot be told."""
    try:
        return tuple(next(csv.reader([line.replace("\x00", "")], delimiter=delimiter), []))
    except csv.Error:
        return ()


def _read_rows(
    lines: Sequence[str], start: int, delimiter: str, body: Body, most: int
) -> tuple[int, bool]:
    """Read rows from a line on (from 0); gives the line where it ended and whether it is done.

    Where it is not, that line has a quote that is never closed, or a cell that is too long.
    """
    reader = csv.reader(_fed(lines, start), delimiter=delimiter)
    before = start
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return len(lines), True
        except csv.Error:
            # A cell above the parser's limit: nearly always a quote that swallows the file.
            return before, False
        after = start + reader.line_num
        if after >= len(lines) and after - before > 1 and _is_open(lines[before:after]):
            return before, False
        if any(cell.strip() for cell in cells):
            if not body.has_room(most):
                return before, True
            body.add(Row(before + 1, tuple(cells)))
        before = after


def _fed(lines: Sequence[str], start: int) -> Iterator[str]:
    for place in range(start, len(lines)):
        yield f"{lines[place]}\n".replace("\x00", "")


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
