"""Today: whom to get back to and why, how warm the network is, and the week's time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Static

from store.records.ids import PersonId
from store.views.today import Absence, TodayRow, TodayView, today_view
from store.words import dates
from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.follow_up_rows import ABSENCE, Manner, aside, closing_line, follow_up_rows
from tui.requests import Request
from tui.screens.days_away import DaysAway
from tui.screens.place import Place
from tui.screens.side_panes import SidePanes
from tui.screens.tabs import tabs
from tui.screens.tagging import Tagging
from tui.screens.targets import Targets, people_of_rows
from tui.screens.today_moves import Moves
from tui.screens.verbs import Verbs
from tui.shape import Shape, one_pane, roomy, shape_of
from tui.writer import Fresh, Job
from widgets.ask_line import AskLine, Question
from widgets.column import Column, Row
from widgets.follow_ups import FollowUps
from widgets.foot import Foot
from widgets.header import Header
from widgets.heat import Heat
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.prose import Prose
from widgets.sheet import Sheet
from widgets.week import Week

DETAIL_SECONDS = 0.08
"""The detail follows the cursor once it rests that long: a held key repaints two lines only."""


class Today(Place, inherit_bindings=False):
    """The first screen."""

    BINDINGS = bindings_of("today")

    detail_seconds = DETAIL_SECONDS

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._verbs = Verbs(self)
        self._moves = Moves(self)
        self._tagging = Tagging(self, self._verbs.remember)
        self._sides = SidePanes(self, words)
        self._away = DaysAway()
        self._view: TodayView | None = None
        self._rows: dict[str, TodayRow] = {}
        self._visited: PersonId | None = None
        self._everything = False
        self._needle = ""
        self._zoomed = False
        self._arithmetic = False
        self._detail: asyncio.TimerHandle | None = None
        self._ready = False
        self._drawn_for: tuple[Shape, bool] | None = None

    def compose(self) -> ComposeResult:
        """Header, two columns of panes, foot; the line to type in lies over the foot."""
        yield Header()
        with Row(id="panes"):
            with Column(id="left"):
                yield FollowUps()
                yield Heat()
            with Column(id="right"):
                yield Prose()
                yield Week()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Give the list the focus and draw what there is."""
        super().on_mount()
        header = self.query_one(Header)
        header.tabs = tabs(self.words)
        self.query_one(FollowUps).focus()
        self._draw()

    # State ------------------------------------------------------------------------------------

    def today(self) -> date:
        """The day the panes are drawn for."""
        assert self.fresh is not None
        return self.fresh.today

    def draft(self, key: str) -> str:
        """What was typed before."""
        return self.drafts.get(key)

    def watch_fresh(self) -> None:
        """New data: the cursor stays on its row."""
        self._draw()

    def watch_curtain(self) -> None:
        """Names come or go."""
        self._draw()

    def committed(self, job: Job) -> None:
        """The cursor goes to the row after the one that is done."""
        if job.then is not None:
            self.query_one(FollowUps).go_to(job.then)

    # Drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self.fresh is None or not self.is_mounted:
            return
        self._drawn_for = self._look()
        fresh, words = self.fresh, self.words
        whole = self._everything or bool(self._needle)
        view = self._away.asked(today_view(fresh.snapshot, fresh.ties, whole=whole), fresh)
        self._view = view
        if self._visited is not None and self._visited not in fresh.snapshot.people:
            self._visited = None
        self._rows = {row.id: row for row in view.rows}
        manner = Manner(
            everything=whole,
            airy=roomy(self.app.size),
            curtain=self.curtain,
            needle=self._needle,
        )
        pane = self.query_one(FollowUps)
        pane.title = words.say("pane.follow_ups.title")
        pane.aside = aside(view, words, roomy(self.app.size))
        rows = follow_up_rows(view, words, fresh.today, manner)
        pane.show(rows, closing_line(view, words, self.curtain))
        self.query_one(Header).day = dates.header_day(fresh.today, words.language)
        self._sides.draw(fresh, self.curtain, roomy(self.app.size))
        self._arrange()
        self._draw_detail()

    def _draw_detail(self) -> None:
        self._detail = None
        if self.fresh is None:
            return
        row = self._row()
        person = self._visited or (PersonId(row.person) if row else None)
        if person is None and self.absence is not None and self._asking_absence:
            self._sides.absence(self.absence)
        else:
            self._sides.detail(self.fresh, person, row, arithmetic=self._arithmetic)
        self.show_footer()

    def _arrange(self) -> None:
        """Show one pane where only one fits or one is zoomed."""
        shape = shape_of(self.app.size)
        alone = one_pane(shape) or self._zoomed
        here = self.focused if isinstance(self.focused, Sheet) else self.query_one(FollowUps)
        for pane in self._panes():
            pane.framed = shape != "phone"
            fits = not (isinstance(pane, Week) and shape == "compact" and not alone)
            pane.display = pane is here if alone else fits
        for side in ("#left", "#right"):
            column = self.query_one(side)
            column.display = any(pane.display for pane in column.query(Sheet))
            column.set_class(alone, "-alone")

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        if self._drawn_for != self._look():
            self._draw()

    def _look(self) -> tuple[Shape, bool]:
        return shape_of(self.app.size), roomy(self.app.size)

    # Situation --------------------------------------------------------------------------------

    def _panes(self) -> list[Sheet]:
        kinds: tuple[type[Sheet], ...] = (FollowUps, Prose, Heat, Week)
        return [self.query_one(kind) for kind in kinds]

    def _pane(self) -> Pane:
        names: tuple[tuple[type[Sheet], Pane], ...] = (
            (Heat, "heat"),
            (Prose, "why"),
            (Week, "week"),
        )
        return next((name for kind, name in names if isinstance(self.focused, kind)), "follow-ups")

    def _row(self) -> TodayRow | None:
        return self._rows.get(self.query_one(FollowUps).key or "")

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        targets = self.targets()
        return Situation(
            place="today",
            pane=self._pane(),
            person=bool(targets.people),
            row=bool(targets.rows),
            marked=len(self.query_one(FollowUps).marks),
            repeatable=self._verbs.repeatable,
        )

    def targets(self) -> Targets:
        """Somebody gone to, the marked rows, or the row under the cursor."""
        if self.fresh is None:
            return Targets()
        snapshot = self.fresh.snapshot
        if self._visited is not None and self._visited in snapshot.people:
            theirs = [row for row in self._rows.values() if row.person == self._visited]
            return Targets(rows=tuple(theirs[:1]), people=(snapshot.people[self._visited],))
        pane = self.query_one(FollowUps)
        marked = [row.id for row in pane.marked_rows if row.id]
        rows = tuple(self._rows[id] for id in marked if id in self._rows)
        then = pane.key_after if not pane.marks else None
        return Targets(rows=rows, people=people_of_rows(rows, snapshot), then=then)

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """All commands of this screen."""
        tables = (self._verbs.table(), self._tagging.table(), self._moves.table())
        return {id: verb for table in (super().verbs(), *tables) for id, verb in table.items()}

    @property
    def correctable(self) -> bool:
        """After `d`, until another command."""
        return self._verbs.correctable is not None

    def run_command(self, id: str) -> None:
        """Carry out a command; only `c` right after `d` corrects it."""
        if id not in ("person.log", "all.commands"):
            self._verbs.correctable = None
        super().run_command(id)

    # Going about ------------------------------------------------------------------------------

    def focus_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        alone = self._zoomed or one_pane(shape_of(self.app.size))
        panes = [pane for pane in self._panes() if pane.display or alone]
        here = next((i for i, pane in enumerate(panes) if pane is self.focused), 0)
        target = panes[(here + by) % len(panes)]
        target.display = True
        for column in self.query("#left, #right").results(Column):
            column.display = True
        self.set_focus(target)

    def zoom(self, on: bool) -> None:
        """One pane alone, or all again."""
        self._zoomed = on
        self._arrange()

    @property
    def zoomed(self) -> bool:
        """Whether one pane stands alone."""
        return self._zoomed

    def narrow(self, needle: str) -> int:
        """Only rows that hold a text; how many there are."""
        self._needle = needle
        self._draw()
        return sum(row.id is not None for row in self.query_one(FollowUps).rows)

    def show_rest(self) -> None:
        """What can wait, too."""
        self._everything = True
        self._draw()

    def visit(self, person: PersonId | None) -> None:
        """Turn to a person who need not have a row."""
        self._visited = person
        self._draw_detail()

    def explain(self, on: bool) -> None:
        """The detail gives the arithmetic, or what helps to begin."""
        self._arithmetic = on
        self._draw_detail()

    @property
    def absence(self) -> Absence | None:
        """Days away that were not spoken about yet."""
        return self._view.summary.absence if self._view is not None else None

    @property
    def _asking_absence(self) -> bool:
        return self.query_one(FollowUps).key == ABSENCE

    @property
    def explaining(self) -> bool:
        """Whether the detail gives the arithmetic."""
        return self._arithmetic

    def step_back(self) -> bool:
        """Undo the latest of what narrows or widens the view; whether there was anything."""
        pane = self.query_one(FollowUps)
        if self._visited is not None:
            self.visit(None)
        elif self._arithmetic:
            self.explain(False)
        elif pane.clear_marks():
            self.show_footer()
        elif self._needle:
            self.narrow("")
        elif self._zoomed:
            self.zoom(False)
        elif self._everything:
            self._everything = False
            self._draw()
        elif self._asking_absence:
            self._away.leave()
            self._draw()
        else:
            return False
        return True

    def cancelled(self, question: Question) -> None:
        """A search that was left shows all again."""
        if question.key == "find":
            self.narrow("")

    # Events -----------------------------------------------------------------------------------

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._visited = None
        if self._detail is not None:
            self._detail.cancel()
        # The loop's own timer: Textual's would be a task for each key.
        loop = asyncio.get_running_loop()
        self._detail = loop.call_later(self.detail_seconds, self.call_next, self._draw_detail)

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """The footer follows the focus; so does the only pane that fits."""
        if self._zoomed or one_pane(shape_of(self.app.size)):
            self._arrange()
        self.show_footer()
        if not self._ready:
            self._ready = True
            self.post_message(Request("paint"))
