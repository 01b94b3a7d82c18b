"""From nobody to somebody: welcome, bringing files, the demo, the first five, sorting.

Each of these screens asks, and says when it is finished; what comes next is decided here.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.config.write import set_value
from store.records.kinds import LANGUAGES
from store.views.sorting import FIRST_ROUND, sorting_candidates, sorting_wanted
from store.words.message import Message, Problem
from store.words.words import Words
from tui.columns_known import ColumnsKnown
from tui.demo import demo_keeper
from tui.drafts import Drafts
from tui.phrasing.palette_name import key_or_name
from tui.requests import Finished, What
from tui.screens.bring_files import BringFiles
from tui.screens.first_five import FirstFive
from tui.screens.sorting import Sorting
from tui.screens.welcome import Welcome
from tui.writer import Declined

if TYPE_CHECKING:
    from tui.app import ArrosoirApp


class FirstRun:
    """Opens these screens for an app."""

    def __init__(self, app: ArrosoirApp, config: Path | None) -> None:
        """Bind both.

        Args:
            app: the program.
            config: where a change of language is remembered; None remembers nothing.
        """
        self._app = app
        self._config = config
        self._columns = ColumnsKnown()

    @property
    def wanted(self) -> bool:
        """Whether to begin with the welcome: there is nobody yet."""
        return not self._app.demo and not self._app.service.snapshot.people

    def welcome(self) -> Welcome:
        """The first screen."""
        app = self._app
        screen = Welcome(app.words, app.keys, app.drafts, app.glyphs)
        return screen.data_bind(type(app).fresh, type(app).curtain)

    async def requested(self, what: What) -> bool:
        """Do what a screen asks for; False where it is not for here."""
        if what == "import":
            self.bring_files()
        elif what == "five":
            self.five()
        elif what == "sort":
            self.sort()
        elif what == "demo":
            await self.demo()
        elif what == "language":
            await self.flip_language()
        elif what == "home":
            await self.home()
        else:
            return False
        return True

    # One screen after the other ---------------------------------------------------------------

    def bring_files(self) -> None:
        """Ask for paths."""
        app = self._app
        rest = (app.words, app.keys, app.drafts, app.glyphs)
        screen = BringFiles(*rest, app.service, self._columns)
        app.push_screen(screen.data_bind(type(app).fresh, type(app).curtain))

    def five(self) -> None:
        """Ask for five names."""
        app = self._app
        screen = FirstFive(app.words, app.keys, app.drafts, app.glyphs)
        app.push_screen(screen.data_bind(type(app).fresh, type(app).curtain))

    def sort(self, said: str = "") -> None:
        """Ask about newcomers, or say that there is nobody to ask about."""
        app = self._app
        service = app.service
        people = sorting_candidates(service.snapshot, service.today(), FIRST_ROUND)
        if not people:
            app.say(Message("sorting.nobody"))
            return
        screen = Sorting(app.words, app.keys, app.drafts, app.glyphs, people, said)
        app.push_screen(screen.data_bind(type(app).fresh, type(app).curtain))

    async def finished(self, event: Finished) -> None:
        """Close a screen that is done, and go on."""
        app = self._app
        app.pop_screen()
        if event.said is None and self.wanted:
            return
        await self.home()
        service = app.service
        if event.sort and sorting_wanted(service.snapshot, service.today()):
            said = app.words.tell(event.said, service.today()) if event.said else ""
            self.sort(said)
        elif event.said is not None:
            app.say(event.said, undoable=event.undoable)

    async def home(self) -> None:
        """To the dashboard, where the welcome is still below."""
        app = self._app
        if isinstance(app.screen, Welcome):
            await app.switch_screen(app.dashboard())
            app.greet()

    async def demo(self) -> None:
        """Go on with the invented network; nothing of it is kept, and the file is let go."""
        app = self._app
        own = app.service
        app.take_over(own.beside(demo_keeper(own.today(), app.words.language)))
        own.close()
        app.drafts = Drafts(None)
        await self.home()
        app.say(Message("welcome.demo_back"))

    async def flip_language(self) -> None:
        """The other language, at once and from now on."""
        app = self._app
        here = LANGUAGES.index(app.words.language)
        language = LANGUAGES[(here + 1) % len(LANGUAGES)]
        app.words = Words(language)
        app.keys = msgspec.structs.replace(app.keys, language=language)
        await app.switch_screen(self.welcome())
        self.remember("language", language)

    def remember(self, key: str, value: str | tuple[str, ...]) -> None:
        """Keep a setting for the next time; nothing is kept of the invented network."""
        config = self._config
        if config is not None and not self._app.demo:
            kept = partial(self._keep, config, key, value)
            self._app.run_worker(kept, thread=True, group="settings")

    def _keep(self, config: Path, key: str, value: str | tuple[str, ...]) -> None:
        try:
            set_value(config, key, value)
        except Problem as problem:
            self._app.post_message(Declined(problem))

    # Mornings ---------------------------------------------------------------------------------

    def offer(self) -> str:
        """One line where newcomers are left and wanted today; empty otherwise."""
        app = self._app
        service = app.service
        if app.demo or not sorting_wanted(service.snapshot, service.today()):
            return ""
        key = key_or_name("all.sort", app.words, app.keys)
        return app.words.say("sorting.offer", key=key)
