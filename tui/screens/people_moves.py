"""Going about on People: rows, panes, finding, narrowing, marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.records.people_columns import Column
from tui.phrasing.people_rows import order_word
from tui.requests import Remember, Request
from tui.screens.finding import person_question
from tui.screens.to_card import card_of_people
from tui.typed.person import person_typed
from widgets.facet_list import FacetList
from widgets.prose import Prose

if TYPE_CHECKING:
    from tui.screens.people import People

DETAIL_LINES = 3
"""How far J and K scroll."""


class PeopleMoves:
    """The commands that change what is looked at, not the data."""

    def __init__(self, screen: People) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        return {
            "go.today": self._to_today,
            "go.people": partial(self._screen.focus_pane, 1),
            "go.card": partial(card_of_people, self._screen),
            "go.down": partial(self._move, 1),
            "go.up": partial(self._move, -1),
            "go.right": partial(self._screen.focus_pane, 1),
            "go.left": partial(self._screen.focus_pane, -1),
            "go.page_down": partial(self._page, 1),
            "go.page_up": partial(self._page, -1),
            "go.first": partial(self._to_end, False),
            "go.last": partial(self._to_end, True),
            "go.next_pane": partial(self._screen.focus_pane, 1),
            "go.previous_pane": partial(self._screen.focus_pane, -1),
            "go.detail_down": partial(self._leap, 1),
            "go.detail_up": partial(self._leap, -1),
            "go.open": self._open,
            "go.back": self._back,
            "go.find": self._find,
            "go.person": self._go_to_person,
            "people.narrow": self._narrow,
            "people.order": self._order,
            "people.columns": self._columns,
            "all.zoom": self._zoom,
            "all.mark": self._mark,
            "all.mark_all": self._mark_all,
            "person.why": self._why,
            "people.merge": self._merge,
        }

    @property
    def _narrowing(self) -> bool:
        return isinstance(self._screen.focused, FacetList)

    @property
    def _reading(self) -> bool:
        return isinstance(self._screen.focused, Prose)

    def _to_today(self) -> None:
        self._screen.post_message(Request("today"))

    # Rows -------------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        if self._reading:
            self._scroll(by)
        elif self._narrowing:
            self._screen.query_one(FacetList).move(by)
        else:
            self._screen.list.move(by)

    def _page(self, direction: int) -> None:
        if self._reading:
            self._scroll(direction * max(1, self._screen.query_one(Prose).inner_height // 2))
        elif self._narrowing:
            self._screen.query_one(FacetList).page(direction)
        else:
            self._screen.list.page(direction)

    def _to_end(self, last: bool) -> None:
        if self._reading:
            self._scroll(10**6 if last else -(10**6))
        elif self._narrowing:
            self._screen.query_one(FacetList).to_end(last)
        else:
            self._screen.list.to_end(last)

    def _leap(self, by: int) -> None:
        """In the choices from group to group, else the preview by some lines."""
        if self._narrowing:
            self._screen.choices.leap(by)
        else:
            self._scroll(by * DETAIL_LINES)

    def _scroll(self, by: int) -> None:
        self._screen.query_one(Prose).scroll_text(by)

    # Panes ------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self._narrowing:
            self._screen.choices.choose()
        elif self._screen.list.key is not None:
            card_of_people(self._screen)

    def _zoom(self) -> None:
        self._screen.zoom(not self._screen.zoomed)

    def _back(self) -> None:
        """Back to the list; there the latest of what narrows is taken away, the marks last."""
        screen = self._screen
        if screen.explaining:
            screen.explain(False)
        elif self._narrowing and screen.choices.all_again():
            return
        elif screen.zoomed or screen.pane_here is not screen.list:
            screen.show_pane(screen.list)
            screen.zoom(False)
        elif screen.wish.query:
            self._screen.searching.nothing()
        elif screen.wish.narrows:
            screen.wish.widen()
            screen.look_up()
        elif screen.list.clear_marks():
            screen.draw_marks()
        else:
            self._to_today()

    # Finding ----------------------------------------------------------------------------------

    def _find(self) -> None:
        if self._narrowing:
            self._screen.choices.find()
        else:
            self._screen.finding.begin()

    def _narrow(self) -> None:
        screen = self._screen
        screen.show_pane(screen.list if self._narrowing else screen.query_one(FacetList))

    def _order(self) -> None:
        wish, words = self._screen.wish, self._screen.words
        wish.order_otherwise()
        self._screen.look_up(anew=True)
        self._screen.say(words.say("pane.people.ordered", order=order_word(wish.order, words)))

    def _columns(self) -> None:
        from tui.screens.people_columns import ColumnChoice

        screen = self._screen
        room = partial(getattr, screen.list, "room")
        found = bool(screen.wish.query.strip())
        choice = ColumnChoice(screen.columns, screen.words, screen.list.glyphs, found, room)
        screen.app.push_screen(choice, self._columns_chosen)

    def _columns_chosen(self, columns: tuple[Column, ...] | None) -> None:
        screen = self._screen
        if columns is not None and columns != screen.columns:
            screen.columns = columns
            screen.look_up()
            screen.post_message(Remember("people_columns", columns))

    def _go_to_person(self) -> None:
        fresh = self._screen.fresh
        if fresh is not None:
            curtain = self._screen.curtain
            question = person_question(self._screen.words, fresh.snapshot, curtain)
            self._screen.ask(question, self._gone_to)

    def _gone_to(self, text: str) -> None:
        fresh, screen = self._screen.fresh, self._screen
        people = person_typed(text, fresh.snapshot) if fresh is not None else []
        if not people or screen.list.go_to(people[0].id):
            return
        screen.wish.awaited = people[0].id
        screen.wish.chosen, screen.wish.untouched = (), 0
        self._screen.searching.nothing()

    # Marks ------------------------------------------------------------------------------------

    def _mark(self) -> None:
        if self._narrowing:
            self._screen.choices.choose()
            return
        self._screen.list.toggle_mark()
        self._screen.draw_marks()

    def _mark_all(self) -> None:
        self._screen.list.mark_all()
        self._screen.draw_marks()

    def _merge(self) -> None:
        from tui.screens.marked_two import merging_of

        fresh = self._screen.fresh
        wanted = None if fresh is None else merging_of(fresh, self._screen.targets().people)
        if wanted is not None:
            self._screen.post_message(wanted)

    # One person -------------------------------------------------------------------------------

    def _why(self) -> None:
        self._screen.explain(not self._screen.explaining)
