"""A table of no known program: what each of its columns is taken for, shown to be corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from store.formats.choices import Choices
from store.words.words import Words
from tui.columns_known import ColumnsKnown
from tui.commands.command import Pane
from tui.commands.keymap import Keys, bindings_of
from tui.drafts import Drafts
from tui.phrasing.import_columns import column_paragraphs, column_rows
from tui.screens.asking import Asking
from tui.screens.list_walk import list_walk
from tui.screens.target_question import target_question, target_typed
from widgets.ask_line import AskLine, Question
from widgets.foot import Foot
from widgets.header import Header
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.paragraph import Paragraph
from widgets.prose import Prose
from widgets.sketch_table import SketchTable

if TYPE_CHECKING:
    from store.formats.csv.sketch import Column, Sketch
    from store.formats.plan import Plan


NO_BREAK = "\N{NO-BREAK SPACE}"


class Reads(Protocol):
    """The screen below, which has read the table."""

    def read_in(self, charset: str) -> None:
        """Read again in another encoding."""

    def columns_taken(self, plan: Plan, columns: Mapping[str, str]) -> None:
        """Go on with the columns as they are now."""

    def left(self) -> None:
        """Nothing of it is taken."""


class BringColumns(Asking, inherit_bindings=False):
    """Enter goes on, e says what a column is, x leaves it out, left and right turn the encoding."""

    BINDINGS = bindings_of("columns")
    PLACE = "columns"

    def __init__(
        self,
        plan: Plan,
        choices: Choices,
        known: ColumnsKnown,
        reads: Reads,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
    ) -> None:
        """Make ready.

        Args:
            plan: what was read, with its tables.
            choices: with which it was read.
            known: what was said of columns before.
            reads: the screen below.
            words: the language.
            keys: of all commands.
            drafts: unused here.
            glyphs: what the terminal shows.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._plan = plan
        self._known = known
        self._reads = reads
        self._sketches: Mapping[str, Sketch] = plan.sketches
        unsure = self._unsure
        self._charset = choices.charset or ("" if unsure is None else unsure.charset)
        self._columns: dict[str, str] = {}
        for sketch in self._sketches.values():
            self._columns.update(known.of(sketch))
        self._columns.update(choices.columns)

    def compose(self) -> ComposeResult:
        """The columns, and below them the first cells of the one under the cursor."""
        yield Header()
        with Container(id="asking"):
            yield SketchTable()
            yield Prose()
        yield Static(self.words.say("tui.tiny"), id="tiny", markup=False)
        yield Foot()
        yield AskLine()

    @property
    def table(self) -> SketchTable:
        """The columns."""
        return self.query_one(SketchTable)

    @property
    def _unsure(self) -> Sketch | None:
        """The first table that does not tell its encoding."""
        return next((each for each in self._sketches.values() if not each.sure), None)

    @property
    def pane_name(self) -> Pane:
        """Which verbs the footer names."""
        return "columns" if self._unsure is None else "columns-unsure"

    # Drawing ----------------------------------------------------------------------------------

    def read_so(self, plan: Plan) -> None:
        """It was read again: other cells, perhaps other headers."""
        self._plan, self._sketches = plan, plan.sketches
        self._draw()

    def draw(self) -> None:
        """All columns of all tables."""
        words, table, unsure = self.words, self.table, self._unsure
        self.query_one(Prose).framed = table.framed
        table.title = words.say("columns.title")
        charset = "" if unsure is None else words.say("columns.charset", charset=self._charset)
        table.aside = charset
        table.show(column_rows(self._sketches, self._columns, words, self.curtain))
        self._draw_samples()

    def _draw_samples(self) -> None:
        prose, here = self.query_one(Prose), self._here()
        prose.title = self.words.say("columns.samples")
        prose.show(column_paragraphs(here, self.words, self.curtain))

    def _here(self) -> Column | None:
        path, _, at = (self.table.key or "").rpartition("\n")
        sketch = self._sketches.get(path)
        return None if sketch is None else sketch.columns[int(at)]

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        event.stop()
        self._draw_samples()

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Going about, correcting, going on."""
        prose = self.query_one(Prose)
        return {
            **super().verbs(),
            "columns.take": self._take,
            "columns.change": self._change,
            "columns.leave_out": self._leave_out,
            "columns.charset_before": partial(self._turn_charset, -1),
            "columns.charset_after": partial(self._turn_charset, 1),
            "columns.back": self._reads.left,
            **list_walk(self.table),
            "go.detail_down": partial(prose.scroll_text, 1),
            "go.detail_up": partial(prose.scroll_text, -1),
        }

    def _take(self) -> None:
        for sketch in self._sketches.values():
            self._known.keep(sketch, self._columns)
        headers = {each.header for sketch in self._sketches.values() for each in sketch.columns}
        own = {header: field for header, field in self._columns.items() if header in headers}
        self._reads.columns_taken(self._plan, own)

    def _change(self) -> None:
        here = self._here()
        if here is None:
            return
        header = self.words.say("columns.column") if self.curtain else here.header
        question = target_question(header, self.words, self._show_targets)
        self.ask(question, partial(self._changed, here.header))

    def _show_targets(self, names: tuple[str, ...]) -> None:
        """All that a column can be, while it is chosen."""
        prose = self.query_one(Prose)
        prose.title = self.words.say("columns.targets")
        # A name stays on one line.
        prose.show((Paragraph(" · ".join(each.replace(" ", NO_BREAK) for each in names)),))

    def _changed(self, header: str, text: str) -> None:
        field = target_typed(text, self.words)
        if field is not None:
            self._columns[header] = field
        self._draw()

    def _leave_out(self) -> None:
        """Leave a column out, or take it for what it was taken for at first."""
        here = self._here()
        if here is None:
            return
        if self._columns.get(here.header, here.field):
            self._columns[here.header] = ""
        else:
            self._columns[here.header] = here.field
        self._draw()
        self.table.move(1)

    def _turn_charset(self, by: int) -> None:
        unsure = self._unsure
        if unsure is None:
            self.say(self.words.say("columns.charset_told"), "dim")
            return
        from store.formats.csv.charsets import CHARSETS

        at = CHARSETS.index(self._charset) if self._charset in CHARSETS else 0
        self._charset = CHARSETS[(at + by) % len(CHARSETS)]
        self.say(self.words.say("columns.charset_read", charset=self._charset), "dim")
        self._reads.read_in(self._charset)

    def cancelled(self, question: Question) -> None:
        """The samples come back."""
        self._draw()
