"""A text of several lines as one line of a form: its beginning, and how many lines there are."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.words.width import cut
from widgets.line import Glyphs, shown
from widgets.safe_text import content, guard_lines


class TextLine(Widget, can_focus=True):
    """Enter opens it, and so does whatever is typed or pasted there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    value: reactive[str] = reactive("")

    class Opened(Message):
        """The text is to be written in place."""

        def __init__(self, line: TextLine, typed: str = "") -> None:
            """Say which, and what was typed to open it."""
            super().__init__()
            self.line = line
            self.typed = typed

    def __init__(self, value: str, empty: str, *, glyphs: Glyphs, id: str | None = None) -> None:
        """Make a line.

        Args:
            value: the text.
            empty: what is shown where there is none.
            glyphs: those the terminal lacks.
            id: of the widget.
        """
        super().__init__(id=id)
        self.set_reactive(TextLine.value, value)
        self._empty = empty
        self._glyphs = glyphs

    def render(self) -> Content:
        """The first line that holds anything, and how many others do."""
        lines = [line.strip() for line in guard_lines(self.value) if line.strip()]
        if not lines:
            return content(self._empty, "dim")
        more = f" +{len(lines) - 1}" if len(lines) > 1 else ""
        first = cut(lines[0], max(1, self.size.width - len(more)))
        return Content.assemble(content(shown(first, self._glyphs)), (more, "dim"))

    def on_key(self, event: events.Key) -> None:
        """A letter begins to write."""
        if event.is_printable and event.character is not None:
            event.stop()
            self.post_message(self.Opened(self, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """So does a text."""
        event.stop()
        self.post_message(self.Opened(self, event.text))

    def action_open(self) -> None:
        """Enter."""
        self.post_message(self.Opened(self))
