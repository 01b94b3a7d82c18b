"""A place for several lines that takes no control character, whether typed, pasted or set."""

from __future__ import annotations

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from store.records.clean import clean_text


def harmless(text: str) -> str:
    """Text of several lines as it may be shown; blanks and line breaks at its ends stay."""
    clean = clean_text(f"|{text}|")
    return clean[1:-1]


class SafeTextArea(TextArea):
    """Textual's editor behind the guard; nothing in it is read as markup."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        """Make a place; the cursor stands behind the text."""
        super().__init__(
            harmless(text),
            id=id,
            soft_wrap=True,
            compact=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )

    def to_end(self) -> None:
        """The cursor behind the last letter."""
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """A change, cleaned."""
        edit.text = harmless(edit.text)
        return super().edit(edit)
