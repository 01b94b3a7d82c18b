"""A paragraph of a pane that reads as prose: wrapped to the width, under a hanging sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from widgets.line import BLANK, Line, Piece
from widgets.safe_text import guard_lines
from widgets.tone import Tone
from widgets.wrapping import wrap


class Paragraph(NamedTuple):
    """Text behind a lead of one or more pieces; following lines hang under the text."""

    text: str
    tone: Tone = "text"
    lead: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    """Held to the right end of the first line."""


SPACE = Paragraph("")
"""An empty line; where room is short these go first."""


def parted(blocks: Iterable[Sequence[Paragraph]]) -> tuple[Paragraph, ...]:
    """Blocks with an empty line between two of them; those that hold nothing are left out."""
    out: list[Paragraph] = []
    for block in blocks:
        if block:
            out += [SPACE, *block] if out else block
    return tuple(out)


def lines_of(paragraph: Paragraph, width: int) -> list[Line]:
    """The lines of a paragraph."""
    if paragraph == SPACE:
        return [BLANK]
    hang = sum(cell_len(piece.text) for piece in paragraph.lead)
    held = sum(cell_len(piece.text) for piece in paragraph.right)
    room = width - hang - (held + 1 if held else 0)
    out: list[Line] = []
    for text in guard_lines(paragraph.text) or [""]:
        for each in wrap(text, max(4, room)):
            first = not out
            left = paragraph.lead if first else (Piece(" " * hang),)
            right = paragraph.right if first else ()
            out.append(Line((*left, Piece(each, paragraph.tone)), right))
            room = width - hang
    return out


def lines_needed(paragraphs: Iterable[Paragraph], width: int, most: int) -> tuple[int, int]:
    """Lines of a text, the empty ones left out and then with them; none beyond the most."""
    told = empty = 0
    for each in paragraphs:
        if each == SPACE:
            empty += 1
        else:
            told += len(lines_of(each, width))
        if told >= most:
            break
    return min(told, most), min(told + empty, most)


def laid_out(paragraphs: tuple[Paragraph, ...], width: int, height: int) -> list[Line]:
    """All lines; where they are more than the height, empty ones are left out."""
    lines = [line for each in paragraphs for line in lines_of(each, width)]
    if len(lines) > height:
        lines = [line for line in lines if line != BLANK]
    return lines
