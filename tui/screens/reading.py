"""Something to read on the whole screen: scrolled through, never changed; the curtain covers it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import ModalScreen

from store.records.ids import PersonId
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.commands.registry import BY_ID
from tui.requests import Request
from tui.screens.help import Help
from tui.screens.page_verbs import command_of, page_verbs, way_out
from tui.screens.place import Place
from tui.shape import shape_of
from widgets.foot import Foot, Verb
from widgets.line import Glyphs
from widgets.paragraph import Paragraph
from widgets.prose import Prose

CURTAIN = BY_ID["all.curtain"]


class Reading(ModalScreen[None]):
    """Closes with Esc; a subclass says what is read.

    A verb closes it, too, and is carried out on the one person it is about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", show=False),
        Binding("j,J,down", "scroll_by(1)", show=False),
        Binding("k,K,up", "scroll_by(-1)", show=False),
        Binding("ctrl+d,pagedown,space", "page(1)", show=False),
        Binding("ctrl+u,pageup", "page(-1)", show=False),
        Binding("question_mark,f1", "explain", show=False),
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

    def about(self) -> tuple[PersonId, ...]:
        """Whom it is about, where verbs hold on it."""
        return ()

    def meant(self) -> tuple[PersonId, ...]:
        """Whom the verbs of the screen behind it are about."""
        place = self._place()
        return () if place is None else tuple(PersonId(each.id) for each in place.targets().people)

    def foot_verbs(self, keys: Keys) -> tuple[Verb, ...]:
        """What the footer names besides the way out."""
        return page_verbs(keys, self.words) if self._below() is not None else ()

    def compose(self) -> ComposeResult:
        """One pane, and the line that says how to leave."""
        yield Prose()
        yield Foot()

    def on_mount(self) -> None:
        """Show all of it, from the beginning."""
        pane, foot = self.query_one(Prose), self.query_one(Foot)
        pane.glyphs = foot.glyphs = self._glyphs
        place = self._place()
        if place is not None:
            foot.verbs = self.foot_verbs(place.keys)
            foot.general = way_out(place.keys, self.words)
        pane.focus()
        self.draw()

    def _place(self) -> Place | None:
        """The screen it was opened from."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        return below if isinstance(below, Place) else None

    def _below(self) -> Place | None:
        """The same, where a verb there is about nobody but whom is read of here."""
        place, about = self._place(), self.about()
        if place is None or len(about) != 1:
            return None
        return place if self.meant() == about else None

    def on_key(self, event: events.Key) -> None:
        """A verb for the one person; any other key that does something elsewhere says so."""
        place = self._place()
        command = None if place is None else command_of(event, place.situation().place, place.keys)
        if place is None or command is None or self._bound(event.key):
            return
        event.stop()
        if command.section == "person" and self._below() is place:
            self.dismiss()
            place.call_later(place.run_command, command.id)
            return
        foot = self.query_one(Foot)
        foot.said_tone = "dim"
        close = place.keys.named("escape")
        foot.said = self.words.say("tui.reading.first", close=close, key=place.keys.shown(command))

    def _bound(self, key: str) -> bool:
        """Whether it is a key of the page itself."""
        return key in self._bindings.key_to_bindings

    def action_explain(self) -> None:
        """The keys of the screen behind it, where its verbs are."""
        place = self._place()
        if place is not None:
            here = place.situation().place
            self.app.push_screen(Help(self.words, place.keys, here, self._glyphs))

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
