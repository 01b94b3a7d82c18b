"""How high the panes of one person are: each as it needs, the card before all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.geometry import Size
from textual.screen import Screen

from tui.screens.person_arrangement import (
    PersonPane,
    fits_one,
    inner_cells,
    notes_aside,
    widget_id,
)
from tui.shape import shape_of
from widgets.paragraph import Paragraph, lines_needed
from widgets.sheet import Sheet

FRAME = 2
AROUND = 2
"""Lines of the screen that no pane has: the header and the foot."""

LEAST: Mapping[PersonPane, int] = {"card": 4, "ground": 2, "between": 3, "notes": 3}
"""Lines of text that a pane has whatever others need."""

TIMELINE_LEAST = 14
"""Lines of the timeline, as long as notes below it need more."""

MOST = 200
"""Lines that are counted of a text; no screen is higher."""

Texts = Mapping[PersonPane, tuple[Paragraph, ...]]


def set_heights(screen: Screen[None], texts: Texts, *, alone: bool) -> None:
    """Give panes their heights; where one stands alone it has all the room.

    Args:
        screen: holds the panes.
        texts: what stands in each.
        alone: whether one pane has all the room.
    """
    size = screen.app.size
    if alone or fits_one(size):
        for sheet in screen.query("#panes Prose").results(Sheet):
            sheet.styles.height = None
        screen.query_one("#below").styles.height = None
        return
    left: list[PersonPane] = ["card", "ground", "between"]
    if notes_aside(size):
        left.append("notes")
    room = size.height - AROUND
    needs = [_needs(texts[pane], inner_cells(pane, size, alone=alone)) for pane in left]
    heights = shares(needs, [LEAST[pane] for pane in left], room - FRAME * len(left))
    for pane, lines in zip(left, heights, strict=True):
        _sheet(screen, pane, size).styles.height = lines + FRAME
    _below(screen, texts, size, room)


def _below(screen: Screen[None], texts: Texts, size: Size, room: int) -> None:
    """The year as it needs, and the notes with it, or as high as the timeline can spare."""
    year = _needs(texts["year"], inner_cells("year", size, alone=False))[1] + FRAME
    notes = _needs(texts["notes"], inner_cells("notes", size, alone=False))[1] + FRAME
    spare = room - TIMELINE_LEAST - FRAME
    below = screen.query_one("#below")
    if shape_of(size) == "wide":
        # Beside each other: as high as the higher one, the year being whole in any case.
        for pane in ("notes", "year"):
            screen.query_one(f"#{pane}").styles.height = None
        below.styles.height = max(year, min(notes, spare))
        return
    below.styles.height = None
    _sheet(screen, "year", size).styles.height = year
    if not notes_aside(size):
        least = LEAST["notes"] + FRAME
        _sheet(screen, "notes", size).styles.height = max(least, min(notes, spare - year))


def _sheet(screen: Screen[None], pane: PersonPane, size: Size) -> Sheet:
    return screen.query_one(f"#{widget_id(pane, size, alone=False)}", Sheet)


def _needs(paragraphs: Iterable[Paragraph], cells: int) -> tuple[int, int]:
    """Lines without the empty ones, and with them."""
    return lines_needed(paragraphs, cells, MOST)


def shares(needs: Sequence[tuple[int, int]], least: Sequence[int], room: int) -> list[int]:
    """Lines for each of several panes, which together take all the room.

    Each has the least, as far as it needs that; then the first what it needs, then the second;
    blank lines come after all text. What is left over is the last one's.

    Args:
        needs: lines without the empty ones, and with them.
        least: lines that each has whatever others need.
        room: lines in all.
    """
    got = [min(lowest, need[1]) for lowest, need in zip(least, needs, strict=True)]
    left = room - sum(got)
    for form in (0, 1):
        for number, need in enumerate(needs):
            more = max(0, min(left, need[form] - got[number]))
            got[number] += more
            left -= more
    got[-1] = max(1, got[-1] + left)
    return got
