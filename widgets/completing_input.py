"""A field that shows how what is typed may go on; Right at the end takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.actions import SkipAction
from textual.suggester import Suggester

from widgets.line import Glyphs, shown
from widgets.safe_input import SafeInput

ARROW = " → "
"""Before a completion that does not begin as what is typed: another word of it does."""


class Completion(NamedTuple):
    """What a text may become."""

    text: str
    """The whole line, once it is taken."""
    ahead: str
    """What is shown behind the cursor until then."""


Complete = Callable[[str], Completion | None]


class _Ahead(Suggester):
    """Hands Textual's field the line with what is shown behind it."""

    def __init__(self, complete: Complete, glyphs: Glyphs) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self._glyphs = glyphs

    async def get_suggestion(self, value: str) -> str | None:
        """The line and what would follow, harmless to show."""
        found = self._complete(value)
        return None if found is None else f"{value}{shown(found.ahead, self._glyphs)}"


class CompletingInput(SafeInput):
    """Tab is left to the form, which goes on to the next line with it."""

    def __init__(
        self, value: str, complete: Complete, *, glyphs: Glyphs, id: str | None = None
    ) -> None:
        """Make a field that completes what `complete` knows."""
        super().__init__(value, id=id)
        self._complete = complete
        self.suggester = _Ahead(complete, glyphs)

    def action_cursor_right(self, select: bool = False) -> None:
        """One to the right; at the end what is shown there is taken."""
        if select or self.cursor_position < len(self.value):
            super().action_cursor_right(select)
            return
        # What stood there before is not completed until it is another: nothing is shown behind it.
        found = self._complete(self.value) if self._suggestion else None
        if found is None:
            raise SkipAction
        self.value = found.text
        self.cursor_position = len(self.value)
