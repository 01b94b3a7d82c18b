"""A field that takes no control character, whether typed, pasted or set."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input

from widgets.safe_text import guard

COMPACT = "-textual-compact"
"""The class of a field without a border, as Textual sets it (8.2.8)."""


class SafeInput(Input):
    """Textual's field behind the guard; nothing in it is read as markup.

    What stands in it is not selected when it is gone to: one letter would take its place.
    """

    takes_lines = False
    """Whether several lines that are pasted are told of, and not put in as one."""

    class Lines(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            """Say which."""
            super().__init__()
            self.text = text

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Make a field; the cursor stands behind the value.

        Whatever would style the field anew is set without Textual's watchers, which do so before
        it is even mounted: a form of thirty fields opens in half the time.
        """
        super().__init__(
            placeholder=placeholder,
            id=id,
            classes=classes,
            select_on_focus=False,
            validate_on=(),
        )
        self.set_reactive(Input.compact, True)
        self.add_class(COMPACT, update=False)
        self.set_reactive(Input.value, guard(value))
        self.set_reactive(Input.selection, self.selection.cursor(len(self.value)))
        self._initial_value = False

    def on_mount(self) -> None:
        """What is longer than the field is scrolled to its end once it is gone to."""
        self.virtual_size = Size(self.content_width, 1)

    def on_paste(self, event: events.Paste) -> None:
        """Several lines are no text for a field of one, where somebody wants to know of them."""
        if self.takes_lines and len(event.text.strip().splitlines()) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Lines(event.text))

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
