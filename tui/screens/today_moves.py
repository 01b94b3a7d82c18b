"""Going about on Today: rows, panes, zoom, marks, finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.actions.pause import PauseClock
from store.actions.service import Done, Service
from store.records.ids import PersonId
from tui.phrasing.follow_up_rows import ABSENCE
from tui.requests import PeopleWanted, Request
from tui.screens.finding import find_question, person_question
from tui.screens.to_card import card_of_today
from tui.screens.visiting import go_to
from tui.typed.person import person_typed
from tui.writer import Job
from widgets.follow_ups import REST, FollowUps
from widgets.heat import Heat
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
            "go.card": partial(card_of_today, self._screen),
            "go.down": partial(self._move, 1),
            "go.up": partial(self._move, -1),
            "go.right": partial(self._step, 1),
            "go.left": partial(self._step, -1),
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
        }

    def _to_people(self) -> None:
        self._screen.post_message(Request("people"))

    @property
    def _list(self) -> FollowUps:
        return self._screen.query_one(FollowUps)

    @property
    def _prose_focused(self) -> bool:
        return isinstance(self._screen.focused, Prose)

    @property
    def _walked(self) -> FollowUps | Heat:
        """The pane whose cursor the keys move: the heat only while it has the focus."""
        heat = self._screen.heat.pane
        return heat if self._screen.focused is heat else self._list

    def _move(self, by: int) -> None:
        if self._prose_focused:
            self._scroll(by)
        else:
            self._walked.move(by)

    def _step(self, by: int) -> None:
        """The next cell, or where there are none the next pane."""
        walked = self._walked
        if isinstance(walked, Heat):
            walked.step(by)
        else:
            self._screen.focus_pane(by)

    def _page(self, direction: int) -> None:
        if self._prose_focused:
            self._scroll(direction * max(1, self._screen.query_one(Prose).inner_height // 2))
        else:
            self._walked.page(direction)

    def _to_end(self, last: bool) -> None:
        if self._prose_focused:
            self._scroll(10**6 if last else -(10**6))
        else:
            self._walked.to_end(last)

    def _scroll(self, by: int) -> None:
        self._screen.query_one(Prose).scroll_text(by)

    def _open(self) -> None:
        screen = self._screen
        if self._prose_focused:
            card_of_today(screen)
        elif not isinstance(screen.focused, FollowUps):
            self._open_beside()
        elif self._list.key == REST:
            screen.show_rest()
        elif self._list.key == ABSENCE:
            self._stop_the_clock()
        else:
            screen.set_focus(screen.query_one(Prose))
            screen.zoom(True)

    def _open_beside(self) -> None:
        """Zoom the pane, and back; beside the whole heat go to the detail, and back."""
        screen = self._screen
        if screen.heat.whole:
            screen.focus_pane(1)
        else:
            screen.zoom(not screen.zoomed)

    def _stop_the_clock(self) -> None:
        away = self._screen.absence
        if away is None:
            return
        params = PauseClock(start=away.start, until=away.until)

        def run(service: Service) -> Done:
            return service.perform("pause", params)

        self._screen.submit(Job(run=run, verb="pause"))

    def _back(self) -> None:
        screen = self._screen
        beside = self._prose_focused and screen.heat.whole
        if beside and not screen.explaining:
            screen.set_focus(screen.heat.pane)
            return
        opened = screen.zoomed and self._prose_focused and not beside
        if screen.step_back() and not opened:
            return
        if not isinstance(screen.focused, FollowUps):
            self._list.display = True
            screen.set_focus(self._list)

    def _zoom(self) -> None:
        self._screen.zoom(not self._screen.zoomed)

    def _mark(self) -> None:
        self._screen.chooser.toggle_mark()
        self._screen.draw_marks()

    def _mark_all(self) -> None:
        self._screen.chooser.mark_all()
        self._screen.draw_marks()

    def _why(self) -> None:
        self._screen.explain(not self._screen.explaining)

    def _find(self) -> None:
        if self._screen.heat.chosen:
            self._screen.heat.find()
            return
        words = self._screen.words
        elsewhere = words.say("tui.find.elsewhere")
        question = find_question(words, self._screen.narrow, elsewhere=elsewhere)
        self._screen.ask(question, self._found)

    def _found(self, text: str) -> None:
        """What no row holds is looked for among all people."""
        screen = self._screen
        if text.strip() and not screen.narrow(text):
            screen.narrow("")
            screen.post_message(PeopleWanted(text))

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
            go_to(self._screen, PersonId(people[0].id))
