r"""Several values in one cell, between ` ::: ` as Google writes them; our reader takes it apart.

A value that holds three colons itself has a backslash put before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR = " ::: "

_COLONS = re.compile(r"\\*:::")
_ESCAPED = re.compile(r"\\+:::")


def joined(values: Iterable[str]) -> str:
    """The cell of some values, empty ones left out."""
    return SEPARATOR.join(_COLONS.sub(r"\\\g<0>", each) for each in values if each.strip())


def parted(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    pieces = (_ESCAPED.sub(lambda found: found[0][1:], each) for each in cell.split(SEPARATOR))
    return tuple(text for each in pieces if (text := each.strip()))
