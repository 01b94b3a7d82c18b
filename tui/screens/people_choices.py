"""What the list of people can be narrowed by: choosing, long groups, finding a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records.me import SavedSearch
from store.views.facets import FACETS, Choice
from store.views.saved_searches import saved_queries
from tui.people_search import Listing
from tui.phrasing.narrow_verbs import narrow_verbs
from tui.phrasing.people_rows import FEWER, LESS, MORE, facet_id, facet_rows, holds
from tui.phrasing.saved_rows import saved_rows
from tui.screens.finding import find_question
from widgets.ask_line import AskLine
from widgets.facet_list import FacetList, FacetRow
from widgets.foot import Verb
from widgets.line import cut_to

if TYPE_CHECKING:
    from tui.screens.people import People

ROOMY_FROM = 50
"""Lines of a screen from which there is room for many choices."""

SOUGHT_CELLS = 7
"""Of what is looked for in the upper edge of the pane at most."""

FIND = "find-choice"
"""The key of the question which value is looked for."""


class PeopleChoices:
    """Draws them, and follows the keys in their pane."""

    def __init__(self, screen: People) -> None:
        """Bind the screen; nothing is counted yet."""
        self._screen = screen
        self._listing: Listing | None = None
        """The last one with counts."""
        self._choices: dict[str, Choice] = {}
        """What rows stand for, by their ids."""
        self._sought = ""

    @property
    def _pane(self) -> FacetList:
        return self._screen.query_one(FacetList)

    @property
    def finding(self) -> bool:
        """Whether a value is being looked for."""
        question = self._screen.query_one(AskLine).question
        return question is not None and question.key == FIND

    # Drawing ----------------------------------------------------------------------------------

    def listed(self, listing: Listing) -> None:
        """Other people are listed, and other values counted."""
        if listing.counted:
            self._listing = listing
        self.draw()

    def draw(self) -> None:
        """All that may be chosen, or what of it is looked for."""
        screen, pane, words = self._screen, self._pane, self._screen.words
        pane.title = words.say("pane.narrow.title")
        if not pane.has_focus:
            self.aside()
        if screen.curtain:
            pane.set_rows((FacetRow(name=words.say("pane.why.curtain")),))
        elif self._listing is not None:
            pane.set_rows(self._rows(self._listing))

    def _rows(self, listing: Listing) -> tuple[FacetRow, ...]:
        screen = self._screen
        wish, words = screen.wish, screen.words
        self._choices = {facet_id(each.choice): each.choice for each in listing.facets}
        facets = facet_rows(
            listing.facets,
            wish.chosen,
            words,
            wish.opened,
            roomy=screen.app.size.height >= ROOMY_FROM,
            anybody=bool(listing.rows),
            sought=self._sought,
        )
        shown = "" if wish.narrows else listing.asked.query
        return (*saved_rows(self._saved(listing), shown, words), *facets)

    def _saved(self, listing: Listing) -> tuple[SavedSearch, ...]:
        saved = saved_queries(listing.asked.fresh.snapshot.me)
        return tuple(each for each in saved if holds(each.name, self._sought))

    def aside(self) -> None:
        """How to come here and back; what is looked for; how to let a search that is kept go."""
        if self._sought and not self._screen.curtain:
            self._pane.aside = f"/ {cut_to(self._sought, SOUGHT_CELLS)}"
            return
        saved = self._screen.saved.here is not None
        id = "pane.narrow.aside_saved" if saved else "pane.narrow.aside"
        self._pane.aside = self._screen.words.say(id)

    def verbs(self) -> tuple[Verb, ...]:
        """What the footer says of the row under the cursor, and on whom the other keys act."""
        screen = self._screen
        names = tuple(each.name for each in screen.targets().people)
        back = "pane.narrow.all" if self._sought else "pane.narrow.back"
        return narrow_verbs(
            self._pane.row, names, screen.keys, screen.words, back=back, veiled=screen.curtain
        )

    # Choosing ---------------------------------------------------------------------------------

    def choose(self) -> None:
        """Take what the row stands for, or take it back; open or fold a long group."""
        screen, key = self._screen, self._pane.key or ""
        if screen.saved.apply():
            return
        if key.startswith(MORE):
            self._open(key.removeprefix(MORE))
        elif key.startswith((LESS, FEWER)):
            self._fold(key.partition(":")[2])
        else:
            choice = self._choices.get(key)
            if choice is not None:
                self._take(choice)

    def _take(self, choice: Choice) -> None:
        screen = self._screen
        if self._listing is not None and self._listing.instead:
            # The words find nobody: the choice stands for them.
            screen.finding.clear()
            screen.wish.look_for("")
        screen.wish.toggle(choice)
        screen.look_up()

    def _open(self, opened: str) -> None:
        # The row gives way to what it stood for; the cursor waits above it.
        self._pane.move(-1)
        self._screen.wish.opened |= {kind for kind in FACETS if kind == opened}
        self.draw()

    def _fold(self, folded: str) -> None:
        # From the heading the cursor goes to the first value.
        self._pane.go_to(f"{LESS}{folded}")
        self._screen.wish.opened -= {kind for kind in FACETS if kind == folded}
        self.draw()

    def leap(self, by: int) -> None:
        """Go to another group."""
        self._pane.leap(by)

    # Finding a value --------------------------------------------------------------------------

    def find(self) -> None:
        """Ask for a value; the pane follows what is typed."""
        screen = self._screen
        self._pane.sought = True
        question = find_question(
            screen.words,
            self.seek,
            self._sought,
            key=FIND,
            hint=screen.words.say("pane.narrow.find_hint"),
        )
        screen.ask(question, self._found)

    def seek(self, text: str) -> int:
        """Only values that hold some words; how many there are."""
        if text != self._sought:
            self._sought = text
            self.draw()
            self._pane.to_end(False)
        return sum(row.id is not None for row in self._pane.rows)

    def _found(self, text: str) -> None:
        self._pane.sought = False
        self.aside()

    def all_again(self) -> bool:
        """Look for no value any more; whether one was looked for."""
        had, self._sought = bool(self._sought), ""
        self._pane.sought = False
        if had:
            self.draw()
            self.aside()
            self._screen.show_footer()
        return had
