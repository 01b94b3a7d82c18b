"""People: everybody, found while one types, narrowed, marked, and acted on at once."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from store.records.ids import PersonId
from store.records.people_columns import USUAL, Column
from store.words.words import Words
from tui.commands.command import Pane, Situation
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.people_search import Listed, PeopleSearch
from tui.screens.export_scopes import Scope, scopes
from tui.screens.kept_place import KeptPlace
from tui.screens.people_arrangement import arrange
from tui.screens.people_choices import FIND, PeopleChoices
from tui.screens.people_coming import PeopleComing
from tui.screens.people_finding import PeopleFinding
from tui.screens.people_moves import PeopleMoves
from tui.screens.people_panes import PeoplePanes
from tui.screens.people_saved import PeopleSaved
from tui.screens.people_targets import meant, row_of, targets_of
from tui.screens.people_wish import PeopleWish
from tui.screens.targets import Targets
from tui.screens.today_detail import SECONDS as DETAIL_SECONDS
from tui.screens.verb_place import Table
from tui.shape import Shape, one_pane, roomy, shape_of
from tui.writer import Job
from widgets.ask_line import AskLine, Question
from widgets.chips import Chips
from widgets.facet_list import FacetList
from widgets.find_line import FindLine
from widgets.foot import Foot, Verb
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.people_list import PeopleList
from widgets.prose import Prose
from widgets.sheet import Sheet

MOVING_ON = frozenset({"done", "snooze", "pass"})
"""Verbs after which the cursor goes to the next row."""


class People(KeptPlace, inherit_bindings=False):
    """The second screen."""

    BINDINGS = bindings_of("people")

    number = 2

    detail_seconds = DETAIL_SECONDS

    def __init__(
        self,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        mark: str = "",
        columns: tuple[Column, ...] = USUAL,
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: what the keys do.
            drafts: what was typed before.
            glyphs: what the terminal can show.
            mark: for the header, such as "demo".
            columns: what is shown beside the name.
        """
        super().__init__(words, keys, drafts, glyphs, mark)
        self.wish = PeopleWish()
        self.columns = columns
        self._moves = PeopleMoves(self)
        self.saved = PeopleSaved(self)
        self.choices = PeopleChoices(self)
        self.coming = PeopleComing(self)
        self.searching = PeopleFinding(self)
        self.painter = PeoplePanes(self, words)
        self._search = PeopleSearch(self)
        self._arithmetic = False
        self._detail: Timer | None = None
        self._drawn_for: tuple[Shape, bool, int] | None = None

    def compose(self) -> ComposeResult:
        """Header, the field to find in, what narrows, two columns, foot."""
        yield Header()
        yield FindLine()
        yield Chips()
        with Horizontal(id="panes"):
            yield FacetList()
            with Vertical(id="right"):
                yield PeopleList()
                yield Prose()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    def on_mount(self) -> None:
        """Give the list the focus and look for everybody, or for what one comes with."""
        super().on_mount()
        self.finding.put(self.wish.query, quietly=True)
        self.list.focus()
        self._arrange()
        self.draw()

    # State ------------------------------------------------------------------------------------

    @property
    def list(self) -> PeopleList:
        """The list."""
        return self.query_one(PeopleList)

    @property
    def finding(self) -> FindLine:
        """The field."""
        return self.query_one(FindLine)

    def on_screen_resume(self) -> None:
        """The cursor goes to whom one looked at last; Textual then asks the base class, too."""
        self.coming.back()

    def committed(self, job: Job) -> None:
        """The cursor goes to the row after the one that is done, or to who was added."""
        if job.verb in MOVING_ON and job.then is not None:
            self.list.go_to(job.then)
        elif job.verb == "add" and self.fresh is not None:
            self.wish.awaited = next(iter(reversed(tuple(self.fresh.snapshot.people))), None)

    # Drawing ----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Look for everybody who is wished for; the cursor stays on its person."""
        if self.fresh is None or not self.is_mounted:
            return
        self._drawn_for = self._look()
        people = self.fresh.snapshot.people
        self.list.keep_marks(lambda id: id in people)
        self.show_day(self.fresh)
        self.finding.veil(self.curtain)
        self.look_up()

    @property
    def seeking(self) -> bool:
        """Whether the list is not yet what was asked for."""
        return self._search.running

    def look_up(self, *, anew: bool = False) -> None:
        """Look for what is wished for; what is found comes as a message."""
        if self.fresh is not None:
            self._search.ask(self.searching.asked(self.fresh, anew=anew))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        event.stop()
        if event.listing.asked.fresh is not self.fresh and not self._stale:
            return
        self.painter.listing(event.listing, self.wish, self.curtain, self.columns)
        self.choices.listed(event.listing)
        if event.listing.asked.anew:
            self.list.to_end(False)
            narrow = self.query_one(FacetList)
            if not narrow.has_focus:
                narrow.to_end(False)
        if self.wish.awaited is not None and self.list.go_to(self.wish.awaited):
            self.wish.awaited = None
        self._arrange()
        self.draw_detail()
        self.searching.listed(event.listing)
        self._search.learn(event.listing.asked.fresh)

    def draw_detail(self) -> None:
        """The person under the cursor, and the footer."""
        self._detail = None
        # It is called a moment later, when the program may be closing its panes.
        if self.fresh is not None and self.query(Prose):
            key = self.list.key
            person = PersonId(key) if key is not None else None
            self.painter.detail(self.fresh, person, self.curtain, arithmetic=self._arithmetic)
            self.draw_marks()

    def draw_marks(self) -> None:
        """How many are marked, in title and footer."""
        self.painter.aside(self.wish, len(self.list.marks))
        self.show_footer()

    def _arrange(self) -> None:
        """Show what fits; choices that come into view are counted."""
        narrow = self.query_one(FacetList)
        counted = narrow.display
        chips = self.wish.narrows and not self.curtain
        arrange(self, self.pane_here, alone=self.alone, chips=chips)
        if narrow.display and not counted:
            self.look_up()

    def on_resize(self) -> None:
        """Another shape, another arrangement."""
        if self._drawn_for != self._look():
            self._arrange()
            self.draw()

    def _look(self) -> tuple[Shape, bool, int]:
        size = self.app.size
        return shape_of(size), roomy(size), size.height

    def named_verbs(self, situation: Situation) -> tuple[Verb, ...]:
        """The verbs of the pane; those of the choices tell of their row."""
        narrows = self._pane() == "narrow"
        return self.choices.verbs() if narrows else super().named_verbs(situation)

    # Situation --------------------------------------------------------------------------------

    @property
    def alone(self) -> bool:
        """Whether one pane has all the room."""
        return self._zoomed or one_pane(shape_of(self.app.size))

    @property
    def pane_here(self) -> Sheet:
        """The pane with the focus; the list while something is typed, unless it is a choice."""
        focused = self.query_one(FacetList) if self.choices.finding else self.focused
        return focused if isinstance(focused, FacetList | Prose) else self.list

    def _pane(self) -> Pane:
        if isinstance(self.focused, FacetList):
            return "narrow"
        return "glance" if isinstance(self.focused, Prose) else "people"

    def situation(self) -> Situation:
        """What decides which commands can be done."""
        fresh = self.fresh
        people = () if fresh is None else meant(fresh, self.list)
        return Situation(
            place="people",
            pane=self._pane(),
            person=bool(people),
            row=fresh is not None and any(row_of(fresh, person) is not None for person in people),
            marked=len(self.list.marks),
            repeatable=self._verbs.repeatable,
        )

    def targets(self) -> Targets:
        """The marked, or whoever is under the cursor, with their rows of today."""
        return Targets() if self.fresh is None else targets_of(self.fresh, self.list)

    def export_scopes(self) -> tuple[Scope, ...]:
        """The marked, those found, everybody."""
        narrowed = bool(self.wish.query.strip()) or self.wish.narrows
        return scopes(
            tuple(PersonId(each.id) for each in self.targets().people),
            marked=bool(self.list.marks),
            found=tuple(map(PersonId, self.list.ids)) if narrowed else None,
        )

    def own_verbs(self) -> tuple[Table, ...]:
        """Going about on it, and its saved searches."""
        return self._moves.table(), self.saved.table()

    def run_command(self, id: str) -> None:
        """Carry out a command; on a saved search `D` removes that."""
        if id == "person.delete" and self.saved.remove():
            self._verbs.correctable = None
        else:
            super().run_command(id)

    # Going about ------------------------------------------------------------------------------

    def show_pane(self, pane: Sheet) -> None:
        """Give a pane the focus, and room where it had none."""
        pane.display = True
        self.query_one("#right").display = True
        self.set_focus(pane)

    def focus_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        kinds: tuple[type[Sheet], ...] = (PeopleList, Prose, FacetList)
        panes = [self.query_one(kind) for kind in kinds]
        panes = [pane for pane in panes if pane.display or self.alone]
        self.show_pane(panes[(panes.index(self.pane_here) + by) % len(panes)])

    def zoom(self, on: bool) -> None:
        """One pane alone, or all again."""
        self._zoomed = on
        self._arrange()
        self.call_after_refresh(self.draw_detail)

    def explain(self, on: bool) -> None:
        """The preview gives the arithmetic, or the person."""
        self._arithmetic = on
        self.draw_detail()

    @property
    def explaining(self) -> bool:
        """Whether the preview gives the arithmetic."""
        return self._arithmetic

    def cancelled(self, question: Question) -> None:
        """A value that was looked for and left: all of them again."""
        if question.key == FIND:
            self.choices.all_again()

    # Events -----------------------------------------------------------------------------------

    @on(FindLine.Changed)
    def _typed(self, event: FindLine.Changed) -> None:
        event.stop()
        self.searching.typed(event.text)

    @on(FindLine.Completing)
    def _completing(self, event: FindLine.Completing) -> None:
        event.stop()
        self.searching.complete(event.leaves)

    @on(FindLine.Left)
    def _left_finding(self, event: FindLine.Left) -> None:
        event.stop()
        self.searching.left(event.kept)

    @on(FindLine.Stepped)
    def _stepped(self, event: FindLine.Stepped) -> None:
        event.stop()
        if event.pages:
            self.list.page(event.by)
        else:
            self.list.move(event.by)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        if event.list is not self.list:
            self.choices.aside()
            self.show_footer()
            return
        if self._detail is not None:
            self._detail.stop()
        self._detail = self.set_timer(self.detail_seconds, self.draw_detail)

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.run_command("go.open")

    def on_descendant_focus(self) -> None:
        """The footer follows the focus; so does what is shown."""
        self._arrange()
        self.painter.glance_aside()
        if isinstance(self.focused, PeopleList | Prose):
            self.choices.all_again()
        self.show_footer()
        if self.finding.typing:
            self.searching.hint()
