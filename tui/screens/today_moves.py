"""Going about on Today: rows, panes, zoom, marks, finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.actions.edit import Edit
from store.actions.pause import PauseClock
from store.actions.service import Done, Service
from store.records.ids import PersonId
from store.records.snapshot import Snapshot
from tui.phrasing.follow_up_rows import ABSENCE
from tui.requests import Request
from tui.screens.edit_card import EditCard
from tui.screens.finding import find_question, person_question, person_typed
from tui.writer import Job
from widgets.follow_ups import REST, FollowUps
from widgets.prose import Prose

if TYPE_CHECKING:
    from tui.screens.today import Today

DETAIL_LINES = 3
"""How far J and K scroll."""


class Moves:
    """The commands that change what is looked at, not the data."""

    def __init__(self, screen: Today) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        return {
            "go.today": partial(self._screen.focus_pane, 1),
            "go.people": self._to_people,
            "go.down": partial(self._move, 1),
            "go.up": partial(self._move, -1),
            "go.page_down": partial(self._page, 1),
            "go.page_up": partial(self._page, -1),
            "go.first": partial(self._to_end, False),
            "go.last": partial(self._to_end, True),
            "go.next_pane": partial(self._screen.focus_pane, 1),
            "go.previous_pane": partial(self._screen.focus_pane, -1),
            "go.detail_down": partial(self._scroll, DETAIL_LINES),
            "go.detail_up": partial(self._scroll, -DETAIL_LINES),
            "go.open": self._open,
            "go.back": self._back,
            "go.find": self._find,
            "go.person": self._go_to_person,
            "all.zoom": self._zoom,
            "all.mark": self._mark,
            "all.mark_all": self._mark_all,
            "person.why": self._why,
            "person.edit": self._edit,
        }

    def _to_people(self) -> None:
        self._screen.post_message(Request("people"))

    @property
    def _list(self) -> FollowUps:
        return self._screen.query_one(FollowUps)

    @property
    def _prose_focused(self) -> bool:
        return isinstance(self._screen.focused, Prose)

    def _move(self, by: int) -> None:
        if self._prose_focused:
            self._scroll(by)
        else:
            self._list.move(by)

    def _page(self, direction: int) -> None:
        if self._prose_focused:
            self._scroll(direction * max(1, self._screen.query_one(Prose).inner_height // 2))
        else:
            self._list.page(direction)

    def _to_end(self, last: bool) -> None:
        if self._prose_focused:
            self._scroll(10**6 if last else -(10**6))
        else:
            self._list.to_end(last)

    def _scroll(self, by: int) -> None:
        self._screen.query_one(Prose).scroll_text(by)

    def _open(self) -> None:
        key = self._list.key
        if key == REST:
            self._screen.show_rest()
        elif key == ABSENCE:
            self._stop_the_clock()
        elif isinstance(self._screen.focused, FollowUps):
            self._screen.set_focus(self._screen.query_one(Prose))
            self._screen.zoom(True)
        else:
            self._screen.zoom(not self._screen.zoomed)

    def _stop_the_clock(self) -> None:
        away = self._screen.absence
        if away is None:
            return
        params = PauseClock(start=away.start, until=away.until)

        def run(service: Service) -> Done:
            return service.perform("pause", params)

        self._screen.submit(Job(run=run, verb="pause"))

    def _back(self) -> None:
        opened = self._screen.zoomed and self._prose_focused
        if self._screen.step_back() and not opened:
            return
        if not isinstance(self._screen.focused, FollowUps):
            self._list.display = True
            self._screen.set_focus(self._list)

    def _zoom(self) -> None:
        self._screen.zoom(not self._screen.zoomed)

    def _mark(self) -> None:
        self._list.toggle_mark()
        self._screen.show_footer()

    def _mark_all(self) -> None:
        self._list.mark_all()
        self._screen.show_footer()

    def _why(self) -> None:
        self._screen.explain(not self._screen.explaining)

    def _find(self) -> None:
        question = find_question(self._screen.words, self._screen.narrow)
        self._screen.ask(question, lambda text: None)

    def _go_to_person(self) -> None:
        fresh = self._screen.fresh
        if fresh is not None:
            curtain = self._screen.curtain
            question = person_question(self._screen.words, fresh.snapshot, curtain)
            self._screen.ask(question, self._gone_to)

    def _gone_to(self, text: str) -> None:
        fresh = self._screen.fresh
        people = person_typed(text, fresh.snapshot) if fresh is not None else []
        if people:
            self._screen.visit(PersonId(people[0].id))

    def _edit(self) -> None:
        people = self._screen.targets().people
        if people:
            screen = EditCard(people[0], self._screen.words, self._screen.keys)
            fresh = self._screen.fresh
            seen = fresh.snapshot if fresh is not None else None
            self._screen.app.push_screen(screen, partial(self._edited, seen))

    def _edited(self, seen: Snapshot | None, params: Edit | None) -> None:
        if params is None:
            return

        def run(service: Service) -> Done:
            return service.perform("edit", params, seen)

        self._screen.submit(Job(run=run, verb="edit"))
