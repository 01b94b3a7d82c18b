"""One line to type in, at the foot of the screen, with what is understood below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from widgets.line import Glyphs, shown
from widgets.safe_input import SafeInput
from widgets.safe_text import content


class Echo(msgspec.Struct, frozen=True):
    """What a text is understood as."""

    text: str
    accepted: bool = True
    """False where Enter would not do."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, and how answers are read."""

    key: str
    """Names the question, e.g. `note:PERSON_ID`; drafts are kept under it."""
    label: str
    hint: str = ""
    """Below the line while nothing is typed."""
    value: str = ""
    """What stands there at first: a draft."""
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
        label.update(content(shown(f" {echo.text}", self.glyphs)))
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
