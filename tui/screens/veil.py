"""The curtain over a field: what is typed below cannot be read, and is not lost."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.requests import Request
from widgets.safe_text import content

LIFT = BY_ID["all.curtain"]


class Veil(ModalScreen[None]):
    """Goes when the curtain is lifted; the focus below is where it was.

    In a field `!` is a letter, so that the curtain could not be lifted from there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(LIFT.keys), "lift", show=False, id=LIFT.id),
    ]

    def __init__(self, words: Words, keys: Keys) -> None:
        """Make ready."""
        super().__init__()
        self._words = words
        self._key = keys.shown(LIFT)

    def compose(self) -> ComposeResult:
        """One sentence."""
        said = self._words.say("tui.curtain.typing", key=self._key)
        yield Static(content(f" {said}"), markup=False)

    def on_mount(self) -> None:
        """Gone with the curtain, by whatever key it is lifted."""
        self.watch(self.app, "curtain", self._lifted, init=False)

    def _lifted(self, curtain: bool) -> None:
        if not curtain and self.is_current:
            self.dismiss()

    def action_lift(self) -> None:
        """Lift it."""
        self.post_message(Request("curtain"))
