"""Copying something of a card by the terminal's clipboard, and showing it besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.records.person import Person
from store.views.contact_texts import Copyable, addresses_of, copyables_of
from store.words.message import Message
from tui.phrasing.curtain import name_shown
from tui.requests import CopyWanted
from tui.screens.copy_box import CopyBox
from tui.screens.copy_menu import CopyMenu

if TYPE_CHECKING:
    from tui.app import ArrosoirApp


class Copying:
    """For one app."""

    def __init__(self, app: ArrosoirApp) -> None:
        """Nothing is copied yet."""
        self._app = app

    def wanted(self, event: CopyWanted) -> None:
        """Copy an address or a text, or ask what."""
        fresh = self._app.fresh
        if fresh is None:
            return
        if event.what == "text":
            self._taken(event.text)
            return
        people = [fresh.snapshot.people[id] for id in event.people if id in fresh.snapshot.people]
        if event.what == "address":
            self._address(people)
        elif people:
            offered = copyables_of(people[0], self._app.words)
            if event.what == "link":
                offered = tuple(each for each in offered if each.what == "link")
            self._offer(people[0], offered)

    def _address(self, people: list[Person]) -> None:
        text = addresses_of(people)
        if not text:
            self._app.say(Message("copy.no_address"))
            return
        self._copy(text)
        if self._in_tmux:
            self._show(text)
        else:
            self._app.say(Message("copy.copied", {"text": text}))

    def _offer(self, person: Person, offered: tuple[Copyable, ...]) -> None:
        if not offered:
            self._app.say(Message("copy.no_link"))
        elif len(offered) == 1:
            self._taken(offered[0].text)
        else:
            app = self._app
            title = app.words.say("copy.title", name=name_shown(person.name, app.curtain))
            menu = CopyMenu(title, offered, app.words, app.keys, app.glyphs)
            app.push_screen(menu, self._taken)

    def _taken(self, text: str | None) -> None:
        if text is not None:
            self._copy(text)
            self._show(text)

    def _copy(self, text: str) -> None:
        self._app.copy_to_clipboard(text)

    def _show(self, text: str) -> None:
        app = self._app
        app.push_screen(CopyBox(text, app.words, app.keys, app.glyphs, in_tmux=self._in_tmux))

    @property
    def _in_tmux(self) -> bool:
        return bool(self._app.environment.get("TMUX"))
