"""Sorting newcomers: two questions about each, one key each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from store.actions.service import Done, Service
from store.actions.sort import EndSorting, LastTalk, Sort
from store.records.ids import PersonId
from store.records.kinds import LAYERS, Layer
from store.records.person import Person
from store.views.newcomer import newcomer_view
from store.words.message import Message, Problem
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.palette_name import palette_name
from tui.phrasing.sorting_card import closeness_question, newcomer_card, talk_question
from tui.requests import Finished
from tui.screens.asking import Asking
from tui.writer import TURN, Job
from widgets.line import Glyphs
from widgets.paragraph import SPACE, Paragraph
from widgets.prose import Prose

TALKS: tuple[LastTalk, ...] = ("week", "month", "quarter", "year", "longer")
"""By their keys 1 to 5."""

LEAST_LINES = 18
"""Of the pane, so that it does not jump from one person to the next."""

ROOMY_LINES = 20
"""Lines of the terminal from which each answer has a line of its own."""


class Sorting(Asking, inherit_bindings=False):
    """One round; what is answered is saved at once."""

    BINDINGS = bindings_of("sorting")
    PLACE = "sorting"

    def __init__(
        self,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        people: tuple[PersonId, ...],
        said: str = "",
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            people: whom to ask about, in order.
            said: what came before, at the foot until the first key.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._people = people
        self._said = said
        self._at = 0
        self._layer: Layer | None = None
        self._waiting = 0
        """Answers that are on their way to the disk."""
        self._ending = False

    def begin(self) -> None:
        """Say what came before."""
        if self._said:
            self.say(self._said)

    # Drawing ----------------------------------------------------------------------------------

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "sorting"

    @property
    def person(self) -> Person | None:
        """Whom is asked about; people who are gone meanwhile are passed over."""
        people = self.fresh.snapshot.people if self.fresh is not None else {}
        while self._at < len(self._people) and self._people[self._at] not in people:
            self._people = self._people[: self._at] + self._people[self._at + 1 :]
        return people[self._people[self._at]] if self._at < len(self._people) else None

    def draw(self) -> None:
        """The card and the question."""
        prose, words, person = self.query_one(Prose), self.words, self.person
        prose.title = words.say("sorting.title")
        if person is None or self.fresh is None:
            prose.aside = ""
            self.show((SPACE, Paragraph(words.say("sorting.saving"), "dim")), LEAST_LINES)
            return
        prose.aside = words.say("sorting.aside", place=self._at + 1, total=len(self._people))
        compact = self.app.size.height < ROOMY_LINES
        today = self.fresh.today
        newcomer = newcomer_view(self.fresh.snapshot, person, today)
        ask = closeness_question if self._layer is None else talk_question
        card = newcomer_card(newcomer, words, today, self.curtain)
        if compact and self._layer is not None:
            # Who they are was just read; the answers need the room.
            card = card[:1]
        hint = Paragraph(
            words.say("sorting.hint", command=palette_name("all.sort", words, self.keys)), "dim"
        )
        self.show((SPACE, *card, SPACE, *ask(words, compact), SPACE, hint), LEAST_LINES)

    # Answers ----------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """One key each."""
        prose = self.query_one(Prose)
        return {
            **super().verbs(),
            "sorting.one": partial(self._choose, 0),
            "sorting.two": partial(self._choose, 1),
            "sorting.three": partial(self._choose, 2),
            "sorting.four": partial(self._choose, 3),
            "sorting.five": partial(self._choose, 4),
            "sorting.not_now": self._not_now,
            "sorting.unknown": self._unknown,
            "sorting.back": self._back,
            "sorting.end": self._end,
            "go.down": partial(prose.scroll_text, 1),
            "go.up": partial(prose.scroll_text, -1),
            "go.page_down": partial(prose.scroll_text, 5),
            "go.page_up": partial(prose.scroll_text, -5),
            "go.first": partial(prose.scroll_text, -(10**9)),
            "go.last": partial(prose.scroll_text, 10**9),
        }

    def _choose(self, index: int) -> None:
        if self._layer is not None:
            self._keep(self._layer, TALKS[index])
        elif index < len(LAYERS):
            self._layer = LAYERS[index]
            self._draw()

    def _not_now(self) -> None:
        if self._layer is None:
            self._keep(None, None)

    def _unknown(self) -> None:
        if self._layer is not None:
            self._keep(self._layer, None)

    def _keep(self, layer: Layer | None, last: LastTalk | None) -> None:
        person = self.person
        if person is None or self._ending:
            return
        params = Sort(person=person.id, layer=layer, last=last)
        self._hand_up(lambda service: service.perform("sort", params), "sort")
        self._layer = None
        self._at += 1
        self._draw()

    def _back(self) -> None:
        if self._layer is not None:
            self._layer = None
            self._draw()
        elif self._at > 0 and not self._ending:
            self._at -= 1
            self._hand_up(Service.undo, TURN)
            self._draw()
        else:
            self.say(self.words.say("sorting.first_one"), "dim")

    def _end(self) -> None:
        if not self._ending:
            self._ending = True
            self._hand_up(lambda service: service.perform("end-sorting", EndSorting()), "end")

    def _hand_up(self, run: Callable[[Service], Done], verb: str) -> None:
        self._waiting += 1
        self.submit(Job(run=run, verb=verb))

    # What came of them ------------------------------------------------------------------------

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """An answer is durable; after the last one it is enough for today."""
        self._waiting -= 1
        if self._ending:
            if not self._waiting:
                again = palette_name("all.sort", self.words, self.keys)
                ended = Message("sorting.ended", {"command": again})
                self.post_message(Finished(ended, undoable=True))
        elif self.person is not None:
            super().tell(message, today, changed, job)
        elif not self._waiting:
            self.post_message(Finished(Message("sorting.done"), undoable=True))

    def tell_problem(self, problem: Problem, today: date) -> None:
        """An answer could not be kept: ask again."""
        if self._waiting:
            self._waiting -= 1
            if self._ending:
                self._ending = False
            elif self._at > 0:
                self._at -= 1
            self._layer = None
            self._draw()
        super().tell_problem(problem, today)
