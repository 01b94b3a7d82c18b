"""Today: whom to get back to and why, how warm the network is, and the week's time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static

from store.records.ids import PersonId
from store.views.today import TodayRow, TodayView, today_view
from store.words import dates
from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys
from tui.drafts import Drafts
from tui.phrasing.follow_up_rows import ABSENCE, Manner, aside, closing_line, follow_up_rows
from tui.screens.edit_card import EditCard
from tui.screens.finding import find_question, person_question, person_typed
from tui.screens.place import Place
from tui.screens.side_panes import SidePanes
from tui.screens.targets import Targets, people_of_rows
from tui.screens.verbs import Verbs
from tui.shape import one_pane, roomy, shape_of
from tui.writer import Fresh, Job
from widgets.ask_line import AskLine, Question
from widgets.follow_ups import REST, FollowUpRow, FollowUps
from widgets.foot import Foot
from widgets.header import Header, Tab
from widgets.heat import Heat
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.prose import Prose
from widgets.sheet import Sheet
from widgets.week import Week

DETAIL_SECONDS = 0.08
"""The detail follows the cursor once it rests that long: a held key repaints two lines only."""


class Today(Place):
    """The first screen."""

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)
    curtain: var[bool] = var(False, init=False)

    def __init__(self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__(words, keys, drafts, glyphs)
        self._verbs = Verbs(self)
        self._sides = SidePanes(self, words)
        self._view: TodayView | None = None
        self._rows: dict[str, TodayRow] = {}
        self._visited: PersonId | None = None
        self._everything = False
        self._needle = ""
        self._zoomed = False
        self._arithmetic = False
        self._detail: Timer | None = None

    def compose(self) -> ComposeResult:
        """Header, two columns of panes, foot; the line to type in lies over the foot."""
        yield Header()
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield FollowUps()
                yield Heat()
            with Vertical(id="right"):
                yield Prose()
                yield Week()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Give the list the focus and draw what there is."""
        super().on_mount()
        header = self.query_one(Header)
        header.tabs = (Tab(1, self.words.say("command.today.label")),)
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

    def submit(self, job: Job) -> None:
        """Hand a job up; the app has the writer."""
        self.post_message(self.Wanted(job))

    def watch_fresh(self) -> None:
        """New data: the cursor stays on its row."""
        self._draw()

    def watch_curtain(self) -> None:
        """Names come or go."""
        self._draw()

    def stand_on(self, key: str) -> None:
        """Put the cursor on a row, if it is still there."""
        self.query_one(FollowUps).go_to(key)

    # Drawing ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self.fresh is None or not self.is_mounted:
            return
        fresh, words = self.fresh, self.words
        whole = self._everything or bool(self._needle)
        view = today_view(fresh.snapshot, fresh.ties, whole=whole)
        self._view = view
        self._rows = {row.id: row for row in view.rows}
        manner = Manner(
            everything=whole,
            airy=roomy(self.size),
            curtain=self.curtain,
            needle=self._needle,
        )
        pane = self.query_one(FollowUps)
        pane.title = words.say("pane.follow_ups.title")
        pane.aside = aside(view, words, roomy(self.size))
        rows = follow_up_rows(view, words, fresh.today, manner)
        pane.show(rows, closing_line(view, words, self.curtain))
        self.query_one(Header).day = dates.header_day(fresh.today, words.language)
        self._sides.draw(fresh, self.curtain, roomy(self.size))
        self._arrange()
        self._draw_detail()

    def _draw_detail(self) -> None:
        self._detail = None
        if self.fresh is None:
            return
        row = self._row()
        person = self._visited or (PersonId(row.person) if row else None)
        self._sides.detail(self.fresh, person, row, arithmetic=self._arithmetic)
        self.show_footer()

    def _arrange(self) -> None:
        """Show one pane where only one fits or one is zoomed."""
        shape = shape_of(self.size)
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
        """Another size, another arrangement."""
        self._draw()

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
            return Targets(people=(snapshot.people[self._visited],))
        pane = self.query_one(FollowUps)
        marked = [row.id for row in pane.marked_rows if row.id]
        rows = tuple(self._rows[id] for id in marked if id in self._rows)
        then = pane.key_after if not pane.marks else None
        return Targets(rows=rows, people=people_of_rows(rows, snapshot), then=then)
