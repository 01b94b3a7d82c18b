"""Cells that a spreadsheet would work out as a formula, written as the text that they are.

A spreadsheet takes a cell that begins with one of a few signs for a formula, and a formula can send
the whole table away. So such a cell begins with an apostrophe, which says "this is text" to
spreadsheets, and which our own reader takes away again. Numbers are left alone, telephone numbers
among them: there is nothing in them that could do anything.
"""

from __future__ import annotations

import re

_SIGNS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""Those that begin a formula, in the width of East Asian keyboards too (OWASP, CSV Injection)."""

_FORMULA = re.compile(f"'*[{_SIGNS}]")
_GUARDED = re.compile(f"'+[{_SIGNS}]")
_NUMBER = re.compile(r"[+-]?\(?[0-9][0-9 .,()/-]*")


def guarded(cell: str) -> str:
    """A cell as it is written; one that has apostrophes before such a sign gets one more."""
    if _FORMULA.match(cell) is None or _NUMBER.fullmatch(cell) is not None:
        return cell
    return f"'{cell}"


def unguarded(cell: str) -> str:
    """A cell as it was before it was written."""
    return cell[1:] if _GUARDED.match(cell) is not None else cell
