"""Whom a verb on Today is about, and in which form the detail tells of them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Size

from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.views.today import TodayRow, rows_of_person
from tui.screens.side_panes import DetailForm
from tui.screens.targets import Targets, people_of_rows
from tui.screens.today_arrangement import detail_cells
from tui.writer import Fresh
from widgets.follow_ups import FollowUps

PICTURES_FROM = Size(160, 40)
"""A screen on which the detail beside the list has room for the pictures of a tie."""

MORE_FROM_LINES = 40
"""Lines of a screen from which the detail beside the whole heat tells how to begin, too."""


def visited(person: PersonId, fresh: Fresh) -> Targets:
    """Somebody gone to, with their first row where they have one that can wait."""
    row = next(rows_of_person(fresh.ties, person), None)
    rows = () if row is None else (row,)
    return Targets(rows=rows, people=(fresh.snapshot.people[person],))


def listed(pane: FollowUps, rows: Mapping[str, TodayRow], snapshot: Snapshot) -> Targets:
    """The marked rows, or the one under the cursor."""
    marked = (row.id for row in pane.marked_rows if row.id is not None)
    found = tuple(rows[id] for id in marked if id in rows)
    then = pane.key_after if not pane.marks else None
    return Targets(rows=found, people=people_of_rows(found, snapshot), then=then)


def form_of(
    size: Size,
    *,
    arithmetic: bool,
    alone: bool,
    whole: bool,
    inside: tuple[str, str] | None = None,
) -> DetailForm:
    """In which form the detail is told.

    Args:
        size: of the screen.
        arithmetic: whether it is to give the figures.
        alone: whether it has the screen.
        whole: whether it stands beside the whole heat.
        inside: in a session, why the row is in.
    """
    room = size.width >= PICTURES_FROM.width and size.height >= PICTURES_FROM.height
    return DetailForm(
        arithmetic=arithmetic,
        tie=whole,
        why=not whole or size.height >= MORE_FROM_LINES,
        pictures=whole or alone or room,
        cells=detail_cells(size, alone=alone, whole=whole),
        inside=inside,
    )
