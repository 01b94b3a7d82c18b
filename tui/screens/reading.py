"""Something to read on the whole screen: scrolled through, never changed; the curtain covers it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import ModalScreen

from store.words.words import Words
from tui.commands.registry import BY_ID
from tui.requests import Request
from tui.shape import shape_of
from widgets.line import Glyphs
from widgets.paragraph import Paragraph
from widgets.prose import Prose

CURTAIN = BY_ID["all.curtain"]


class Reading(ModalScreen[None]):
    """Closes with Esc; a subclass says what is read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("j,J,down", "scroll_by(1)", show=False),
        Binding("k,K,up", "scroll_by(-1)", show=False),
        Binding("ctrl+d,pagedown,space", "page(1)", show=False),
        Binding("ctrl+u,pageup", "page(-1)", show=False),
        Binding("g,home", "scroll_by(-1000000)", show=False),
        Binding("G,end", "scroll_by(1000000)", show=False),
        Binding(",".join(CURTAIN.keys), "flip_curtain", show=False, id=CURTAIN.id),
    ]

    curtain: var[bool] = var(False, init=False)

    def __init__(self, words: Words, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__()
        self.words = words
        self._glyphs = glyphs

    def title_shown(self) -> str:
        """The title, with initials alone behind the curtain."""
        raise NotImplementedError

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All of it, when the curtain is up."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Prose()

    def on_mount(self) -> None:
        """Show all of it, from the beginning."""
        pane = self.query_one(Prose)
        pane.glyphs = self._glyphs
        pane.aside = self.words.say("tui.reading.close")
        pane.focus()
        self.draw()

    def on_resize(self) -> None:
        """On a phone the title is a line of its own."""
        self.query_one(Prose).framed = shape_of(self.app.size) != "phone"

    def watch_curtain(self) -> None:
        """Cover it, or show it again."""
        if self.is_mounted:
            self.draw()

    def draw(self) -> None:
        """Show it as it is now."""
        pane, words = self.query_one(Prose), self.words
        pane.title = self.title_shown()
        if self.curtain:
            pane.show((Paragraph(words.say("pane.why.curtain"), "dim"),))
        else:
            pane.show(self.paragraphs())

    def action_scroll_by(self, by: int) -> None:
        """So many lines."""
        self.query_one(Prose).scroll_text(by)

    def action_page(self, by: int) -> None:
        """Half a page."""
        pane = self.query_one(Prose)
        pane.scroll_text(by * max(1, pane.inner_height // 2))

    def action_flip_curtain(self) -> None:
        """Draw the curtain, or lift it."""
        self.post_message(Request("curtain"))
