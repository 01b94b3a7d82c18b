"""The history over a screen: all changes, and one of them opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from textual import on
from textual.reactive import var

from store.actions.service import Done, Service
from store.views.field_changes import field_changes
from store.words.message import Message, Problem, Refusal
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.history_words import by_session
from tui.past import Past, PastWanted
from tui.phrasing.change_paragraphs import change_rows, field_paragraphs, head_paragraphs
from tui.screens.asking import WIDEST, Asking
from tui.screens.list_walk import list_walk
from tui.writer import TURN, Job
from widgets.changes_list import ChangesList
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.paragraph import Paragraph
from widgets.prose import Prose
from widgets.sheet import Sheet


class LookingBack(Asking, inherit_bindings=False):
    """What both screens share: the history, read anew with every change."""

    past: var[Past | None] = var[Past | None](None, init=False)

    def begin(self) -> None:
        """Ask for what is newest."""
        self.post_message(PastWanted())

    def watch_fresh(self) -> None:
        """Other data: another history."""
        super().watch_fresh()
        if self.is_mounted and self.is_current:
            self.post_message(PastWanted())

    def watch_past(self) -> None:
        """It was read."""
        self._draw()

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Esc, and what all screens have."""
        return {**super().verbs(), "history.back": self._leave}

    def run_command(self, id: str) -> None:
        """What the line at the foot offers comes first, as on every screen."""
        offered = id == "history.undo" and self._offered is not None
        super().run_command("all.undo" if offered else id)

    def stands_no_more(self, revision: int) -> bool:
        """Whether a change was taken back already."""
        return self.past is not None and revision in self.past.undone

    def take_back(self, revision: int) -> None:
        """Take one change back; later ones stay."""

        def run(service: Service) -> Done:
            return service.undo_revision(revision)

        self.submit(Job(run=run, verb=TURN))

    def _leave(self) -> None:
        self.app.pop_screen()


class History(LookingBack, inherit_bindings=False):
    """All changes that are remembered, newest first."""

    BINDINGS = bindings_of("history")
    PLACE = "history"

    def __init__(
        self,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        opened: Callable[[int], None],
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            opened: shows one change, by its revision.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._opened = opened
        self._newest = True
        """Whether the cursor goes to what is newest: until that is read, or a key is pressed."""

    def watch_past(self) -> None:
        """It was read; what was left from an earlier look is shown first, and may be older."""
        super().watch_past()
        if self._newest and self.is_mounted and self.past is not None and self.fresh is not None:
            self._list.to_end(last=False)
            newest = next(iter(self.past.entries), None)
            self._newest = newest is not None and newest.revision < self.fresh.snapshot.revision

    def run_command(self, id: str) -> None:
        """From the first key on the cursor stays on its row."""
        self._newest = False
        super().run_command(id)

    def body(self) -> Sheet:
        """The list."""
        return ChangesList()

    @property
    def _list(self) -> ChangesList:
        return self.query_one(ChangesList)

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by: what no longer holds is not taken back again."""
        key = self._list.key
        return "history-undone" if key and self.stands_no_more(int(key)) else "history"

    def draw(self) -> None:
        """One line a change."""
        pane, words, past = self._list, self.words, self.past
        pane.title = words.say("history.title")
        if past is None or self.fresh is None:
            return
        pane.aside = words.say("history.count", n=len(past.entries)) if past.entries else ""
        rows = change_rows(past, words, self.fresh.today, self.curtain)
        pane.show(rows, words.say("history.empty"))

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, and opening."""
        pane = self._list
        return {
            **super().verbs(),
            "history.open": self._open,
            "history.undo": self._undo_there,
            **list_walk(pane),
        }

    def _open(self) -> None:
        if self._list.key is not None:
            self._opened(int(self._list.key))

    def _undo_there(self) -> None:
        """Take the change under the cursor back."""
        if self._list.key is not None:
            self.take_back(int(self._list.key))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self.show_footer()

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self._open()


class OneChange(LookingBack, inherit_bindings=False):
    """What one commit changed; it can be taken back from here."""

    BINDINGS = bindings_of("change")
    PLACE = "change"

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, revision: int
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
            revision: the one that the commit made.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._revision = revision
        self._refused: Message | None = None
        """Why the change could not be taken back."""

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by: what no longer holds is not taken back again."""
        return "change-undone" if self.stands_no_more(self._revision) else "change"

    def draw(self) -> None:
        """The change, field by field."""
        pane = self.query_one(Prose)
        pane.title = self.words.say("history.change_title")
        if self.past is not None and self.fresh is not None:
            self.show(tuple(self._paragraphs(self.past)))

    def _paragraphs(self, past: Past) -> list[Paragraph]:
        words, fresh = self.words, self.fresh
        entry = past.entry(self._revision)
        if entry is None or fresh is None:
            return [Paragraph(words.say("problem.not_remembered"), "dim")]
        shown = [*head_paragraphs(entry, past, words, fresh.today, self.curtain)]
        if self.curtain:
            return [*shown, Paragraph(words.say("pane.why.curtain"), "dim")]
        if self._refused is not None:
            shown.append(Paragraph(words.tell(self._refused, fresh.today), "attention"))
        cells = min(self.app.size.width, WIDEST) - 4
        records = field_changes(entry.change_set, fresh.snapshot, words)
        total = len(entry.change_set.changes)
        return [*shown, *field_paragraphs(records, total, words, cells)]

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Scrolling, and taking it back."""
        prose = self.query_one(Prose)
        return {
            **super().verbs(),
            "history.undo": self._take_back,
            "go.down": partial(prose.scroll_text, 1),
            "go.up": partial(prose.scroll_text, -1),
            "go.page_down": partial(self._page, 1),
            "go.page_up": partial(self._page, -1),
            "go.first": partial(prose.scroll_text, -(10**9)),
            "go.last": partial(prose.scroll_text, 10**9),
        }

    def _page(self, direction: int) -> None:
        prose = self.query_one(Prose)
        prose.scroll_text(direction * max(1, prose.inner_height // 2))

    def tell_problem(self, problem: Problem, today: date) -> None:
        """Why the change stands, in full: which field was changed since, when and from where."""
        if isinstance(problem, Refusal) and self.past is not None and not self.curtain:
            self._refused = by_session(problem.message, self.past.own)
            self._draw()
        else:
            super().tell_problem(problem, today)

    def _take_back(self) -> None:
        self._refused = None
        self.take_back(self._revision)
