"""Cards that may be one person's, the likeliest first; opened side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on

from store.actions.service import Service
from store.actions.set_apart import SetApart
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from store.rules.twins import Twins
from store.views.twin_words import because
from store.words.fold import fold
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.twin_rows import twin_id, twin_rows
from tui.requests import MergingWanted
from tui.screens.asking import Asking
from tui.screens.coming_back import ComingBack
from tui.screens.finding import find_question
from tui.screens.list_walk import list_walk
from tui.twins_search import TwinsFound, TwinsSearch, still_doubled
from tui.writer import TURN, Job
from widgets.ask_line import Question
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.sheet import Sheet
from widgets.twin_list import TwinList


class TwinsScreen(Asking, inherit_bindings=False):
    """Enter opens a pair, x says that it is two people."""

    BINDINGS = bindings_of("twins")
    PLACE = "twins"

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._search = TwinsSearch(self)
        self._found: tuple[Twins, ...] | None = None
        """None until all were compared once."""
        self._wanted = ""
        """What is looked for in the list; empty where all of it is shown."""
        self._back = ComingBack()
        self._asked: Snapshot | None = None

    def body(self) -> Sheet:
        """The list."""
        return TwinList()

    @property
    def list(self) -> TwinList:
        """The list."""
        return self.query_one(TwinList)

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "twins"

    def watch_fresh(self) -> None:
        """Other people, other pairs: looked for anew while those that are left are shown."""
        if self.is_mounted and self.is_current:
            super().watch_fresh()

    def on_screen_resume(self) -> None:
        """Take in what has changed while a pair was looked at."""
        self._draw()

    def draw(self) -> None:
        """Two lines a pair."""
        if self.fresh is None:
            return
        words, snapshot, pane = self.words, self.fresh.snapshot, self.list
        if self._asked is None or self._asked.tables["people"] is not snapshot.tables["people"]:
            self._asked = snapshot
            self._search.ask(snapshot)
        pane.title = words.say("twins.title")
        if self._found is None:
            pane.aside = ""
            pane.show((), words.say("twins.comparing", n=len(snapshot.people)))
            return
        pairs = still_doubled(self._found, snapshot)
        found = self._fitting(pairs, snapshot)
        if len(found) < len(pairs):
            pane.aside = words.say("twins.found", n=len(found), total=len(pairs))
        else:
            pane.aside = words.say("twins.count", n=len(pairs)) if pairs else ""
        empty = words.say("twins.not_found" if pairs else "twins.empty")
        pane.show(twin_rows(found, snapshot, words, self.curtain), empty)
        self._back.arrived(pane)

    def _fitting(self, pairs: Sequence[Twins], snapshot: Snapshot) -> tuple[Twins, ...]:
        """Those of some pairs in which all words stand that are looked for."""
        wanted = fold(self._wanted).split()

        def told(pair: Twins) -> str:
            names = " ".join(snapshot.people[id].name for id in (pair.a, pair.b))
            return fold(f"{names} {because(pair, self.words)}")

        return tuple(each for each in pairs if all(word in told(each) for word in wanted))

    @on(TwinsFound)
    def _were_found(self, event: TwinsFound) -> None:
        event.stop()
        if event.snapshot is self._asked:
            self._found = event.pairs
            self._draw()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, opening, setting apart."""
        pane = self.list
        return {
            **super().verbs(),
            "twins.open": self._open,
            "twins.apart": self._apart,
            "twins.undo": self._undo,
            "twins.back": self._leave,
            "go.find": self._find,
            **list_walk(pane),
        }

    def run_command(self, id: str) -> None:
        """What the line at the foot offers comes first, as on every screen."""
        self._back.forget()
        offered = id == "twins.undo" and self._offered is not None
        super().run_command("all.undo" if offered else id)

    def _here(self) -> Twins | None:
        """The pair under the cursor."""
        key = self.list.key
        return next((each for each in self._found or () if twin_id(each) == key), None)

    def _open(self) -> None:
        here = self._here()
        if here is not None:
            self.post_message(MergingWanted((here.a, here.b)))

    def _apart(self) -> None:
        here = self._here()
        if here is not None:
            params = SetApart(a=PersonId(here.a), b=PersonId(here.b))
            self.submit(Job(run=lambda service: service.perform("apart", params), verb="apart"))

    def _undo(self) -> None:
        self._back.expect(self.list)
        self.submit(Job(run=Service.undo, verb=TURN))

    def _find(self) -> None:
        question = find_question(self.words, self._narrow, "" if self.curtain else self._wanted)
        self.ask(question, self._looked_for)

    def _narrow(self, text: str) -> int:
        self._wanted = text
        self.draw()
        return len(self.list.ids)

    def _looked_for(self, text: str) -> None:
        self._narrow(text)

    def cancelled(self, question: Question) -> None:
        """Esc shows all again."""
        self._narrow("")

    def _leave(self) -> None:
        if self._wanted:
            self._narrow("")
        else:
            self.app.pop_screen()

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self._open()
