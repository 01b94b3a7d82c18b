"""What of a card is to be copied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from store.views.contact_texts import Copyable, What
from store.words.words import Words
from tui.commands.keymap import TWINS, Keys
from tui.requests import Request
from tui.screens.veil import LIFT, Veil
from widgets.choices import ChoiceRow, Choices
from widgets.line import Glyphs

LABELS: Mapping[What, str] = {
    "email": "copy.email",
    "phone": "copy.phone",
    "link": "copy.link",
    "name_and_email": "copy.name_and_email",
    "card": "copy.card",
}

DIGITS = "123456789"
"""More choices have no key of their own."""


class CopyMenu(ModalScreen[str | None]):
    """A digit or Enter takes one; gives the text, or None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("enter", "take", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding(",".join(LIFT.keys), "flip_curtain", show=False, id=LIFT.id),
    ]

    def __init__(
        self, title: str, offered: tuple[Copyable, ...], words: Words, keys: Keys, glyphs: Glyphs
    ) -> None:
        """Make ready."""
        super().__init__()
        self._title = title
        self._offered = offered
        self._words = words
        self._keys = keys
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The choices, as many lines as there are."""
        with Vertical():
            yield Choices()

    def on_mount(self) -> None:
        """Fill it."""
        labels = {each.what: self._words.say(LABELS[each.what]) for each in self._offered}
        rows = [
            ChoiceRow(
                id=str(place),
                key=DIGITS[place : place + 1] or " ",
                label=labels[each.what],
                detail="" if each.what == "card" else each.text,
            )
            for place, each in enumerate(self._offered)
        ]
        pane = self.query_one(Choices)
        pane.glyphs = self._glyphs
        pane.title = self._title
        pane.label_cells = max(map(len, labels.values()))
        pane.styles.height = len(rows) + 2
        pane.set_rows(rows)
        pane.focus()
        self.watch(self.app, "curtain", self._veiled)

    def action_flip_curtain(self) -> None:
        """Draw it over what stands here."""
        self.post_message(Request("curtain"))

    def _veiled(self, curtain: bool) -> None:
        if curtain and self.is_current:
            self.app.push_screen(Veil(self._words, self._keys))

    def on_key(self, event: events.Key) -> None:
        """A digit, or what an AZERTY keyboard gives for it."""
        typed = event.character or ""
        for place in range(min(len(DIGITS), len(self._offered))):
            if typed in (DIGITS[place], TWINS[DIGITS[place]]):
                event.stop()
                self.dismiss(self._offered[place].text)

    def action_move(self, by: int) -> None:
        """So many lines."""
        self.query_one(Choices).move(by)

    def action_take(self) -> None:
        """The one under the cursor."""
        key = self.query_one(Choices).key
        if key is not None:
            self.dismiss(self._offered[int(key)].text)
