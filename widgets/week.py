"""The pane of the week's time: a meter for each kind against the budget."""

from __future__ import annotations

import msgspec

from widgets.bar import bar
from widgets.line import BLANK, Line, Piece, pad_to
from widgets.sheet import Sheet
from widgets.tone import Tone


class Meter(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes of one kind, or of the week."""

    label: str
    spent: int
    target: int
    """0 where none is set; then no bar is drawn."""
    pace: int | None
    text: str
    """Beside the bar: "0:30 of 0:40"."""
    over: bool = False
    resting: bool = False
    """An empty bar is drawn though nothing is meant: in a week of pause."""


LABEL_CELLS = 13


def meter_line(meter: Meter, width: int, label_cells: int = LABEL_CELLS) -> Line:
    """One meter in a width; the text keeps its room, the bar takes the rest."""
    tone: Tone = "attention" if meter.over else "done"
    room = width - label_cells - len(meter.text) - 2
    drawn = meter.target or meter.resting
    pieces = bar(room, meter.spent, meter.target, meter.pace, tone=tone) if drawn else []
    return Line((Piece(pad_to(meter.label, label_cells)), *pieces), (Piece(meter.text, "dim"),))


class Week(Sheet):
    """Meters under each other."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._meters: tuple[Meter, ...] = ()

    def show(self, meters: tuple[Meter, ...]) -> None:
        """Show other figures; repaints what changed."""
        before, self._meters = self._meters, meters
        for y in range(max(len(before), len(meters))):
            if before[y : y + 1] != meters[y : y + 1]:
                self.refresh_inner(y)

    def line_at(self, y: int) -> Line:
        """The meter of a line; where room is short the week's own, the last, stays."""
        height = self.inner_height
        shown = self._meters
        if height < len(shown):
            shown = (*shown[: max(0, height - 1)], shown[-1])
        if y >= len(shown):
            return BLANK
        inside = meter_line(shown[y], self.inner_width - 2)
        return Line((Piece(" "), *inside.left), (*inside.right, Piece(" ")))
