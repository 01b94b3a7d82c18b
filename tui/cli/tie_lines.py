"""One tie in pictures, as lines of plain text."""

from __future__ import annotations

from datetime import date

from store.views.tie_detail import TieDetail
from store.words.glyphs import Glyphs, shown
from store.words.words import Words
from store.words.wrapping import wrap
from tui.phrasing.gap_picture import gap_lines
from tui.phrasing.spans import plain
from tui.phrasing.tie_words import facts, first_name
from tui.phrasing.year_picture import year_lines

INDENT = 2


def tie_lines(
    tie: TieDetail, words: Words, day: date, columns: int, glyphs: Glyphs = "blocks"
) -> tuple[str, ...]:
    """How the tie stands, its year and its gaps; nothing before the first contact."""
    if tie.year is None:
        return ()
    cells = columns - INDENT
    clock = tie.usual_gap_days is not None
    year = year_lines(tie.year, first_name(tie.name), words, cells, clock=clock)
    gaps = gap_lines(tie.gaps, words, cells)
    lines = ["", *(line for fact in facts(tie, words, day, cells) for line in wrap(fact, cells))]
    for title, picture in (
        (words.say("tie.year.title"), year),
        (words.say("tie.gaps.title"), gaps),
    ):
        if picture:
            lines += ["", *wrap(title, cells), *(shown(plain(line), glyphs) for line in picture)]
    return tuple(f"{' ' * INDENT}{line}".rstrip() for line in lines)
