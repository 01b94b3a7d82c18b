"""One line to type in, at the foot of the screen, with what is understood below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import msgspec
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from widgets.line import Glyphs, cut_to, shown
from widgets.safe_input import SafeInput
from widgets.safe_text import content
from widgets.wrapping import wrap


class Echo(msgspec.Struct, frozen=True):
    """What a text is understood as."""

    text: str
    accepted: bool = True
    """False where Enter would not do."""
    shorter: tuple[str, ...] = ()
    """The same in fewer words, the longest first, for where there is no room."""

    def within(self, cells: int) -> str:
        """The longest of them that has room; where none has, the shortest."""
        every = (self.text, *self.shorter)
        return next((each for each in every if cell_len(each) <= cells), every[-1])


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, and how answers are read."""

    key: str
    """Names the question, e.g. `note:PERSON_ID`; drafts are kept under it."""
    label: str
    hint: str = ""
    """Below the line while nothing is typed."""
    value: str = ""
    """What stands there at first: a draft."""
    selected: int = 0
    """Characters at its beginning that the first key takes the place of; an arrow keeps them."""
    read: Callable[[str], Echo]
    complete: Callable[[str], str] | None = None
    """What Tab makes of the text."""
    alone: frozenset[str] = frozenset()
    """Texts that are an answer by themselves, at once."""
    draft: bool = False
    """What is typed is worth keeping when the line is left."""
    empty: bool = False
    """Enter alone is an answer."""
    live: bool = False
    """Something follows what is typed, and follows as well where nothing is left of it."""
    keep_on_escape: bool = False
    """Esc accepts what is typed, as in a note."""
    outside: bool = False
    """^g has it written in the user's editor."""
    covered: bool = False
    """What is typed is not readable: behind the curtain, over a draft."""
    lines: bool = False
    """Several lines that are pasted are something else than an answer."""


ECHO_LINES = 2
"""Of an echo at most."""


def echo_lines(text: str, cells: int) -> list[str]:
    """An echo below the field, in as many lines as it needs; what finds no room is cut off."""
    lines = wrap(text, max(8, cells))
    if len(lines) <= ECHO_LINES:
        return lines
    return [*lines[: ECHO_LINES - 1], cut_to(" ".join(lines[ECHO_LINES - 1 :]), cells)]


class AskLine(Vertical):
    """A label, a field, and an echo; shown only while something is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("tab,right", "complete", show=False),
        Binding("ctrl+g", "outside", show=False),
        Binding("shift+tab,up,down,pageup,pagedown", "stay", show=False),
    ]

    class Answered(Message):
        """A text was accepted."""

        def __init__(self, question: Question, text: str) -> None:
            """Say which."""
            super().__init__()
            self.question = question
            self.text = text

    class Outside(Message):
        """The text is to be gone on with in the user's editor; the question stands."""

        def __init__(self, question: Question, text: str) -> None:
            """Say which."""
            super().__init__()
            self.question = question
            self.text = text

    class Pasted(Message):
        """Several lines were pasted, where a question tells them from an answer; it stands."""

        def __init__(self, question: Question, text: str) -> None:
            """Say which."""
            super().__init__()
            self.question = question
            self.text = text

    class Cancelled(Message):
        """Nothing is to be done; the text may be kept as a draft."""

        def __init__(self, question: Question, text: str) -> None:
            """Say which."""
            super().__init__()
            self.question = question
            self.text = text

    def __init__(self) -> None:
        """Make a line that asks nothing yet."""
        super().__init__()
        self.display = False
        self.glyphs: Glyphs = {}
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        """Label and field, the echo below."""
        with Horizontal():
            yield Static(classes="ask--label", markup=False)
            yield SafeInput()
        yield Static(classes="ask--echo", markup=False)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.query_one(SafeInput).value

    def ask(self, question: Question) -> None:
        """Ask; the field takes the focus."""
        self._question = question
        self.query_one(".ask--label", Static).update(content(f" {question.label} "))
        field = self.query_one(SafeInput)
        with self.prevent(Input.Changed):
            field.password = question.covered
            field.takes_lines = question.lines
            field.value = question.value
        field.cursor_position = len(field.value)
        if question.selected:
            field.selection = Selection(0, question.selected)
        self._echo(field.value)
        self.display = True
        field.focus()

    def close(self) -> None:
        """Ask nothing any more."""
        self._question = None
        self.display = False

    def _echo(self, text: str) -> Echo:
        question = self._question
        if question is None:
            return Echo("", accepted=False)
        hint = Echo(question.hint, accepted=question.empty)
        read = question.read(text) if text.strip() or question.live else hint
        echo = read if text.strip() else hint
        if question.covered:
            echo = Echo("", accepted=echo.accepted)
        label = self.query_one(".ask--echo", Static)
        label.set_class(bool(text.strip()) and not echo.accepted, "-unread")
        told = echo.within(self.app.size.width - 1)
        lines = echo_lines(shown(told, self.glyphs), self.app.size.width - 2)
        label.update(Content("\n").join(content(f" {line}") for line in lines))
        return echo

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        question = self._question
        if question is None:
            return
        self._echo(event.value)
        if event.value in question.alone:
            self._answer(event.value)

    @on(SafeInput.Lines)
    def _pasted(self, event: SafeInput.Lines) -> None:
        event.stop()
        if self._question is not None:
            self.post_message(self.Pasted(self._question, event.text))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._echo(event.value).accepted:
            self._answer(event.value)

    def _answer(self, text: str) -> None:
        question = self._question
        if question is not None:
            self.close()
            self.post_message(self.Answered(question, text))

    def action_cancel(self) -> None:
        """Esc: away with the question; a note is kept."""
        question, text = self._question, self.text
        if question is None:
            return
        if question.keep_on_escape and text.strip():
            self._answer(text)
            return
        self.close()
        self.post_message(self.Cancelled(question, text))

    def answer(self, text: str) -> None:
        """Take a text as though it had been typed and accepted; nothing of it is no answer."""
        if text.strip():
            self._answer(text)

    def action_outside(self) -> None:
        """^g: in the user's editor, where the question is for a text that may be long."""
        question = self._question
        if question is not None and question.outside:
            self.post_message(self.Outside(question, self.text))

    def action_complete(self) -> None:
        """Tab, or Right at the end: what the text may become."""
        question, field = self._question, self.query_one(SafeInput)
        if question is not None and question.complete is not None:
            field.value = question.complete(field.value)
            field.cursor_position = len(field.value)

    def action_stay(self) -> None:
        """Keys that would leave the field do nothing."""
