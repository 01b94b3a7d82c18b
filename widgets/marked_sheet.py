"""A pane with a cursor that the wheel moves too, and with marks by id."""

from __future__ import annotations

from typing import ClassVar

from textual import events

from widgets.sheet import Sheet


class MarkedSheet(Sheet):
    """What a list and the heat have in common; where the cursor stands is theirs."""

    WHEEL: ClassVar[int] = 1
    """Rows that one turn of the wheel moves the cursor."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Make a pane in which nothing is marked."""
        super().__init__(id=id, classes=classes)
        self._marks: set[str] = set()

    def move(self, by: int) -> None:
        """Move the cursor by so many rows."""
        raise NotImplementedError

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where this one stands, for readers and magnifiers."""
        raise NotImplementedError

    @property
    def marks(self) -> frozenset[str]:
        """Ids that are marked."""
        return frozenset(self._marks)

    def clear_marks(self) -> bool:
        """Take all marks away; whether there were any."""
        had = bool(self._marks)
        self._marks = set()
        if had:
            self.refresh()
        return had

    def on_focus(self) -> None:
        """Put the terminal's cursor where it belongs."""
        self.place_cursor()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the cursor."""
        event.stop()
        self.move(-self.WHEEL)
