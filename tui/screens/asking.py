"""What the screens that ask have in common: one pane in the middle, few keys, no dashboard."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import var
from textual.widgets import Static

from store.words import dates
from tui.commands.command import Pane, Situation
from tui.commands.command import Place as PlaceName
from tui.screens.place import Answer, Place
from tui.shape import shape_of
from tui.writer import Fresh
from widgets.ask_line import AskLine, Question
from widgets.foot import Foot
from widgets.header import Header
from widgets.paragraph import Paragraph, laid_out
from widgets.prose import Prose
from widgets.sheet import Sheet

WIDEST = 78
"""Cells of the pane at most, as `asking.tcss` says too: longer lines are hard to read."""


class Asking(Place, inherit_bindings=False):
    """One pane of text, the foot, and a line to type in."""

    PLACE: PlaceName

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)

    def body(self) -> Sheet:
        """The pane; text unless a subclass has another."""
        return Prose()

    def compose(self) -> ComposeResult:
        """Header, the pane, foot."""
        yield Header()
        with Container(id="asking"):
            yield self.body()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Give the pane the focus and draw."""
        super().on_mount()
        self.pane.focus()
        self._draw()
        self.begin()

    def begin(self) -> None:
        """Ask the first thing; for subclasses."""

    @property
    def pane(self) -> Sheet:
        """The pane in the middle."""
        return self.query_one("#asking").query_one(Sheet)

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        raise NotImplementedError

    def situation(self) -> Situation:
        """Nobody is under a cursor here."""
        return Situation(place=self.PLACE, pane=self.pane_name)

    def draw(self) -> None:
        """Fill the pane; for subclasses."""
        raise NotImplementedError

    def show(self, paragraphs: tuple[Paragraph, ...], least: int = 0) -> None:
        """Show text in a pane as high as it needs, so many lines at least."""
        prose = self.query_one(Prose)
        framed = 2 if prose.framed else 1
        room = max(1, self.app.size.height - len((Header, Foot)) - framed)
        width = max(1, min(self.app.size.width, WIDEST) - framed - 2)
        lines = len(laid_out(paragraphs, width, 10**6))
        prose.styles.height = min(max(lines, least), room) + framed
        prose.show(paragraphs)

    def _draw(self) -> None:
        if self.is_mounted:
            self.pane.framed = shape_of(self.app.size) != "phone"
            if self.fresh is not None:
                day = dates.header_day(self.fresh.today, self.words.language)
                self.query_one(Header).day = day
            self.draw()
            self.show_footer()

    def ask(self, question: Question, answer: Answer) -> None:
        """Ask one line; the pane has the focus afterwards."""
        super().ask(question, answer)
        self._before_asking = self.pane

    def watch_fresh(self) -> None:
        """Other data."""
        self._draw()

    def watch_curtain(self) -> None:
        """Names come or go."""
        self._draw()

    def on_resize(self) -> None:
        """Another size."""
        self._draw()
