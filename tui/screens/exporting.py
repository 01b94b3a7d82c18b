"""Exporting from the screen: whom, in which format, and into which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on

from store.actions.service import Done, Service
from store.records.change import ChangeSet
from store.words.message import Message, Problem
from store.words.words import Words
from tui.commands.command import Pane
from tui.commands.keymap import TWINS, Keys, bindings_of
from tui.drafts import Drafts
from tui.exporting import export_to, exported_message, file_name
from tui.past_exports import PastExports
from tui.phrasing.export_formats import format_name, format_use
from tui.requests import Finished
from tui.screens.asking import WIDEST, Asking
from tui.screens.export_path import export_question, proposal, typed_file
from tui.screens.export_scopes import Scope, scope_text
from tui.writer import Job
from widgets.ask_line import Question
from widgets.choices import ChoiceRow, Choices
from widgets.line import Glyphs
from widgets.line_list import LineList
from widgets.sheet import Sheet
from widgets.tone import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from store.formats.exported import ExportFormat
    from store.formats.exports import Exports

DIGITS = "123456789"
"""More formats have no key of their own."""

DETAILS_FROM = 60
"""Inner cells from which there is room for what a format is for."""


class ExportScreen(Asking, inherit_bindings=False):
    """Nothing is written before the file is typed."""

    BINDINGS = bindings_of("export")
    PLACE = "export"

    def __init__(
        self,
        words: Words,
        keys: Keys,
        drafts: Drafts,
        glyphs: Glyphs,
        offered: tuple[Scope, ...],
        exports: Exports,
        past: PastExports | None,
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            keys: what the keys do.
            drafts: what was typed before.
            glyphs: what the terminal can show.
            offered: whom it may be about, the likeliest first.
            exports: all formats.
            past: past exports; None for a network in memory.
        """
        super().__init__(words, keys, drafts, glyphs)
        self._scopes = offered
        self._exports = exports
        self._past = past
        self._at = 0
        self._private = False
        self._writing = False

    def body(self) -> Sheet:
        """The formats."""
        return Choices()

    def begin(self) -> None:
        """Say which formats of others could not be loaded."""
        for each in self._exports.broken[:1]:
            self.say(self.words.tell(each), "attention")

    @property
    def pane_name(self) -> Pane:
        """What the footer goes by."""
        return "export"

    @property
    def _scope(self) -> Scope:
        return self._scopes[self._at]

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    @property
    def _form(self) -> ExportFormat:
        return self._exports.named(self._choices.key or "") or self._exports.formats[0]

    # Drawing ----------------------------------------------------------------------------------

    def draw(self) -> None:
        """Whom, the formats, and whether private notes go out."""
        choices, words = self._choices, self.words
        choices.title = words.say("export.title")
        names = [format_name(each.name) for each in self._exports.formats]
        choices.label_cells = max(map(cell_len, names))
        rows = self._rows(min(self.app.size.width, WIDEST))
        edges = 2 if choices.framed else 1
        choices.styles.height = min(len(rows), self.app.size.height - 2 - edges) + edges
        choices.set_rows(rows)

    def _rows(self, width: int) -> list[ChoiceRow]:
        words = self.words
        if self._writing:
            return [ChoiceRow(), ChoiceRow(label=words.say("export.writing"), tone="strong")]
        whom = private = ""
        if self.fresh is not None:
            snapshot = self.fresh.snapshot
            whom = scope_text(self._scope, snapshot, words, curtain=self.curtain)
        private = words.say("export.private_in" if self._private else "export.private_out")
        rows = [ChoiceRow(label=words.say("export.whom", whom=whom), tone="strong"), ChoiceRow()]
        for place, each in enumerate(self._exports.formats):
            rows.append(
                ChoiceRow(
                    id=each.name,
                    key=DIGITS[place : place + 1] or " ",
                    label=format_name(each.name),
                    detail=format_use(each.name, words) if width >= DETAILS_FROM else "",
                )
            )
        tone: Tone = "attention" if self._private else "text"
        return [*rows, ChoiceRow(), ChoiceRow(label=private, tone=tone)]

    # Commands ---------------------------------------------------------------------------------

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Choose, and write."""
        choices = self._choices
        return {
            **super().verbs(),
            "export.take": self._take,
            "export.whom": self._others,
            "export.private": self._flip_private,
            "export.leave": self._leave,
            "go.down": partial(choices.move, 1),
            "go.up": partial(choices.move, -1),
            "go.page_down": partial(choices.move, 3),
            "go.page_up": partial(choices.move, -3),
            "go.first": partial(choices.to_end, False),
            "go.last": partial(choices.to_end, True),
        }

    def on_key(self, event: events.Key) -> None:
        """A digit, or what an AZERTY keyboard gives for it, chooses a format and goes on."""
        typed = event.character or ""
        for place, each in enumerate(self._exports.formats[: len(DIGITS)]):
            if typed in (DIGITS[place], TWINS[DIGITS[place]]) and not self._asks:
                event.stop()
                self.hush()
                self._choices.go_to(each.name)
                self._take()

    @property
    def _asks(self) -> bool:
        """Whether all keys belong to the line below, or nothing can be chosen now."""
        return self._writing or self.focused is not self._choices

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self._take()

    def _others(self) -> None:
        """The next of those whom it may be about."""
        self._at = (self._at + 1) % len(self._scopes)
        self._draw()

    def _flip_private(self) -> None:
        self._private = not self._private
        self._draw()

    def _leave(self) -> None:
        if not self._writing:
            self.post_message(Finished(None))

    def _take(self) -> None:
        """Ask for the file."""
        if self._writing or self.fresh is None:
            return
        form, snapshot = self._form, self.fresh.snapshot
        chosen = self._scope.selection(snapshot)
        if not chosen.people:
            self.say(self.words.say("export.nobody"), "dim")
            return
        name = file_name(form, chosen, snapshot, self.fresh.today.isoformat())
        value = proposal(form, name, self._past, chosen, self._private)
        question = export_question(form, name, self._past, self.words, value)
        self.ask(question, partial(self._write, form, name))

    def _write(self, form: ExportFormat, name: str, text: str) -> None:
        path = typed_file(text, name)
        if path is None:
            return
        run = partial(_exported, self.words, form, self._scope, path, self._past, self._private)
        self._writing = True
        self._draw()
        self.submit(Job(run=run, verb="export"))

    def tell(self, message: Message, today: date, changed: bool, job: Job) -> None:
        """It is written: back to where one came from, and say so there."""
        if job.verb == "export":
            self.post_message(Finished(message))
        else:
            super().tell(message, today, changed, job)

    def tell_problem(self, problem: Problem, today: date) -> None:
        """It was not written: another file may do."""
        if self._writing:
            self._writing = False
            self._draw()
        super().tell_problem(problem, today)

    def cancelled(self, question: Question) -> None:
        """Esc at the file: the formats again."""
        self._draw()


def _exported(
    words: Words,
    form: ExportFormat,
    scope: Scope,
    path: Path,
    past: PastExports | None,
    private: bool,
    service: Service,
) -> Done:
    chosen = scope.selection(service.snapshot)
    done = export_to(service, words, form, chosen, path, past, private=private)
    said = exported_message(done, private=private)
    if not done.noted:
        said = Message("export.done_not_noted", {"said": said})
    return Done(snapshot=service.snapshot, id="", about="", said=said, change_set=ChangeSet())
