"""What the screens of people share: verbs that act on whoever is meant there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from textual.reactive import var

from store.records.ids import PersonId
from store.words.words import Words
from tui.commands.keymap import Keys
from tui.drafts import Drafts
from tui.requests import ExportWanted
from tui.screens.export_scopes import Scope, scopes
from tui.screens.place import Place
from tui.screens.slot_question import Booking
from tui.screens.tabs import tabs
from tui.screens.tagging import Tagging
from tui.screens.timing import Timing
from tui.screens.verbs import Verbs
from tui.writer import Fresh
from widgets.header import Header
from widgets.line import Glyphs

Table = Mapping[str, Callable[[], None]]
"""Command to deed."""


class VerbPlace(Place):
    """A numbered screen on which somebody can be meant."""

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)

    number = 1
    """Its place among the tabs."""

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, mark: str = ""
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: what the keys do.
            drafts: what was typed before.
            glyphs: what the terminal can show.
            mark: for the header, such as "demo".
        """
        super().__init__(words, keys, drafts, glyphs)
        self._mark = mark
        self._verbs = Verbs(self)
        self._tagging = Tagging(self, self._verbs.remember)
        self.timing = Timing(self, self._verbs.offer)
        self._booking = Booking(self)
        self._zoomed = False

    def on_mount(self) -> None:
        """Say on top where one is."""
        super().on_mount()
        header = self.query_one(Header)
        header.tabs, header.here, header.mark = tabs(self.words), self.number, self._mark

    def today(self) -> date:
        """The day the panes are drawn for."""
        assert self.fresh is not None
        return self.fresh.today

    def draft(self, key: str) -> str:
        """What was typed before."""
        return self.drafts.get(key)

    @property
    def zoomed(self) -> bool:
        """Whether one pane stands alone."""
        return self._zoomed

    def own_verbs(self) -> tuple[Table, ...]:
        """What this screen alone does; a later table goes before an earlier one."""
        raise NotImplementedError

    def verbs(self) -> Table:
        """All commands of this screen."""
        export: Table = {"all.export": self._export}
        common = (super().verbs(), self._verbs.table(), self._tagging.table(), export)
        of_time = (self.timing.table(), self._booking.table())
        tables = (*common, *of_time, *self.own_verbs())
        return {id: verb for table in tables for id, verb in table.items()}

    def export_scopes(self) -> tuple[Scope, ...]:
        """Whom an export may be about, the likeliest first."""
        people = tuple(PersonId(each.id) for each in self.targets().people)
        here = self.situation()
        return scopes(people, marked=bool(here.marked), one_first=here.place == "person")

    def _export(self) -> None:
        self.post_message(ExportWanted(self.export_scopes()))

    @property
    def correctable(self) -> bool:
        """After `d`, or after a timer was stopped, until another command."""
        return self._verbs.better is not None

    def run_command(self, id: str) -> None:
        """Carry out a command; only `c` right after `d` or a stop corrects it."""
        if id == "person.log" and self.correctable:
            # Nobody need be meant: it is about what was just done.
            self.hush()
            self._verbs.log()
            return
        if id not in ("person.log", "all.commands"):
            self._verbs.correctable = None
        super().run_command(id)
