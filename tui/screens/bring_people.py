"""Whom files bring, one by one: newcomers, cards completed, doubles, and what was set aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.import_decisions import GROUPS, Decisions, Group
from tui.phrasing.import_group import ShownGroup
from tui.phrasing.import_preview import HOW
from tui.phrasing.import_rows import group_tabs, nothing_in
from tui.screens.asking import Asking
from tui.screens.finding import find_question
from tui.screens.list_walk import list_walk
from widgets.ask_line import AskLine, Question
from widgets.beside import Beside
from widgets.foot import Foot
from widgets.header import Header
from widgets.import_list import ImportList
from widgets.line import Glyphs
from widgets.line_list import LineList

if TYPE_CHECKING:
    from store.formats.plan import Entry

_PANES: Mapping[Group, Pane] = {
    "new": "incoming-new",
    "changed": "incoming-changed",
    "doubled": "incoming-doubled",
    "same": "incoming-same",
    "aside": "incoming-aside",
}

CLOSER = "-closer"
"""The class under which the fields have all the room."""


class BringPeople(Asking, inherit_bindings=False):
    """Space leaves somebody out, t takes what the file says, s says that two are one."""

    BINDINGS = bindings_of("incoming")
    PLACE = "incoming"

    def __init__(
        self, decisions: Decisions, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs
    ) -> None:
        """Make ready.

        Args:
            decisions: the plan, and what is decided; changed here.
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._decisions = decisions
        held = (group for group in GROUPS if decisions.groups[group])
        self._group: Group = next(held, "new")
        self._wanted = ""
        """What is looked for in the group."""

    def compose(self) -> ComposeResult:
        """The list, and below it the fields of whoever is under the cursor."""
        yield Header()
        with Container(id="asking"):
            yield ImportList()
            yield Beside()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    @property
    def list(self) -> ImportList:
        """The list."""
        return self.query_one(ImportList)

    @property
    def fields(self) -> Beside:
        """The fields."""
        return self.query_one(Beside)

    @property
    def pane_name(self) -> Pane:
        """Which verbs the footer names."""
        return _PANES[self._group]

    # Drawing ----------------------------------------------------------------------------------

    @property
    def _shown(self) -> ShownGroup:
        return ShownGroup(self._decisions, self._group, self.words, self.curtain)

    def draw(self) -> None:
        """The group, and the fields of the row under the cursor."""
        words, decisions, pane = self.words, self._decisions, self.list
        self.fields.framed = pane.framed
        pane.title = words.say("incoming.title")
        pane.aside = words.say(HOW[decisions.how]) if self._group == "changed" else ""
        shown, tabs = self._shown, group_tabs(decisions, self._group, words)
        empty = nothing_in(self._group, bool(self._wanted), words)
        pane.show(shown.found(self._wanted), shown.cells, tabs, empty)
        self._draw_fields()

    def _draw_fields(self) -> None:
        key, pane, shown = self.list.key, self.fields, self._shown
        pane.title = "" if key is None else shown.title(key)
        scroll = self.words.say("incoming.scroll")
        # Without the list, nothing else says what becomes of them.
        word = shown.cells(key).word if key is not None and self.has_class(CLOSER) else ""
        pane.aside = f"{word} · {scroll}" if word else scroll
        pane.show_rows(() if key is None else shown.fields(key))

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._draw_fields()

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self._look_closer()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, deciding."""
        return {
            **super().verbs(),
            "incoming.closer": self._look_closer,
            "incoming.leave_out": self._leave_out,
            "incoming.theirs": partial(self._flip, "theirs"),
            "incoming.same": partial(self._flip, "same"),
            "incoming.all_theirs": partial(self._flip_all, "theirs"),
            "incoming.all_same": partial(self._flip_all, "same"),
            "incoming.all": self._all,
            "incoming.next": partial(self._turn_group, 1),
            "incoming.previous": partial(self._turn_group, -1),
            "incoming.back": self._leave,
            "files.how": self._turn_how,
            "go.find": self._find,
            **list_walk(self.list),
            "go.detail_down": partial(self.fields.scroll_text, 1),
            "go.detail_up": partial(self.fields.scroll_text, -1),
        }

    def _here(self) -> Entry | None:
        """Whoever is under the cursor and can be decided on."""
        key = self.list.key
        if key is None or self._group == "aside":
            return None
        return self._decisions.entries[key]

    def _leave_out(self) -> None:
        here = self._here()
        if here is None:
            return
        if here.how == "same":
            self.say(self.words.say("incoming.nothing_to_leave"), "dim")
            return
        self._decisions.leave_or_take(here)
        self.list.retell()
        self._draw_fields()
        self.list.move(1)

    def _flip(self, decision: Literal["theirs", "same"]) -> None:
        here = self._here()
        if here is None:
            return
        if not self._decisions.flip(here, decision):
            self._none_to_flip(decision)
            return
        self.list.retell()
        self._draw_fields()

    def _flip_all(self, decision: Literal["theirs", "same"]) -> None:
        """All that are shown of the group: as in the file, or those whom they resemble."""
        ids = () if self._group == "aside" else self.list.ids
        if not self._decisions.flip_all(ids, decision):
            self._none_to_flip(decision)
            return
        self._draw()

    def _none_to_flip(self, decision: Literal["theirs", "same"]) -> None:
        id = "incoming.none_otherwise" if decision == "theirs" else "incoming.like_nobody"
        self.say(self.words.say(id), "dim")

    def _all(self) -> None:
        """All that is shown of the group: taken, or left out where all of it is taken."""
        if self._group in ("same", "aside"):
            self.say(self.words.say("incoming.nothing_to_leave"), "dim")
            return
        self._decisions.leave_or_take_all(self.list.ids)
        self._draw()

    def _turn_group(self, by: int) -> None:
        """To the next group that holds anything."""
        at = GROUPS.index(self._group)
        turned = [GROUPS[(at + by * step) % len(GROUPS)] for step in range(1, len(GROUPS) + 1)]
        self._group = next(
            each for each in turned if self._decisions.groups[each] or each == self._group
        )
        self._wanted = ""
        self._draw()
        self.list.to_end(last=False)

    def _turn_how(self) -> None:
        self._decisions.turn_how()
        self._draw()
        self.say(self.words.say(HOW[self._decisions.how]))

    def _look_closer(self) -> None:
        self.set_class(not self.has_class(CLOSER), CLOSER)
        if not self.has_class(CLOSER):
            self.list.focus()
        self._draw_fields()

    def _find(self) -> None:
        self.ask(
            find_question(self.words, self._narrow, "" if self.curtain else self._wanted),
            self._looked_for,
        )

    def _narrow(self, text: str) -> int:
        self._wanted = text
        self._draw()
        return len(self.list.ids)

    def _looked_for(self, text: str) -> None:
        self._narrow(text)

    def cancelled(self, question: Question) -> None:
        """Esc shows all again."""
        self._narrow("")

    def _leave(self) -> None:
        if self.has_class(CLOSER):
            self._look_closer()
        elif self._wanted:
            self._narrow("")
        else:
            self.app.pop_screen()
