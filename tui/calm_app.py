"""An app that ends well: told to, hung up on, or failing; and that says little on the line."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import BindingType
from textual.dom import DOMNode

from store.clock import system_clock
from store.views.timer import RunningTimer
from store.words.words import Words
from tui import crash
from tui.lifetime import POLL_SECONDS, Lifetime
from tui.terminal import TITLE, title_sequence, untitle_sequence
from tui.themes import ANSI_TONES, no_color, theme_for, themes
from tui.type_ahead import TypeAhead


class CalmApp(App[int]):
    """What every screen of ours can rely on."""

    TITLE = TITLE
    ENABLE_COMMAND_PALETTE = False
    """Ours is a command of the registry, in the user's language."""
    INHERIT_BINDINGS: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = []

    draft_seconds = 1.0
    """How long after the last key what is being typed is kept."""

    def __init__(
        self,
        words: Words,
        environment: Mapping[str, str],
        stylesheets: list[Path],
        state: Path | None = None,
    ) -> None:
        """Make ready.

        Args:
            words: the language.
            environment: for NO_COLOR and the terminal.
            stylesheets: all .tcss files.
            state: the folder for reports and drafts; None keeps nothing.
        """
        plain = no_color(environment)
        super().__init__(css_path=[*stylesheets], ansi_color=True if plain else None)
        for theme in themes():
            self.register_theme(theme)
        self.theme = theme_for(environment)
        self.words = words
        self.environment = environment
        self.state = state
        self._report: str = ""
        self._lifetime: Lifetime | None = None
        self.type_ahead = TypeAhead(self, self.busy)
        self._ended = False
        self._keeping: asyncio.TimerHandle | None = None

    def busy(self) -> bool:
        """Whether something that was asked for is under way off the event loop; for subclasses."""
        return False

    def moment(self) -> datetime:
        """Now, with its zone; for subclasses to ask whoever keeps the data."""
        return system_clock()

    def running(self) -> RunningTimer | None:
        """The timer that runs; for subclasses to ask whoever has the data."""
        return None

    async def on_event(self, event: events.Event) -> None:
        """Keys and what is pasted are taken one after the other."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if self._ended or self.type_ahead.holds(event):
                return
            self._keep_soon()
        await super().on_event(event)

    def _keep_soon(self) -> None:
        """Keep what is being typed once nothing more comes for a moment: a kill asks nobody."""
        if self._keeping is not None:
            self._keeping.cancel()
        loop = asyncio.get_running_loop()
        self._keeping = loop.call_later(self.draft_seconds, self.call_next, self.keep_drafts)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run it, and remember which it was: some let the next key follow at once."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done and isinstance(action, str):
            self.type_ahead.ran(action)
        return done

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tones under Textual's ansi themes."""
        return ANSI_TONES

    # Beginning and end ------------------------------------------------------------------------

    def on_load(self) -> None:
        """Take over the signals before anything is shown."""
        descriptor = _terminal()
        self._lifetime = Lifetime(self.end, None if self.is_headless else descriptor)
        self._lifetime.begin(asyncio.get_running_loop())

    def begin_watch(self) -> None:
        """Look after the terminal from now on, and name its window."""
        if self._lifetime is not None:
            self.set_interval(POLL_SECONDS, self._lifetime.look)
        if self._driver is not None and not self.is_headless:
            self._driver.write(title_sequence())

    def end(self, status: int) -> None:
        """Leave in good order; what is being typed is kept."""
        self.keep_drafts()
        if self._driver is not None and not self.is_headless and status == 0:
            self._driver.write(untitle_sequence())
        self.exit(status, return_code=status)

    def keep_drafts(self) -> None:
        """Keep what is being typed; for subclasses."""

    async def _shutdown(self) -> None:
        self._ended = True
        self.type_ahead.close()
        if self._keeping is not None:
            self._keeping.cancel()
        await super()._shutdown()
        if self._lifetime is not None:
            self._lifetime.release(asyncio.get_running_loop())

    # Failing ----------------------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """Textual would print local variables here, and those are people's notes."""
        self._fail(self._exception)

    def panic(self, *renderables: Any) -> None:
        """Textual would print what it is given, a traceback among it."""
        self._fail(self._exception)

    def _fail(self, error: BaseException | None) -> None:
        self._return_code = crash.STATUS
        if not self._report:
            path = None
            if self.state is not None:
                path = crash.write_report(error, self.state, system_clock())
            self._report = (
                self.words.say("tui.crash.report", path=path)
                if path is not None
                else self.words.say("tui.crash.no_report")
            )
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """The one line, once the terminal is itself again."""
        self._exit_renderables.clear()
        if self._report:
            crash.tell(self._report)
            self._report = ""


def _terminal() -> int | None:
    """The terminal that keys come from."""
    stream = sys.__stdin__
    try:
        return stream.fileno() if stream is not None and stream.isatty() else None
    except (OSError, ValueError):
        return None
