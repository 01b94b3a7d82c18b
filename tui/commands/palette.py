"""The command palette: every command by its words, in the language of the screen or in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual.command import (
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.widgets.option_list import Option

from store.words.fold import fold
from store.words.words import Words
from tui.commands.command import Command, Situation
from tui.commands.keymap import Keys
from tui.commands.registry import commands_of
from widgets.safe_text import content, rich_text


@runtime_checkable
class Commanded(Protocol):
    """A screen that carries out commands."""

    words: Words
    keys: Keys

    def situation(self) -> Situation:
        """What decides which commands can be done."""

    def run_command(self, id: str) -> None:
        """Carry one out."""


class CommandProvider(Provider):
    """Offers the commands of the screen below the palette."""

    def _offered(self) -> Iterator[tuple[Command, Text, Callable[[], None]]]:
        screen = self.screen
        if not isinstance(screen, Commanded):
            return
        situation = screen.situation()
        for command in commands_of(situation.place):
            if command.palette and command.why_not(situation) is None:
                text = rich_text(screen.words.say(command.label))
                keys = screen.keys.all_shown(command)
                if keys:
                    text.append(f"  {keys}", "dim not bold")
                text.append(f"  {screen.words.say(command.help)}", "dim not bold")
                yield command, text, partial(screen.run_command, command.id)

    async def discover(self) -> Hits:
        """All that can be done now."""
        for _, text, run in self._offered():
            yield DiscoveryHit(text, run, text=text.plain)

    async def search(self, query: str) -> Hits:
        """What the letters typed may mean."""
        english = Words("en")
        wanted = fold(query)
        matcher = self.matcher(wanted)
        for command, text, run in self._offered():
            names = (text.plain, english.say(command.label), command.name.replace("_", " "))
            score = max(matcher.match(fold(name)) for name in names)
            if any(fold(name).startswith(wanted) for name in names):
                score += 1
            if score > 0:
                yield Hit(score, text, run, text=text.plain)


class Palette(CommandPalette):
    """Textual's palette, with our commands alone and in the user's language."""

    run_on_select: ClassVar[bool] = True

    def __init__(self, words: Words) -> None:
        """Open it."""
        super().__init__([CommandProvider], placeholder=words.say("tui.palette.placeholder"))
        self._none = words.say("tui.palette.none")

    def on_mount(self) -> None:
        """Textual's magnifying glass is an emoji, which many terminals lack."""
        self.query_one(SearchIcon).icon = ":"

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual says in English, half a second later, that nothing matches."""
        self._stop_no_matches_countdown()
        if search_value:
            option = Option(content(self._none), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(option)
            self._list_visible = True
