"""Two cards side by side, made one field by field; then whatever screen is below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from store.actions.action import Params
from store.actions.merge import Merge
from store.actions.service import Service
from store.actions.set_apart import SetApart
from store.records.ids import PersonId
from store.rules.united_card import Side
from store.views.two_cards import FieldOfTwo, fields_of_two, stands
from store.words.message import Message, Problem
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.merge_rows import Cards, merge_paragraphs, merge_rows
from tui.screens.asking import Asking
from tui.screens.list_walk import list_walk
from tui.screens.place import Place
from tui.writer import TURN, Job
from widgets.ask_line import AskLine
from widgets.foot import Foot
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.merge_table import MergeTable
from widgets.paragraph import Paragraph
from widgets.prose import Prose

Pair = tuple[PersonId, PersonId]


class Merging(Asking, inherit_bindings=False):
    """Left and right choose, Enter makes one of two, x leaves them two."""

    BINDINGS = bindings_of("merging")
    PLACE = "merging"

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, pair: Pair
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            pair: of which the first card stays.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._pair = pair
        self._handed_in = False
        """Whether something was decided: Enter pressed twice is no second decision."""
        self._sides: dict[str, Side] = {}
        self._fields: tuple[FieldOfTwo, ...] = ()

    def compose(self) -> ComposeResult:
        """The table, and below it the field under the cursor in full."""
        yield Header()
        with Container(id="asking"):
            yield MergeTable()
            yield Prose()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    @property
    def table(self) -> MergeTable:
        """The two cards."""
        return self.query_one(MergeTable)

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "merging"

    # Drawing ----------------------------------------------------------------------------------

    def _cards(self) -> Cards | None:
        if self.fresh is None:
            return None
        one, other = (self.fresh.snapshot.people.get(id) for id in self._pair)
        return None if one is None or other is None else (one, other)

    def draw(self) -> None:
        """Both cards."""
        if self.fresh is None:
            return
        words, snapshot = self.words, self.fresh.snapshot
        self.query_one(Prose).framed = self.table.framed
        self.table.title = words.say("merging.title")
        cards = self._cards()
        if cards is None:
            self.table.show(())
        else:
            self._fields = fields_of_two(snapshot, *cards, words)
            sides = self._sides
            self.table.show(merge_rows(self._fields, cards, snapshot, sides, words, self.curtain))
        self._draw_field()

    def _draw_field(self) -> None:
        prose, cards, fresh = self.query_one(Prose), self._cards(), self.fresh
        if fresh is None or cards is None:
            return
        prose.title = self.words.say("merging.field")
        if self.curtain:
            prose.show((Paragraph(self.words.say("pane.why.curtain"), "dim"),))
            return
        here, words = self._here(), self.words
        prose.show(
            tuple(merge_paragraphs(here, cards, fresh.snapshot, self._sides, fresh.today, words))
        )

    def _here(self) -> FieldOfTwo | None:
        key = self.table.key
        return next((each for each in self._fields if each.field == key), None)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._draw_field()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, choosing, making one, leaving two."""
        table = self.table
        return {
            **super().verbs(),
            "merging.merge": self._merge,
            "merging.left": partial(self._choose, "a"),
            "merging.right": partial(self._choose, "b"),
            "merging.both": partial(self._choose, "both"),
            "twins.apart": self._apart,
            "twins.undo": self._undo,
            "twins.back": self._leave,
            **list_walk(table),
            "go.detail_down": partial(self.query_one(Prose).scroll_text, 1),
            "go.detail_up": partial(self.query_one(Prose).scroll_text, -1),
        }

    def run_command(self, id: str) -> None:
        """What the line at the foot offers comes first, as on every screen."""
        offered = id == "twins.undo" and self._offered is not None
        super().run_command("all.undo" if offered else id)

    def _choose(self, side: Side) -> None:
        """Left and right choose; the other way goes back over both, where both can be."""
        here = self._here()
        if here is None or here.fate == "same":
            self.say(self.words.say("merging.same_already"), "dim")
            return
        if side == "both":
            self._sides.pop(here.field, None)
            if not here.many and here.fate == "differs":
                self.say(self.words.say("merging.one_only"), "dim")
        elif here.many and stands(self._sides, here) not in ("both", side):
            self._sides.pop(here.field, None)
        else:
            self._sides[here.field] = side
        self._draw()

    def _merge(self) -> None:
        a, b = self._pair
        self._hand_in("merge", Merge(a=a, b=b, sides=dict(self._sides)))

    def _apart(self) -> None:
        a, b = self._pair
        self._hand_in("apart", SetApart(a=a, b=b))

    def _hand_in(self, action: str, params: Params) -> None:
        if not self._handed_in and self._cards() is not None:
            self._handed_in = True
            self.submit(Job(run=lambda service: service.perform(action, params), verb=action))

    def _undo(self) -> None:
        self.submit(Job(run=Service.undo, verb=TURN))

    def _leave(self) -> None:
        self.app.pop_screen()

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """Once it is decided the screen below says what was done."""
        below = self.app.screen_stack[-2]
        if self._handed_in and job.verb != TURN and isinstance(below, Place):
            self.app.pop_screen()
            below.tell(message, today, changed, job)
        else:
            super().tell(message, today, changed, job)

    def tell_problem(self, problem: Problem, today: date) -> None:
        """What was refused can be decided anew."""
        self._handed_in = False
        super().tell_problem(problem, today)
