"""The field in which people are looked for while one types."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widgets import Input

from widgets.frame import bottom, strokes, top
from widgets.line import Line, Piece, paint
from widgets.safe_input import SafeInput
from widgets.sheet import Sheet
from widgets.tone import Tone


class FindLine(Sheet, can_focus=False):
    """A sign, the field, and how many were found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(False)", show=False),
        Binding("tab", "complete(True)", show=False),
        Binding("right", "complete(False)", show=False),
        Binding("shift+tab", "leave(True)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    found: var[str] = var("")
    """How many, and in which order; at the right of the line."""

    class Changed(Message):
        """Something else is looked for."""

        def __init__(self, text: str) -> None:
            """Say what."""
            super().__init__()
            self.text = text

    class Completing(Message):
        """What is typed is to be completed."""

        def __init__(self, leaves: bool) -> None:
            """Say whether the field is left where nothing can be."""
            super().__init__()
            self.leaves = leaves

    class Left(Message):
        """The field was left; what was typed is kept, or is no more looked for."""

        def __init__(self, kept: bool) -> None:
            """Say which."""
            super().__init__()
            self.kept = kept

    class Stepped(Message):
        """The cursor of the list is to move while one types."""

        def __init__(self, by: int, pages: bool) -> None:
            """Say how far, in rows or in half pages."""
            super().__init__()
            self.by = by
            self.pages = pages

    def compose(self) -> ComposeResult:
        """The field lies on the line."""
        yield SafeInput()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(SafeInput).value

    @property
    def typing(self) -> bool:
        """Whether keys go to the field."""
        return self.query_one(SafeInput).has_focus

    def begin(self) -> None:
        """Take the focus, behind what was typed before."""
        field = self.query_one(SafeInput)
        field.cursor_position = len(field.value)
        field.focus()

    def clear(self) -> None:
        """Look for nothing any more; says nothing of it."""
        self.put("", quietly=True)

    def put(self, text: str, *, quietly: bool = False) -> None:
        """Let another text stand there, the cursor behind it.

        Args:
            text: what.
            quietly: whether nothing is said of the change.
        """
        field = self.query_one(SafeInput)
        if quietly:
            with field.prevent(Input.Changed):
                field.value = text
        else:
            field.value = text
        field.cursor_position = len(field.value)

    def veil(self, veiled: bool) -> None:
        """Cover what is typed: it may be a name; one types on all the same."""
        self.query_one(SafeInput).password = veiled

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Left(kept=True))

    def action_complete(self, leaves: bool) -> None:
        """Tab, or Right at the end: what is typed may become more; only Tab leaves where not."""
        self.post_message(self.Completing(leaves))

    def action_leave(self, kept: bool) -> None:
        """Esc looks for nothing any more, Enter keeps what is typed."""
        self.post_message(self.Left(kept))

    def action_step(self, by: int) -> None:
        """Move in the list without leaving the field."""
        self.post_message(self.Stepped(by, pages=False))

    def action_turn(self, by: int) -> None:
        """Half a page in the list without leaving the field."""
        self.post_message(self.Stepped(by, pages=True))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The frame shows the focus."""
        self.refresh()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The frame shows that the focus left."""
        self.refresh()

    def watch_found(self) -> None:
        """Repaint."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The frame and what lies beside the field; without a frame one line is all."""
        width = self.size.width
        if not self.framed:
            return Strip(paint(self._line(), width, self.style_of, self.glyphs), width)
        marks = strokes(self.typing)
        tone: Tone = "accent" if self.typing else "dim"
        if y == 0:
            parts = top(width, self.title, self.aside, marks)
            line = Line(
                (
                    Piece(parts.start, tone),
                    Piece(parts.title, "strong"),
                    Piece(parts.between, tone),
                    Piece(parts.aside, "dim"),
                    Piece(parts.end, tone),
                )
            )
        elif y == 2:
            line = Line((Piece(bottom(width, marks), tone),))
        else:
            inside = self._line()
            line = Line(
                (Piece(marks.down, tone), *inside.left), (*inside.right, Piece(marks.down, tone))
            )
        return Strip(paint(line, width, self.style_of, self.glyphs), width)

    def _line(self) -> Line:
        return Line((Piece(" / ", "accent"),), (Piece(f"{self.found} ", "dim"),))
