"""Searches kept under a name: saved from what is looked for, applied, let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.actions.saved_search import SaveSearch
from store.actions.service import Done, Service
from store.records.me import SavedSearch
from store.views.saved_searches import place_of, saved_queries
from store.words.words import Words
from tui.phrasing.saved_rows import SAVED, saved_id
from tui.typed.find import typed_with
from tui.writer import Job
from widgets.ask_line import Echo, Question
from widgets.facet_list import FacetList

if TYPE_CHECKING:
    from tui.screens.people import People


class PeopleSaved:
    """What is done with them on the list of people."""

    def __init__(self, screen: People) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        return {"people.save_search": self.ask}

    @property
    def here(self) -> SavedSearch | None:
        """The one under the cursor of the choices, where that has the focus."""
        focused, fresh = self._screen.focused, self._screen.fresh
        key = focused.key if isinstance(focused, FacetList) else None
        if fresh is None or key is None or not key.startswith(SAVED):
            return None
        saved = saved_queries(fresh.snapshot.me)
        return next((each for each in saved if saved_id(each.name) == key), None)

    def ask(self) -> None:
        """Ask under which name to keep what is looked for."""
        screen = self._screen
        query = typed_with(screen.wish.query, screen.wish.chosen)
        fresh = screen.fresh
        if fresh is None:
            return
        if not query:
            screen.say(screen.words.say("tui.saved.nothing"), "dim")
            return
        question = name_question(screen.words, saved_queries(fresh.snapshot.me), query)
        screen.ask(question, partial(self._named, query))

    def _named(self, query: str, name: str) -> None:
        self._submit(SaveSearch(name=name, query=query))

    def apply(self) -> bool:
        """Look for what the row stands for, and nothing else; False where it is no such row."""
        search = self.here
        if search is None:
            return False
        self._screen.wish.only(search.query)
        self._screen.finding.put(search.query, quietly=True)
        self._screen.look_up(anew=True)
        return True

    def remove(self) -> bool:
        """Let the search of the row go; False where it is no such row."""
        search = self.here
        if search is None:
            return False
        self._submit(SaveSearch(name=search.name, remove=True))
        return True

    def _submit(self, params: SaveSearch) -> None:
        def run(service: Service) -> Done:
            return service.perform("save-search", params)

        self._screen.submit(Job(run=run, verb="save-search"))


def name_question(words: Words, saved: tuple[SavedSearch, ...], query: str) -> Question:
    """Under which name?"""

    def read(text: str) -> Echo:
        place = place_of(saved, text)
        id = "tui.saved.keeps" if place is None else "tui.saved.replaces"
        return Echo(words.say("tui.arrow", text=words.say(id, query=query)))

    return Question(
        key="save-search",
        label=words.say("tui.saved.label"),
        hint=words.say("tui.saved.hint", query=query),
        read=read,
        complete=lambda text: next(
            (each.name for each in saved if saved_id(each.name).startswith(saved_id(text))), text
        ),
    )
