"""Cards untouched for years: offered once a year, shown when asked for; nobody goes by itself."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.actions.look_over import LookOver
from store.rules.untouched import may_be_offered, untouched
from store.words.message import Message
from tui.phrasing.palette_name import key_or_name
from tui.screens.place import Place
from tui.writer import Job
from widgets.foot import Foot

if TYPE_CHECKING:
    from tui.app import ArrosoirApp

LOOKED_OVER = Job(run=lambda service: service.perform("look-over", LookOver()), verb="look-over")


class Offered(msgspec.Struct, frozen=True, omit_defaults=True):
    """What this terminal has shown: no change of the data, so nothing that could be undone."""

    on: date | None = None
    """The day of the last offer."""
    gave_way: date | None = None
    """The day on which the next one let another line go first."""


class UntouchedCards:
    """Offers them, and opens People on them, for an app."""

    def __init__(self, app: ArrosoirApp, state: Path | None) -> None:
        """Bind both.

        Args:
            app: the program.
            state: the folder in which it is kept what was offered; None keeps nothing.
        """
        self._app = app
        self._path = state / "offered.json" if state is not None else None
        self._offered = self._read()

    def offer(self, place: Place) -> None:
        """Say one line where it is time; an offer made waits a year, as a look does.

        Another line goes first, but not on two days: an offer of every morning would leave no room
        for that of once a year. What wants attention is never covered.
        """
        app, foot = self._app, place.query_one(Foot)
        snapshot, today = app.service.snapshot, app.service.today()
        days = (snapshot.me.looked_over, self._offered.on)
        if app.demo or not all(may_be_offered(day, today) for day in days):
            return
        years = app.settings.untouched_years
        cards = len(untouched(snapshot, today, years))
        if not cards or (foot.said and foot.said_tone != "dim"):
            return
        if foot.said and self._offered.gave_way in (None, today):
            self._keep(msgspec.structs.replace(self._offered, gave_way=today))
            return
        length = app.words.say("duration.years", n=years)
        key = key_or_name("all.untouched", app.words, app.keys)
        place.say(app.words.say("untouched.offer", n=cards, years=length, key=key), "dim")
        self._keep(Offered(on=today))

    def open(self) -> None:
        """People with these alone, or a word where there is nobody."""
        app = self._app
        snapshot, today = app.service.snapshot, app.service.today()
        years = app.settings.untouched_years
        if not untouched(snapshot, today, years):
            length = Message("duration.years", {"n": years})
            app.say(Message("untouched.nobody", {"years": length}))
            return
        app.showing.people().coming.untouched(years)
        if snapshot.me.looked_over != today:
            app.writer.submit(LOOKED_OVER)

    def _read(self) -> Offered:
        if self._path is not None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                return msgspec.json.decode(self._path.read_bytes(), type=Offered)
        return Offered()

    def _keep(self, offered: Offered) -> None:
        if offered == self._offered:
            return
        self._offered = offered
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._path.touch(mode=0o600)
                self._path.write_bytes(msgspec.json.encode(offered))
