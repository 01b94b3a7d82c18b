"""Paragraphs in lines of the terminal's width, each going on below where its text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from store.words.width import width
from store.words.wrapping import wrap

COLUMNS = 80
"""Where the width is not known."""

NARROWEST = 20
"""Cells that a text is given, however narrow the terminal."""

_QUOTED = re.compile(r'"[^"]*"|(?<!\w)\'[^\']*\'(?!\w)')
_HELD = "\ue000"
"""In the place of a blank at which no line may end."""


def terminal_columns() -> int:
    """Cells of a line of the terminal; 80 where that is not known."""
    # It brings the compressors along, which only some commands need.
    import shutil

    return shutil.get_terminal_size((COLUMNS, 24)).columns


def hung(lead: str, text: str, columns: int) -> Iterator[str]:
    """The lines of a paragraph; what is quoted stays on one line.

    A word or a quotation that is wider than a line stands alone on one, whole: it is a path or a
    command, to be copied.

    Args:
        lead: what stands before the first line; blanks stand before the others.
        text: the paragraph.
        columns: cells of a line.
    """
    room = max(columns - width(lead), NARROWEST)
    held = _QUOTED.sub(lambda found: found[0].replace(" ", _HELD), text)
    lines: list[str] = []
    for wide, some in groupby(held.split(" "), lambda word: width(word) > room):
        words = list(some)
        lines += words if wide else wrap(" ".join(words), room)
    for number, line in enumerate(lines or [""]):
        before = lead if number == 0 else " " * width(lead)
        yield before + line.replace(_HELD, " ")
