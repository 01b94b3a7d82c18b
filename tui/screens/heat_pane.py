"""The heat on Today: what it shows, whom its cursor means, and the ways around in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from store.records.ids import PersonId
from store.records.person import Person
from store.views.heat import HeatSummary, any_row, first_rows, heat_summary
from store.views.heat_cells import CellLane, heat_cells
from store.views.tie_detail import tie_detail
from store.views.ties import Ties
from store.words.fold import fold
from tui.phrasing.curtain import name_shown
from tui.phrasing.heat_picture import heat_aside, heat_picture, whole_picture
from tui.phrasing.tie_words import cell_brief, cell_text
from tui.screens.finding import person_question
from tui.screens.targets import Targets
from tui.screens.today_arrangement import shares_the_screen
from tui.shape import roomy, shape_of
from tui.typed.person import person_typed
from tui.writer import Fresh
from widgets.ask_line import Echo
from widgets.heat import Heat
from widgets.heat_picture import Told

if TYPE_CHECKING:
    from tui.screens.today import Today

FIND = "heat.find"
"""The key of the question that finds a cell."""


class HeatPane:
    """Draws the heat for Today, and says whom its cursor or its marks mean."""

    def __init__(self, screen: Today) -> None:
        """Bind the screen."""
        self._screen = screen
        self.chosen = False
        """Whether verbs are about the heat's cursor; else they are about the list's."""
        self.whole = False
        """Whether the heat has the screen, everybody with a cell of their own."""
        self._cells: tuple[CellLane, ...] = ()
        self._cells_of: Ties | None = None
        self._came_from: str | None = None

    @property
    def pane(self) -> Heat:
        """The widget."""
        return self._screen.query_one(Heat)

    # Drawing ----------------------------------------------------------------------------------

    def draw(self, fresh: Fresh) -> None:
        """Draw it anew; everybody is looked at only where somebody walks among them."""
        screen, words, pane = self._screen, self._screen.words, self.pane
        curtain = screen.curtain
        summary = heat_summary(fresh.snapshot, fresh.ties)
        cells = self._everybody(fresh) if self.chosen or self.whole else ()
        make = whole_picture if self.whole else heat_picture
        picture = make(summary, cells, words, curtain)
        pane.title = words.say("pane.heat.title")
        self.draw_aside(summary)
        compact = shape_of(screen.app.size) == "compact"
        pane.set_class(compact and len(picture.lanes) > ROWS_OF_FOUR, "-deep")
        beside = shares_the_screen(screen.app.size, whole=self.whole)
        pane.show(picture, self._told if self.chosen and not beside else None)

    def draw_aside(self, summary: HeatSummary) -> None:
        """How many are marked, or how many people the heat is of."""
        words, marked = self._screen.words, len(self.pane.marks)
        wide = self.whole or roomy(self._screen.app.size)
        self.pane.aside = (
            words.say("pane.people.marked", n=marked)
            if marked
            else heat_aside(summary, words, wide)
        )

    def _everybody(self, fresh: Fresh) -> tuple[CellLane, ...]:
        if self._cells_of is not fresh.ties:
            self._cells, self._cells_of = heat_cells(fresh.ties), fresh.ties
        return self._cells

    def _told(self, key: str, others: int) -> Told:
        """Who is under the cursor; behind the curtain their initials alone."""
        fresh, person = self._screen.fresh, PersonId(key)
        if fresh is None or person not in fresh.snapshot.people:
            return Told("", "", "")
        more = f" +{others}" if others else ""
        words, card = self._screen.words, fresh.snapshot.people[person]
        name = f"{name_shown(card.name, self._screen.curtain)}{more}"
        if self._screen.curtain:
            return Told(name, name, name)
        tie = tie_detail(fresh.snapshot, fresh.ties, person)
        return Told(name, cell_text(tie, name, words), cell_brief(tie, name, words))

    # Whom it means ----------------------------------------------------------------------------

    @property
    def person(self) -> PersonId | None:
        """Who is under the cursor."""
        key = self.pane.key
        return None if key is None else PersonId(key)

    @property
    def ids(self) -> tuple[str, ...]:
        """Everybody who has a cell, in the order of these."""
        return tuple(person for lane in self._cells for person in lane.people)

    def meant(self) -> frozenset[str]:
        """The marked, or who is under the cursor."""
        here = self.pane.key
        return self.pane.marks or frozenset(() if here is None else (here,))

    def has_row(self, fresh: Fresh) -> bool:
        """Whether anybody meant has a row of today."""
        return any_row(fresh.ties, self.meant())

    def targets(self, fresh: Fresh) -> Targets:
        """Those meant, by name, each with their first row of today."""
        people = _by_name(fresh, self.meant())
        rows = first_rows(fresh.ties, frozenset(PersonId(each.id) for each in people))
        found = (rows.get(PersonId(each.id)) for each in people)
        return Targets(rows=tuple(row for row in found if row is not None), people=people)

    # Going about ------------------------------------------------------------------------------

    def go_to(self, person: PersonId) -> bool:
        """Put the cursor on somebody; False where they have no place in the heat."""
        return self.pane.go_to(person)

    def find(self) -> None:
        """Ask for a name; the cursor goes along while it is typed, and back where it is left."""
        fresh = self._screen.fresh
        if fresh is None:
            return
        self._came_from = self.pane.key
        plain = person_question(self._screen.words, fresh.snapshot, self._screen.curtain)

        def read(text: str) -> Echo:
            for each in person_typed(text, fresh.snapshot):
                if self.go_to(PersonId(each.id)):
                    break
            return plain.read(text)

        question = msgspec.structs.replace(plain, key=FIND, read=read)
        self._screen.ask(question, lambda text: None)

    def not_found(self) -> None:
        """Back to where the search began."""
        if self._came_from is not None:
            self.pane.go_to(self._came_from)


ROWS_OF_FOUR = 4
"""Lanes for which a low pane has room with a legend of two lines."""


def _by_name(fresh: Fresh, keys: Iterable[str]) -> tuple[Person, ...]:
    people = fresh.snapshot.people
    found = (people[PersonId(key)] for key in keys if key in people)
    return tuple(sorted(found, key=lambda person: (fold(person.name), person.id)))
