"""Going to a person by name on Today, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records.ids import PersonId
from widgets.follow_ups import FollowUps
from widgets.prose import Prose

if TYPE_CHECKING:
    from tui.screens.today import Today


def go_to(screen: Today, person: PersonId) -> None:
    """To their cell where verbs are about the heat, else to their row, else to the detail alone."""
    screen.visited = None
    if not (screen.heat.chosen and screen.heat.go_to(person)):
        rows = screen.query_one(FollowUps)
        if any(rows.go_to(id) for id in screen.row_ids(person)):
            screen.show_pane(rows)
        else:
            screen.visited = person
            screen.show_pane(screen.query_one(Prose))
    screen.draw_detail()


def leave(screen: Today) -> None:
    """Back to where the cursor is."""
    screen.visited = None
    screen.show_pane(screen.chooser)
    screen.draw_detail()
