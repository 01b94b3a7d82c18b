"""Which panes of People are shown at a size, and which has the room."""

from __future__ import annotations

from textual.screen import Screen

from tui.shape import shape_of
from widgets.chips import Chips
from widgets.facet_list import FacetList
from widgets.find_line import FindLine
from widgets.people_list import PeopleList
from widgets.prose import Prose
from widgets.sheet import Sheet

PREVIEW_FROM_LINES = 20
"""Lines of a screen from which there is room for the preview below the list."""


def arrange(screen: Screen[None], here: Sheet, *, alone: bool, chips: bool) -> None:
    """The choices beside the list, the preview below it; or one pane alone.

    Args:
        screen: holds the panes.
        here: the pane with the focus.
        alone: whether it has all the room.
        chips: whether anything was chosen.
    """
    shape = shape_of(screen.app.size)
    people, narrow = screen.query_one(PeopleList), screen.query_one(FacetList)
    glance, finding = screen.query_one(Prose), screen.query_one(FindLine)
    wide = shape in ("normal", "wide")
    low = screen.app.size.height < PREVIEW_FROM_LINES
    narrow.display = here is narrow or (wide and not alone)
    people.display = here is people or not alone
    glance.display = here is glance or not (alone or low)
    screen.query_one("#right").display = people.display or glance.display
    screen.query_one(Chips).display = chips
    screen.set_class(alone, "-alone")
    for pane in (people, narrow, glance, finding):
        pane.framed = shape != "phone"
