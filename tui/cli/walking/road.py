"""What the walk goes along: its stops, and what is said before the first and after the last."""

from __future__ import annotations

from typing import Protocol

from tui.cli.walking.route import Route, Stop


class Road(Protocol):
    """A list of people, worked out anew whenever the data have changed."""

    def stops(self) -> tuple[Stop, ...]:
        """Those there are now, in their order."""

    def opening(self) -> tuple[str, ...]:
        """Paragraphs before the first."""

    def closing(self, *, any_left: bool) -> tuple[str, ...]:
        """Paragraphs after the last.

        Args:
            any_left: whether there are stops that were passed without an act.
        """

    def leaving(self) -> tuple[str, ...]:
        """Paragraphs where the walk is left before its end."""

    def further(self, route: Route) -> Route | None:
        """Where Enter leads after the last stop; None where it ends the walk."""
