"""The last line: what the keys do here, or what was just said, until the next key."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from textual.reactive import var
from textual.strip import Strip

from widgets.line import Line, Piece, paint
from widgets.sheet import Sheet
from widgets.tone import Tone


class Verb(msgspec.Struct, frozen=True):
    """A key and what it does."""

    key: str
    label: str


class Foot(Sheet, can_focus=False):
    """Verbs at the left, general ones at the right; a message takes the whole line."""

    verbs: var[tuple[Verb, ...]] = var[tuple[Verb, ...]](())
    general: var[tuple[Verb, ...]] = var[tuple[Verb, ...]](())
    """The last of them, help, is always shown."""
    said: var[str] = var("")
    said_tone: var[Tone] = var[Tone]("text")

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        shown = self._said() if self.said else self._verbs(width)
        return Strip(paint(shown, width, self.style_of, self.glyphs), width)

    def _said(self) -> Line:
        return Line((Piece(f" {self.said}", self.said_tone),))

    def _verbs(self, width: int) -> Line:
        general = list(self.general)
        verbs = list(self.verbs)
        while len(general) > 1 and _cells(verbs) + _cells(general) > width:
            general.pop(0)
        while verbs and _cells(verbs) + _cells(general) > width:
            verbs.pop()
        left = _pieces(verbs)
        if left:
            # The line keeps a blank of its own before what stands at the right.
            left = (*left[:-1], Piece(left[-1].text.rstrip(), left[-1].tone))
        return Line(left, _pieces(general))

    def watch_verbs(self) -> None:
        """Repaint unless something is being said."""
        if not self.said:
            self.refresh()

    def watch_general(self) -> None:
        """Repaint unless something is being said."""
        if not self.said:
            self.refresh()

    def watch_said(self) -> None:
        """Repaint."""
        self.refresh()


def _cells(verbs: list[Verb]) -> int:
    return sum(cell_len(verb.key) + cell_len(verb.label) + 3 for verb in verbs)


def _pieces(verbs: list[Verb]) -> tuple[Piece, ...]:
    return tuple(
        piece
        for verb in verbs
        for piece in (
            Piece(f" {verb.key}", "accent"),
            Piece(f" {verb.label} " if verb.label else " ", "dim"),
        )
    )
