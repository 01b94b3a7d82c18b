"""A field that takes no control character, whether typed, pasted or set."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.widgets import Input

from widgets.safe_text import guard


class SafeInput(Input):
    """Textual's field behind the guard; nothing in it is read as markup."""

    def validate_value(self, value: str) -> str:
        """The text as it may be shown."""
        return guard(value)

    def action_cursor_right(self, select: bool = False) -> None:
        """One to the right; at the end the key is left to whoever completes what is typed."""
        if not select and self.cursor_position >= len(self.value):
            raise SkipAction
        super().action_cursor_right(select)

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert what was typed or pasted, cleaned."""
        super().insert_text_at_cursor(guard(" ".join(text.splitlines()) if "\n" in text else text))
