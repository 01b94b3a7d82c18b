"""The keys that walk through one list, for screens that hold nothing else to walk in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol


class Walked(Protocol):
    """A pane with rows and a cursor."""

    def move(self, by: int) -> None:
        """So many rows down, or up."""

    def page(self, direction: int) -> None:
        """Half a page down, or up."""

    def to_end(self, last: bool) -> None:
        """To the last row, or the first."""


def list_walk(pane: Walked) -> Mapping[str, Callable[[], None]]:
    """Command to deed."""
    return {
        "go.down": partial(pane.move, 1),
        "go.up": partial(pane.move, -1),
        "go.page_down": partial(pane.page, 1),
        "go.page_up": partial(pane.page, -1),
        "go.first": partial(pane.to_end, False),
        "go.last": partial(pane.to_end, True),
    }
