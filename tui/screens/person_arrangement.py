"""Which panes of the screen of one person are shown at a size, and how wide they are."""

from __future__ import annotations

from typing import Literal, get_args

from textual.geometry import Size
from textual.screen import Screen

from tui.shape import one_pane, shape_of
from widgets.column import Column
from widgets.sheet import Sheet

PersonPane = Literal["timeline", "notes", "year", "card", "ground", "between"]
PANES: tuple[PersonPane, ...] = get_args(PersonPane)
"""In the order in which Tab goes through them."""

SINGLE: tuple[PersonPane, ...] = ("card", "ground", "between", "timeline", "notes", "year")
"""The same where one pane stands alone: who it is comes first."""

LEFT_CELLS, LEFT_CELLS_WIDE = 31, 40
"""Of the left column, as styled."""

YEAR_CELLS_WIDE = 68
"""Of the year beside the notes, as styled."""

TOGETHER_FROM_LINES = 20
"""Lines of a screen from which all panes fit."""

HIGH = 50
"""Lines of a screen on which the year has room for its legend, and the gaps below it."""


def fits_one(size: Size) -> bool:
    """Whether only one pane fits at a time."""
    return one_pane(shape_of(size)) or size.height < TOGETHER_FROM_LINES


def notes_aside(size: Size) -> bool:
    """Whether the notes stand in the left column, so that the timeline is as high as it can be."""
    return shape_of(size) == "compact" and not fits_one(size)


def widget_id(pane: PersonPane, size: Size, *, alone: bool) -> str:
    """The id of the widget that shows a pane; the notes have two places."""
    if pane == "notes" and notes_aside(size) and not alone:
        return "notes-left"
    return pane


def pane_named(id: str | None) -> PersonPane | None:
    """The pane that a widget shows."""
    name = "notes" if id == "notes-left" else id
    return next((pane for pane in PANES if pane == name), None)


def sheet_of(screen: Screen[None], pane: PersonPane, *, alone: bool) -> Sheet:
    """The widget that shows a pane."""
    return screen.query_one(f"#{widget_id(pane, screen.app.size, alone=alone)}", Sheet)


def arrange(screen: Screen[None], here: PersonPane, *, alone: bool) -> None:
    """All panes, or one alone.

    Args:
        screen: holds the panes.
        here: the pane with the focus.
        alone: whether it has all the room.
    """
    size = screen.app.size
    shown = (here,) if alone else PANES
    ids = {widget_id(pane, size, alone=alone) for pane in shown}
    framed = shape_of(size) != "phone"
    for sheet in screen.query("#panes Sheet").results(Sheet):
        sheet.display = sheet.id in ids
        sheet.framed = framed
    # The inner column first: whether the outer one is shown depends on it.
    for name in ("#below", "#left", "#right"):
        column = screen.query_one(name, Column)
        column.display = any(sheet.display for sheet in column.query("Sheet").results(Sheet))
    screen.set_class(alone, "-alone")


def inner_cells(pane: PersonPane, size: Size, *, alone: bool) -> int:
    """Cells of a line of text in a pane; notes and year share the room below a wide timeline."""
    shape = shape_of(size)
    if alone or fits_one(size):
        return size.width - (2 if shape == "phone" else 4)
    wide = shape == "wide"
    left = LEFT_CELLS_WIDE if wide else LEFT_CELLS
    if pane in ("card", "ground", "between") or (pane == "notes" and notes_aside(size)):
        return left - 4
    right = size.width - left
    if wide and pane != "timeline":
        right = YEAR_CELLS_WIDE if pane == "year" else right - YEAR_CELLS_WIDE
    return right - 4


def has_pictures(size: Size, *, alone: bool) -> bool:
    """Whether the year is told with its legend, and the gaps below it."""
    return alone or size.height >= HIGH
