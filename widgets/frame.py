"""Frames of panes: heavy where the focus is, round elsewhere; a title left and one right."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from widgets.line import cut_to


class Strokes(NamedTuple):
    """The glyphs of one frame."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    across: str
    down: str


HEAVY = Strokes("┏", "┓", "┗", "┛", "━", "┃")
ROUND = Strokes("╭", "╮", "╰", "╯", "─", "│")


def strokes(focused: bool) -> Strokes:
    """The frame of a pane with or without the focus."""
    return HEAVY if focused else ROUND


class Top(NamedTuple):
    """The upper edge in parts, so that titles may have a tone of their own."""

    start: str
    title: str
    between: str
    aside: str
    end: str


def top(width: int, title: str, aside: str, strokes: Strokes) -> Top:
    """The upper edge; where both titles do not fit, the right one goes first."""
    corner, across = strokes.top_left, strokes.across
    inner = width - 2
    title = cut_to(title, inner - 4) if title else ""
    lead = f"{corner}{across}" if title else corner
    shown = f" {title} " if title else ""
    room = width - cell_len(lead) - cell_len(shown) - 2
    aside = f" {aside} " if aside and cell_len(aside) + 3 <= room else ""
    tail = f"{across}{strokes.top_right}" if aside else strokes.top_right
    between = width - cell_len(lead) - cell_len(shown) - cell_len(aside) - cell_len(tail)
    return Top(lead, shown, across * between, aside, tail)


def bottom(width: int, strokes: Strokes) -> str:
    """The lower edge."""
    return f"{strokes.bottom_left}{strokes.across * (width - 2)}{strokes.bottom_right}"
