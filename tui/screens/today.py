"""Today: whom to get back to and why, how warm the network is, and the week's time."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Static

from store.records.ids import PersonId
from store.views.day_state import pause_said
from store.views.heat import heat_summary
from store.views.today import Absence, TodayRow, TodayView, today_view
from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.follow_up_rows import ABSENCE, Manner, aside, closing_line, follow_up_rows
from tui.requests import Request
from tui.screens.days_away import DaysAway
from tui.screens.fit_session import FitSession
from tui.screens.heat_pane import FIND, HeatPane
from tui.screens.side_panes import SidePanes
from tui.screens.targets import Targets
from tui.screens.today_arrangement import arrange, panes_in_turn
from tui.screens.today_detail import TodayDetail
from tui.screens.today_moves import Moves
from tui.screens.today_targets import listed, visited
from tui.screens.verb_place import Table, VerbPlace
from tui.screens.visiting import leave
from tui.shape import Shape, one_pane, roomy, shape_of
from tui.writer import Job
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


class Today(VerbPlace, inherit_bindings=False):
    """The first screen."""

    BINDINGS = bindings_of("today")

    visited: var[PersonId | None] = var[PersonId | None](None, init=False)
    """Somebody gone to who has no row shown, nor a cell where verbs are about the heat."""

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._moves = Moves(self)
        self._sides = SidePanes(self, words, keys)
        self.heat = HeatPane(self)
        self._away = DaysAway()
        self.session = FitSession(self)
        self._view: TodayView | None = None
        self._rows: dict[str, TodayRow] = {}
        self._everything = False
        self._needle = ""
        self._detail = TodayDetail(self, self._sides)
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
        self.query_one(FollowUps).focus()
        self.redraw()

    # State ------------------------------------------------------------------------------------

    def watch_fresh(self) -> None:
        """New data: the cursor stays on its row."""
        self.redraw()

    def watch_visited(self) -> None:
        """While somebody else is meant no row of the list is pointed at."""
        self.query_one(FollowUps).meant = self.visited is None

    def watch_curtain(self, before: bool, now: bool) -> None:
        """Names come or go; at the beginning it is told of though nothing has changed."""
        if now != before:
            self.redraw()

    def committed(self, job: Job) -> None:
        """The cursor goes to the row after the one that is done."""
        if job.then is not None:
            self.query_one(FollowUps).go_to(job.then)
        self.session.committed(job)

    def run_command(self, id: str) -> None:
        """Carry out a command; in a session, see how much time is left."""
        super().run_command(id)
        self.session.acted()

    # Drawing ----------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw all panes from what there is now."""
        if self.fresh is None or not self.is_mounted:
            return
        self._drawn_for = self._look()
        fresh, words = self.fresh, self.words
        whole = not self.session.on and (self._everything or bool(self._needle))
        view = self._away.asked(today_view(fresh.snapshot, fresh.ties, whole=whole), fresh)
        self._view = view = self.session.only(view, fresh)
        if self.visited is not None and self.visited not in fresh.snapshot.people:
            self.visited = None
        self._rows = {row.id: row for row in view.rows}
        manner = Manner(
            everything=whole,
            airy=roomy(self.app.size),
            curtain=self.curtain,
            needle=self._needle,
        )
        pane = self.query_one(FollowUps)
        pane.title = words.say("pane.follow_ups.title")
        paused = pause_said(fresh.snapshot.me, fresh.today, words)
        pane.aside = self.session.aside() or paused or aside(view, words, roomy(self.app.size))
        rows = self.session.told(follow_up_rows(view, words, fresh.today, manner), manner)
        pane.show(rows, closing_line(view, words, self.curtain))
        self.show_day(fresh)
        self.heat.draw(fresh)
        self._sides.draw(fresh, self.curtain)
        self._arrange()
        self._detail.draw()

    def _arrange(self) -> None:
        """Show one pane where only one fits or one is zoomed."""
        here = self.focused if isinstance(self.focused, Sheet) else self.query_one(FollowUps)
        arrange(self, here, alone=self.alone, whole=self.heat.whole)

    @property
    def alone(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed or one_pane(shape_of(self.app.size))

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        if self._drawn_for != self._look():
            self.redraw()

    def _look(self) -> tuple[Shape, bool]:
        return shape_of(self.app.size), roomy(self.app.size)

    # Situation --------------------------------------------------------------------------------

    def _pane(self) -> Pane:
        names: tuple[tuple[type[Sheet], Pane], ...] = (
            (Heat, "heat"),
            (Prose, "why"),
            (Week, "week"),
        )
        return next((name for kind, name in names if isinstance(self.focused, kind)), "follow-ups")

    @property
    def row(self) -> TodayRow | None:
        """The row under the list's cursor."""
        return self._rows.get(self.query_one(FollowUps).key or "")

    @property
    def people_listed(self) -> tuple[str, ...]:
        """Who has a row in the list, each once."""
        rows = (self._rows.get(id) for id in self.query_one(FollowUps).ids)
        return tuple(dict.fromkeys(row.person for row in rows if row is not None))

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        if self.heat.chosen and self.visited is None and self.fresh is not None:
            person, row = bool(self.heat.meant()), self.heat.has_row(self.fresh)
        else:
            targets = self.targets()
            person, row = bool(targets.people), bool(targets.rows)
        return Situation(
            place="today",
            pane=self._pane(),
            person=person,
            row=row,
            marked=len(self.chooser.marks),
            repeatable=self._verbs.repeatable,
        )

    @property
    def chooser(self) -> FollowUps | Heat:
        """The pane whose cursor and marks say whom a verb is about."""
        return self.heat.pane if self.heat.chosen else self.query_one(FollowUps)

    def targets(self) -> Targets:
        """Somebody gone to, the marked rows, or the row under the cursor."""
        if self.fresh is None:
            return Targets()
        snapshot = self.fresh.snapshot
        if self.visited is not None and self.visited in snapshot.people:
            return visited(self.visited, self.fresh)
        if self.heat.chosen:
            return self.heat.targets(self.fresh)
        return listed(self.query_one(FollowUps), self._rows, snapshot)

    def own_verbs(self) -> tuple[Table, ...]:
        """Going about on it."""
        return (self._moves.table(), self.session.table())

    # Going about ------------------------------------------------------------------------------

    def focus_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        panes = panes_in_turn(self, alone=self.alone, whole=self.heat.whole)
        here = next((i for i, pane in enumerate(panes) if pane is self.focused), 0)
        self.show_pane(panes[(here + by) % len(panes)])

    def show_pane(self, pane: Sheet) -> None:
        """Give a pane the focus; one that is not displayed cannot take it."""
        pane.display = True
        for column in self.query("#left, #right").results(Column):
            column.display = True
        self.set_focus(pane)

    def zoom(self, on: bool) -> None:
        """One pane alone, or all again."""
        self._zoomed = on
        whole = on and isinstance(self.focused, Heat)
        if whole != self.heat.whole:
            self.heat.whole = whole
            self.redraw()
        else:
            self._arrange()
            self._detail.draw()

    def narrow(self, needle: str) -> int:
        """Only rows that hold a text; how many there are."""
        self._needle = needle
        self.redraw()
        return sum(row.id is not None for row in self.query_one(FollowUps).rows)

    def show_rest(self) -> None:
        """What can wait, too."""
        self._everything = True
        self.redraw()

    def row_ids(self, person: PersonId) -> list[str]:
        """The rows of a person that are in the list."""
        return [row.id for row in self._rows.values() if row.person == person]

    def draw_detail(self) -> None:
        """Tell of who is meant now."""
        self._detail.draw()

    def explain(self, on: bool) -> None:
        """The detail gives the arithmetic, or what helps to begin."""
        self._detail.arithmetic = on
        self._detail.draw()

    @property
    def absence(self) -> Absence | None:
        """Days away that were not spoken about yet."""
        return self._view.summary.absence if self._view is not None else None

    @property
    def asking_absence(self) -> bool:
        """Whether the list's cursor stands on the question about days away."""
        return self.query_one(FollowUps).key == ABSENCE

    @property
    def explaining(self) -> bool:
        """Whether the detail gives the arithmetic."""
        return self._detail.arithmetic

    def step_back(self) -> bool:
        """Undo the latest of what narrows or widens the view; whether there was anything."""
        if self.visited is not None:
            leave(self)
        elif self._detail.arithmetic:
            self.explain(False)
        elif self.chooser.clear_marks():
            self.draw_marks()
        elif self._needle:
            self.narrow("")
        elif self._zoomed:
            self.zoom(False)
        elif self.session.on:
            self.session.end()
        elif self._everything:
            self._everything = False
            self.redraw()
        elif self.asking_absence:
            self._away.leave()
            self.redraw()
        else:
            return False
        return True

    def cancelled(self, question: Question) -> None:
        """A search that was left shows all again."""
        if question.key == "find":
            self.narrow("")
        elif question.key == FIND:
            self.heat.not_found()

    # Events -----------------------------------------------------------------------------------

    def draw_marks(self) -> None:
        """How many are marked, in footer and title."""
        if self.heat.chosen and self.fresh is not None:
            self.heat.draw_aside(heat_summary(self.fresh.snapshot, self.fresh.ties))
        self.show_footer()

    @on(LineList.Moved)
    @on(Heat.Moved)
    def _moved(self, event: LineList.Moved | Heat.Moved) -> None:
        event.stop()
        self.visited = None
        self._detail.soon()

    @on(LineList.Opened)
    @on(Heat.Opened)
    def _opened(self, event: LineList.Opened | Heat.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """The footer follows the focus; so does the only pane that fits."""
        if isinstance(self.focused, FollowUps | Heat):
            if self.visited is not None:
                self.visited = None
                self._detail.soon()
            self._choose(isinstance(self.focused, Heat))
        if self.alone:
            self._arrange()
        self.show_footer()
        if not self._ready:
            self._ready = True
            self.post_message(Request("paint"))

    def _choose(self, heat: bool) -> None:
        """Verbs are about the heat's cursor from now on, or about the list's."""
        if heat != self.heat.chosen:
            self.heat.chosen = heat
            if self.fresh is not None:
                self.heat.draw(self.fresh)
                self._detail.soon()
