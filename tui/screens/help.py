"""The keys of a screen in two columns, narrowed by typing."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from store.words.fold import fold
from store.words.lowered import lowered
from store.words.words import Words
from tui.commands.command import Command, Place
from tui.commands.key_table import SECTION_WORDS
from tui.commands.keymap import Keys
from tui.commands.registry import commands_of
from widgets.columns import Columns, Entry
from widgets.line import Glyphs
from widgets.safe_input import SafeInput


class Help(ModalScreen[None]):
    """Closes with Esc or by the key that opened it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "dismiss", show=False),
        Binding("pagedown,down", "page(1)", show=False),
        Binding("pageup,up", "page(-1)", show=False),
        Binding("question_mark", "dismiss", show=False, priority=True),
    ]

    def __init__(self, words: Words, keys: Keys, place: Place, glyphs: Glyphs) -> None:
        """Make ready."""
        super().__init__()
        self._words = words
        self._keys = keys
        self._place = place
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The list, and the field below it."""
        with Vertical():
            yield Columns()
            yield SafeInput(placeholder=self._words.say("tui.help.narrow"))

    def on_mount(self) -> None:
        """Show all keys; what is typed narrows them."""
        columns = self.query_one(Columns)
        columns.glyphs = self._glyphs
        columns.title = self._words.say("tui.help.title")
        columns.aside = self._words.say("tui.help.close")
        self._narrow("")
        self.query_one(SafeInput).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    def _narrow(self, needle: str) -> None:
        wanted = fold(needle)
        entries: list[Entry] = []
        section = ""
        for command in commands_of(self._place):
            if wanted and wanted not in fold(self._text(command)):
                continue
            if command.section != section:
                section = command.section
                entries.append(Entry("", self._words.say(SECTION_WORDS[command.section])))
            entries.append(self._entry(command))
        self.query_one(Columns).show(tuple(entries))

    def _entry(self, command: Command) -> Entry:
        """Its keys and what it does; without a key, the name to be typed after the colon."""
        label, help = self._words.say(command.label), lowered(self._words.say(command.help))
        keys = self._keys.all_shown(command)
        if keys:
            return Entry(keys, help, label)
        return Entry(":", help if help.startswith(label) else f"{label}: {help}", label)

    def _text(self, command: Command) -> str:
        return f"{self._words.say(command.label)} {self._words.say(command.help)} {command.name}"

    def action_page(self, by: int) -> None:
        """Scroll where the keys are more than the screen holds."""
        self.query_one(Columns).turn(by)
