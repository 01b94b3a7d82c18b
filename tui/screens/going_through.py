"""What the screens have in common that go through a list of things in groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on

from store.actions.service import Service
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.drafts import Drafts
from tui.screens.asking import Asking
from tui.screens.coming_back import ComingBack
from tui.screens.list_walk import list_walk
from tui.writer import TURN, Job
from widgets.grouped_list import GroupedList
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.sheet import Sheet


class GoingThrough(Asking, inherit_bindings=False):
    """A list of groups; what is done can be taken back here."""

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self.back = ComingBack()

    def body(self) -> Sheet:
        """The list."""
        return GroupedList()

    @property
    def list(self) -> GroupedList:
        """The list."""
        return self.query_one(GroupedList)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, taking back, leaving."""
        pane = self.list
        return {
            **super().verbs(),
            "gaps.undo": self._undo,
            "gaps.back": self._leave,
            **list_walk(pane),
        }

    def run_command(self, id: str) -> None:
        """What the line at the foot offers comes first, as on every screen."""
        self.back.forget()
        offered = id == "gaps.undo" and self._offered is not None
        super().run_command("all.undo" if offered else id)

    def _undo(self) -> None:
        self.back.expect(self.list)
        self.submit(Job(run=Service.undo, verb=TURN))

    def _leave(self) -> None:
        if not self.list.clear_marks():
            self.app.pop_screen()
        self.show_footer()

    def open_row(self) -> None:
        """What a click on a row does; for subclasses."""

    @on(LineList.Opened)
    def _clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.open_row()
