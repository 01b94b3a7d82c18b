"""Which panes of Today are shown at a size, and which has the room."""

from __future__ import annotations

from textual.geometry import Size
from textual.screen import Screen

from tui.shape import one_pane, shape_of
from widgets.follow_ups import FollowUps
from widgets.heat import Heat
from widgets.prose import Prose
from widgets.sheet import Sheet
from widgets.week import Week

PANES: tuple[type[Sheet], ...] = (FollowUps, Prose, Heat, Week)
"""In the order in which Tab goes through them."""

BELOW_FROM_LINES = 20
"""Lines of a screen from which a whole heat has room for the detail below it."""

BESIDE_FROM_CELLS = 100
"""Cells from which the detail stands beside a whole heat."""

BESIDE_CELLS, BESIDE_CELLS_WIDE = 62, 76
"""Of the detail there, as in the style sheet: for a year of single weeks, and of months apart."""

LEFT_COMPACT, LEFT_LEAST, LEFT_MOST = 44, 46, 70
"""Cells of the left column, as in the style sheet: beside a compact detail, and from there on."""

LEFT_SHARE = 40
"""Of a hundred cells, for the left column between its least and its most."""


def panes_of(screen: Screen[None]) -> list[Sheet]:
    """All panes."""
    return [screen.query_one(kind) for kind in PANES]


def panes_in_turn(screen: Screen[None], *, alone: bool, whole: bool) -> list[Sheet]:
    """The panes that Tab goes through."""
    if whole:
        return [screen.query_one(Heat), screen.query_one(Prose)]
    return [pane for pane in panes_of(screen) if pane.display or alone]


def shares_the_screen(size: Size, *, whole: bool) -> bool:
    """Whether the detail of a tie stands with the whole heat."""
    return whole and size.height >= BELOW_FROM_LINES


def arrange(screen: Screen[None], here: Sheet, *, alone: bool, whole: bool) -> None:
    """Two columns of panes; or one pane alone; or the whole heat with the detail of a tie.

    Args:
        screen: holds the panes.
        here: the pane with the focus.
        alone: whether it has all the room.
        whole: whether the heat has the screen; it shares it with the detail where both fit.
    """
    size = screen.app.size
    shape = shape_of(size)
    both = shares_the_screen(size, whole=whole)
    for pane in panes_of(screen):
        pane.framed = shape != "phone"
        if both:
            pane.display = isinstance(pane, Heat | Prose)
        elif alone or whole:
            pane.display = pane is here
        else:
            pane.display = not (isinstance(pane, Week) and shape == "compact")
    screen.set_class(both, "-heat")
    for side in ("#left", "#right"):
        column = screen.query_one(side)
        column.display = any(pane.display for pane in column.query(Sheet))
        column.set_class((alone or whole) and not both, "-alone")


def left_cells(size: Size) -> int:
    """Cells of the left column, where two stand beside each other."""
    if shape_of(size) == "compact":
        return LEFT_COMPACT
    return max(LEFT_LEAST, min(size.width * LEFT_SHARE // 100, LEFT_MOST))


def detail_cells(size: Size, *, alone: bool, whole: bool) -> int:
    """Cells of a line of the detail, once it is laid out."""
    shape = shape_of(size)
    if whole and size.width >= BESIDE_FROM_CELLS:
        width = BESIDE_CELLS_WIDE if shape == "wide" else BESIDE_CELLS
    elif whole or alone or one_pane(shape):
        width = size.width
    else:
        width = size.width - left_cells(size)
    return width - (2 if shape == "phone" else 4)
