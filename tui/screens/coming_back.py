"""After something is taken back the cursor goes to the row that has come back with it."""

from __future__ import annotations

from typing import Any

from widgets.line_list import LineList


class ComingBack:
    """Waits for rows that were not there when a change was taken back."""

    def __init__(self) -> None:
        """Nothing is expected yet."""
        self._before: frozenset[str] | None = None

    def expect(self, list: LineList[Any]) -> None:
        """A change is being taken back: what is not in the list now comes back with it."""
        self._before = frozenset(list.ids)

    def forget(self) -> None:
        """Another key was pressed: the cursor stays where it is."""
        self._before = None

    def arrived(self, list: LineList[Any]) -> None:
        """Other rows are shown: go to the first of those that came back, if any did."""
        if self._before is None:
            return
        key = next((each for each in list.ids if each not in self._before), None)
        if key is not None:
            self._before = None
            list.go_to(key)
