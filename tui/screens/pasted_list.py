"""A place for a list that is typed or pasted: names, addresses, a card, rows of a table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.screens.veil import Veil
from widgets.line import Glyphs, shown
from widgets.safe_text import content
from widgets.safe_text_area import SafeTextArea


class PastedList(ModalScreen[str | None]):
    """Esc closes and has it read; nothing of it closes alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+v", "stay", show=False, priority=True),
        Binding("tab,shift+tab", "stay", show=False),
    ]

    def __init__(self, text: str, words: Words, keys: Keys, glyphs: Glyphs) -> None:
        """Make ready.

        Args:
            text: what stands there at first.
            words: the language.
            keys: for the curtain's.
            glyphs: what the terminal lacks.
        """
        super().__init__(classes="-ascii" if glyphs else None)
        self._text = text
        self._words = words
        self._keys = keys
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """What goes here, the text, what the keys do."""
        words = self._words
        with Vertical():
            title = self._shown(words.say("pasted.title"), "bold")
            yield Static(title, classes="pasted--title", markup=False)
            yield Static(
                self._shown(words.say("pasted.hint")), classes="pasted--hint", markup=False
            )
            yield SafeTextArea(self._text)
            yield Static(
                self._shown(words.say("pasted.keys")), classes="pasted--keys", markup=False
            )

    def _shown(self, text: str, style: str = "") -> Content:
        return content(shown(text, self._glyphs), style)

    def on_mount(self) -> None:
        """Go on behind what stands there."""
        area = self.query_one(SafeTextArea)
        area.focus()
        area.to_end()
        self.watch(self.app, "curtain", self._veiled)

    def _veiled(self, curtain: bool) -> None:
        if curtain and self.is_current:
            self.app.push_screen(Veil(self._words, self._keys))

    def action_close(self) -> None:
        """Done."""
        self.dismiss(self.query_one(SafeTextArea).text)

    def action_stay(self) -> None:
        """There is nowhere else to go; the terminal itself pastes."""
