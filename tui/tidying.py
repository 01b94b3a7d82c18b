"""Puts the files in order while nobody types, in a thread of its own: no key ever waits for it."""

from __future__ import annotations

from textual.app import App

from store.actions.service import Service
from store.words.message import Problem
from tui.writer import Declined

IDLE_SECONDS = 30.0
"""How long nothing has changed before the journal is moved into the data file."""

GROUP = "tidying"


class Tidying:
    """Asks the keeper of the data, when the moment is there."""

    def __init__(self, app: App[int], service: Service) -> None:
        """Bind both; nothing runs yet."""
        self._app = app
        self._service = service
        self._since = 0.0
        self._running = False

    def changed(self, now: float) -> None:
        """Something was written, here or elsewhere; `now` in seconds of the loop."""
        self._since = now

    def look(self, now: float) -> None:
        """Begin where it is due; `now` in seconds of the loop."""
        self._since = self._since or now
        idle = now - self._since > IDLE_SECONDS
        if self._running or not self._service.is_due("idle" if idle else "large"):
            return
        self._running = True
        self._app.run_worker(self._tidy, group=GROUP, thread=True, name=GROUP)

    def _tidy(self) -> None:
        try:
            self._service.tidy("idle")
        except Problem as problem:
            self._app.post_message(Declined(problem))
        finally:
            if self._service.is_due("idle"):
                # Another program has the file open, for instance: not again at once.
                self._since += IDLE_SECONDS
            self._running = False
