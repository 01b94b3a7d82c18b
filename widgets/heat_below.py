"""What stands below the cells of the heat: legend, lists, and who is under the cursor."""

from __future__ import annotations

from widgets.heat_glyph import legend_lines
from widgets.heat_grid import Grid
from widgets.heat_picture import HeatPicture, Told
from widgets.line import BLANK, Line, Piece
from widgets.wrapping import wrap

TOLD_LINES = 2
"""For who is under the cursor, at most."""

SCROLLED_FROM = 16
"""Lines of a whole heat from which the lists are held below it, though its rows do not all fit."""


def below_rows(picture: HeatPicture, width: int, height: int, told: Told | None) -> list[Line]:
    """Below a whole heat: the legend, and the lists as far as the rows of cells leave room.

    Args:
        picture: what there is.
        width: cells of a line.
        height: lines of the pane.
        told: who is under the cursor, where nothing beside the pane says so.
    """
    if told is not None:
        here = _told(told, width - 2, TOLD_LINES)
        return [*below_rows(picture, width, height - len(here), None), *here]
    legend = legend_lines(picture.legend, width - 2)
    full = [BLANK, *legend]
    for label, text in picture.notes:
        full += [BLANK, Line((Piece(f" {label}", "dim"),))]
        full += [Line((Piece(f"  {each}"),)) for each in wrap(text, max(8, width - 3))]
    rows = len(Grid(picture.lanes, width, 0, whole=True).rows)
    notes = _notes(picture)
    brief = [*legend, *notes]
    tight = [line for line in full if line != BLANK]
    for below in (full, tight, brief, [*legend, *notes[:1]], legend):
        if rows + len(below) <= height:
            return below
    return brief if height >= SCROLLED_FROM else legend[: max(0, height - 1)]


def below_lanes(picture: HeatPicture, width: int, height: int, told: Told | None) -> list[Line]:
    """Below lanes of one row: as much as fits, the nearest first.

    Args:
        picture: what there is.
        width: cells of a line.
        height: lines of the pane.
        told: who is under the cursor, where there is one; they come before legend and lists.
    """
    room = height - len(picture.lanes)
    legend, notes = legend_lines(picture.legend, width - 2), _notes(picture)
    if told is not None:
        here = _told(told, width - 2, room)
        for below in ([BLANK, *legend, BLANK, *notes, BLANK], [BLANK, *legend], legend, []):
            if len(below) + len(here) <= room:
                return [*below, *here]
        return here[: max(0, room)]
    airy = [BLANK, *legend, BLANK, *notes]
    if len(airy) <= room:
        return airy
    tight = [*legend, *notes]
    return [BLANK, *tight] if len(tight) < room else tight[: max(0, room)]


def _told(told: Told, width: int, room: int) -> list[Line]:
    """Who is under the cursor; in brief where the sentence finds no room."""
    most = max(1, min(room, TOLD_LINES))
    lines = wrap(told.long, max(8, width))
    if len(lines) > most:
        lines = wrap(told.brief, max(8, width))[:most] if most > 1 else [told.brief]
    name = told.name if lines[0].startswith(told.name) else ""
    first = (Piece(" "), Piece(name, "strong"), Piece(lines[0][len(name) :]))
    return [Line(first), *(Line((Piece(f" {line}"),)) for line in lines[1:])]


def _notes(picture: HeatPicture) -> list[Line]:
    """The lists, a line each."""
    return [Line((Piece(f" {label}  ", "dim"), Piece(text))) for label, text in picture.notes]
