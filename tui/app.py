"""The full screen: holds the data at hand, hands jobs to the writer, and shows the screens."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from store.actions.service import Service
from store.config.settings import Settings
from store.views.timer import RunningTimer
from store.words.message import Message
from store.words.words import Words
from tui.backups import Backups
from tui.calm_app import CalmApp
from tui.commands.command import PLACES
from tui.commands.keymap import CURTAIN_WHILE_TYPING, clashes, keys_from, textual_keymap
from tui.drafts import DRAFTS, Drafting, Drafts
from tui.first_run import FirstRun
from tui.forgotten_drafts import purge_drafts
from tui.history_words import refusal_in_words
from tui.past import Past, PastRead, PastWanted, read_past
from tui.past_exports import PastExports
from tui.requests import Finished, Remember, Request, ShowingWanted, What
from tui.screens.place import Place
from tui.screens.today import Today
from tui.shape import classes_of
from tui.showing import Showing
from tui.stylesheets import stylesheets
from tui.terminal import mouse_wanted, set_mouse, signs_of
from tui.ticking import Ticking
from tui.tidying import Tidying
from tui.type_ahead import Seeking
from tui.untouched_cards import UntouchedCards
from tui.writer import Arrived, Committed, Declined, Fresh, Job, Wanted, Writer, fresh_of
from widgets.header import Header

SAVING_SECONDS = 6.0
"""How long quitting waits for changes under way: the lock is waited for five seconds at most."""

LOOK_SECONDS = 1.0
"""How often the data file is looked at for changes of others."""

PICTURE_AT_LATEST_SECONDS = 0.3
"""The first picture waits for the first screen to be ready, but no longer than this."""


class ArrosoirApp(CalmApp):
    """The program on a full screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False),
        Binding("f2", "curtain", show=False, priority=True, id=CURTAIN_WHILE_TYPING),
    ]

    fresh: var[Fresh | None] = var[Fresh | None](None, init=False)
    curtain: var[bool] = var(False, init=False)
    past: var[Past | None] = var[Past | None](None, init=False)

    def __init__(
        self,
        service: Service,
        words: Words,
        settings: Settings,
        demo: bool = False,
        environment: Mapping[str, str] | None = None,
        state: Path | None = None,
        config: Path | None = None,
        backups: Backups | None = None,
        exports: PastExports | None = None,
    ) -> None:
        """Bind what the screens need.

        Args:
            service: reads and writes the data; used from the writer's thread alone.
            words: the language.
            settings: the user's.
            demo: says so in the header.
            environment: for terminal, colours and mouse.
            state: the folder for drafts and reports; None keeps nothing.
            config: where a change of language is remembered; None remembers nothing.
            backups: those of the data file; None for a network in memory.
            exports: past ones; None for a network in memory.
        """
        environment = {} if environment is None else environment
        super().__init__(words, environment, stylesheets(), state)
        self.service = service
        self.settings = settings
        self.demo = demo
        self.keys = keys_from(settings.keys, words.language)
        self.drafts = Drafts(state / DRAFTS if state is not None else None)
        self.writer = Writer(self, service)
        self.tidying = Tidying(self, service)
        self.ticking = Ticking(self)
        self._mouse = mouse_wanted(settings.mouse, environment)
        self._last_key = 0.0
        self._news: Header | None = None
        self._unpainted = ExitStack()
        self._painted = self.greeted = False
        self.showing = Showing(self)
        encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else None
        self.glyphs = signs_of(settings.glyphs, environment, encoding)
        self.first_run = FirstRun(self, config)
        self.untouched = UntouchedCards(self, state)
        self.backups = backups
        self.exports = exports

    @property
    def mouse(self) -> bool:
        """Whether to run with the mouse."""
        return self._mouse

    def get_default_screen(self) -> Screen[None]:
        """Today comes first; nothing is painted before it.

        The welcome lies over a blank screen: Textual cannot switch from the default one.
        """
        self.fresh = fresh_of(self.service)
        self._unpainted.enter_context(self.batch_update())
        first = Screen[None]() if self.first_run.wanted else self.dashboard()
        first.set_classes(classes_of(self.size))
        return first

    def dashboard(self) -> Place:
        """Today, with the data at hand."""
        today = Today(self.words, self.keys, self.drafts, self.glyphs)
        return today.data_bind(ArrosoirApp.fresh, ArrosoirApp.curtain)

    def on_mount(self) -> None:
        """Draw the first screen, then look after terminal and data."""
        self.set_keymap(textual_keymap(self.keys))
        if self.first_run.wanted:
            self.push_screen(self.first_run.welcome())
        self.begin_watch()
        self.ticking.begin()
        self.set_interval(LOOK_SECONDS, self._look)
        self.set_timer(PICTURE_AT_LATEST_SECONDS, self._paint)

    def _paint(self) -> None:
        """One picture, once all panes have their rows: Textual would send five."""
        if not self._painted:
            self._painted = True
            self.screen.refresh()
            self._unpainted.close()
            self.greet()

    def greet(self) -> None:
        """Say what there is to say at the beginning, once the screen is there to say it."""
        place = self._place()
        if place is None:
            self.set_timer(PICTURE_AT_LATEST_SECONDS / 10, self.greet)
            return
        self.greeted = True
        place.say(self.first_run.offer(), "dim")
        place.query_one(Header).mark = self.words.say("tui.demo") if self.demo else ""
        for id in self.keys.unknown:
            place.say(self.words.say("tui.keys.unknown", id=id), "attention")
        for clash in (each for name in PLACES for each in clashes(self.keys, name)):
            values = {"key": clash.key, "first": clash.first, "second": clash.second}
            place.say(self.words.say("tui.keys.clash", **values), "attention")
        self.untouched.offer(place)
        self.ticking.greet(place)

    def _place(self) -> Place | None:
        """The topmost of ours that is there; none while the first one opens."""
        places = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Place))
        return next((place for place in places if place.ready), None)

    def moment(self) -> datetime:
        """Now, by the clock that what is logged goes by."""
        return self.service.now()

    def running(self) -> RunningTimer | None:
        """The timer that runs, in whichever session it was started."""
        return self.ticking.running

    def busy(self) -> bool:
        """Whether the next key had better wait for the writer, or for what the screen looks for."""
        screen = self.screen
        return self.writer.awaited or (isinstance(screen, Seeking) and screen.seeking)

    # Data -------------------------------------------------------------------------------------

    @on(Wanted)
    def _wanted(self, event: Wanted) -> None:
        self.writer.submit(event.job)

    @on(Committed)
    def _committed(self, event: Committed) -> None:
        self._take(event.fresh)
        self.tidying.changed(self._now())
        place = self._place()
        if place is not None:
            place.committed(event.job)
            place = self._place() or place
            place.tell(event.said, event.fresh.today, event.changed, event.job)
            if event.elsewhere:
                self._show_news(place)
            place.offer_back(event.replaced)

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        self._take(event.fresh)
        self.tidying.changed(self._now())
        place = self._place()
        if place is None:
            return
        if event.elsewhere:
            self._show_news(place)
            place.offer_back(event.replaced)
        elif isinstance(place, Today):
            place.say(self.first_run.offer(), "dim")
            self.untouched.offer(place)

    def _show_news(self, place: Place) -> None:
        """Mark on top that something was changed elsewhere, until the next key of any kind."""
        self._news = place.query_one(Header)
        self._news.news = self.words.say("tui.news")

    def _take(self, fresh: Fresh) -> None:
        """Draw from newer data; what was being typed about the forgotten goes with them."""
        if self.fresh is not None:
            purge_drafts(self.drafts, self.fresh.snapshot, fresh.snapshot)
        self.fresh = fresh

    @on(Declined)
    def _declined(self, event: Declined) -> None:
        place = self._place()
        if place is not None:
            problem = event.problem
            problem.message = refusal_in_words(problem.message, self.service.session, self.words)
            place.tell_problem(problem, self.service.today())

    @on(ShowingWanted)
    def _showing_wanted(self, event: ShowingWanted) -> None:
        self.showing.wanted(event)

    @on(Remember)
    def _remember(self, event: Remember) -> None:
        self.first_run.remember(event.key, event.value)

    @on(PastWanted)
    def _past_wanted(self) -> None:
        self.writer.read(read_past)

    @on(PastRead)
    def _past_read(self, event: PastRead) -> None:
        self.past = event.past

    def _look(self) -> None:
        self.writer.look()
        self.tidying.look(self._now())
        minutes = self.settings.curtain_minutes
        idle = self._now() - self._last_key
        if minutes and not self.curtain and self._last_key and idle > minutes * 60:
            self.curtain = True

    @staticmethod
    def _now() -> float:
        """Seconds of the loop."""
        return asyncio.get_running_loop().time()

    async def on_event(self, event: events.Event) -> None:
        """Remember when the last key came; the curtain falls by itself."""
        if isinstance(event, events.Key | events.AppFocus) or not self._last_key:
            self._last_key = self._now()
        if isinstance(event, events.Key) and self._news is not None:
            self._news.news, self._news = "", None
        await super().on_event(event)

    # Commands of the program ------------------------------------------------------------------

    @on(Finished)
    async def _finished(self, event: Finished) -> None:
        await self.first_run.finished(event)

    @on(Request)
    async def _requested(self, event: Request) -> None:
        if await self.first_run.requested(event.what) or self.showing.requested(event.what):
            return
        if event.what == "quit":
            await self.action_quit()
        elif event.what == "paint":
            self.call_later(self._paint)
        elif event.what == "curtain":
            self.action_curtain()
        elif event.what == "mouse":
            self._flip_mouse()
        elif event.what == "untouched":
            self.untouched.open()
        elif event.what in ("backup", "restore"):
            self._back_up(event.what)
        else:
            self.writer.look()
            self.screen.refresh(layout=True)
            self._say("tui.reread")

    def _back_up(self, what: What) -> None:
        from tui.backing_up import BackingUp

        place = self._place()
        if place is None:
            return
        backing_up = BackingUp(self, self.backups)
        if what == "backup":
            backing_up.now(place)
        else:
            backing_up.ask(place)

    def _flip_mouse(self) -> None:
        self._mouse = not self._mouse
        if self._driver is not None and not self.is_headless:
            set_mouse(self._driver, self._mouse)
        self._say("tui.mouse.on" if self._mouse else "tui.mouse.off")

    def say(self, message: Message, *, undoable: bool = False) -> None:
        """Say something on the screen that is shown."""
        place = self._place()
        if place is not None:
            place.tell(message, self.service.today(), undoable, Job(run=Service.undo))

    def take_over(self, service: Service) -> None:
        """Go on with the invented network instead of the user's own."""
        self.service, self.demo, self.state = service, True, None
        self.backups = self.exports = None
        self.writer = Writer(self, service)
        self.tidying = Tidying(self, service)
        self.fresh = fresh_of(service)

    def _say(self, id: str) -> None:
        place = self._place()
        if place is not None:
            place.say(self.words.say(id))

    def keep_drafts(self) -> None:
        """Keep what is being typed, on whatever screen."""
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                screen.keep_draft()

    def action_curtain(self) -> None:
        """Draw the curtain, or lift it."""
        self.curtain = not self.curtain

    async def action_quit(self) -> None:
        """Leave once what was asked for is durable; what is being typed is kept."""
        clock = asyncio.get_running_loop().time
        until = clock() + SAVING_SECONDS
        while self.writer.busy and clock() < until:
            await asyncio.sleep(0.01)
        self.end(0)

    def action_help_quit(self) -> None:
        """^c leaves nothing and loses nothing: say what does."""
        place = self._place()
        if place is not None:
            place.say(self.words.say("tui.quit_key", key="q / ^q"))
