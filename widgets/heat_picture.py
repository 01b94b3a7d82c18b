"""What the pane of the heat shows, phrased."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from store.records.kinds import Band
from widgets.heat_grid import Lane


class Told(msgspec.Struct, frozen=True):
    """Who is under the cursor, in a sentence and in brief; both begin with the name."""

    name: str
    long: str
    brief: str


Naming = Callable[[str, int], Told]
"""Names somebody by id, and how many others share the cell."""


class HeatPicture(msgspec.Struct, frozen=True, kw_only=True):
    """All that the pane shows, phrased."""

    lanes: tuple[Lane, ...]
    legend: tuple[tuple[Band, str], ...]
    notes: tuple[tuple[str, str], ...] = ()
    """Label and text of the lines below: who turns thin soon, who is back in touch."""
    apart: tuple[str, ...] = ()
    """Ids of people who are in the heat and have no cell here: the cursor may stay on them."""
    empty: str = ""
    """Said instead where there is nobody."""
    whole: bool = False
    """Whether everybody has a cell of their own."""


NOTHING = HeatPicture(lanes=(), legend=())
