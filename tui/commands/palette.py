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

from store.search.similar import similar
from store.words.words import Words
from tui.commands.command import Command, Situation
from tui.commands.elsewhere import held_elsewhere, why_not_here
from tui.commands.keymap import Keys
from tui.commands.palette_match import BEGINS, fit
from tui.commands.registry import commands_of
from widgets.safe_text import content, rich_text
from widgets.tone import Tone


@runtime_checkable
class Commanded(Protocol):
    """A screen that carries out commands."""

    words: Words
    keys: Keys

    def situation(self) -> Situation:
        """What decides which commands can be done."""

    @property
    def curtain(self) -> bool:
        """Whether names are hidden."""

    def run_command(self, id: str) -> None:
        """Carry one out."""

    def say(self, text: str, tone: Tone = "text") -> None:
        """Say one line at the foot."""


HELD_BACK = 0.5
"""What cannot be done now comes behind what can and fits as well."""


class CommandProvider(Provider):
    """Offers the commands of the screen below the palette."""

    def _offered(self) -> Iterator[tuple[Command, Text, Callable[[], None]]]:
        screen = self.screen
        if not isinstance(screen, Commanded):
            return
        for command in commands_of(screen.situation().place):
            if command.palette and not self._why_not(command, screen):
                run = partial(screen.run_command, command.id)
                yield command, self._text(command, screen), run

    def _held_back(self) -> Iterator[tuple[Command, Text, Callable[[], None]]]:
        """What cannot be done now, dimmed, with the reason; to choose it says the same below."""
        screen = self.screen
        if not isinstance(screen, Commanded):
            return
        here = screen.situation().place
        for command in (*commands_of(here), *held_elsewhere(here)):
            why = self._why_not(command, screen) if command.palette else ""
            if why:
                # What is said of another screen begins with the name.
                named = "" if here not in command.places else screen.words.say(command.label)
                text = rich_text(f"{named}  {why}".strip())
                text.stylize("dim not bold")
                yield command, text, partial(screen.say, why, "dim")

    def _why_not(self, command: Command, screen: Commanded) -> str:
        situation, curtain = screen.situation(), screen.curtain
        return why_not_here(command, situation, screen.words, screen.keys, curtain=curtain)

    def _text(self, command: Command, screen: Commanded) -> Text:
        text = rich_text(screen.words.say(command.label))
        keys = screen.keys.all_shown(command)
        if keys:
            text.append(f"  {keys}", "dim not bold")
        text.append(f"  {screen.words.say(command.help)}", "dim not bold")
        return text

    def _languages(self) -> tuple[Words, ...]:
        screen = self.screen
        return (screen.words, Words("en")) if isinstance(screen, Commanded) else ()

    async def discover(self) -> Hits:
        """All that can be done now."""
        for _, text, run in self._offered():
            yield DiscoveryHit(text, run, text=text.plain)

    async def search(self, query: str) -> Hits:
        """What the words typed mean; nothing rather than something else."""
        for command, text, run in self._offered():
            score = self._fit(query, command)
            if score > 0:
                yield Hit(score, text, run, text=text.plain)
        for command, text, run in self._held_back():
            score = self._fit(query, command) - HELD_BACK
            if score >= BEGINS - HELD_BACK:
                yield Hit(score, text, run, text=text.plain)

    def _fit(self, query: str, command: Command) -> float:
        languages = self._languages()
        plain = command.name.replace("_", " ").replace("-", " ")
        ids = (command.label, *command.synonyms)
        names = (command.name, plain, *(said.say(id) for id in ids for said in languages))
        return fit(query, names, languages[0].say(command.help), similar)


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

    @property
    def seeking(self) -> bool:
        """Whether what is typed is still looked for."""
        return any(
            worker.node is self and not worker.is_finished
            for worker in self.app.workers
            if worker.group == self._GATHER_COMMANDS_GROUP
        )

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual says in English, half a second later, that nothing matches."""
        self._stop_no_matches_countdown()
        if search_value:
            option = Option(content(self._none), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(option)
            self._list_visible = True
