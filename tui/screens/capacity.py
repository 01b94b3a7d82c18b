"""Capacity: what the rhythms promise a week, whose they are, and what a layer would change."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message as Event
from textual.timer import Timer
from textual.widgets import Static

from store.records.ids import PersonId
from store.views.capacity import CapacityView, Nudge, TieCost, capacity_view, nudge_of
from store.views.explain_cost import explain_cost
from store.views.today import rows_of_person
from store.words.words import Words
from tui.commands.command import Situation
from tui.commands.keymap import Keys, bindings_of
from tui.commands.registry import BY_ID
from tui.drafts import Drafts
from tui.phrasing.capacity_rows import beside, head, phrase_with, titles_of
from tui.phrasing.cost_paragraphs import cost_paragraphs
from tui.screens.capacity_moves import CapacityMoves
from tui.screens.kept_place import KeptPlace
from tui.screens.targets import Targets
from tui.screens.today_detail import SECONDS as DETAIL_SECONDS
from tui.screens.verb_place import Table
from tui.shape import shape_of
from tui.weekly_known import WeeklyKnown
from tui.writer import Fresh
from widgets.ask_line import AskLine
from widgets.capacity_list import CapacityList
from widgets.foot import Foot
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.prose import Prose


class CapacityScreen(KeptPlace, inherit_bindings=False):
    """A list of ties by what they ask of a week; beside it the seats."""

    BINDINGS = bindings_of("capacity")

    number = 6
    """It belongs to the screen of time."""

    detail_seconds = DETAIL_SECONDS

    class Counted(Event):
        """Everybody is counted."""

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, mark: str = ""
    ) -> None:
        """Make ready; see `VerbPlace`."""
        super().__init__(words, keys, drafts, glyphs, mark)
        self._moves = CapacityMoves(self)
        self._known = WeeklyKnown()
        self._view: CapacityView | None = None
        self._nudges: dict[PersonId, Nudge] = {}
        """What was looked at since the data were last drawn."""
        self._explaining = self._counting = False
        self._detail: Timer | None = None

    def compose(self) -> ComposeResult:
        """Header, the list and what is said beside it, foot."""
        yield Header()
        with Horizontal(id="panes"):
            yield CapacityList()
            yield Prose()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Give the list the focus."""
        super().on_mount()
        self.list.focus()
        self.draw()

    # State ------------------------------------------------------------------------------------

    @property
    def list(self) -> CapacityList:
        """The list."""
        return self.query_one(CapacityList)

    @property
    def detail(self) -> Prose:
        """What is said beside it."""
        return self.query_one(Prose)

    @property
    def explaining(self) -> bool:
        """Whether the arithmetic of a tie is shown."""
        return self._explaining

    @property
    def seeking(self) -> bool:
        """Whether everybody is still being counted; keys wait for it."""
        return self._counting

    @property
    def reading(self) -> bool:
        """Whether the focus is beside the list."""
        return self.focused is self.detail

    @property
    def alone(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed or shape_of(self.app.size) not in ("normal", "wide")

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        self.draw()

    # Drawing ----------------------------------------------------------------------------------

    def draw(self) -> None:
        """The list and what is said beside it; the cursor stays on its person."""
        fresh = self.fresh
        if fresh is None or not self.ready:
            return
        self._arrange()
        self.show_day(fresh)
        if not self._known.known:
            self._count(fresh)
            return
        view = capacity_view(fresh.snapshot, fresh.ties, self._known.of(fresh))
        self._view, self._nudges = view, {}
        words, pane = self.words, self.list
        pane.title = words.say("capacity.title")
        pane.aside = words.say("capacity.aside")
        pane.show(
            view.costs,
            phrase_with(words, self.curtain, partial(self._nudge, fresh)),
            titles_of(words, *self._layer_keys()),
            head(view, words, seats=self.alone),
            self._nobody(),
        )
        self.draw_detail()

    def _count(self, fresh: Fresh) -> None:
        """Count everybody, once, off the event loop; then draw."""
        if not self._counting:
            self._counting = True
            self.run_worker(partial(self._counted_by, fresh), thread=True, group="capacity")

    def _counted_by(self, fresh: Fresh) -> None:
        self._known.count(fresh)
        self.post_message(self.Counted())

    @on(Counted)
    def _show_counted(self, event: Counted) -> None:
        event.stop()
        self._counting = False
        self.draw()

    def _nobody(self) -> tuple[str, ...]:
        """What to do where nothing is promised."""
        people, closer, rhythm = (
            self.keys.shown(BY_ID[id]) for id in ("go.people", "person.closer", "person.rhythm")
        )
        begin = self.words.say("capacity.begin", people=people, closer=closer, rhythm=rhythm)
        return (self.words.say("capacity.nothing"), begin)

    def _layer_keys(self) -> tuple[str, str]:
        shown = self.keys.shown
        return shown(BY_ID["person.closer"]), shown(BY_ID["person.farther"])

    def _nudge(self, fresh: Fresh, person: PersonId) -> Nudge:
        if person not in self._nudges:
            self._nudges[person] = nudge_of(fresh.snapshot, fresh.ties, person)
        return self._nudges[person]

    def draw_detail(self) -> None:
        """The tie under the cursor, and the footer."""
        self._detail = None
        fresh, view = self.fresh, self._view
        # It is called a moment later, when the program may be closing its panes.
        if fresh is None or view is None or not self.query(Prose):
            return
        pane, words, cost = self.detail, self.words, self._here(view)
        pane.title = words.say("capacity.arithmetic" if self._explaining else "capacity.beside")
        pane.aside = words.say("pane.glance.reading") if self.reading else ""
        if self._explaining and cost is not None:
            explained = explain_cost(fresh.snapshot, fresh.ties, cost)
            keys = (self.keys.shown(BY_ID["go.open"]), self.keys.shown(BY_ID["person.why"]))
            pane.show(cost_paragraphs(explained, words, fresh.today, self.curtain, keys))
        else:
            nudge = None if cost is None else self._nudge(fresh, cost.person)
            pane.show(beside(view, cost, nudge, words, self.curtain, self._layer_keys()))
        self.show_footer()

    def _here(self, view: CapacityView) -> TieCost | None:
        row = self.list.row
        return row if view.costs else None

    def _arrange(self) -> None:
        """Both panes, or the one with the focus."""
        alone, reading = self.alone, self.reading
        self.list.display = not (alone and reading)
        self.detail.display = not alone or reading
        self.set_class(alone, "-alone")
        for pane in (self.list, self.detail):
            pane.framed = shape_of(self.app.size) != "phone"

    # Situation --------------------------------------------------------------------------------

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        targets = self.targets()
        return Situation(
            place="capacity",
            pane="capacity",
            person=bool(targets.people),
            row=bool(targets.rows),
            repeatable=self._verbs.repeatable,
        )

    def targets(self) -> Targets:
        """Whoever is under the cursor, with the first of their rows of today."""
        fresh, key = self.fresh, self.list.key
        person = None if fresh is None or key is None else fresh.snapshot.people.get(PersonId(key))
        if fresh is None or person is None:
            return Targets()
        rows = tuple(rows_of_person(fresh.ties, PersonId(person.id)))[:1]
        return Targets(rows=rows, people=(person,), then=self.list.key_after)

    def own_verbs(self) -> tuple[Table, ...]:
        """Going about on it."""
        return (self._moves.table(),)

    # Going about ------------------------------------------------------------------------------

    def read(self, on: bool) -> None:
        """Give the focus to what is said beside the list, or back to the list."""
        pane = self.detail if on else self.list
        pane.display = True
        self.set_focus(pane)

    def zoom(self, on: bool) -> None:
        """One pane alone, or both again."""
        self._zoomed = on
        self.draw()

    def explain(self, on: bool) -> None:
        """The arithmetic of what the tie asks of a week, or the seats."""
        self._explaining = on
        if self.alone:
            self.read(on)
        self.draw_detail()

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        if self._detail is not None:
            self._detail.stop()
        self._detail = self.set_timer(self.detail_seconds, self.draw_detail)

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """What is shown follows the focus, and the footer."""
        if self.ready and self._view is not None:
            self._arrange()
            self.draw_detail()
