"""Notes of several lines, written in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.words.message import Problem
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.screens.veil import Veil
from widgets.line import Glyphs, shown
from widgets.safe_text import content
from widgets.safe_text_area import SafeTextArea


class Notes(ModalScreen[str | None]):
    """Esc closes and gives the text back; None where nothing was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+g", "outside", show=False, priority=True),
        Binding("tab,shift+tab", "stay", show=False),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        words: Words,
        keys: Keys,
        outside: Callable[[str], str],
        glyphs: Glyphs,
        *,
        typed: str = "",
        begun: str = "",
        keep: Callable[[str], None] | None = None,
        at_once: bool = False,
    ) -> None:
        """Make ready.

        Args:
            title: whose, and what.
            text: as it is saved.
            words: the language.
            keys: for the curtain's.
            outside: lets a text be written in the user's editor.
            glyphs: those the terminal lacks.
            typed: what was typed before and not saved.
            begun: what was typed to open it.
            keep: keeps a draft of what is typed; an empty text lets it go.
            at_once: whether the user's editor opens without waiting for its key.
        """
        super().__init__(classes="-ascii" if glyphs else None)
        self._glyphs = glyphs
        self._title = title
        self._before = text
        self._typed = typed
        self._begun = begun
        self._words = words
        self._keys = keys
        self._outside = outside
        self._keep = keep
        self._at_once = at_once

    def compose(self) -> ComposeResult:
        """The title, the text, what the keys do."""
        with Vertical():
            yield Static(self._shown(self._title, "bold"), classes="notes--title", markup=False)
            yield SafeTextArea(self._typed or self._before)
            hint = "notes.restored" if self._typed else "notes.hint"
            yield Static(self._shown(self._words.say(hint)), classes="notes--hint", markup=False)
            aside = self._shown(self._words.say("notes.aside"))
            yield Static(aside, classes="notes--keys", markup=False)

    def _shown(self, text: str, style: str = "") -> Content:
        return content(shown(text, self._glyphs), style)

    def on_mount(self) -> None:
        """Go on behind what is written."""
        area = self.query_one(SafeTextArea)
        area.focus()
        area.to_end()
        if self._begun:
            area.insert(self._begun)
        self.watch(self.app, "curtain", self._veiled)
        if self._at_once:
            self.call_after_refresh(self.action_outside)

    def _veiled(self, curtain: bool) -> None:
        if curtain and self.is_current:
            self.app.push_screen(Veil(self._words, self._keys))

    @property
    def text(self) -> str:
        """As it stands there."""
        areas = self.query(SafeTextArea)
        return areas.first().text if areas else self._typed or self._before

    def keep_draft(self) -> None:
        """Keep what is typed."""
        if self._keep is not None:
            self._keep("" if self._same(self.text) else self.text)

    def _same(self, text: str) -> bool:
        return text.strip() == self._before.strip()

    def action_close(self) -> None:
        """Done writing."""
        self._end(self.text)

    def _end(self, text: str) -> None:
        self.dismiss(None if self._same(text) else text)

    def action_outside(self) -> None:
        """Go on in the user's editor; what is saved there is the text."""
        try:
            text = self._outside(self.text)
        except Problem as problem:
            hint = self.query_one(".notes--hint", Static)
            hint.add_class("-amiss")
            hint.update(self._shown(self._words.tell(problem.message)))
            return
        self._end(text)

    def action_stay(self) -> None:
        """There is nowhere else to go."""
