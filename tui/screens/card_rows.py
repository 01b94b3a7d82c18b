"""The lines of a form of a card with their labels, under the heads of their sections."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial

from textual.content import Content
from textual.widget import Widget

from store.actions.card_form import CardField
from tui.phrasing.card_lines import LABELS, SECTIONS
from tui.screens.card_sheet import Sheet
from tui.screens.known_values import KnownValues
from tui.typed.completing import completing
from tui.typed.day_echo import day_echo
from widgets.completing_input import CompletingInput
from widgets.echoing_input import EchoingInput
from widgets.line import Glyphs
from widgets.safe_input import SafeInput
from widgets.safe_text import content
from widgets.text_line import TextLine

ERROR_LINES = 2
"""What is wrong with a line takes so many below it, as `edit_card.tcss` says too."""


class CardRows:
    """Makes them for one form."""

    def __init__(self, sheet: Sheet, before: Mapping[str, str], glyphs: Glyphs) -> None:
        """Bind what the form is made of, and what stood in each line, by parameter."""
        self.known = KnownValues(sheet.card)
        self._sheet = sheet
        self._before = before
        self._glyphs = glyphs
        self._words = sheet.card.words

    def lines(self, typed: Mapping[str, str]) -> Iterator[Widget]:
        """The fields to type in.

        Args:
            typed: what stands in a line in the place of what is saved, by parameter.
        """
        section = None
        for field in self._sheet.fields:
            line = self._line(field, typed.get(field.param, self._before[field.param]))
            line.set_class(field.section != section, "-first", update=False)
            section = field.section
            yield line

    def labels(self, amiss: Collection[str] = ()) -> Content:
        """What the lines are called, with room below those that are amiss."""
        lines: list[Content] = []
        section = None
        for field in self._sheet.fields:
            if field.section != section:
                section = field.section
                lines.append(content(self._words.say(SECTIONS[section]), "bold $accent"))
            lines.append(content(f" {self._words.say(LABELS[field.field])}"))
            if field.param in amiss:
                lines += [content("")] * ERROR_LINES
        return Content("\n").join(lines)

    def _line(self, field: CardField, text: str) -> Widget:
        if field.shape == "text":
            empty = self._words.say("form.no_notes")
            return TextLine(text, empty, glyphs=self._glyphs, id=field.param)
        if self.known.has(field):
            known = completing(field, lambda: self.known.of(field))
            return CompletingInput(text, known, glyphs=self._glyphs, id=field.param)
        if field.shape in ("day", "partial"):
            echo = partial(self._echo, field)
            return EchoingInput(text, echo, glyphs=self._glyphs, id=field.param)
        return SafeInput(text, id=field.param)

    def _echo(self, field: CardField, text: str) -> str:
        untouched = text == self._before[field.param]
        return "" if untouched else day_echo(field, text, self._sheet.reader)
