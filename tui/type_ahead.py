"""Keys that come faster than they are dealt with: each waits for what the one before has done.

Textual hands a key to whatever has the focus when it arrives, and opens a field or a screen later:
of `naime le jazz` in one burst all letters would be commands of the list.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.widgets import Input, TextArea

from tui.commands.going import ROWS
from tui.commands.keymap import action_of
from tui.rest import at_rest, at_rest_but_app, opening

PATIENCE_SECONDS = 0.25
"""How long a key waits at most for the one before: nothing may hang."""

OPENING_SECONDS = 5.0
"""How long at most for a screen that opens: a key for it means nothing before."""

SHORT_TURNS = 100
NAP_SECONDS = 0.002
"""After so many turns of the loop something takes its time, and is left to do so."""

LIGHT = frozenset(map(action_of, ROWS))
"""What changes nothing about whom the next key is for: held keys need not wait."""

Typed = events.Key | events.Paste


@runtime_checkable
class Seeking(Protocol):
    """A screen that looks for what is typed off the event loop."""

    @property
    def seeking(self) -> bool:
        """Whether what it shows is not yet what was asked for."""


class TypeAhead:
    """The keys of an app, one at a time and in order."""

    def __init__(self, app: App[Any], busy: Callable[[], bool]) -> None:
        """Bind the app.

        Args:
            app: whose keys.
            busy: whether something that was asked for is still under way off the event loop.
        """
        self._app = app
        self._busy = busy
        self._waiting: deque[Typed] = deque()
        self._handed: Typed | None = None
        self._feeding: asyncio.Task[None] | None = None
        self._light = False
        """The last key has but moved a cursor."""
        self._in_vain = False
        """What is under way was waited for already; the keys after it do not wait again."""

    @property
    def pending(self) -> bool:
        """Whether keys wait."""
        return self._feeding is not None

    def holds(self, event: Typed) -> bool:
        """Whether a key has to wait; it comes again by itself, and then has not."""
        if event is self._handed:
            self._handed, self._light = None, False
            return False
        if self._feeding is None and (self._light or self._free(event)):
            self._light = False
            return False
        self._waiting.append(event)
        if self._feeding is None:
            self._feeding = asyncio.create_task(self._feed())
        return True

    def ran(self, action: str) -> None:
        """Tell which action a key has run."""
        self._light = action in LIGHT

    def let_go(self) -> None:
        """Forget what waits: it was meant for something that a verb has not opened."""
        self._waiting.clear()

    def close(self) -> None:
        """Let go of all that waits."""
        self.let_go()
        if self._feeding is not None:
            self._feeding.cancel()

    async def _feed(self) -> None:
        try:
            while self._waiting:
                await self._rest(self._waiting[0])
                if self._waiting:
                    self._handed = self._waiting.popleft()
                    self._app.post_message(self._handed)
        finally:
            self._feeding = None

    async def _rest(self, event: Typed) -> None:
        """Wait for what the keys before have set going."""
        began, turns, busy = monotonic(), 0, False
        while self._handed is not None or not self._light:
            held_up = self._held_up(event)
            # What was done elsewhere tells of itself a turn later.
            if not held_up and not busy and at_rest(self._app):
                return
            busy = held_up
            bound = OPENING_SECONDS if opening(self._app) else PATIENCE_SECONDS
            # Where others keep the processor busy there are few turns in much time.
            if turns > SHORT_TURNS and monotonic() - began > bound:
                self._in_vain = held_up
                return
            turns += 1
            await asyncio.sleep(0 if turns < SHORT_TURNS else NAP_SECONDS)

    def _free(self, event: Typed) -> bool:
        """Whether a key that has just come may be taken at once."""
        return at_rest_but_app(self._app) and not self._held_up(event)

    def _held_up(self, event: Typed) -> bool:
        """Whether a key waits for work under way: a letter for a field does not."""
        if not self._busy():
            self._in_vain = False
            return False
        letter = isinstance(event, events.Paste) or event.is_printable
        return not self._in_vain and not (letter and self._typing)

    @property
    def _typing(self) -> bool:
        return isinstance(self._app.focused, Input | TextArea)
