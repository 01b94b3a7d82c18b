"""What files give, in sums: nothing is written before Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from store.actions.service import Done, Service
from store.formats.plan import Plan, needs_confirmation
from store.words.message import Message, Problem
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of, shown_key
from tui.drafts import Drafts
from tui.import_decisions import Decisions
from tui.intake import commit_plan
from tui.phrasing.import_preview import HOW, asks_who_you_are, sums
from tui.phrasing.import_taken import taken_message
from tui.requests import EditingWanted, ScreenWanted
from tui.screens.asking import Asking
from tui.screens.scroll_walk import scroll_walk
from tui.writer import Job
from widgets.line import Glyphs, Piece
from widgets.paragraph import SPACE, Paragraph
from widgets.prose import Prose

VERB = "import"

LEAST_LINES = 12


class Brings(Protocol):
    """The screen below, which has read the files."""

    def left(self) -> None:
        """Nothing of it is taken."""

    def read_again(self, decisions: Decisions) -> None:
        """The data have changed."""

    def columns_wanted(self, plan: Plan) -> None:
        """Back to the columns of a table."""

    def taken(self, message: Message | None, *, sort: bool = False) -> None:
        """It is done."""


class BringPreview(Asking, inherit_bindings=False):
    """Enter takes all, d looks at each of them, w turns what becomes of those who are here."""

    BINDINGS = bindings_of("preview")
    PLACE = "preview"

    def __init__(
        self,
        decisions: Decisions,
        service: Service,
        brings: Brings,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        *,
        again: bool = False,
    ) -> None:
        """Make ready.

        Args:
            decisions: the plan, and what is decided.
            service: whether the data have changed meanwhile.
            brings: the screen below.
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            again: whether it was read again because the data have changed.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._decisions = decisions
        self._service = service
        self._brings = brings
        self._again = again
        self._saving = False

    def begin(self) -> None:
        """Say why it was read again."""
        if self._again:
            self.say(self.words.say("files.read_again"))

    @property
    def pane_name(self) -> Pane:
        """Which verbs the footer names."""
        if self._decisions.plan.changed:
            return "preview-changed"
        return "preview" if self._decisions.outcome.change_set else "preview-nothing"

    # Drawing ----------------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Other sums, once people were decided on."""
        self._draw()
        self._read_for_another()

    def watch_fresh(self) -> None:
        """Other data: where the user's own card is another, mail and calendars tell more."""
        super().watch_fresh()
        self._read_for_another()

    def _read_for_another(self) -> None:
        if self._saving or not (self.is_mounted and self.is_current):
            return
        if self._service.snapshot.me != self._decisions.snapshot.me:
            self._brings.read_again(self._decisions)

    def draw(self) -> None:
        """The sums, and what can be done."""
        self.query_one(Prose).title = self.words.say("files.title")
        if self._saving:
            shown: tuple[Paragraph, ...] = (Paragraph(self.words.say("files.saving")),)
        else:
            shown = self._sums()
        self.show((SPACE, *shown), LEAST_LINES)

    def _sums(self) -> tuple[Paragraph, ...]:
        words, decisions = self.words, self._decisions
        shown = [*sums(decisions, words, self.curtain), SPACE]
        if self._asks_first:
            n = len(decisions.outcome.changed)
            shown.append(Paragraph(words.say("files.confirm", n=n), "attention"))
            shown.append(self._key("files.yes", words.say("files.yes_key")))
        elif decisions.outcome.change_set:
            shown.append(
                self._key("files.take_open" if decisions.open else "files.take_all", "enter")
            )
        else:
            shown.append(self._key("files.back", "enter"))
        if asks_who_you_are(decisions.plan):
            shown.append(self._key("files.own_card", "m"))
        shown.append(self._key("files.see" if decisions.outcome.change_set else "files.look", "d"))
        if decisions.plan.changed:
            shown.append(self._key(HOW[decisions.how], "w"))
        if decisions.plan.sketches:
            shown.append(self._key("files.see_columns", "c"))
        shown.append(self._key("files.leave", "escape"))
        if decisions.outcome.change_set:
            shown += [SPACE, Paragraph(words.say("files.one_step"), "dim")]
        return tuple(shown)

    def _key(self, id: str, key: str) -> Paragraph:
        shown = shown_key(key, self.words.language)
        return Paragraph(self.words.say(id), "text", (Piece(f"  {shown:<7}", "accent"),))

    @property
    def _asks_first(self) -> bool:
        return needs_confirmation(self._decisions.outcome, self._decisions.snapshot)

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Take, look closer, leave."""
        return {
            **super().verbs(),
            "files.take": self._take,
            "files.confirm": self._confirm,
            "files.details": self._look_closer,
            "files.how": self._turn_how,
            "files.columns": self._to_columns,
            "files.own_card": self._to_own_card,
            "files.leave": self._leave,
            **scroll_walk(self.query_one(Prose)),
        }

    def _take(self) -> None:
        if self._saving:
            return
        if not self._decisions.outcome.change_set:
            self._brings.taken(None)
        elif self._asks_first:
            self.say(self.words.say("files.needs_yes"), "attention")
        else:
            self._commit()

    def _confirm(self) -> None:
        if self._asks_first and not self._saving:
            self._commit()

    def _commit(self) -> None:
        plan, seen = self._decisions.outcome, self._decisions.snapshot
        if self._service.snapshot is not seen:
            # Another session has written meanwhile.
            self._brings.read_again(self._decisions)
            return

        def run(service: Service) -> Done:
            return commit_plan(service, plan, seen)

        self._saving = True
        self._draw()
        self.submit(Job(run=run, verb=VERB))

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """It is durable: the screen below goes on."""
        if job.verb != VERB:
            super().tell(message, today, changed, job)
            return
        if self.fresh is not None:
            message = taken_message(
                message, self._decisions.outcome, self.fresh, self.words, self.keys
            )
        self._brings.taken(message, sort=True)

    def tell_problem(self, problem: Problem, today: date) -> None:
        """It was not saved: the sums stay."""
        if self._saving:
            self._saving = False
            self._draw()
        super().tell_problem(problem, today)

    def _look_closer(self) -> None:
        if self._saving:
            return
        from tui.screens.bring_people import BringPeople

        rest = (self.words, self.keys, self.drafts, self._glyphs)
        self.post_message(ScreenWanted(BringPeople(self._decisions, *rest)))

    def _turn_how(self) -> None:
        if not self._saving:
            self._decisions.turn_how()
            self._draw()

    def _to_columns(self) -> None:
        if self._decisions.plan.sketches and not self._saving:
            self._brings.columns_wanted(self._decisions.plan)

    def _to_own_card(self) -> None:
        if not self._saving:
            self.post_message(EditingWanted("me"))

    def _leave(self) -> None:
        if not self._saving:
            self._brings.left()
