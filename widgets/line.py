"""One line of a pane: pieces of text with a tone, some of them held to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from widgets.safe_text import guard
from widgets.tone import Tone

CUT = "…"
"""Ends a text that does not fit."""

Glyphs = Mapping[int, str]
"""What `str.translate` takes; empty where the terminal shows every glyph."""


class Piece(NamedTuple):
    """Some text of one tone."""

    text: str
    tone: Tone = "text"


class Line(NamedTuple):
    """Pieces from the left, and pieces held to the right end, which are never cut."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()


BLANK = Line()


def line(*left: Piece | str, right: Iterable[Piece | str] = ()) -> Line:
    """A line of pieces; a plain string is of the tone `text`."""
    return Line(tuple(map(_piece, left)), tuple(map(_piece, right)))


def _piece(each: Piece | str) -> Piece:
    return Piece(each) if isinstance(each, str) else each


def cut_to(text: str, width: int) -> str:
    """The text in at most so many cells, with a sign where it was cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + CUT


def pad_to(text: str, width: int) -> str:
    """The text in exactly so many cells."""
    text = cut_to(text, width)
    return text + " " * (width - cell_len(text))


def paint(
    each: Line, width: int, style_of: Callable[[Tone], Style], glyphs: Glyphs
) -> list[Segment]:
    """Segments that fill a width exactly; neighbours of one style are joined to spare bytes."""
    right = [Piece(shown(piece.text, glyphs), piece.tone) for piece in each.right]
    held = sum(cell_len(piece.text) for piece in right)
    room = max(0, width - held - (1 if held else 0))
    out: list[Segment] = []
    for piece in each.left:
        if room <= 0:
            break
        text = cut_to(shown(piece.text, glyphs), room)
        if glyphs and text.endswith(CUT):
            text = text.translate(glyphs)
        room -= cell_len(text)
        _add(out, text, style_of(piece.tone))
    filled = sum(cell_len(segment.text) for segment in out)
    _add(out, " " * max(0, width - held - filled), style_of("text"))
    for piece in right:
        _add(out, piece.text, style_of(piece.tone))
    return Segment.adjust_line_length(out, width, style_of("text")) if held > width else out


def shown(text: str, glyphs: Glyphs) -> str:
    """What reaches the terminal: guarded, and in the set of glyphs that it shows."""
    text = guard(text)
    return text.translate(glyphs) if glyphs else text


def _add(out: list[Segment], text: str, style: Style) -> None:
    if not text:
        return
    if out and out[-1].style == style:
        out[-1] = Segment(out[-1].text + text, style)
    else:
        out.append(Segment(text, style))
