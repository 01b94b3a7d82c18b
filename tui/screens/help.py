"""The keys of a screen in two columns, narrowed by typing."""

from __future__ import annotations

from collections.abc import Iterable
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
from tui.commands.command import Command, Place, Section
from tui.commands.key_table import SECTION_WORDS
from tui.commands.keymap import Keys
from tui.commands.registry import commands_of
from widgets.columns import Columns, Entry
from widgets.line import Glyphs
from widgets.safe_input import SafeInput

LAST: tuple[Section, ...] = ("everywhere", "going")
"""Sections that hold on most screens: they come below those of the screen itself."""


def by_section(commands: Iterable[Command]) -> dict[Section, list[Command]]:
    """Commands under their sections, each of which is there once.

    Args:
        commands: in the order of the registry, which goes screen by screen.
    """
    found: dict[Section, list[Command]] = {}
    for command in commands:
        found.setdefault(command.section, []).append(command)
    own = [section for section in found if section not in LAST]
    return {section: found[section] for section in (*own, *LAST) if section in found}


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
        found = (each for each in commands_of(self._place) if wanted in fold(self._text(each)))
        entries: list[Entry] = []
        for section, commands in by_section(found).items():
            entries.append(Entry("", self._words.say(SECTION_WORDS[section])))
            entries += map(self._entry, commands)
        nothing = (Entry("", self._words.say("tui.help.nothing")),)
        self.query_one(Columns).show(tuple(entries) or nothing)

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
