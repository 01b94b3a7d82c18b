"""Going about on capacity: rows, panes, finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.views.capacity_words import asks_nothing_said
from store.views.what_if import line_then
from tui.phrasing.curtain import name_shown
from tui.requests import CardWanted, Request, What
from tui.screens.finding import person_question
from tui.screens.focused_walk import FocusedWalk
from tui.typed.person import person_typed

if TYPE_CHECKING:
    from tui.screens.capacity import CapacityScreen

DETAIL_LINES = 3
"""How far J and K scroll."""


class CapacityMoves:
    """The commands that change what is looked at, not the data."""

    def __init__(self, screen: CapacityScreen) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        screen = self._screen
        return {
            **FocusedWalk(screen, lambda: screen.list).table(),
            "go.today": partial(self._go, "today"),
            "go.people": partial(self._go, "people"),
            "go.capacity": partial(self._screen.read, False),
            "go.card": self._to_card,
            "go.open": self._to_card,
            "go.left": self._other_pane,
            "go.right": self._other_pane,
            "go.next_pane": self._other_pane,
            "go.previous_pane": self._other_pane,
            "go.detail_down": partial(self._scroll, DETAIL_LINES),
            "go.detail_up": partial(self._scroll, -DETAIL_LINES),
            "go.back": self._back,
            "go.find": self._find,
            "go.person": self._find,
            "all.zoom": self._zoom,
            "person.why": self._why,
        }

    def _go(self, where: What) -> None:
        self._screen.post_message(Request(where))

    def _to_card(self) -> None:
        screen = self._screen
        key = screen.list.key
        person = PersonId(key) if key is not None else None
        screen.post_message(CardWanted(person, screen.list.ids))

    # Rows -------------------------------------------------------------------------------------

    def _scroll(self, by: int) -> None:
        self._screen.detail.scroll_text(by)

    # Panes ------------------------------------------------------------------------------------

    def _other_pane(self) -> None:
        self._screen.read(not self._screen.reading)

    def _zoom(self) -> None:
        self._screen.zoom(not self._screen.zoomed)

    def _why(self) -> None:
        self._screen.explain(not self._screen.explaining)

    def _back(self) -> None:
        """Back to the list, then to where one came from."""
        screen = self._screen
        if screen.explaining:
            screen.explain(False)
        elif screen.reading or screen.zoomed:
            screen.read(False)
            screen.zoom(False)
        else:
            screen.app.pop_screen()

    # Finding ----------------------------------------------------------------------------------

    def _find(self) -> None:
        screen = self._screen
        if screen.fresh is not None:
            question = person_question(screen.words, screen.fresh.snapshot, screen.curtain)
            screen.ask(question, self._gone_to)

    def _gone_to(self, text: str) -> None:
        """To somebody's row; who has none is told why."""
        screen, fresh = self._screen, self._screen.fresh
        people = person_typed(text, fresh.snapshot) if fresh is not None else []
        if fresh is None or not people or screen.list.go_to(people[0].id):
            return
        why = line_then(fresh.snapshot, fresh.ties, people[0]).idle
        name = name_shown(people[0].name, screen.curtain)
        screen.say(asks_nothing_said(name, why or "not_yet", screen.words), "dim")
