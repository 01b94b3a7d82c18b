"""One person: who they are, what is shared, what happened and what lies between."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from store.records.ids import PersonId
from store.search.similar import similar
from store.views.one_person import OnePerson, one_person
from store.views.shared_ground import SharedGround
from store.views.timeline import Entry
from store.views.today import rows_of_person
from store.words.words import Words
from tui.commands.command import Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.screens.kept_place import KeptPlace
from tui.screens.person_arrangement import (
    PANES,
    SINGLE,
    PersonPane,
    arrange,
    fits_one,
    pane_named,
    sheet_of,
)
from tui.screens.person_moves import PersonMoves
from tui.screens.person_panes import PersonPanes
from tui.screens.targets import Targets
from tui.screens.verb_place import Table
from tui.writer import Fresh, Job
from widgets.ask_line import AskLine, Question
from widgets.column import Column, Row
from widgets.foot import Foot
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.prose import Prose
from widgets.timeline import Timeline


class PersonScreen(KeptPlace, inherit_bindings=False):
    """The third screen."""

    BINDINGS = bindings_of("person")

    number = 3

    def __init__(
        self, words: Words, keys: Keys, drafts: Drafts, glyphs: Glyphs, mark: str = ""
    ) -> None:
        """Make ready, for nobody yet; see `VerbPlace`."""
        super().__init__(words, keys, drafts, glyphs, mark)
        self._moves = PersonMoves(self)
        self._painter = PersonPanes(self, words, keys)
        self._ground = SharedGround(similar)
        self.person: PersonId | None = None
        self.among: tuple[str, ...] = ()
        """The ids of the list one came from."""
        self.one: OnePerson | None = None
        """None where the person is gone."""
        self.pane: PersonPane = "timeline"
        self.needle = ""
        self._gone_with: Fresh | None = None
        """The data with which the person was seen to be gone."""
        self._drawn_for = (0, 0)

    def compose(self) -> ComposeResult:
        """Header, two columns, foot; the notes have a place in each, of which one is shown."""
        yield Header()
        with Row(id="panes"):
            with Column(id="left"):
                yield Prose(id="card")
                yield Prose(id="ground")
                yield Prose(id="between")
                yield Prose(id="notes-left")
            with Column(id="right"):
                yield Timeline(id="timeline")
                with Column(id="below"):
                    yield Prose(id="notes")
                    yield Prose(id="year")
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Show whom one came for."""
        super().on_mount()
        if self._drawn_for != self.app.size:
            self.draw()
        self.show_pane(self.pane)
        self.watch(self.app, "app_focus", self._come_back, init=False)

    # State ------------------------------------------------------------------------------------

    @property
    def timeline(self) -> Timeline:
        """What happened."""
        return self.query_one(Timeline)

    @property
    def notes(self) -> Prose:
        """The notes, where they are shown."""
        sheet = sheet_of(self, "notes", alone=self.alone)
        assert isinstance(sheet, Prose)
        return sheet

    @property
    def entry(self) -> Entry | None:
        """What is under the cursor of the timeline."""
        years = () if self.one is None else self.one.years
        entries = (entry for year in years for entry in year.entries)
        return next((each for each in entries if each.id == self.timeline.key), None)

    def turn_to(self, person: PersonId, among: tuple[str, ...]) -> None:
        """Show somebody else; the pane stays, the timeline begins at its top."""
        opened = not self.is_current
        self.person, self.among, self.needle = person, among, ""
        if opened:
            self._zoomed = False
            self.pane = SINGLE[0] if fits_one(self.app.size) else PANES[0]
        if self.is_mounted:
            self.draw()
            self.timeline.to_end(False)
            self.show_pane(self.pane)

    def on_screen_resume(self) -> None:
        """Take in what has changed while another screen was shown."""
        if self._stale or self._tells_time:
            self.draw()

    @property
    def _tells_time(self) -> bool:
        """Whether the card says what time it is elsewhere."""
        return self.one is not None and bool(self.one.card.timezone)

    def _come_back(self) -> None:
        """The terminal has the focus again: the time on the card may be long past."""
        if self.is_current and self._tells_time:
            self.draw()

    def committed(self, job: Job) -> None:
        """Go back where one's own act has taken the person away; go on to who was added."""
        if self._gone_with is self.fresh and self.one is None and self.is_current:
            self.app.pop_screen()
        elif job.verb == "add" and self.fresh is not None:
            newest = next(iter(reversed(tuple(self.fresh.snapshot.people))), None)
            if newest is not None:
                self.turn_to(newest, self.among)

    # Drawing ----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Everything, as it is now."""
        if self.fresh is None or self.person is None or not self.is_mounted:
            return
        self._stale = False
        self._drawn_for = self.app.size
        fresh, person = self.fresh, self.person
        if person in fresh.snapshot.people:
            self.one = one_person(fresh.snapshot, fresh.ties, person, self._ground)
        else:
            self._gone_with = fresh if self.one is not None else self._gone_with
            self.one = None
        self.show_day(fresh)
        self._arrange()

    def _arrange(self) -> None:
        """Show one pane where only one fits or one is zoomed, and each as its room allows."""
        arrange(self, self.pane, alone=self.alone)
        if self.one is None:
            self._painter.gone(alone=self.alone)
        elif self.fresh is not None:
            self._painter.draw(
                self.one,
                self.moment(),
                self.fresh.today,
                curtain=self.curtain,
                alone=self.alone,
                needle=self.needle,
            )
            self._notes_aside()
        self.show_footer()

    def _notes_aside(self) -> None:
        if self.one is not None and not self.curtain:
            self._painter.notes_aside(writing=self.pane == "notes", alone=self.alone)

    @property
    def alone(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed or fits_one(self.app.size)

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        if self.person is not None and self._drawn_for != self.app.size:
            self.draw()
            self.show_pane(self.pane)

    # Situation --------------------------------------------------------------------------------

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        targets = self.targets()
        return Situation(
            place="person",
            pane=self.pane,
            person=bool(targets.people),
            row=bool(targets.rows),
            repeatable=self._verbs.repeatable,
        )

    def targets(self) -> Targets:
        """The person, with their first row of today where they have one."""
        if self.fresh is None or self.one is None:
            return Targets()
        row = next(rows_of_person(self.fresh.ties, PersonId(self.one.card.id)), None)
        return Targets(rows=() if row is None else (row,), people=(self.one.card,))

    def own_verbs(self) -> tuple[Table, ...]:
        """Going about on it."""
        return (self._moves.table(),)

    # Going about ------------------------------------------------------------------------------

    def focus_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        panes = SINGLE if self.alone else PANES
        self.show_pane(panes[(panes.index(self.pane) + by) % len(panes)])

    def show_pane(self, pane: PersonPane) -> None:
        """Give a pane the focus, and room where it had none."""
        other, self.pane = pane != self.pane, pane
        if other and self.alone:
            self._arrange()
        self.set_focus(sheet_of(self, pane, alone=self.alone))

    def zoom(self, on: bool) -> None:
        """One pane alone, or all again."""
        self._zoomed = on
        self._arrange()
        self.show_pane(self.pane)

    def narrow(self, needle: str) -> int:
        """Only what happened and holds a text; how much that is."""
        self.needle = needle
        self._arrange()
        return len(self.timeline.ids)

    def step_back(self) -> bool:
        """Undo the latest of what narrows or widens the view; whether there was anything."""
        if self.needle:
            self.narrow("")
        elif self._zoomed:
            self.zoom(False)
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

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """The footer follows the focus."""
        pane = pane_named(self.focused.id if self.focused is not None else None)
        if pane is not None and pane != self.pane:
            self.pane = pane
        self._notes_aside()
        self.show_footer()
