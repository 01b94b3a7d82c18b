r"""The rows of an SQL dump, taken apart and never run.

`INSERT [IGNORE] INTO `table` (`column`,…) VALUES (…),(…);` with strings as PHP's `addslashes`
leaves them (`\'`, `\"`, `\\`, `\0`), NULL, and numbers without quotes, which may be telephone
numbers. Time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

_INSERT = re.compile(
    r"\bINSERT\s+(?:IGNORE\s+)?INTO\s+[`\"]?(\w{1,64})[`\"]?\s*\(([^()]{0,4000})\)\s*VALUES\s*",
    re.IGNORECASE,
)
_STRING = re.compile(r"'((?:[^'\\]|\\.|'')*+)'", re.DOTALL)
_STATEMENT = re.compile(r"(?:[^;']++|'(?:[^'\\]|\\.|'')*+')*+;", re.DOTALL)
"""The rest of a statement, up to its end outside of any string."""
_BARE = re.compile(r"[^,()';]*+")
_ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)
_CUT_OFF = -1
"""In place of a place: a string is never closed, so that nothing after it can be told."""
_LETTERS = {"0": "\x00", "n": "\n", "r": "\r", "t": "\t"}


class SqlRow(msgspec.Struct, frozen=True):
    """One row."""

    table: str
    line: int
    """Its first line, from 1."""
    values: Mapping[str, str]
    """By column; NULL is missing."""


def rows_of(text: str, wanted: Mapping[str, frozenset[str]]) -> Iterator[SqlRow]:
    """The rows of the tables that are wanted, with no column but those that are.

    Args:
        text: the whole dump, its lines ended by LF.
        wanted: columns by table; no other value is even held.
    """
    place, line, counted = 0, 1, 0
    while (found := _INSERT.search(text, place)) is not None:
        table = found[1].lower()
        columns = [each.strip(' `"\n').lower() for each in found[2].split(",")]
        keep = wanted.get(table, frozenset())
        place = found.end()
        if not keep:
            # Logs may be most of a dump: they are passed over in one go.
            end = _STATEMENT.match(text, place)
            if end is None:
                return
            place = end.end()
            continue
        while (row := _row(text, place)) is not None:
            cells, after = row
            if after == _CUT_OFF:
                return
            line += text.count("\n", counted, place)
            counted = place
            if len(cells) == len(columns):
                pairs = zip(columns, cells, strict=True)
                values = {
                    name: value for name, value in pairs if name in keep and value is not None
                }
                yield SqlRow(table, line, values)
            place = after


def _row(text: str, place: int) -> tuple[list[str | None], int] | None:
    """The cells of the row that begins here and the place after it, or None where none does."""
    start = _blanks(text, place)
    if text[start : start + 1] != "(":
        return None
    cells: list[str | None] = []
    place = start + 1
    while True:
        place = _blanks(text, place)
        string = _STRING.match(text, place)
        if string is not None:
            cells.append(_ESCAPED.sub(_unescaped, string[1]))
            place = string.end()
        elif text[place : place + 1] == "'":
            return cells, _CUT_OFF
        else:
            bare = _BARE.match(text, place)
            assert bare is not None
            word = bare[0].strip()
            cells.append(None if word.upper() == "NULL" else word)
            place = bare.end()
        place = _blanks(text, place)
        mark = text[place : place + 1]
        if mark == ",":
            place += 1
        elif mark == ")":
            after = _blanks(text, place + 1)
            return cells, after + (text[after : after + 1] == ",")
        else:
            # Cut off or no row at all: what comes may be another statement.
            return None


def _blanks(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return "'"
    return _LETTERS.get(match[1], match[1])
