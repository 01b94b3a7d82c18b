"""Going about on the screen of one person: the timeline, panes, zoom, other people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.views.explain import explain_person
from tui.requests import PageWanted, Request, What
from tui.screens.finding import find_question, person_question
from tui.screens.focused_walk import FocusedWalk
from tui.screens.person_arrangement import fits_one
from tui.screens.person_pages import EntryPage, WhyPage
from tui.typed.person import person_typed
from widgets.prose import Prose

if TYPE_CHECKING:
    from tui.screens.person import PersonScreen

DETAIL_LINES = 3
"""How far J and K scroll the notes."""


class PersonMoves:
    """The commands that change what is looked at, not the data."""

    def __init__(self, screen: PersonScreen) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        screen = self._screen
        return {
            **FocusedWalk(screen, lambda: screen.timeline).table(),
            "go.today": partial(self._ask, "today"),
            "go.people": partial(self._ask, "people"),
            "go.card": partial(screen.focus_pane, 1),
            "go.right": partial(screen.focus_pane, 1),
            "go.left": partial(screen.focus_pane, -1),
            "go.next_pane": partial(screen.focus_pane, 1),
            "go.previous_pane": partial(screen.focus_pane, -1),
            "go.detail_down": partial(self._scroll, DETAIL_LINES),
            "go.detail_up": partial(self._scroll, -DETAIL_LINES),
            "go.open": self._open,
            "go.back": self._back,
            "go.find": self._find,
            "go.person": self._go_to_person,
            "card.before": partial(self._beside, -1),
            "card.after": partial(self._beside, 1),
            "all.zoom": self._zoom,
            "person.why": self._why,
        }

    def _ask(self, what: What) -> None:
        self._screen.post_message(Request(what))

    # Lines ------------------------------------------------------------------------------------

    def _scroll(self, by: int) -> None:
        """The notes, wherever the cursor is; another pane of words while that has the focus."""
        here = self._screen.focused
        (here if isinstance(here, Prose) else self._screen.notes).scroll_text(by)

    # Panes ------------------------------------------------------------------------------------

    def _open(self) -> None:
        """One thing of the timeline in full; the notes to be written; all of another pane."""
        screen, fresh = self._screen, self._screen.fresh
        if screen.pane == "notes":
            screen.run_command("person.notes")
            return
        if screen.pane != "timeline":
            self._zoom()
            return
        entry = screen.entry
        if entry is None or screen.one is None or fresh is None or screen.curtain:
            return
        name = screen.one.card.name
        page = EntryPage(entry, name, fresh.today, screen.words, screen.timeline.glyphs)
        screen.post_message(PageWanted(page))

    def _zoom(self) -> None:
        """Where one pane has all the room anyway there is nothing to zoom."""
        if not fits_one(self._screen.app.size):
            self._screen.zoom(not self._screen.zoomed)

    def _back(self) -> None:
        if not self._screen.step_back():
            self._screen.app.pop_screen()

    def _find(self) -> None:
        screen = self._screen
        screen.show_pane("timeline")
        hint = screen.words.say("person.timeline.find")
        question = find_question(screen.words, screen.narrow, screen.needle, hint=hint)
        screen.ask(question, lambda text: None)

    # Other people -----------------------------------------------------------------------------

    def _beside(self, by: int) -> None:
        """The next of the list one came from who is still there, or the one before."""
        screen = self._screen
        known = screen.fresh.snapshot.people if screen.fresh is not None else {}
        among = [PersonId(id) for id in screen.among if id in known or id == screen.person]
        here = among.index(screen.person) if screen.person in among else -1
        there = here + by
        if here < 0 or not 0 <= there < len(among):
            screen.say(screen.words.say("person.no_other"), "dim")
        else:
            screen.turn_to(among[there], screen.among)

    def _go_to_person(self) -> None:
        screen = self._screen
        if screen.fresh is not None:
            snapshot, curtain = screen.fresh.snapshot, screen.curtain
            screen.ask(person_question(screen.words, snapshot, curtain), self._gone_to)

    def _gone_to(self, text: str) -> None:
        screen = self._screen
        people = person_typed(text, screen.fresh.snapshot) if screen.fresh is not None else []
        if people:
            screen.turn_to(PersonId(people[0].id), screen.among)

    # The person -------------------------------------------------------------------------------

    def _why(self) -> None:
        screen, fresh = self._screen, self._screen.fresh
        if fresh is not None and screen.person is not None:
            explained = explain_person(fresh.snapshot, fresh.ties, screen.person)
            page = WhyPage(explained, fresh.today, screen.words, screen.timeline.glyphs)
            screen.post_message(PageWanted(page))
