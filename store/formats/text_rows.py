"""The rows of a text file one at a time: a list of all of them takes many times its size."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ROW = re.compile(rb"([^\r\n]*+)(\r{0,2}\n|\r|\Z)")
_EMPTY = re.compile(rb"[\r\n]++")

_KEPT = 2
"""Of many empty rows that follow each other; a third one changes nothing in any format."""


def rows_of(narrow: bytes) -> Iterator[tuple[int, bytes]]:
    """Each row with its number, from 1; of empty ones in a series the first two alone.

    A row ends with LF, CR LF, CR or CR CR LF.

    Args:
        narrow: the file after `as_narrow`.
    """
    number, place = 1, 0
    while (found := _ROW.match(narrow, place)) is not None:
        yield number, found[1]
        place = found.end()
        if not found[2]:
            return
        number += 1
        empty = _EMPTY.match(narrow, place)
        if empty is not None:
            ends = _ends(empty[0])
            for ahead in range(min(ends, _KEPT)):
                yield number + ahead, b""
            number, place = number + ends, empty.end()


def _ends(run: bytes) -> int:
    within = run.count(b"\r\n") + run.count(b"\r\r\n")
    return run.count(b"\n") + run.count(b"\r") - within
