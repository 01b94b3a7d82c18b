"""What was copied, in full: where the clipboard is out of reach it is selected by hand."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.requests import Request
from tui.screens.veil import LIFT, Veil
from widgets.line import Glyphs, shown
from widgets.safe_text import content, guard_lines


class CopyBox(ModalScreen[None]):
    """Any key of leaving closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,y,o", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding(",".join(LIFT.keys), "flip_curtain", show=False, id=LIFT.id),
    ]

    def __init__(
        self, text: str, words: Words, keys: Keys, glyphs: Glyphs, *, in_tmux: bool
    ) -> None:
        """Make ready.

        Args:
            text: what was copied.
            words: the language.
            keys: for the curtain's.
            glyphs: those the terminal lacks.
            in_tmux: whether tmux stands between, which may keep the text to itself.
        """
        super().__init__(classes="-ascii" if glyphs else None)
        self._glyphs = glyphs
        self._text = text
        self._words = words
        self._keys = keys
        self._in_tmux = in_tmux

    def compose(self) -> ComposeResult:
        """What was done, the text, how to leave."""
        lines = [content(line) for line in guard_lines(self._text)]
        with Vertical():
            title = self._words.say("copy.done")
            yield Static(content(title, "bold"), classes="copy--title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join(lines), classes="copy--text", markup=False)
            hint = "copy.in_tmux" if self._in_tmux else "copy.by_hand"
            said = shown(self._words.say(hint), self._glyphs)
            yield Static(content(said), classes="copy--hint", markup=False)

    def on_mount(self) -> None:
        """Covered behind the curtain."""
        self.watch(self.app, "curtain", self._veiled)

    def action_flip_curtain(self) -> None:
        """Draw it over what stands here."""
        self.post_message(Request("curtain"))

    def _veiled(self, curtain: bool) -> None:
        if curtain and self.is_current:
            self.app.push_screen(Veil(self._words, self._keys))

    def action_scroll(self, by: int) -> None:
        """So many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
