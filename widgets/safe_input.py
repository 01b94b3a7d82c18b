"""A field that takes no control character, whether typed, pasted or set."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.widgets import Input

from widgets.safe_text import guard


class SafeInput(Input):
    """Textual's field behind the guard; nothing in it is read as markup.

    What stands in it is not selected when it is gone to: one letter would take its place.
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """Make a field; the cursor stands behind the value."""
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_position = len(self.value)

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
