"""A field that says behind the cursor how what is typed is read."""

from __future__ import annotations

from collections.abc import Callable

from textual.suggester import Suggester

from widgets.completing_input import ARROW
from widgets.line import Glyphs, shown
from widgets.safe_input import SafeInput

Read = Callable[[str], str]
"""Gives the reading in words; empty where there is nothing to say."""


class _Behind(Suggester):
    """Hands Textual's field the line with its reading behind it."""

    def __init__(self, read: Read, glyphs: Glyphs) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._read = read
        self._glyphs = glyphs

    async def get_suggestion(self, value: str) -> str | None:
        """The line and its reading, harmless to show."""
        read = self._read(value)
        return f"{value}{shown(f'{ARROW}{read}', self._glyphs)}" if read else None


class EchoingInput(SafeInput):
    """The reading is never taken over into the field."""

    def __init__(self, value: str, read: Read, *, glyphs: Glyphs, id: str | None = None) -> None:
        """Make a field whose reading `read` tells."""
        super().__init__(value, id=id)
        self.suggester = _Behind(read, glyphs)
