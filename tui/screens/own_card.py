"""The user's own card, to be read: what opens doors, and what would open more."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import var

from store.views.own_card import own_card
from store.views.own_card_text import OwnText, own_card_text
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.phrasing.curtain import name_shown
from tui.phrasing.labelled_lines import aligned
from tui.requests import EditingWanted
from tui.screens.reading import Reading
from tui.writer import Fresh
from widgets.foot import Verb
from widgets.line import Glyphs, Piece
from widgets.paragraph import SPACE, Paragraph

EDIT = BY_ID["person.edit"]


class OwnCardPage(Reading):
    """The key that edits a card edits this one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(EDIT.keys), "edit", show=False, id=EDIT.id),
    ]

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)

    def __init__(self, words: Words, keys: Keys, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, glyphs)
        self._key = keys.shown(EDIT)

    def foot_verbs(self, keys: Keys) -> tuple[Verb, ...]:
        """The one that edits it."""
        return (Verb(keys.shown(EDIT), self.words.say(EDIT.label)),)

    def watch_fresh(self) -> None:
        """Other data."""
        if self.is_mounted:
            self.draw()

    def title_shown(self) -> str:
        """The user's name."""
        name = self.fresh.snapshot.me.name if self.fresh is not None else ""
        if not name:
            return self.words.say("me.title")
        return self.words.say("me.title_of", name=name_shown(name, self.curtain))

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is on it; where it is empty one sentence."""
        fresh, words = self.fresh, self.words
        if fresh is None:
            return ()
        card = own_card(fresh.snapshot)
        if card.empty:
            return (Paragraph(words.say("me.empty", key=self._key), "dim"),)
        told = own_card_text(card, words, fresh.today)
        bare = (each.text for each in told if each.kind == "text" and not each.label)
        return (
            *(Paragraph(text) for text in bare),
            *aligned([(each.label, each.text) for each in told if each.label]),
            *(part for each in told for part in _missing(each)),
        )

    def action_edit(self) -> None:
        """Open its form."""
        self.post_message(EditingWanted("me"))


def _missing(told: OwnText) -> tuple[Paragraph, ...]:
    if told.kind == "head":
        return (SPACE, Paragraph(told.text, "strong"))
    if told.kind == "missing":
        return (Paragraph(told.text, "dim", lead=(Piece("· ", "dim"),)),)
    return ()
