"""Going about on the screen of time: weeks, panes, zoom, other people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.records.ids import PersonId
from store.rules.budget import Week
from tui.phrasing.time_why import (
    Calendars,
    budget_explained,
    shares_explained,
    slots_explained,
    timer_explained,
    weeks_explained,
)
from tui.requests import CardWanted, PageWanted, Request, What
from tui.screens.finding import person_question
from tui.screens.focused_walk import FocusedWalk
from tui.screens.time_arrangement import fits_one, sheet_of
from tui.screens.time_pages import FiguresPage
from tui.screens.time_questions import ask_budget, ask_spent
from tui.typed.person import person_typed
from widgets.paragraph import Paragraph
from widgets.prose import Prose
from widgets.slot_list import SlotList

if TYPE_CHECKING:
    from tui.screens.time_screen import TimeScreen

DETAIL_LINES = 3
"""How far J and K scroll who got the time."""


class TimeMoves:
    """The commands that change what is looked at, and those that ask for a line."""

    def __init__(self, screen: TimeScreen) -> None:
        """Bind the screen."""
        self._screen = screen

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Command to deed."""
        screen = self._screen
        return {
            **FocusedWalk(screen, self._rows).table(),
            "go.today": partial(self._ask, "today"),
            "go.people": partial(self._ask, "people"),
            "go.card": self._to_card,
            "go.time": partial(screen.focus_pane, 1),
            "go.right": partial(screen.focus_pane, 1),
            "go.left": partial(screen.focus_pane, -1),
            "go.next_pane": partial(screen.focus_pane, 1),
            "go.previous_pane": partial(screen.focus_pane, -1),
            "go.detail_down": partial(self._scroll, DETAIL_LINES),
            "go.detail_up": partial(self._scroll, -DETAIL_LINES),
            "go.open": self._open,
            "go.back": self._back,
            "go.person": self._go_to_person,
            "all.zoom": self._zoom,
            "time.before": partial(screen.turn_week, -1),
            "time.after": partial(screen.turn_week, 1),
            "time.spent": partial(ask_spent, screen),
            "time.budget": partial(ask_budget, screen),
            "time.note": screen.timing.note,
            "time.why": self._why,
        }

    def _ask(self, what: What) -> None:
        self._screen.post_message(Request(what))

    @property
    def _list(self) -> SlotList:
        return self._screen.query_one(SlotList)

    # Lines ------------------------------------------------------------------------------------

    def _rows(self) -> SlotList | None:
        """The slots, where they have the focus, as their cursor moves only then.

        They get it where they are seen: nothing else on the screen has lines to go through.
        """
        screen = self._screen
        if screen.pane == "slots":
            return self._list
        if self._list.display:
            screen.show_pane("slots")
        else:
            screen.say(screen.words.say("time.nothing_to_move"), "dim")
        return None

    def _scroll(self, by: int) -> None:
        self._screen.query_one("#shares", Prose).scroll_text(by)

    # Panes ------------------------------------------------------------------------------------

    def _open(self) -> None:
        """What the pane with the focus offers: its slot, the budget, the timer, or all of it."""
        screen = self._screen
        if screen.pane == "slots":
            if screen.slot is not None:
                screen.slots.open()
            else:
                screen.say(screen.words.say("time.slots.nothing"), "dim")
        elif screen.pane == "budget":
            ask_budget(screen)
        elif screen.pane == "timer":
            screen.timing.turn()
        elif fits_one(screen.app.size):
            screen.say(screen.words.say("time.nothing_to_open"), "dim")
        else:
            self._zoom()

    def _zoom(self) -> None:
        """Where one pane has all the room anyway there is nothing to zoom."""
        if not fits_one(self._screen.app.size):
            self._screen.zoom(not self._screen.zoomed)

    def _back(self) -> None:
        if not self._screen.step_back():
            self._screen.app.pop_screen()

    # People -----------------------------------------------------------------------------------

    def _to_card(self) -> None:
        """Whoever the slot under the cursor is for; else whoever was looked at last."""
        people = tuple(PersonId(each.id) for each in self._screen.targets().people)
        self._screen.post_message(CardWanted(people[0] if people else None, people))

    def _go_to_person(self) -> None:
        screen = self._screen
        if screen.fresh is not None:
            snapshot = screen.fresh.snapshot
            screen.ask(person_question(screen.words, snapshot, screen.curtain), self._gone_to)

    def _gone_to(self, text: str) -> None:
        screen = self._screen
        people = person_typed(text, screen.fresh.snapshot) if screen.fresh is not None else []
        if people:
            screen.post_message(CardWanted(PersonId(people[0].id)))

    # Why --------------------------------------------------------------------------------------

    def _why(self) -> None:
        screen = self._screen
        pane = sheet_of(screen, screen.pane)
        page = FiguresPage(pane.title, self._told(), screen.words, pane.glyphs)
        screen.post_message(PageWanted(page))

    def _told(self) -> tuple[Paragraph, ...]:
        """What stands behind the figures of the pane with the focus."""
        screen, shown = self._screen, self._screen.shown
        words, now = screen.words, screen.moment()
        if shown is None:
            return ()
        if screen.pane == "budget":
            budget = shown.fresh.snapshot.me.budget
            return budget_explained(shown.figures.week, budget, words, shown.today)
        if screen.pane == "shares":
            return shares_explained(shown.figures, words, shown.today)
        if screen.pane == "weeks":
            return weeks_explained(shown.figures, words, shown.today)
        if screen.pane == "timer":
            return timer_explained(screen.running(), words, now)
        days = Week(max(shown.days.start, shown.today), shown.days.until)
        calendars = Calendars(screen.busy.times(), shown.problems, screen.busy.longest(days))
        settings, wall = shown.fresh.ties.settings, now.replace(tzinfo=None)
        return slots_explained(shown.slots, calendars, settings, words, wall)
