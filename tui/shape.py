"""What fits on a terminal of a size."""

from __future__ import annotations

from typing import Literal

from textual.geometry import Size

Shape = Literal["tiny", "phone", "narrow", "compact", "normal", "wide"]

LEAST_WIDTH, LEAST_HEIGHT = 40, 12

WIDTHS: list[tuple[int, str]] = [
    (0, "-tiny"),
    (40, "-phone"),
    (60, "-narrow"),
    (80, "-compact"),
    (100, "-normal"),
    (160, "-wide"),
]
"""For `Screen.HORIZONTAL_BREAKPOINTS`."""

HEIGHTS: list[tuple[int, str]] = [(0, "-flat"), (12, "-short"), (30, "-tall"), (50, "-high")]
"""For `Screen.VERTICAL_BREAKPOINTS`."""

_BY_WIDTH: list[tuple[int, Shape]] = [
    (160, "wide"),
    (100, "normal"),
    (80, "compact"),
    (60, "narrow"),
    (LEAST_WIDTH, "phone"),
]


def shape_of(size: Size) -> Shape:
    """The shape of a screen."""
    if size.height < LEAST_HEIGHT:
        return "tiny"
    return next((shape for width, shape in _BY_WIDTH if size.width >= width), "tiny")


def one_pane(shape: Shape) -> bool:
    """Whether only one pane fits at a time."""
    return shape in ("phone", "narrow")


def roomy(size: Size) -> bool:
    """Whether there is room for long titles and blank lines."""
    return size.width >= 100 and size.height >= 30


def classes_of(size: Size) -> set[str]:
    """The classes that Textual's breakpoints will set, for a first picture that is right."""
    width = max(each for each in WIDTHS if each[0] <= size.width)[1]
    height = max(each for each in HEIGHTS if each[0] <= size.height)[1]
    return {width, height}
