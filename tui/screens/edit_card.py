"""A card as a form: a line for each field that may be edited, in sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.actions.card_form import CardField
from store.words.message import Message, Problem
from tui.commands.keymap import Keys
from tui.drafts import Drafts
from tui.phrasing.card_hints import hint_of
from tui.phrasing.card_lines import LABELS, card_lines
from tui.screens.card_rows import CardRows
from tui.screens.card_sheet import Changed, Sheet, draft_of, lines_of
from tui.screens.notes import Notes
from tui.screens.veil import Veil
from tui.shape import WIDTHS
from tui.typed.card_lines import BadLinesError, changed_params
from widgets.line import Glyphs, shown
from widgets.safe_input import SafeInput
from widgets.safe_text import content, guard
from widgets.text_line import TextLine

Outside = Callable[[str], str]
"""Lets a text be written in the user's editor; raises a `Problem` where that cannot be."""


class Lines(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls; its keys are the form's, which goes from line to line with them."""


class EditCard(ModalScreen[Changed | None]):
    """Tab goes through the lines, Enter saves all, Esc leaves and keeps what was typed."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab,down", "step(1)", show=False),
        Binding("shift+tab,up", "step(-1)", show=False),
        Binding("pagedown", "section(1)", show=False),
        Binding("pageup", "section(-1)", show=False),
        Binding("ctrl+g", "outside", show=False, priority=True),
        Binding("ctrl+r", "as_saved", show=False, priority=True),
    ]

    def __init__(
        self, sheet: Sheet, keys: Keys, drafts: Drafts, outside: Outside, glyphs: Glyphs
    ) -> None:
        """Make ready; what was typed and not saved stands in its lines again."""
        super().__init__(classes="-ascii" if glyphs else None)
        self._glyphs = glyphs
        self._sheet = sheet
        self._words = sheet.card.words
        self._keys = keys
        self._drafts = drafts
        self._outside = outside
        self._before = card_lines(sheet.fields, sheet.card)
        self._rows = CardRows(sheet, self._before, glyphs)
        self._amiss: dict[str, Static] = {}
        """What is wrong with a line, below it, by parameter."""
        self._written: tuple[str, Notes] | None = None
        """The line whose text is being written in place, and where."""

    # Lines ------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The title, the lines in their sections, two lines of help."""
        typed = lines_of(self._drafts.get(self._sheet.draft))
        with Vertical():
            title = self._shown(self._sheet.title, "bold")
            yield Static(title, classes="edit--title", markup=False)
            # One widget for all labels: a row of widgets for each line takes twice as long to open.
            with Lines(), Horizontal():
                yield Static(self._rows.labels(), id="labels", markup=False)
                yield Vertical(*self._rows.lines(typed))
            yield Static(classes="edit--restored", markup=False)
            yield Static(classes="edit--hint", markup=False)
            aside = self._shown(self._words.say("form.aside"))
            yield Static(aside, classes="edit--keys", markup=False)

    def _shown(self, text: str, style: str = "") -> Content:
        return content(shown(text, self._glyphs), style)

    def on_mount(self) -> None:
        """Begin with the first line; tell of what stands there from last time."""
        self.query_one(f"#{self._sheet.fields[0].param}").focus()
        self.watch(self.app, "curtain", self._veiled)
        restored = len(self.changed())
        line = self.query_one(".edit--restored", Static)
        line.display = restored > 0
        line.update(self._shown(self._words.say("form.restored", n=restored)))

    def _veiled(self, curtain: bool) -> None:
        if curtain and self.is_current:
            self.app.push_screen(Veil(self._words, self._keys))

    @property
    def _here(self) -> CardField:
        """The field of the line with the focus."""
        id = self.focused.id if self.focused is not None else None
        fields = self._sheet.fields
        return next((each for each in fields if each.param == id), fields[0])

    def _texts(self) -> dict[str, str]:
        """What stands in each line now."""
        lines: Iterable[SafeInput | TextLine] = (*self.query(SafeInput), *self.query(TextLine))
        texts = {line.id or "": line.value for line in lines}
        if self._written is not None:
            param, notes = self._written
            texts[param] = notes.text
        return texts

    def changed(self) -> dict[str, str]:
        """The lines that are no longer as they were."""
        before = self._before
        return {
            param: text
            for param, text in self._texts().items()
            if text not in (before[param], guard(before[param]))
        }

    # Going about ------------------------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """To the next line, or the one before."""
        fields = self._sheet.fields
        place = fields.index(self._here) + by
        self._go_to(fields[place % len(fields)])

    def action_section(self, by: int) -> None:
        """To the first line of the next section, or of the one before."""
        sections = list(dict.fromkeys(each.section for each in self._sheet.fields))
        place = (sections.index(self._here.section) + by) % len(sections)
        self._go_to(next(each for each in self._sheet.fields if each.section == sections[place]))

    def _go_to(self, field: CardField) -> None:
        self.query_one(f"#{field.param}").focus()

    def on_descendant_focus(self) -> None:
        """Say what the line takes."""
        field = self._here
        self._say(hint_of(field, self._rows.known.has(field), self._words))
        if field == self._sheet.fields[0]:
            self.query_one(Lines).scroll_home(animate=False)

    def _say(self, text: str, *, amiss: bool = False) -> None:
        hint = self.query_one(".edit--hint", Static)
        hint.set_class(amiss, "-amiss")
        hint.update(self._shown(text))

    # Saving and leaving -----------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        self._save()

    def _save(self) -> None:
        self._forget_errors()
        sheet = self._sheet
        changed = self.changed()
        try:
            params = changed_params(sheet.fields, self._before, changed, sheet.reader)
        except BadLinesError as bad:
            self._tell(bad.said)
            return
        if not params:
            self._drafts.drop(sheet.draft)
        self.dismiss(Changed(params, draft_of(changed)) if params else None)

    def _tell(self, bad: Mapping[str, Message]) -> None:
        """Say under each line what is wrong with it, and go to the first."""
        for param, message in bad.items():
            said = self._words.tell(message, self._sheet.reader.today)
            error = Static(self._shown(said), classes="edit--error", markup=False)
            self._amiss[param] = error
            self.query_one("Lines Vertical").mount(error, after=self.query_one(f"#{param}"))
        self.query_one("#labels", Static).update(self._rows.labels(self._amiss))
        first = next(iter(bad))
        self.query_one(f"#{first}").focus()
        self.call_after_refresh(self._amiss[first].scroll_visible, animate=False)

    def _forget_errors(self) -> None:
        for param in tuple(self._amiss):
            self._forget_error(param)

    def _forget_error(self, param: str) -> None:
        error = self._amiss.pop(param, None)
        if error is not None:
            error.remove()
            self.query_one("#labels", Static).update(self._rows.labels(self._amiss))

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was wrong with a line is no longer said once it is another."""
        event.stop()
        self._forget_error(event.input.id or "")

    def keep_draft(self) -> None:
        """Keep what is typed."""
        if not self.is_mounted or not self.children:
            return
        self._drafts.keep(self._sheet.draft, draft_of(self.changed()))

    def action_leave(self) -> None:
        """Leave all as it was; what was typed comes back the next time."""
        self.keep_draft()
        self.dismiss(None)

    def action_as_saved(self) -> None:
        """All lines as they are saved; what was typed is let go."""
        for line in (*self.query(SafeInput), *self.query(TextLine)):
            line.value = self._before[line.id or ""]
        self._drafts.drop(self._sheet.draft)
        self._forget_errors()
        self.query_one(".edit--restored").display = False
        self._say(self._words.say("form.as_saved"))

    # Notes ------------------------------------------------------------------------------------

    def on_text_line_opened(self, event: TextLine.Opened) -> None:
        """Write several lines in place."""
        event.stop()
        line = event.line
        label = LABELS[self._here.field]
        title = f"{self._sheet.title} · {self._words.say(label)}"

        def written(text: str | None) -> None:
            self._written = None
            if text is not None:
                line.value = text

        screen = Notes(
            title,
            line.value,
            self._words,
            self._keys,
            self._outside,
            self._glyphs,
            begun=event.typed,
        )
        self._written = line.id or "", screen
        self.app.push_screen(screen, written)

    def action_outside(self) -> None:
        """The line in the user's editor."""
        line = self.focused
        if not isinstance(line, SafeInput | TextLine):
            return
        try:
            text = self._outside(line.value)
        except Problem as problem:
            self._say(self._words.tell(problem.message), amiss=True)
            return
        line.value = text if isinstance(line, TextLine) else " ".join(text.split())
