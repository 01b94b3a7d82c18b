"""Starting with five: a name, and the last talk, five times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from store.actions.add import Add
from store.actions.service import Done, Service
from store.actions.sort import DAYS_AGO
from store.records.clean import clean_line
from store.records.kinds import Layer
from store.words.message import Message, Problem
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.curtain import name_shown
from tui.phrasing.sorting_card import talk_question
from tui.requests import Finished
from tui.screens.asking import Asking
from tui.screens.sorting import LEAST_LINES, ROOMY_LINES, TALKS
from tui.writer import Job
from widgets.ask_line import Echo, Question
from widgets.line import Glyphs, Piece
from widgets.paragraph import SPACE, Paragraph
from widgets.prose import Prose

FIVE = 5
LAYER: Layer = 5


class FirstFive(Asking, inherit_bindings=False):
    """The five whom one would miss most; each is saved at once."""

    BINDINGS = bindings_of("five")
    PLACE = "five"

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._names: list[str] = []
        self._name = ""
        self._waiting = 0
        self._ending = False
        self._trouble = ""

    def begin(self) -> None:
        """Ask for the first name."""
        self._ask_name()

    def _ask_name(self, value: str = "") -> None:
        self._name = ""
        self._draw()
        words = self.words
        question = Question(
            key="five",
            label=words.say("five.name", place=len(self._names) + 1, total=FIVE),
            hint=words.say("five.name_hint"),
            value=value,
            read=lambda text: Echo(words.say("five.then"), accepted=bool(clean_line(text))),
        )
        self.ask(question, self._named)

    def _named(self, text: str) -> None:
        self._trouble = ""
        self._name = clean_line(text)
        self._draw()

    def cancelled(self, question: Question) -> None:
        """Esc: those who are in are enough."""
        self._end()

    # Drawing ----------------------------------------------------------------------------------

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "five"

    def draw(self) -> None:
        """Who is in, and the question about the one just named."""
        prose, words = self.query_one(Prose), self.words
        prose.title = words.say("five.title")
        shown = [Paragraph(words.say("five.sentence"), "strong"), SPACE]
        if self._trouble:
            shown += [Paragraph(self._trouble, "attention"), SPACE]
        for at, name in enumerate(self._names, 1):
            sign = (Piece(f"  {at}  ", "dim"),)
            shown.append(Paragraph(name_shown(name, self.curtain), "text", sign))
        if self._name:
            sign = (Piece(f"  {len(self._names) + 1}  ", "accent"),)
            shown.append(Paragraph(name_shown(self._name, self.curtain), "strong", sign))
            shown += [SPACE, *talk_question(words, self.app.size.height < ROOMY_LINES)]
        self.show((SPACE, *shown), LEAST_LINES)

    # Answers ----------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """The last talk, one key."""
        return {
            **super().verbs(),
            "sorting.one": partial(self._talked, 0),
            "sorting.two": partial(self._talked, 1),
            "sorting.three": partial(self._talked, 2),
            "sorting.four": partial(self._talked, 3),
            "sorting.five": partial(self._talked, 4),
            "sorting.unknown": partial(self._talked, None),
            "sorting.back": self._back,
            "five.end": self._end,
            **{
                id: partial(self.query_one(Prose).scroll_text, by)
                for id, by in (
                    ("go.down", 1),
                    ("go.up", -1),
                    ("go.page_down", 5),
                    ("go.page_up", -5),
                    ("go.first", -(10**9)),
                    ("go.last", 10**9),
                )
            },
        }

    def _talked(self, index: int | None) -> None:
        if not self._name or self.fresh is None:
            return
        last = None
        if index is not None:
            last = self.fresh.today - timedelta(days=DAYS_AGO[TALKS[index]])
        params = Add(name=self._name, layer=LAYER, last=last)
        self._hand_up(lambda service: service.perform("add", params), "add")
        self._names.append(self._name)
        if len(self._names) < FIVE:
            self._ask_name()
        else:
            self._name = ""
            self._draw()

    def _back(self) -> None:
        if self._name:
            self._ask_name(self._name)

    def _end(self) -> None:
        if not self._waiting:
            self._finish()
        else:
            self._ending = True

    def _hand_up(self, run: Callable[[Service], Done], verb: str) -> None:
        self._waiting += 1
        self.submit(Job(run=run, verb=verb))

    # What came of them ------------------------------------------------------------------------

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """Somebody is in; after the fifth it is enough."""
        self._waiting -= 1
        if not self._waiting and (self._ending or len(self._names) >= FIVE):
            self._finish()

    def _finish(self) -> None:
        said = Message("five.done", {"n": len(self._names)}) if self._names else None
        self.post_message(Finished(said, undoable=bool(self._names)))

    def tell_problem(self, problem: Problem, today: date) -> None:
        """Somebody could not be kept: ask again."""
        if self._waiting:
            self._waiting -= 1
            self._ending = False
            self._trouble = self.words.tell(problem.message, today)
            if self._names:
                self._ask_name(self._names.pop())
        super().tell_problem(problem, today)
