"""The pane of the week's time: a meter for each kind against the budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from rich.cells import cell_len

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
    """What an even pace has spent by the end of the day; None draws no mark."""
    text: str
    """Beside the bar: "0:30 of 0:40"."""
    over: str = ""
    """Beyond the band around the target: a word for it; the bar before it ends in an arrow."""
    resting: bool = False
    """An empty bar is drawn though nothing is meant: in a week of pause."""


LABEL_CELLS = 13

MARKED_FROM = 2
"""Lines from which it is said how many meters have no room."""

Rest = Callable[[int], str]
"""The sentence for so many meters that have no room: "+2 more, 6 shows them"."""


def _unsaid(count: int) -> str:
    return f"+{count}"


BEYOND = "▶"
"""The end of a bar whose target is passed."""


def meter_line(meter: Meter, width: int, label_cells: int = LABEL_CELLS) -> Line:
    """One meter in a width; the text keeps its room, the bar takes the rest."""
    drawn = meter.target or meter.resting
    room = width - label_cells - len(meter.text) - 2
    tone: Tone = "attention" if meter.over else "done"
    word = f" {meter.over}" if meter.over else ""
    cells = room - cell_len(word)
    pieces = bar(cells, meter.spent, meter.target, meter.pace, tone=tone) if drawn else []
    if meter.over:
        full = "".join(piece.text for piece in pieces)
        pieces = [Piece(f"{full[:-1]}{BEYOND}" if full else "", tone), Piece(word, tone)]
    return Line((Piece(pad_to(meter.label, label_cells)), *pieces), (Piece(meter.text, "dim"),))


def fitting(meters: Sequence[Meter], height: int) -> tuple[Meter | int, ...]:
    """The meters of so many lines; in place of those left out their number, above the last one.

    The last is the week's own and always stays; of the others those with most minutes do.
    """
    if len(meters) <= height:
        return tuple(meters)
    *kinds, whole = meters
    if height < MARKED_FROM:
        return (whole,)[: max(0, height)]
    room = height - 2
    most = sorted(range(len(kinds)), key=lambda place: (-kinds[place].spent, place))[:room]
    return (*(kinds[place] for place in sorted(most)), len(kinds) - room, whole)


class Week(Sheet):
    """Meters under each other."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make an empty pane."""
        super().__init__(id=id, classes=classes)
        self._meters: tuple[Meter, ...] = ()
        self._rest: Rest = _unsaid

    def show(self, meters: tuple[Meter, ...], rest: Rest = _unsaid) -> None:
        """Show other figures; repaints the lines that changed.

        Args:
            meters: the kinds, and the whole week last.
            rest: tells how many have no room.
        """
        self._rest = rest
        before, self._meters = fitting(self._meters, self.inner_height), meters
        after = fitting(meters, self.inner_height)
        for y in range(max(len(before), len(after))):
            if before[y : y + 1] != after[y : y + 1]:
                self.refresh_inner(y)

    def line_at(self, y: int) -> Line:
        """The meter of a line, or how many have none."""
        shown = fitting(self._meters, self.inner_height)
        if y >= len(shown):
            return BLANK
        here = shown[y]
        if isinstance(here, int):
            return Line((Piece(" "), Piece(self._rest(here), "dim")))
        inside = meter_line(here, self.inner_width - 2)
        return Line((Piece(" "), *inside.left), (*inside.right, Piece(" ")))
