"""The only thing on the screen that moves by itself: the cell of a timer, while one runs."""

from __future__ import annotations

from datetime import datetime

from textual.timer import Timer

from store.views.timer import RunningTimer, running
from tui.calm_app import CalmApp
from tui.commands.registry import BY_ID
from tui.phrasing.timer_clock import MINUTE, by_seconds
from tui.phrasing.timer_told import forgotten_said
from tui.screens.place import Place
from tui.writer import Fresh

A_LITTLE = 0.01
"""Seconds: a loop may wake a moment too early."""


class Ticking:
    """Wakes when what a timer shows changes, and lets the place that is shown repaint it.

    While nothing runs it never wakes. Where the terminal says that another window has the focus,
    and for a timer that was forgotten, whole minutes are shown, and it wakes once a minute.
    """

    def __init__(self, app: CalmApp) -> None:
        """Bind the app; nothing ticks yet."""
        self._app = app
        self._waking: Timer | None = None
        self.running: RunningTimer | None = None
        """What runs, of whichever session."""

    @property
    def ticks(self) -> bool:
        """Whether it is going to wake."""
        return self._waking is not None

    def begin(self) -> None:
        """Follow the app's data and focus from now on."""
        self._app.watch(self._app, "fresh", self.follow)
        self._app.watch(self._app, "app_focus", self.turned, init=False)

    def greet(self, place: Place) -> None:
        """Tell of a timer that is likelier to have been forgotten, once, at the beginning."""
        now = self._app.moment()
        if self.running is not None and self.running.is_forgotten(now):
            key = place.keys.shown(BY_ID["all.timer"])
            said = forgotten_said(self.running, now, key, place.words, curtain=place.curtain)
            place.say(said, "attention")

    def turned(self) -> None:
        """The terminal has got the focus, or lost it."""
        if self.running is not None:
            self.tick()

    def follow(self, fresh: Fresh | None) -> None:
        """Take in whether something runs in newer data."""
        before, self.running = self.running, None
        if fresh is not None:
            self.running = running(fresh.snapshot)
        if before is not None or self.running is not None:
            self.tick()

    def tick(self) -> None:
        """Let what is shown be painted as of now, and wait for its next change."""
        now = self._app.moment()
        place = self._app.screen if self._app.screen_stack else None
        # Nothing is painted on a screen that another one covers; it looks when it comes back.
        if isinstance(place, Place) and place.ready:
            place.tick(now)
        if self._waking is not None:
            self._waking.stop()
            self._waking = None
        if self.running is not None:
            self._waking = self._app.set_timer(self._until_next(self.running, now), self.tick)

    def _until_next(self, timer: RunningTimer, now: datetime) -> float:
        """Seconds until another text is due; a little more, so that it is sure to be."""
        step = 1 if by_seconds(timer, now, watched=self._app.app_focus) else MINUTE
        run = max(0.0, (now - timer.started).total_seconds())
        return step - run % step + A_LITTLE
