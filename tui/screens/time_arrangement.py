"""Which panes of the screen of time are shown at a size, and how high and wide they are."""

from __future__ import annotations

from typing import Literal, get_args

from textual.geometry import Size
from textual.screen import Screen

from tui.shape import one_pane, roomy, shape_of
from widgets.column import Column
from widgets.sheet import Sheet
from widgets.slot_list import LEAD
from widgets.twelve_weeks import WeeksShown, lines_of

TimePane = Literal["budget", "slots", "weeks", "timer", "shares"]
PANES: tuple[TimePane, ...] = get_args(TimePane)
"""In the order in which Tab goes through them."""

TOGETHER_FROM_LINES = 22
"""Lines of a screen from which all panes fit."""

LEFT_CELLS, LEFT_CELLS_ROOMY, LEFT_CELLS_WIDE = 29, 30, 46
"""Of the left column, as styled."""

FRAME = 2
"""Lines of a frame; header and footer take as many."""

TIMER_LINES, TIMER_LINES_TALL = 7, 9
"""Of the timer with its frame, as styled."""

TALL_FROM = 30
"""Lines of a screen that is tall, as its classes say."""

SLOTS_LEAST, SLOTS_USUAL = 4, 6
"""Lines of the slots with their frame."""


def fits_one(size: Size) -> bool:
    """Whether only one pane fits at a time."""
    return one_pane(shape_of(size)) or size.height < TOGETHER_FROM_LINES


def pane_named(id: str | None) -> TimePane | None:
    """The pane that a widget shows."""
    return next((pane for pane in PANES if pane == id), None)


def sheet_of(screen: Screen[None], pane: TimePane) -> Sheet:
    """The widget that shows a pane."""
    return screen.query_one(f"#{pane}", Sheet)


def arrange(
    screen: Screen[None],
    here: TimePane,
    *,
    alone: bool,
    kinds: int,
    slots: int,
    weeks: WeeksShown,
) -> None:
    """All panes, or one alone.

    Args:
        screen: holds the panes.
        here: the pane with the focus.
        alone: whether it has all the room.
        kinds: lines of the budget, the whole week not counted.
        slots: rows of the slots.
        weeks: what the pane of twelve weeks tells.
    """
    size = screen.app.size
    framed = shape_of(size) != "phone"
    shown = (here,) if alone else PANES
    for pane in PANES:
        sheet = sheet_of(screen, pane)
        sheet.display = pane in shown
        sheet.framed = framed
        if alone:
            # What is set on a widget itself stands above every stylesheet.
            sheet.styles.height = None
    for name in ("#left", "#right"):
        column = screen.query_one(name, Column)
        column.display = any(sheet.display for sheet in column.query(Sheet).results(Sheet))
    screen.set_class(alone, "-alone")
    if not alone:
        budget, list = heights(size, kinds, slots, weeks)
        sheet_of(screen, "budget").styles.height = budget
        sheet_of(screen, "slots").styles.height = list


def heights(size: Size, kinds: int, slots: int, weeks: WeeksShown) -> tuple[int, int]:
    """Lines of the budget and of the slots; the weeks have the rest of the column.

    What the picture of the weeks leaves empty goes to slots that would find no room.

    Args:
        size: of the screen, on which all panes fit.
        kinds: lines of the budget, the whole week not counted.
        slots: rows of the slots.
        weeks: what the pane of twelve weeks tells.
    """
    room = size.height - FRAME
    most = 8 if room < 26 else 11 if room < 40 else 14
    budget = kinds + 1 + FRAME + (3 if roomy(size) else 0)
    budget = min(budget, room - SLOTS_LEAST - most + 2)
    left = room - budget - min(most, lines_of(weeks, most - FRAME, _right_cells(size)) + FRAME)
    return budget, max(SLOTS_LEAST, min(max(SLOTS_USUAL, slots + FRAME), left))


def share_room(size: Size, *, alone: bool) -> tuple[int, int]:
    """Cells of a line of text in the pane of shares, and its lines."""
    phone = shape_of(size) == "phone"
    lines = size.height - FRAME - (1 if phone else FRAME)
    if not (alone or fits_one(size)):
        lines -= TIMER_LINES if size.height < TALL_FROM else TIMER_LINES_TALL
    return _share_cells(size, alone=alone), lines


def slot_cells(size: Size, *, alone: bool) -> int:
    """Cells of a sentence in the pane of slots, behind the columns of cursor and mark."""
    shape = shape_of(size)
    frame = 0 if shape == "phone" else 2
    if alone or fits_one(size):
        return size.width - frame - LEAD - 1
    return size.width - _left_cells(size) - frame - LEAD - 1


def _right_cells(size: Size) -> int:
    """Cells between the sides of a pane of the right column."""
    return size.width - _left_cells(size) - FRAME


def _left_cells(size: Size) -> int:
    shape = shape_of(size)
    if shape == "wide":
        return LEFT_CELLS_WIDE
    return LEFT_CELLS_ROOMY if shape == "normal" else LEFT_CELLS


def _share_cells(size: Size, *, alone: bool) -> int:
    if alone or fits_one(size):
        return size.width - (2 if shape_of(size) == "phone" else 4)
    return _left_cells(size) - 4
