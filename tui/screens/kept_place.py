"""A numbered screen that stays as it was left while others are shown."""

from __future__ import annotations

from tui.screens.verb_place import VerbPlace


class KeptPlace(VerbPlace):
    """Takes in what has changed once it is shown again; a subclass draws."""

    _stale = False

    def draw(self) -> None:
        """Everything, as it is now; may be asked for before there are panes."""
        raise NotImplementedError

    def watch_fresh(self) -> None:
        """New data: drawn at once where the screen is shown."""
        self._stale = not self.is_current
        if not self._stale:
            self.draw()

    def watch_curtain(self, before: bool, now: bool) -> None:
        """Names come or go; at the beginning it is told of though nothing has changed."""
        if now != before:
            self.draw()

    def on_screen_resume(self) -> None:
        """Take in what has changed meanwhile."""
        if self._stale:
            self._stale = False
            self.draw()
