"""All that is held about one person, to be scrolled through; the curtain covers it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import ModalScreen

from store.actions.resolve import person_named
from store.actions.service import Service
from store.records.ids import PersonId
from store.views.dossier import Dossier
from store.views.dossier_text import dossier_text
from store.words.words import Words
from tui.backups import Backups
from tui.commands.registry import BY_ID
from tui.dossiers import read_dossier
from tui.drafts import Drafts
from tui.phrasing.curtain import name_shown
from tui.phrasing.dossier_paragraphs import dossier_paragraphs
from tui.requests import DossierRead, Request
from tui.shape import shape_of
from widgets.line import Glyphs
from widgets.paragraph import Paragraph
from widgets.prose import Prose

CURTAIN = BY_ID["all.curtain"]


def read_for_screen(
    id: PersonId, backups: Backups | None, drafts: Drafts, service: Service
) -> DossierRead:
    """Read a dossier; for the writer's thread.

    Raises:
        UnknownProblem: where the person is gone by now.
    """
    person = person_named(service.snapshot, id)
    return DossierRead(read_dossier(service, person, backups, drafts))


class DossierScreen(ModalScreen[None]):
    """Closes with Esc; nothing in it can be changed."""

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

    def __init__(self, dossier: Dossier, words: Words, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__()
        self._dossier = dossier
        self._words = words
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Prose()

    def on_mount(self) -> None:
        """Show all of it, from the beginning."""
        pane = self.query_one(Prose)
        pane.glyphs = self._glyphs
        pane.aside = self._words.say("tui.dossier.close")
        pane.focus()
        self._draw()

    def on_resize(self) -> None:
        """On a phone the title is a line of its own."""
        self.query_one(Prose).framed = shape_of(self.app.size) != "phone"

    def watch_curtain(self) -> None:
        """Cover it, or show it again."""
        if self.is_mounted:
            self._draw()

    def _draw(self) -> None:
        pane, words = self.query_one(Prose), self._words
        pane.title = words.say(
            "tui.dossier.title", name=name_shown(self._dossier.person.name, self.curtain)
        )
        if self.curtain:
            pane.show((Paragraph(words.say("pane.why.curtain"), "dim"),))
        else:
            pane.show(dossier_paragraphs(dossier_text(self._dossier, words)))

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
